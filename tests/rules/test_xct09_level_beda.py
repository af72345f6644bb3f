"""Edges of XCT09 level-beda: what the page's examples do not show."""

import pytest

from tests.rules.hits import beside

_LEVELS = ("outcome", "csf", "utama", "antara", "operasional")


def _chain(office: str, rows: dict[str, str]) -> str:
    """Return a tree of one condition at each level; `rows` gives the crosscutting of some."""
    lines, pad = [f"instansi: {office}", "pohon:"], "  "
    for level in _LEVELS:
        lines.append(f"{pad}- {level}: Meningkatnya mutu {level} {office}")
        lines.append(f"{pad}  id: {level}")
        if level in rows:
            lines.append(f"{pad}  crosscutting: [{{{rows[level]}}}]")
        lines.append(f"{pad}  sebab:")
        pad += "    "
    return "\n".join(lines[:-1]) + "\n"


def _fires(ours: str, theirs: dict[str, str], row: str = "peran: membantu") -> bool:
    files = {
        "a.pohon.yaml": _chain("Dinas Pangan", {ours: f"mitra: Dinas Sosial, {row}"}),
        "b.pohon.yaml": _chain("Dinas Sosial", {at: f"mitra: Dinas Pangan, {said}" for at, said in theirs.items()}),
    }
    return "a.pohon.yaml" in beside("XCT09", files)


@pytest.mark.parametrize(
    ("ours", "theirs", "fires"),
    [
        ("outcome", "csf", False),
        ("csf", "outcome", False),
        ("utama", "antara", False),
        ("operasional", "operasional", False),
        ("csf", "utama", True),
        ("csf", "operasional", True),
        ("operasional", "antara", True),
    ],
)
def test_levels_are_strategic_tactical_and_operational(ours: str, theirs: str, fires: bool) -> None:
    assert _fires(ours, {theirs: "peran: membantu"}) is fires


def test_one_end_at_the_same_level_is_enough_unless_the_reference_names_another() -> None:
    both = {"csf": "peran: membantu", "operasional": "peran: membantu"}
    assert not _fires("csf", both)
    assert _fires("csf", both, "rujuk: b#operasional")


def test_a_refused_end_is_none_and_without_an_end_nothing_is_said() -> None:
    assert not _fires("csf", {"operasional": "status: ditolak"})
    assert not _fires("csf", {"operasional": "peran: membantu"}, "status: ditolak")
    assert not _fires("csf", {})


def test_the_message_names_both_levels_and_the_place_there() -> None:
    files = {
        "a.pohon.yaml": _chain("Dinas Pangan", {"csf": "mitra: Dinas Sosial, rujuk: b#operasional"}),
        "b.pohon.yaml": _chain("Dinas Sosial", {}),
    }
    (hit,) = beside("XCT09", files)["a.pohon.yaml"]
    assert hit.message == (
        "CSF ini setingkat strategis, sedangkan pasangannya pada pohon mitra “Dinas Sosial” (b.pohon.yaml, simpul 1.1.1.1.1) "
        "adalah kondisi operasional, setingkat operasional."
    )
    assert (hit.node, hit.field) == ("csf", "crosscutting.0")
