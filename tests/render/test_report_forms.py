"""The reports for programs and for meetings: sarif, github, junit, html, xlsx; and the branches of the text report."""

import json
import re
import xml.etree.ElementTree as ET
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.errors import Place, Problem
from pohon.model.finding import Finding, Related, Severity
from pohon.model.node import Waiver
from pohon.render import report_github, report_html, report_junit, report_sarif, report_xlsx
from pohon.render.report import Entry, branch_of, text
from pohon.render.report_rules import RuleInfo
from tests.build import complete
from tests.build import tree as parsed

SCHEMA = json.loads((Path(__file__).parents[1] / "data" / "sarif-2.1.0-bagian.schema.json").read_text(encoding="utf-8"))
HOSTILE = "<script>alert(1)</script>]]>\"&'\x00\x1b[31m\u202e=1+1,::error::%0A {x}"
TEXT = """\
pohon:
  - outcome: Meningkatnya derajat kesehatan ibu
    sebab:
      - csf: Meningkatnya mutu pelayanan persalinan
        id: mutu
        sebab:
          - utama: Meningkatnya kompetensi bidan
      - csf: Meningkatnya cakupan pemeriksaan ibu hamil
        id: cakupan
belum_ditempatkan:
  - gagasan: Posyandu keliling
"""
TREE = parsed(TEXT)
RULES = (
    RuleInfo(
        "RED01", "kembar-persis", Severity.ERROR, 2, "Kalimat ditulis dua kali.", "praktik",
        "# RED01 kembar-persis\nRingkas.\n\n## Apa\nApa.\n\n## Mengapa\nSebab itu\nmembingungkan.\n\n## Cara memperbaiki\nHapus satu.\n",
    ),
    RuleInfo("BHS05", "nominal", Severity.WARNING, 1, "Kalimat dibuka kata benda."),
)  # fmt: skip


def finding(code="RED01", severity=Severity.ERROR, node="mutu", message="Kalimat ini kembar.", **more):
    number = TREE.number(node) if node else ""
    facts = {"name": "kembar-persis", "stage": 2, "place": Place(4, 14, 4, 52), "hint": "Bedakan.", "number": number}
    return Finding(code=code, severity=severity, node=node, message=message, **(facts | more))


def entry(*findings, path="a.pohon.yaml", problems=(), ran=("RED01", "BHS05"), tree=TREE):
    return Entry(path, complete(TEXT), findings, problems, tree, ran)


WAIVED = finding("BHS05", Severity.WARNING, waiver=Waiver(kode="BHS05", alasan="nama resmi", oleh="Bappeda"))
UNREAD = Entry("b.pohon.yaml", "", (), (Problem(Place(2, 1), "baris ini bukan YAML.", "Periksa tanda bacanya."),))


# ---- text


def test_findings_are_grouped_by_branch_with_number_and_sentence():
    shown = text([entry(finding(node=""), finding(), finding(node="1.1.1"), finding(node="cakupan"))])
    assert [line for line in shown.splitlines() if line.startswith("  [")] == [
        "  [berkas]",
        "  [1.1 CSF] Meningkatnya mutu pelayanan persalinan",
        "  [1.2 CSF] Meningkatnya cakupan pemeriksaan ibu hamil",
    ]


@pytest.mark.parametrize(
    ("key", "number", "label"),
    [("", "", "berkas"), ("1", "1", "outcome"), ("1.1.1", "1.1", "CSF"), ("?1", "", "belum ditempatkan")],
)
def test_every_node_has_a_branch(key, number, label):
    assert branch_of(TREE, key)[:2] == (number, label)


def test_the_end_counts_by_family_and_by_stage():
    shown = text([entry(finding(), finding(), finding("BHS05", Severity.WARNING, stage=1), WAIVED)])
    assert shown.splitlines()[-3:] == [
        "Menurut keluarga: pengulangan 2, bahasa 1.",
        "Menurut tahap: tahap 1: 1, tahap 2: 2.",
        "1 berkas: 2 galat, 1 peringatan, 0 saran. (1 temuan diabaikan dengan alasan)",
    ]


def test_findings_that_a_baseline_hides_are_counted():
    assert "(7 temuan lama disembunyikan)" in text([entry()._replace(hidden=7)])


# ---- sarif


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


# ---- github


def test_a_finding_is_one_annotation_at_its_line():
    assert report_github.render([entry(finding())]) == (
        "::error file=a.pohon.yaml,line=4,endLine=4,col=14,endColumn=51,title=RED01 kembar-persis (1.1)"
        "::Kalimat ini kembar. Bedakan.\n"
    )


