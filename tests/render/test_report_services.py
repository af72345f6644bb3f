"""The reports for services that build: annotations for GitHub, JUnit."""

import re
import xml.etree.ElementTree as ET

from hypothesis import given, settings
from hypothesis import strategies as st

from pohon.model.finding import Severity
from pohon.render import report_github, report_junit
from tests.render.reports import HOSTILE, RULES, UNREAD, WAIVED, entry, finding


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
