"""The branches and the end of the text report."""

import pytest

from pohon.model.finding import Severity
from pohon.render.report import branch_of, text
from tests.render.reports import TREE, WAIVED, entry, finding


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