def test_severities_are_error_warning_and_notice_and_waived_ones_are_left_out():
    found = [finding(severity=one) for one in Severity]
    shown = report_github.render([entry(*found, WAIVED), UNREAD])
    assert [line.partition(" ")[0] for line in shown.splitlines()] == ["::error", "::warning", "::notice", "::error"]


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_no_text_can_start_a_command_of_its_own(words):
    shown = report_github.render(
        [entry(finding(message=f"a\n::set-output name=x::{words}", name=words), path=f"a{words}")]
    )
    (line,) = shown.splitlines()
    head = line.partition("::")[2].partition("::")[0]
    assert re.fullmatch(r"error file=[^,:]*,line=4,endLine=4,col=14,endColumn=51,title=[^,:]*", head)


def test_percent_and_line_breaks_are_escaped():
    shown = report_github.render([entry(finding(message="100%\nlalu", hint=""), path="a,b:c%.yaml")])
    assert shown.startswith("::error file=a%2Cb%3Ac%25.yaml,")
    assert shown.endswith("::100%25%0Alalu\n")


# ---- junit


def cases(*entries, fail_on=Severity.ERROR):
    root = ET.fromstring(report_junit.render(entries, RULES, fail_on))  # noqa: S314 - our own text
    return root, {case.get("name"): case for case in root.iter("testcase")}


def test_every_rule_that_ran_is_a_test():
    root, found = cases(entry(finding()))
    assert list(found) == ["RED01 kembar-persis", "BHS05 nominal"]
    assert found["RED01 kembar-persis"].find("failure").get("type") == "galat"
    assert list(found["BHS05 nominal"]) == []
    assert {name: root.get(name) for name in ("tests", "failures", "errors", "skipped")} == {
        "tests": "2", "failures": "1", "errors": "0", "skipped": "0",
    }  # fmt: skip


def test_lesser_findings_are_output_and_accepted_ones_skipped():
    warned = finding("BHS05", Severity.WARNING)
    assert cases(entry(warned))[1]["BHS05 nominal"].find("system-out").text.startswith("baris 4 kolom 14: peringatan")
    assert cases(entry(warned), fail_on=Severity.WARNING)[1]["BHS05 nominal"].find("failure") is not None
    assert cases(entry(WAIVED))[1]["BHS05 nominal"].find("skipped").get("message") == "diabaikan: nama resmi"


def test_an_unreadable_file_and_a_broken_rule_are_errors():
    root, found = cases(UNREAD, entry(finding("P000", node="", name="aturan-rusak")))
    assert found["P002 berkas-tidak-terbaca"].find("error") is not None
    assert found["P000 aturan-rusak"].find("error") is not None
    assert root.get("errors") == "2"


@given(st.text(max_size=80))
@settings(max_examples=60)
def test_junit_is_xml_whatever_the_texts_hold(words):
    _, found = cases(entry(finding(message=words, hint=words), path=f"a{words}"))
    assert "RED01 kembar-persis" in found


def test_hostile_text_stays_text_in_xml():
    _, found = cases(entry(finding(message=HOSTILE)))
    assert "<script>alert(1)</script>]]>" in found["RED01 kembar-persis"].find("failure").text


# ---- html


