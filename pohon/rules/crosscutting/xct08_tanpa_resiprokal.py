"""XCT08 tanpa-resiprokal: the partner's own tree does not say what is said of it here."""

from collections.abc import Iterator

from pohon.model.beside import Asked, Beside, End
from pohon.model.indicator import Indicator
from pohon.model.lexicon import Lexicon
from pohon.model.node import CrosscuttingStatus, Node
from pohon.model.number import parse
from pohon.model.wording import content, jaccard, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, asked_of, quoted

__all__ = ["RULE"]

_REFUSED = CrosscuttingStatus.DITOLAK
_FIRST_STAGE = 3
"""Partners are named from this stage on; an earlier tree is not yet expected to."""


def across(beside: Beside, lexicon: Lexicon) -> Iterator[Hit]:
    for asked in beside.asked:
        if asked.row.status is _REFUSED:
            continue
        told = _missing(asked) or _refused(asked) or _other_words(asked, lexicon) or _other_target(asked)
        if told:
            yield Hit(
                node=asked.node.key,
                field=f"crosscutting.{asked.place}",
                message=f"Pohon mitra {quoted(asked.row.mitra, 60)} ({asked.file}) {told}",
                evidence=asked.row.mitra,
            )


def _missing(asked: Asked) -> str:
    if asked.lost:
        return f"tidak memuat simpul {quoted(asked.lost, 40)} yang dirujuk di sini."
    if asked.ends or asked.partner.tahap < _FIRST_STAGE:
        return ""
    return "belum memuat kondisi yang menyebut instansi ini atau menyatakan kontribusi itu."


def _refused(asked: Asked) -> str:
    """Say that the partner has refused; where no end is sure, only when everything it says of us is refused."""
    rows = [(end, end.row) for end in asked.ends if end.row is not None]
    refused = [(end, row) for end, row in rows if row.status is _REFUSED]
    if not refused or (len(refused) < len(rows) and not refused[0][0].sure):
        return ""
    end, row = refused[0]
    reason = f" karena {quoted(row.alasan)}" if row.alasan.strip() else ""
    return f"mencatat kesepakatan ini ditolak{reason} (simpul {_number(end)})."


def _other_words(asked: Asked, lexicon: Lexicon) -> str:
    """Say that the node named by `rujuk` states something else than the contribution written here."""
    wanted = content(asked.row.kontribusi, lexicon)
    if not asked.row.rujuk.strip() or not wanted:
        return ""
    least = lexicon.ambang["XCT08.lain"]
    for end in asked.ends:
        if end.sure and jaccard(wanted, content(end.node.statement, lexicon)) < least:
            return f"menyatakan kontribusi lain pada simpul {_number(end)}: {quoted(end.node.statement)}."
    return ""


def _other_target(asked: Asked) -> str:
    """Say that both ends measure by one indicator and want different values of it."""
    for end in asked.ends:
        for ours, theirs in _shared(asked.node, end.node):
            for target in ours.target:
                other = theirs.target_of(target.tahun)
                if other and _differ(target.nilai, other, ours.satuan):
                    return (
                        f"menargetkan {quoted(other, 30)} untuk {quoted(ours.nama)} tahun {target.tahun} "
                        f"(simpul {_number(end)}), di sini {quoted(target.nilai, 30)}."
                    )
    return ""


def _shared(node: Node, other: Node) -> Iterator[tuple[Indicator, Indicator]]:
    named = {tokens(one.nama): one for one in other.indikator}
    return ((one, named[tokens(one.nama)]) for one in node.indikator if tokens(one.nama) in named)


def _differ(one: str, other: str, unit: str) -> bool:
    """Tell whether two targets are certainly not the same; a figure beside words is not compared."""
    ours, theirs = parse(one, satuan=unit).sure, parse(other, satuan=unit).sure
    if ours is None or theirs is None:
        return ours is theirs and tokens(one) != tokens(other)
    return ours != theirs


def _number(end: End) -> str:
    return end.tree.number(end.node.key)


RULE = Rule(
    code="XCT08",
    name="tanpa-resiprokal",
    summary="Pohon mitra tidak menyatakan hal yang sama tentang crosscutting ini.",
    severity=Severity.WARNING,
    stage=_FIRST_STAGE,
    source="praktik aplikasi penjenjangan kinerja: crosscutting berlaku sesudah ada pasangannya pada pohon mitra",
    across=across,
    met=asked_of,
    scope=Scope.TREES,
    hint="Bicarakan dengan mitra, lalu tulis pasangannya pada kedua pohon.",
)
