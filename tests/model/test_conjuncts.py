"""What a statement joins."""

import pytest

from pohon.model.conjuncts import conjuncts, joined_results
from pohon.model.lexicon import default


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Meningkatnya mutu garam", []),
        ("Meningkatnya mutu garam dan hasil ikan", ["mutu garam", "hasil ikan"]),
        ("Meningkatnya mutu garam, hasil ikan serta udang", ["mutu garam", "hasil ikan", "udang"]),
        ("Meningkatnya sarana dan prasarana tambak", ["sarana_dan_prasarana tambak"]),
        ("Naiknya 2,5% hasil dan mutu (garam, ikan)", ["2 5 hasil", "mutu"]),
        ("Meningkatnya mutu garam untuk ekspor dan impor", ["mutu garam"]),
    ],
)
def test_parts_stand_behind_the_head_and_before_the_first_qualifier(text: str, parts: list[str]) -> None:
    assert parts == [" ".join(part) for part in conjuncts(text, default())]


def test_what_stands_behind_yang_is_read_on_request() -> None:
    text = "Terwujudnya warga yang rukun dan taat pajak"
    assert 1 == len(conjuncts(text, default()))
    assert 2 == len(conjuncts(text, default(), qualified=True))


def test_two_results_need_a_subject_or_a_head_of_their_own() -> None:
    assert joined_results("Meningkatnya mutu garam dan tertatanya tambak", default()) is not None
    assert joined_results("Meningkatnya efisiensi dan kepuasan layanan", default()) is not None
    assert joined_results("Meningkatnya hasil garam dan ikan", default()) is None
