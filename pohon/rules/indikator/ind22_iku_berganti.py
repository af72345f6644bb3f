"""IND22 iku-berganti: the IKU of an agency are not those of the year before, inside one period."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from pohon.model.beside import Beside, Years
from pohon.model.lexicon import Lexicon
from pohon.model.likeness import Likeness, compare
from pohon.model.node import Kind
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, quoted

__all__ = ["RULE"]

_YEAR = re.compile(r"\b(?:tahun\s+)?(?:19|20)\d\d\b", re.IGNORECASE)
_NAMED = 3
"""So many names are written out in a message."""
_MOST_PAIRS = 10_000
"""Beyond so many pairs, names are compared by their words alone."""


class _Use(NamedTuple):
    tree: Tree
    node: str
    field: str
    name: str


def across(beside: Beside, lexicon: Lexicon) -> Iterator[Hit]:
    years = beside.years
    if years is None:
        return
    now, before = list(_uses(years.now)), list(_uses(years.before))
    if not now or not before:
        return
    region = frozenset(tokens(beside.tree.pemerintah))
    new, gone = _without(now, before, lexicon, region), _without(before, now, lexicon, region)
    if max(len(new), len(gone)) < lexicon.ambang["IND22.ganti"]:
        return
    at = new[0] if new else _Use(years.now[0], "", "", "")
    if at.tree is beside.tree:
        yield Hit(node=at.node, field=at.field, message=_told(years, new, gone), evidence=at.name)


def met(beside: Beside) -> Collection[str]:
    """Return where a change of IKU would be told, given that the trees of the year before are there."""
    return {"", *(use.node for use in _uses((beside.tree,)))} if beside.years else set()


def _uses(trees: Iterable[Tree]) -> Iterator[_Use]:
    """Yield every IKU of the strategic level, each name once."""
    seen: set[tuple[str, ...]] = set()
    for tree in trees:
        for node in tree.of_kind(Kind.OUTCOME, Kind.CSF):
            for place, one in enumerate(node.indikator):
                words = tokens(one.nama)
                if one.iku and words and words not in seen:
                    seen.add(words)
                    yield _Use(tree, node.key, f"indikator.{place}", one.nama)


def _without(uses: list[_Use], others: list[_Use], lexicon: Lexicon, region: frozenset[str]) -> list[_Use]:
    """Return the IKU that are not among the others; another spelling or another year in the name is no other IKU."""
    known = {_bare(one.name): _YEAR.sub(" ", one.name) for one in others}
    near = known.values() if len(uses) * len(known) <= _MOST_PAIRS else ()

    def stays(use: _Use) -> bool:
        name = _YEAR.sub(" ", use.name)
        same = (compare(name, other, lexicon, passed_over=region) is Likeness.SAME for other in near)
        return _bare(use.name) in known or any(same)

    return [use for use in uses if not stays(use)]


def _bare(name: str) -> tuple[str, ...]:
    return tokens(_YEAR.sub(" ", name))


def _told(years: Years, new: list[_Use], gone: list[_Use]) -> str:
    said = []
    if new:
        said.append(f"{len(new)} baru ({_names(new)})")
    if gone:
        said.append(f"{len(gone)} tidak dipakai lagi ({_names(gone)})")
    files = quoted(", ".join(years.files), 80)[1:-1]
    return f"IKU berganti dibanding tahun {years.tahun} ({files}): {joined(said)}."


def _names(uses: list[_Use]) -> str:
    shown = [quoted(use.name, 50) for use in uses[:_NAMED]]
    return joined([*shown, f"{len(uses) - _NAMED} lainnya"] if len(uses) > _NAMED else shown)


RULE = Rule(
    code="IND22",
    name="iku-berganti",
    summary="IKU berganti dari tahun ke tahun di dalam satu periode.",
    severity=Severity.HINT,
    stage=4,
    source="kriteria perencanaan kinerja PermenPANRB 88/2021: IKU berkelanjutan dalam satu periode",
    across=across,
    met=met,
    scope=Scope.TREES,
    hint="Pertahankan IKU selama periodenya; bila memang harus diganti, tulis alasannya pada `abaikan`.",
)
