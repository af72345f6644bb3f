"""A finding is known again after its node was moved, renumbered or reworded."""

import pytest

from pohon.model.finding import Finding, Severity
from pohon.model.fingerprint import Fingerprint, alike, fingerprint, match
from tests.build import tree

OLD = Fingerprint("RED01", "", "meningkatnya mutu pelayanan persalinan", "menurunnya angka kematian ibu", "sama")


@pytest.mark.parametrize(
    "new",
    [
        OLD,
        OLD._replace(parent="meningkatnya derajat kesehatan"),
        OLD._replace(statement="meningkatnya mutu pelayanan persalinan di puskesmas"),
        OLD._replace(statement="membaiknya mutu layanan persalinan"),
        OLD._replace(detail="sama sekali"),
    ],
    ids=["same", "moved", "extended", "reworded in its place", "other words of the rule"],
)
def test_the_same_finding_is_found_again(new):
    assert match([OLD], [new]) == {0: 0}


@pytest.mark.parametrize(
    "new",
    [
        OLD._replace(code="RED02"),
        OLD._replace(statement="terlaksananya kelas ibu hamil"),
        OLD._replace(statement="membaiknya mutu layanan persalinan", parent="meningkatnya derajat kesehatan"),
        OLD._replace(detail="indikator kedua tidak bersatuan persen"),
    ],
    ids=["other rule", "other node", "moved and rewritten", "another fault of the same node"],
)
def test_another_finding_is_new(new):
    assert match([OLD], [new]) == {}


def test_an_id_decides_where_both_have_one():
    old = OLD._replace(id="a")
    assert match([old], [OLD._replace(id="a", statement="kalimat lain sama sekali", detail="lain")]) == {0: 0}
    assert match([old], [OLD._replace(id="b")]) == {}
    assert match([old], [OLD]) == {0: 0}


def test_each_known_finding_hides_one_finding_and_the_surest_pair_comes_first():
    near = OLD._replace(statement="meningkatnya mutu pelayanan persalinan ibu")
    assert match([OLD], [near, OLD]) == {1: 0}
    assert match([OLD, OLD], [OLD, near]) == {0: 0, 1: 1}


def test_numbers_in_the_words_of_a_rule_do_not_count():
    given = tree("pohon:\n  - outcome: Menurunnya angka kematian ibu\n")

    def of(message):
        return fingerprint(
            Finding(code="RED01", name="x", severity=Severity.ERROR, stage=1, node="1", message=message), given
        )

    assert of("Sama dengan simpul 1.2.1.") == of("Sama dengan simpul 1.3.")
    assert of("Sama dengan simpul 1.2.1.") != of("Mirip dengan simpul 1.2.1.")


def test_likeness_is_symmetric_and_between_0_and_1():
    a, b = "mutu pelayanan naik", "naik mutu layanan"
    assert alike(a, b) == alike(b, a)
    assert (alike(a, a), alike(a, "")) == (1.0, 0.0)
