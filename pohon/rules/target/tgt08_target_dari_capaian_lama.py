"""TGT08 target-dari-capaian-lama: the target is what was already reached."""

import re
from collections.abc import Iterator

from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.targets import is_percent, kept, place_of, printed, sure
from pohon.model.tree import Tree
from pohon.model.wording import contains
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_LAST_YEAR = re.compile(
    r"tahun\s+(?:yang\s+)?(?:sebelumnya|lalu)|(?:capaian|realisasi)\s+tahun\s+(?:19|20)\d\d", re.IGNORECASE
)
_PIECES = re.compile(r"\n|(?<=[^\d\s])[.;](?=\s)")


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree:
        told = False
        for number, indicator in enumerate(node.indikator):
            place = f"indikator.{number}"
            phrase = _told(f"{indicator.penjelasan_target}\n{indicator.catatan}", lexicon)
            if phrase:
                told = True
                field = f"{place}.penjelasan_target"
                message = f"Target didasarkan pada angka tahun lalu: {quoted(phrase)}."
                yield Hit(node=node.key, field=field, message=message, evidence=phrase)
            else:
                yield from _equal_to_result(node, place, indicator, lexicon)
        phrase = "" if told else _told(node.uraian, lexicon, "target")
        if phrase and any(printed(indicator) for indicator in node.indikator):
            yield Hit(
                node=node.key,
                field="uraian",
                message=f"Uraian mendasarkan target pada angka tahun lalu: {quoted(phrase)}.",
                evidence=phrase,
            )


def _told(text: str, lexicon: Lexicon, needed: str = "") -> str:
    """Return the piece of text that takes last year's figure, not one that climbs from it."""
    for piece in _PIECES.split(text):
        found = _LAST_YEAR.search(piece)
        if found and needed in piece.casefold() and not contains(piece, lexicon.frasa["lebih_dari_lalu"]):
            return " ".join(piece.split())
    return ""


def _equal_to_result(node: Node, place: str, indicator: Indicator, lexicon: Lexicon) -> Iterator[Hit]:
    """The first target equals the last result before it."""
    targets = printed(indicator)
    results = sorted(
        (one for one in indicator.realisasi if targets and one.tahun < targets[0].tahun), key=lambda one: one.tahun
    )
    if not results or kept(node, indicator, lexicon):
        return
    reached, wanted = sure(results[-1].nilai), sure(targets[0].nilai)
    full = reached == 0 or (reached == 100 and is_percent(indicator, targets[0].nilai))
    if reached is not None and reached == wanted and not full:
        yield Hit(
            node=node.key,
            field=place_of(place, targets[0]),
            message=f"Target {targets[0].tahun} sama dengan realisasi {results[-1].tahun}: {quoted(targets[0].nilai)}.",
            evidence=targets[0].nilai,
        )


RULE = Rule(
    code="TGT08",
    name="target-dari-capaian-lama",
    summary="Target disalin dari capaian tahun lalu.",
    severity=Severity.WARNING,
    stage=5,
    source="kriteria target menantang, PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Jelaskan berapa yang ditambah dari capaian tahun lalu dan mengapa.",
)
