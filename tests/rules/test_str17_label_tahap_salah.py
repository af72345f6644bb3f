"""STR17: edges of the rule."""

import pytest

from tests.rules.hits import numbers


def _tree(kind: str, reference: str) -> str:
    return f"pohon:\n  - {kind}: A\n    asal: [{{tahap: 4, rujukan: {reference}}}]\n"


@pytest.mark.parametrize(
    ("kind", "reference", "fires"),
    [
        ("outcome", "Tahap 1", False),
        ("csf", "tahap2", False),
        ("csf", "Tahap 3", True),
        ("utama", "Tahap 2", True),
        ("antara", "Tahap  3", False),
        ("operasional", "Tahap 1", True),
        ("operasional", '""', False),
    ],
)
def test_each_kind_has_its_stage(kind: str, reference: str, fires: bool) -> None:
    assert (["1:asal.0"] if fires else []) == numbers("STR17", _tree(kind, reference), tahap=4)


def test_profiles_without_stage_references_are_not_judged() -> None:
    assert [] == numbers("STR17", _tree("utama", "Tahap 9"), tahap=4, profil="renstra-2025")
