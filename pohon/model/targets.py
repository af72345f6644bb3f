"""What the targets of an indicator say: years in order, certain values, percent or not, which way is better.

Printed targets stay the author's text; everything here reads them through `number.parse` and guesses nothing.
Source: domain.md sections 3.6 and 5.12.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .indicator import Indicator, Polarity, Target
from .lexicon import Lexicon
from .node import Kind, Node
from .tree import Tree
from .wording import contains, head

if TYPE_CHECKING:  # reading figures costs 4 ms to load, and most trees are linted without one
    from decimal import Decimal

    from .number import Reading

__all__ = [
    "Given",
    "by_level",
    "direction",
    "given_by",
    "is_percent",
    "kept",
    "outliers",
    "path",
    "place_of",
    "printed",
    "read",
    "speaks_of_results",
    "sure",
    "trend",
    "value",
]

_REMEMBERED = 16_384
_ENOUGH, _FAR, _CLOSE = 4, 9, 3


@lru_cache(_REMEMBERED)
def read(text: str, satuan: str = "") -> "Reading":
    """Return the reading of a printed figure; many rules read the same cell."""
    from .number import parse

    return parse(text, satuan=satuan)


def sure(text: str, satuan: str = "") -> "Decimal | None":
    """Return the value of a printed figure when it is certain; of a percentage "83.333" is not."""
    return read(text, satuan).sure


def value(indicator: Indicator, text: str) -> "Decimal | None":
    """Return the value of a cell of this indicator when it is certain."""
    return sure(text, "%" if is_percent(indicator) else "")


def printed(indicator: Indicator) -> tuple[Target, ...]:
    """Return the targets that hold any text, earliest year first."""
    return tuple(sorted((one for one in indicator.target if one.nilai.strip()), key=lambda one: one.tahun))


def place_of(place: str, target: Target) -> str:
    """Return the field path of a target: "indikator.0.target.2025"."""
    return f"{place}.target.{target.tahun or 'tanpa-tahun'}"


def path(indicator: Indicator) -> "tuple[Decimal, ...]":
    """Return the values of all years in order, empty unless every printed target is certain."""
    values = [value(indicator, target.nilai) for target in printed(indicator)]
    return tuple(one for one in values if one is not None) if None not in values else ()


def trend(values: "tuple[Decimal, ...]") -> Polarity | None:
    """Return the way the values go: naik or turun when no step goes back, tetap when all are equal, else None."""
    steps = [later - earlier for earlier, later in pairwise(values)]
    if not steps:
        return None
    if not any(steps):
        return Polarity.TETAP
    if min(steps) >= 0:
        return Polarity.NAIK
    return Polarity.TURUN if max(steps) <= 0 else None


def outliers(values: "Sequence[Decimal | None]") -> "frozenset[Decimal]":
    """Return values nine times above or below all others, which lie close together: a comma lost, zeros forgotten."""
    known = [one for one in values if one is not None]
    if len(known) < _ENOUGH or min(known) <= 0:
        return frozenset()
    low, *others, high = sorted(known)
    found = {low} if low * _FAR <= others[0] and high <= others[0] * _CLOSE else set()
    return frozenset(found | ({high} if high >= others[-1] * _FAR and others[-1] <= low * _CLOSE else set()))


def is_percent(indicator: Indicator, text: str = "") -> bool:
    """Tell whether the unit is percent: in its column, else printed with the figure."""
    unit = indicator.satuan.strip().casefold()
    if unit:
        return unit.startswith("%") or unit.partition(" ")[0] in {"persen", "persentase", "prosentase", "presentase"}
    return read(text).unit == "%"


def direction(node: Node, indicator: Indicator, lexicon: Lexicon) -> Polarity | None:
    """Return which way is better: the author's `arah`, else what statement and measure say together.

    Without `arah` only "Meningkatnya ..." with a measure that is better when larger, and no word of harm, is naik.
    """
    if indicator.arah is not None:
        return indicator.arah
    promised = head(node.statement, lexicon).word in lexicon.kata["naik"]
    larger = head(indicator.nama, lexicon).word in lexicon.kata["ukur_naik"]
    harm = contains(indicator.nama, lexicon.kata["buruk"]) or contains(indicator.nama, ("waktu", "lama", "turun"))
    return Polarity.NAIK if promised and larger and not harm else None


def kept(node: Node, indicator: Indicator, lexicon: Lexicon) -> bool:
    """Tell whether the value is to be held: `arah: tetap`, "Terjaganya", a remark, a legal duty."""
    told = f"{indicator.catatan} {indicator.penjelasan_target}"
    return (
        indicator.arah is Polarity.TETAP
        or head(node.statement, lexicon).word in lexicon.kata["pertahankan"]
        or bool(contains(told, lexicon.frasa["dipertahankan"]))
        or bool(contains(f"{indicator.nama} {told} {indicator.sumber}", lexicon.frasa["target_wajib"]))
    )


def speaks_of_results(tree: Tree, node: Node) -> bool:
    """Tell whether the profile lets this level speak of results."""
    level = tree.profile.level(node.kind)
    return level is not None and level.speaks_of_results


def by_level(tree: Tree) -> "Iterator[tuple[Kind, list[tuple[Node, str, Indicator]]]]":
    """Yield every kind that has indicators with its (node, field path, indicator), in the order of the file."""
    groups: dict[Kind, list[tuple[Node, str, Indicator]]] = {}
    for node in tree:
        for number, indicator in enumerate(node.indikator):
            groups.setdefault(node.kind, []).append((node, f"indikator.{number}", indicator))
    yield from groups.items()


class Given(NamedTuple):
    """What an indicator carries: the years of its printed targets, those with a figure, and whether a baseline."""

    years: tuple[int, ...]
    filled: frozenset[int]
    baseline: bool


def given_by(indicator: Indicator) -> Given:
    """Return what an indicator carries."""
    targets = printed(indicator)
    filled = frozenset(target.tahun for target in targets if target.nilai.strip("-–— "))
    return Given(tuple(target.tahun for target in targets), filled, bool(indicator.awal.strip()))
