"""The kinds of forms: name on the command line, what it is, which stage it needs, who makes it."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from importlib import import_module

from pohon.errors import PohonError
from pohon.model.tree import Tree

from .tables import Form
from .wanted import Wanted, positions

__all__ = ["KINDS", "Kind", "build", "carriers", "kind_of"]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of form. `personal` forms are made for one position, one file each with `--semua`."""

    name: str
    title: str
    stage: int
    maker: str
    personal: bool = False


KINDS = {
    one.name: one
    for one in (
        Kind("tahap1", "lembar kerja tahap 1: outcome", 1, "tahap:stage1"),
        Kind("tahap2", "lembar kerja tahap 2: CSF", 2, "tahap:stage2"),
        Kind("tahap3", "lembar kerja tahap 3: kondisi antara sampai operasional", 3, "tahap:stage3"),
        Kind("tahap4", "lembar kerja tahap 4: indikator", 4, "tahap:stage4"),
        Kind("tahap5", "lembar kerja tahap 5: komponen perencanaan dan jabatan", 5, "tahap:stage5"),
        Kind("cascading", "tabel cascading", 5, "cascading:build"),
        Kind("rkt", "Rencana Kinerja Tahunan", 4, "rkt:build"),
        Kind("pk", "Perjanjian Kinerja dengan Lampiran 1 dan 2", 5, "perjanjian:build", personal=True),
        Kind("iki", "Indikator Kinerja Individu", 5, "iki:build", personal=True),
        Kind("iku", "tabel Indikator Kinerja Utama", 4, "iku:build"),
        Kind("renstra-86", "tabel Renstra T-C.25, T-C.26, T-C.27", 5, "renstra:build"),
        Kind("renstra-2025", "tabel Renstra bentuk 2025", 5, "renstra_2025:build"),
        Kind("skp", "Sasaran Kinerja Pegawai", 5, "skp:build", personal=True),
        Kind("kke", "kertas kerja evaluator KKE-1 dan KKE-2, tanpa nilai", 5, "kke:build"),
    )
}
"""Every kind by its name, in the order of work."""


def kind_of(name: str) -> Kind:
    """Return the kind with this name. Raises PohonError when there is none."""
    found = KINDS.get(name.casefold())
    if found is not None:
        return found
    near = get_close_matches(name.casefold(), KINDS, n=1)
    remedy = f"Maksud Anda {near[0]}?" if near else f"Pilih salah satu: {', '.join(KINDS)}."
    raise PohonError(f"formulir `{name}` tidak dikenal. {remedy}")


def build(tree: Tree, name: str, wanted: Wanted) -> Form:
    """Return a filled form. Raises PohonError for an unknown kind, a tree of an earlier stage, an unknown position."""
    kind = kind_of(name)
    if tree.tahap < kind.stage:
        raise PohonError(
            f"formulir {kind.name} memerlukan pohon tahap {kind.stage}, sedangkan pohon ini masih tahap {tree.tahap}. "
            f"Lanjutkan pohonnya, lalu ubah `tahap` menjadi {kind.stage}; yang sudah bisa dibuat: {_ready(tree.tahap)}."
        )
    if wanted.position and not kind.personal:
        personal = ", ".join(one.name for one in KINDS.values() if one.personal)
        raise PohonError(f"formulir {kind.name} bukan formulir jabatan; --jabatan hanya untuk {personal}.")
    module, _, function = kind.maker.partition(":")
    maker: Callable[[Tree, Wanted], Form] = getattr(import_module(f"pohon.forms.{module}"), function)
    return maker(tree, wanted)


def _ready(stage: int) -> str:
    return ", ".join(one.name for one in KINDS.values() if one.stage <= stage)


def carriers(tree: Tree) -> tuple[str, ...]:
    """Return the ids of the positions that carry at least one node, superiors first."""
    carried = {one for node in tree for one in node.jabatan}
    return tuple(one.id for one in positions(tree) if one.id in carried)
