"""The report for code scanning: SARIF.

`pydantic_sarif` holds the schema of SARIF 2.1.0 as classes that refuse what the schema does not name. It was made from
a late draft in which the `status` of a suppression was still called `state`; nothing else that we write differs.
"""

import copy
import json
from pathlib import Path

import pytest
from pydantic import ValidationError
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifLog

from pohon import api
from pohon.errors import Place
from pohon.model.finding import Related
from pohon.render import report_sarif
from tests.render.reports import RULES, UNREAD, WAIVED, entry, finding

TREES = sorted((Path(__file__).parents[2] / "trees").glob("*.pohon.yaml"))


def sarif(*entries):
    return json.loads(report_sarif.render(entries, RULES, "1.2.3"))


def checked(log):
    """Return the log as the schema reads it. Raises ValidationError."""
    drafted = copy.deepcopy(log)
    for result in (result for run in drafted["runs"] for result in run["results"]):
        for one in result.get("suppressions", ()):
            one["state"] = one.pop("status")
    return SarifLog.model_validate(drafted)


def test_sarif_fits_the_schema():
    log = sarif(entry(finding(related=(Related(node="cakupan", line=8),), evidence="mutu"), WAIVED), UNREAD)
    checked(log)


@pytest.mark.parametrize("tree", TREES, ids=lambda path: path.name)
def test_the_report_of_every_tree_fits_the_schema(tree):
    (linted,) = api.lint_all([tree])
    log = checked(json.loads(api.report([linted], "sarif")))
    assert len(log.runs[0].results) == len(linted.findings)


def test_the_schema_refuses_what_sarif_does_not_know():
    log = sarif(entry(finding()))
    log["runs"][0]["results"][0]["severity"] = "galat"
    with pytest.raises(ValidationError, match="severity"):
        checked(log)


def test_sarif_gives_level_place_and_rule():
    (run,) = sarif(entry(finding()))["runs"]
    (result,) = run["results"]
    assert (result["level"], result["message"]["text"]) == ("error", "Kalimat ini kembar. Bedakan.")
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "RED01"
    assert result["locations"][0]["physicalLocation"]["region"] == {
        "startLine": 4,
        "startColumn": 14,
        "endLine": 4,
        "endColumn": 52,
    }
    assert result["locations"][0]["logicalLocations"][0]["name"] == "1.1"
    assert result["suppressions"] == []


def test_sarif_rules_carry_their_page_as_help():
    rules = {rule["id"]: rule for rule in sarif(entry())["runs"][0]["tool"]["driver"]["rules"]}
    assert rules["RED01"]["help"]["text"] == "Hapus satu."
    assert rules["RED01"]["help"]["markdown"].startswith("# RED01")
    assert rules["RED01"]["fullDescription"]["text"] == "Kalimat ditulis dua kali. Sebab itu membingungkan."
    assert rules["BHS05"]["defaultConfiguration"] == {"level": "warning"}


def test_a_waiver_becomes_a_suppression_with_its_reason():
    (result,) = sarif(entry(WAIVED))["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "nama resmi (Bappeda)"}
    ]


def test_an_unreadable_file_is_a_result_of_its_own():
    (result,) = sarif(UNREAD)["runs"][0]["results"]
    assert (result["ruleId"], result["locations"][0]["physicalLocation"]["region"]["startLine"]) == ("P002", 2)


def test_a_fingerprint_stays_when_the_line_changes_and_differs_between_nodes():
    def print_of(one):
        return sarif(entry(one))["runs"][0]["results"][0]["partialFingerprints"]["pohon/v1"]

    assert print_of(finding()) == print_of(finding(place=Place(9, 1, 9, 5)))
    assert print_of(finding()) != print_of(finding(node="cakupan"))


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("map kerja/pohon é.yaml", "map%20kerja/pohon%20%C3%A9.yaml"),
        ("/a/b.yaml", "file:///a/b.yaml"),
        ("C:/a/b.yaml", "file:///C%3A/a/b.yaml"),
    ],
)
def test_paths_become_uris(path, uri):
    assert sarif(entry(path=path))["runs"][0]["artifacts"][0]["location"]["uri"] == uri
