"""The report for code scanning: SARIF."""

import json
from pathlib import Path

import jsonschema
import pytest

from pohon.errors import Place
from pohon.model.finding import Related
from pohon.render import report_sarif
from tests.render.reports import RULES, UNREAD, WAIVED, entry, finding

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif-2.1.0-bagian.schema.json").read_text(encoding="utf-8"))


def sarif(*entries):
    return json.loads(report_sarif.render(entries, RULES, "1.2.3"))


def test_sarif_fits_the_schema():
    log = sarif(entry(finding(related=(Related(node="cakupan", line=8),), evidence="mutu"), WAIVED), UNREAD)
    jsonschema.validate(log, SCHEMA)


def test_the_schema_refuses_what_sarif_does_not_know():
    log = sarif(entry(finding()))
    log["runs"][0]["results"][0]["severity"] = "galat"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(log, SCHEMA)


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
