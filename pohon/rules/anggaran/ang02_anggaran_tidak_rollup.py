"""ANG02 anggaran-tidak-rollup: a budget is not the sum of the budgets below it."""

import re
from collections.abc import Iterator, Sequence

from pohon.model.lexicon import Lexicon
from pohon.model.number import format_rupiah, parse_rupiah
from pohon.model.planning import Program
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_TOTAL = re.compile(
    r"(?:sub ?)?(?:jumlah|total)(?: (?:seluruhnya|keseluruhan|anggaran|pagu|program|belanja))*", re.IGNORECASE
)
_BELOW = {"program": "kegiatan", "kegiatan": "sub_kegiatan"}


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    if tree is tree.whole:  # shown a few nodes only: the registers of the file are judged with the whole
        for place, row in enumerate(tree.program):
            yield from _rows(row, f"program.{place}")
        yield from _total_row(tree.program)
    for node in tree:
        below = [child.anggaran for child in tree.children(node)] if node.anggaran.strip() else []
        yield from _compare(node.anggaran, below, node.key, "anggaran", "kondisi di bawahnya")


def _rows(row: Program, place: str) -> Iterator[Hit]:
    below = f"{_BELOW.get(row.level.value, '').replace('_', ' ')} di bawahnya"
    totals = [part.anggaran or str(part.rupiah or "") for part in row.isi]
    yield from _compare(row.anggaran, totals, "", f"{place}.anggaran", below)
    for one in row.pagu_indikatif:
        ceilings = [str(part.rupiah_of(one.tahun) or "") for part in row.isi]
        field = f"{place}.pagu_indikatif.{one.tahun}"
        yield from _compare(one.nilai, ceilings, "", field, f"pagu {one.tahun} pada {below}")
    for number, part in enumerate(row.isi):
        yield from _rows(part, f"{place}.isi.{number}")


def _compare(printed: str, parts: Sequence[str], key: str, field: str, what: str) -> Iterator[Hit]:
    """Integer equality; silent while one amount is missing or cannot be read."""
    stated = parse_rupiah(printed) if printed.strip() else None
    amounts = [parse_rupiah(part) if part.strip() else None for part in parts]
    known = [amount for amount in amounts if amount is not None]
    if stated is None or not parts or len(known) != len(parts) or sum(known) == stated:
        return
    yield Hit(
        node=key,
        field=field,
        message=f"Anggaran {quoted(printed)} bukan jumlah {what}: {format_rupiah(sum(known))}.",
        evidence=f"selisih {format_rupiah(abs(sum(known) - stated))}",
    )


def _total_row(programs: tuple[Program, ...]) -> Iterator[Hit]:
    """A row "Jumlah" at the end of the list of programs."""
    if len(programs) > 2 and _TOTAL.fullmatch(programs[-1].nama.strip(" :.")):
        above = [row.anggaran or str(row.rupiah or "") for row in programs[:-1]]
        yield from _compare(
            programs[-1].anggaran, above, "", f"program.{len(programs) - 1}.anggaran", "program di atasnya"
        )


RULE = Rule(
    code="ANG02",
    name="anggaran-tidak-rollup",
    summary="Anggaran bukan jumlah anggaran di bawahnya.",
    severity=Severity.ERROR,
    stage=5,
    source="struktur program, kegiatan, sub kegiatan: pagu berada pada sub kegiatan dan dijumlahkan ke atas",
    check=check,
    scope=Scope.BRANCH,
    hint="Betulkan angkanya, atau hapus anggaran di atas: jumlahnya dihitung dari sub kegiatan.",
)
