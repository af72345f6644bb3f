"""TGT12 target-beda-dengan-kalimat: the statement names a figure that its indicator's target does not keep."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.number import format_angka
from pohon.model.targets import is_percent, place_of, printed, read, sure
from pohon.model.tree import Tree
from pohon.model.wording import content
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

if TYPE_CHECKING:
    from decimal import Decimal

__all__ = ["RULE"]

_PERCENT = re.compile(r"(\d[\d.,]*)\s*(?:%|persen\b)", re.IGNORECASE)
_BEFORE = re.compile(r"\b(?:mencapai|sebesar|menjadi|hingga|sampai|di atas|di bawah)\W*$", re.IGNORECASE)
_FLOOR = re.compile(
    r"\b(?:sekurang-?\s?kurangnya|paling sedikit|minimal|lebih dari|di atas|setidaknya)\b", re.IGNORECASE
)
_CEILING = re.compile(r"\b(?:paling banyak|maksimal|kurang dari|di bawah|setinggi-?\s?tingginya)\b", re.IGNORECASE)
_ALIKE = 0.5


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree:
        figures = list(_PERCENT.finditer(node.statement))
        for number, figure in enumerate(figures):
            value = sure(figure[1].rstrip(".,"))
            found = _measure(node, _about(node.statement, figures, number), lexicon) if value is not None else None
            if found is None or value is None:
                continue
            broken = _broken(node, found, value, node.statement[: figure.start()])
            if broken:
                yield broken


def _about(statement: str, figures: list[re.Match[str]], number: int) -> str:
    """Return what the figure counts: the words before "mencapai 45 %", else the words up to the next figure."""
    before = statement[figures[number - 1].end() if number else 0 : figures[number].start()]
    following = figures[number + 1].start() if number + 1 < len(figures) else len(statement)
    return (
        before if _BEFORE.search(before) and len(before.split()) > 2 else statement[figures[number].end() : following]
    )


def _measure(node: Node, about: str, lexicon: Lexicon) -> int | None:
    """Return the one indicator in percent whose words the figure's words share most, None when none is alike."""
    said = content(f"x {about}", lexicon)
    scores: list[tuple[float, int]] = []
    for number, indicator in enumerate(node.indikator):
        measured = content(indicator.nama, lexicon)
        common = said & measured
        if len(common) >= 2 and any(is_percent(indicator, one.nilai) for one in printed(indicator)):
            scores.append((len(common) / min(len(measured), len(said)), -number))
    best = max(scores, default=(0.0, 0))
    return -best[1] if best[0] >= _ALIKE else None


def _broken(node: Node, number: int, value: "Decimal", before: str) -> Hit | None:
    targets = printed(node.indikator[number])
    known = [one for target in targets if (one := read(target.nilai).sure) is not None]
    if len(known) != len(targets):
        return None
    if _FLOOR.search(before):
        kept = max(known) >= value
    else:
        kept = min(known) <= value if _CEILING.search(before) else value in known
    if kept:
        return None
    last = targets[-1]
    return Hit(
        node=node.key,
        field=place_of(f"indikator.{number}", last),
        message=f"Kalimatnya menyebut {format_angka(value)} persen, tetapi target indikatornya {quoted(last.nilai)}.",
        evidence=last.nilai,
    )


RULE = Rule(
    code="TGT12",
    name="target-beda-dengan-kalimat",
    summary="Angka di dalam kalimat berbeda dari target indikatornya.",
    severity=Severity.WARNING,
    stage=5,
    source="praktik: satu ukuran satu target; angka berada pada target, bukan pada kalimat",
    check=check,
    scope=Scope.NODE,
    hint="Hapus angka dari kalimat, lalu pastikan targetnya benar.",
)
