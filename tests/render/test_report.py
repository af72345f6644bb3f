"""The text report and the JSON report of the same findings."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pohon.errors import Place, Problem
from pohon.model.finding import Finding, Related, Severity
from pohon.model.node import Waiver
from pohon.render.report import Entry, printable, text
from pohon.render.report_json import as_json, report


def finding(place=Place(3, 14, 3, 18), **more):
    words = {"code": "RED01", "name": "kembar-persis", "severity": Severity.ERROR, "stage": 2, "node": "1.1"}
    return Finding(**(words | {"message": "Kalimat ini kembar.", "place": place} | more))


SOURCE = "pohon:\n  - outcome: a\n      - csf: Mutu naik\n"


def test_a_finding_is_shown_with_its_line_and_the_marked_words():
    assert text([Entry("a.yaml", SOURCE, (finding(hint="Bedakan.", evidence="sama dengan 1.2"),))]) == (
        "a.yaml\n"
        "  3:14  galat  RED01  Kalimat ini kembar.\n"
        "      | - csf: Mutu naik\n"
        "      |        ^^^^\n"
        "      bukti: sama dengan 1.2\n"
        "      Bedakan.\n"
        "\n"
        "1 berkas: 1 galat, 0 peringatan, 0 saran.\n"
    )


def test_evidence_that_the_line_or_the_message_shows_is_not_repeated():
    for words in ("mutu", "kembar"):
        assert "bukti" not in text([Entry("a.yaml", SOURCE, (finding(evidence=words),))])


def test_a_finding_without_a_place_has_no_excerpt():
    lines = text([Entry("a.yaml", SOURCE, (finding(Place()),))]).splitlines()
    assert lines[1] == "  -  galat  RED01  Kalimat ini kembar."
    assert "|" not in "".join(lines)


@pytest.mark.parametrize(
    ("line", "place", "caret"),
    [
        ("ab 🌳 cd", Place(1, 6, 1, 8), "      ^^"),
        ("a\u0301b cd", Place(1, 5, 1, 7), "   ^^"),
        ("ab", Place(1, 9, 1, 12), "  ^"),
        ("    ab cd", Place(1, 8, 1, 10), "   ^^"),
        ("abc", Place(1, 2, 2, 1), " ^^"),
    ],
    ids=["wide-sign", "combining-sign", "beyond-the-end", "indented", "over-several-lines"],
)
def test_the_caret_stands_under_the_words_on_a_terminal(line, place, caret):
    assert text([Entry("a", line, (finding(place),))]).splitlines()[3] == f"      | {caret}"


def test_a_very_long_line_is_shown_around_the_place():
    line = "x" * 5_000 + "INI" + "y" * 5_000
    shown, caret = text([Entry("a", line, (finding(Place(1, 5_001, 1, 5_004)),))]).splitlines()[2:4]
    assert len(shown) < 120
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "INI"
    assert (shown.startswith("      | … "), shown.endswith(" …")) == (True, True)


@given(st.text(max_size=200))
def test_nothing_shown_can_control_a_terminal(words):
    shown = text([Entry("a", words, (finding(Place(1, 1, 1, 9), message=words),))])
    assert all(sign == "\n" or printable(sign) == sign for sign in shown)


def test_waived_findings_and_unreadable_files_are_told_in_the_summary():
    waived = finding(waiver=Waiver(kode="RED01", alasan="berbeda"))
    entries = [Entry("a", SOURCE, (waived,)), Entry("b", "", (), (Problem(Place(), "berkas kosong."),))]
    expected = "2 berkas: 1 galat, 0 peringatan, 0 saran. (1 temuan diabaikan dengan alasan; 1 di antaranya tidak dapat dibaca)"
    assert expected == text(entries).splitlines()[-1]


def test_json_holds_every_field_of_a_finding():
    one = finding(
        number="1.1",
        hint="Bedakan.",
        evidence="sama",
        related=(Related(node="1.2", line=7),),
        waiver=Waiver(kode="RED01", alasan="berbeda", oleh="Bappeda", tanggal="2024-03-05"),
    )
    (row,) = json.loads(as_json(report([Entry("a", SOURCE, (one,))])))["files"][0]["findings"]
    assert row == {
        "code": "RED01",
        "name": "kembar-persis",
        "severity": "error",
        "stage": 2,
        "node": "1.1",
        "number": "1.1",
        "line": 3,
        "column": 14,
        "end_line": 3,
        "end_column": 18,
        "message": "Kalimat ini kembar.",
        "hint": "Bedakan.",
        "evidence": "sama",
        "related": [{"node": "1.2", "line": 7}],
        "waiver": {"reason": "berbeda", "by": "Bappeda", "date": "2024-03-05"},
    }


@given(st.lists(st.tuples(st.text(max_size=40), st.sampled_from(Severity)), max_size=6))
def test_json_keeps_every_text_and_counts_every_finding(rows):
    found = tuple(finding(message=words, severity=severity) for words, severity in rows)
    whole = json.loads(as_json(report([Entry("a", "", found)])))
    assert [words for words, _ in rows] == [row["message"] for row in whole["files"][0]["findings"]]
    assert len(rows) == sum(whole["summary"].values())


def test_a_report_of_no_files_is_json_too():
    assert json.loads(as_json(report([]))) == {
        "version": 1,
        "files": [],
        "summary": {"error": 0, "warning": 0, "hint": 0},
    }
