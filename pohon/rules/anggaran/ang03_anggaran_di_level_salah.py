"""ANG03 anggaran-di-level-salah: money typed on a program or kegiatan that has sub kegiatan."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.number import parse_rupiah
from pohon.model.planning import CodeLevel, Program
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for place, row in enumerate(tree.program):
        yield from _typed(row, f"program.{place}")


def _typed(row: Program, place: str) -> Iterator[Hit]:
    """A sum that differs is the matter of ANG02; here the amount is typed where it should be derived."""
    for number, part in enumerate(row.isi):
        yield from _typed(part, f"{place}.isi.{number}")
    leaves = [part for part in row.walk() if part.level is CodeLevel.SUB_KEGIATAN and part is not row]
    if not row.anggaran.strip() or not leaves:
        return
    empty = sum(not leaf.anggaran.strip() for leaf in leaves)
    if empty:
        told = f"{empty} dari {len(leaves)} sub kegiatan di bawahnya belum punya pagu"
    elif parse_rupiah(row.anggaran) == sum(leaf.rupiah or 0 for leaf in leaves):
        told = "padahal jumlah itu sudah dapat dihitung dari sub kegiatannya"
    else:
        return
    yield Hit(
        node="",
        field=f"{place}.anggaran",
        message=f"Anggaran {quoted(row.anggaran)} diketik pada {row.level.value}; {told}.",
        evidence=row.anggaran,
        severity=None if empty else Severity.HINT,
    )


RULE = Rule(
    code="ANG03",
    name="anggaran-di-level-salah",
    summary="Anggaran diketik pada program atau kegiatan, bukan pada sub kegiatan.",
    severity=Severity.WARNING,
    stage=5,
    source="struktur program, kegiatan, sub kegiatan: pagu berada pada sub kegiatan dan dijumlahkan ke atas",
    check=check,
    scope=Scope.TREE,
    notes=(),
    hint="Isi `pagu` pada sub kegiatan dan hapus angka di atasnya.",
)