class Page(HTMLParser):
    """Elements with their attributes, and the text outside of style and script."""

    def __init__(self, source):
        super().__init__()
        self.elements, self.words, self._raw = [], [], ""
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._raw = tag if tag in {"style", "script"} else ""

    def handle_endtag(self, _tag):
        self._raw = ""

    def handle_data(self, data):
        if not self._raw:
            self.words.append(data)

    def of(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def page(*entries):
    return Page(report_html.render(entries))


def test_the_page_is_one_file_that_fetches_nothing():
    source = report_html.render([entry(finding())])
    shown = Page(source)
    assert [] == [attrs for _, attrs in shown.elements for name in ("src", "href", "action", "srcset") if name in attrs]
    assert "url(" not in source
    assert re.findall(r"https?://[^\"' <]+", source) == ["http://www.w3.org/2000/svg"]
    policy = next(attrs["content"] for attrs in shown.of("meta") if "http-equiv" in attrs)
    assert policy.startswith("default-src 'none'; ")


def test_only_the_script_of_the_page_may_run():
    from base64 import b64encode
    from hashlib import sha256

    source = report_html.render([entry(finding(message=HOSTILE))])
    (script,) = re.findall(r"<script>(.*?)</script>", source, flags=re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in source


def test_a_finding_names_the_box_of_its_node():
    shown = page(entry(finding(), finding(node="?1"), finding(node="")))
    boxes = [attrs.get("data-kotak") for attrs in shown.of("div") if "data-tingkat" in attrs]
    ids = {attrs["id"] for _, attrs in shown.elements if "id" in attrs}
    assert boxes == ["b0-n1-1", "b0-nbelum-1", None]
    assert {"b0-n1-1", "b0-nbelum-1"} <= ids


def test_ids_are_unique_with_several_files():
    shown = page(entry(finding()), entry(finding(), path="c.pohon.yaml"), UNREAD)
    ids = [attrs["id"] for _, attrs in shown.elements if "id" in attrs]
    assert sorted(set(ids)) == sorted(ids)
    assert len(shown.of("article")) == 3
    assert "berkas" in ids


def test_hostile_text_is_neither_markup_nor_script():
    tree = parsed(TEXT.replace("Meningkatnya mutu pelayanan persalinan", "Mutu <img src=x onerror=alert(1)> & b"))
    shown = Page(
        report_html.render([entry(finding(message=HOSTILE, hint=HOSTILE, evidence=HOSTILE), tree=tree, path=HOSTILE)])
    )
    assert shown.of("img") == []
    assert len(shown.of("script")) == 1
    assert [] == [name for _, attrs in shown.elements for name in attrs if name.startswith("on")]
    assert "<script>alert(1)</script>" in "".join(shown.words)


def test_every_finding_can_be_reached_with_the_keyboard_and_every_control_has_a_name():
    shown = page(entry(finding(), WAIVED))
    assert len([attrs for attrs in shown.of("button") if "data-saring" in attrs]) == 3
    assert all(attrs.get("type") == "button" for attrs in shown.of("button"))
    assert any(attrs.get("tabindex") == "0" for attrs in shown.of("svg"))
    assert "1 temuan diterima dengan alasan" in "".join(shown.words)


def test_the_page_knows_dark_mode_and_paper():
    source = report_html.render([entry()])
    assert "prefers-color-scheme: dark" in source
    assert "@media print" in source
    assert "Tidak ada temuan." in source


# ---- xlsx


def book(*entries):
    return openpyxl.load_workbook(BytesIO(report_xlsx.render(entries)))


def test_one_row_a_finding_with_room_for_an_answer():
    sheet = book(entry(finding(source="praktik"), WAIVED), UNREAD)["Temuan"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert rows[0] == [
        "Berkas", "Nomor", "Kalimat", "Jenis", "Kode", "Tingkat", "Pesan", "Saran perbaikan", "Sumber", "Tanggapan OPD",
        "Status",
    ]  # fmt: skip
    assert rows[1] == [
        "a", "1.1", "Meningkatnya mutu pelayanan persalinan", "CSF", "RED01", "galat", "Kalimat ini kembar.", "Bedakan.",
        "praktik", None, "belum dibahas",
    ]  # fmt: skip
    assert rows[2][4:6] == ["P002", "galat"]
    assert len(rows) == 3


def test_the_sheet_is_ready_for_a_meeting_and_for_paper():
    sheet = book(entry(finding()))["Temuan"]
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == '"belum dibahas,diperbaiki,diterima dengan alasan,bukan temuan"'
    assert str(validation.sqref) == "K5"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A5", "A4:K5")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.print_area == "'Temuan'!$A$1:$K$5"


def test_accepted_findings_stand_on_a_sheet_of_their_own():
    sheet = book(entry(WAIVED))["Diterima"]
    assert [cell.value for cell in sheet[4]][4:] == [
        "BHS05",
        "peringatan",
        "Kalimat ini kembar.",
        "nama resmi",
        "Bappeda",
        None,
    ]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "{=1}", "http://a.b", "'=1"])
def test_text_is_never_a_formula_or_a_link(words):
    made = report_xlsx.render([entry(finding(message=words, hint=words))])
    cell = openpyxl.load_workbook(BytesIO(made))["Temuan"]["G5"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (words, "s", None)
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_very_long_and_hostile_text_makes_a_sound_workbook():
    sheet = book(entry(finding(message="x" * 40_000, hint=HOSTILE)))["Temuan"]
    assert sheet["G5"].value.endswith("… (dipotong)")
    assert "<script>alert(1)</script>" in sheet["H5"].value


def test_the_same_report_gives_the_same_bytes():
    assert report_xlsx.render([entry(finding())]) == report_xlsx.render([entry(finding())])


def test_the_summary_counts_by_family_stage_and_file():
    sheet = book(entry(finding(), finding("BHS05", Severity.WARNING, stage=1)))["Ringkasan"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows() if row[0].value]
    assert ["Bahasa", 0, 1, 0, 1] in rows
    assert ["Tahap 2", 1, 0, 0, 1] in rows
    assert ["a", 1, 1, 0, 2] in rows
