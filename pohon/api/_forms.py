"""Official forms of a tree: docx, xlsx, csv, md, html."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pohon.errors import PohonError, Refused
from pohon.forms import disk
from pohon.model.tree import Tree

from ._files import load

if TYPE_CHECKING:
    from pohon.forms.tables import Form, Missing
    from pohon.forms.wanted import Wanted

__all__ = ["Filled", "Filling", "fill_file", "fill_form", "form_facts", "form_kinds"]

_MANY_COLUMNS = 12
_SHOWN = 8
"""Places named for each field that is missing in many of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """What is wanted of a form.

    `position` is the id of a jabatan, `every` asks for one file for each; `totals` and `words` add computed sums;
    `as_printed` follows the rows of the source document; `template` is the content of the user's own docx.
    """

    position: str = ""
    every: bool = False
    year: int | None = None
    paper: str = "A4"
    totals: bool = False
    words: bool = False
    as_printed: bool = False
    template: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """One file that was written; `missing` says what the tree does not fill, `notes` what else is worth knowing."""

    path: Path
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def form_kinds() -> dict[str, str]:
    """Return the kinds of forms with what they are, in the order of work."""
    from pohon.forms.kinds import KINDS

    return {name: kind.title for name, kind in KINDS.items()}


def form_facts() -> dict[str, tuple[str, int, bool]]:
    """Return the kinds of forms: name -> what it is, the stage it needs, True when it is made for one position."""
    from pohon.forms.kinds import KINDS

    return {name: (kind.title, kind.stage, kind.personal) for name, kind in KINDS.items()}


def fill_form(tree: Tree, kind: str, ending: str = "docx", wanted: Filling = Filling()) -> bytes:
    """Return a form of a tree as a file: docx, xlsx, csv, md or html.

    Raises PohonError for an unknown kind or position, for a tree of an earlier stage, for an unusable template.
    """
    return _written(tree, _built(tree, kind, wanted), ending, wanted)


def fill_file(path: Path | str, kind: str, out: Path, wanted: Filling, *, force: bool = False) -> tuple[Filled, ...]:
    """Fill a form from a tree file into a file named by its ending; with `wanted.every` one file for each position.

    Nothing is written unless everything can be: raises Refused when a file exists and `force` is not given.
    """
    tree = load(path).tree
    chosen = _chosen(tree, kind, wanted) if wanted.every else (wanted,)
    names = [out.with_stem(f"{out.stem}-{one.position}") for one in chosen] if wanted.every else [out]
    ending = out.suffix.lstrip(".").lower()
    made = []
    for name, one in zip(names, chosen, strict=True):
        form = _built(tree, kind, one)
        made.append((name, form, _written(tree, form, ending, one)))
    _may_write(names, force=force)
    for name, _, data in made:
        disk.write(name, data, force=force)
    return tuple(
        Filled(path=name, missing=_missing(tree, form), notes=_notes(form, ending, wanted)) for name, form, _ in made
    )


def _notes(form: "Form", ending: str, wanted: Filling) -> tuple[str, ...]:
    """Return what is worth knowing about a form; on small paper many columns leave room for tiny letters only."""
    widest = max((len(table.columns) for table in form.tables()), default=0)
    if ending != "docx" or wanted.template is not None or wanted.paper == "A3" or widest <= _MANY_COLUMNS:
        return form.notes
    return (
        *form.notes,
        f"tabel {widest} kolom di kertas {wanted.paper} berhuruf kecil; lebih mudah dibaca: --paper A3.",
    )


def _chosen(tree: Tree, kind: str, wanted: Filling) -> tuple[Filling, ...]:
    """Return one wish for every position that carries something."""
    from pohon.forms.kinds import KINDS, carriers, kind_of

    if not kind_of(kind).personal:
        personal = ", ".join(one.name for one in KINDS.values() if one.personal)
        raise PohonError(f"--semua membuat satu berkas tiap jabatan; itu hanya untuk {personal}.")
    if wanted.position:
        raise PohonError("pilih salah satu: --jabatan untuk satu jabatan, atau --semua untuk semua jabatan.")
    found = tuple(replace(wanted, position=one) for one in carriers(tree))
    if not found:
        raise PohonError("belum ada simpul yang memikul jabatan (kunci `jabatan` pada simpul, tahap 5).")
    return found


def _may_write(names: Iterable[Path], *, force: bool) -> None:
    """Raise Refused before the first file is written when one of them exists."""
    taken = [name.as_posix() for name in names if name.exists()]
    if taken and not force:
        raise Refused(f"{taken[0]}: berkas sudah ada. Pakai nama lain, atau --force untuk menggantinya.")


def _wish(wanted: Filling) -> "Wanted":
    from pohon.forms.wanted import Wanted

    return Wanted(
        position=wanted.position,
        year=wanted.year,
        totals=wanted.totals,
        words=wanted.words,
        as_printed=wanted.as_printed,
    )


def _built(tree: Tree, kind: str, wanted: Filling) -> "Form":
    from pohon.forms import kinds

    return kinds.build(tree, kind, _wish(wanted))


def _written(tree: Tree, form: "Form", ending: str, wanted: Filling) -> bytes:
    from pohon.forms import products

    return products.write(form, ending, paper=wanted.paper, template=wanted.template, facts=_facts(tree, wanted, form))


def _facts(tree: Tree, wanted: Filling, form: "Form") -> dict[str, str]:
    """Return the words for the placeholders of a template."""
    from pohon.forms.wanted import document

    own = {"rkt": "rkt", "pk": "perjanjian_kinerja", "iki": "iki", "iku": "iku"}.get(form.kind, "renstra")
    doc = document(tree, own)
    position = tree.positions.get(wanted.position) or (tree.jabatan[0] if tree.jabatan else None)
    year = wanted.year or doc.tahun or tree.tahun
    return {
        "instansi": tree.instansi,
        "pemerintah": tree.pemerintah,
        "tahun": str(year or ""),
        "jabatan": position.nama if position else "",
        "tempat": doc.tempat,
        "tanggal": doc.tanggal,
    }


def _missing(tree: Tree, form: "Form") -> tuple[str, ...]:
    """Return one line for every field of the form that the tree leaves empty, with the places to fill it."""
    from pohon.forms.tables import missing

    found: dict[str, list[str]] = {}
    told: set[str] = set()
    for one in missing(form):
        if not one.key and one.field in told:  # a party signs twice and is named once
            continue
        told.add(one.field)
        found.setdefault(one.label or "penanda tangan", []).append(_place(tree, one))
    return tuple(f"belum diisi: {label} – {_places(places)}" for label, places in found.items())


def _places(places: list[str]) -> str:
    unique = list(dict.fromkeys(places))
    more = f", dan {len(unique) - _SHOWN} lagi" if len(unique) > _SHOWN else ""
    return ", ".join(unique[:_SHOWN]) + more


def _place(tree: Tree, one: "Missing") -> str:
    """Return where a field belongs: the number of the node and the line in the file, or the key to add."""
    place = tree.place(one.key, one.field).describe().partition(" kolom")[0]
    if not one.key:
        return " ".join(filter(None, (f"kunci {one.field}", f"({place})" if place else "")))
    words = [str(int(word) + 1) if word.isdecimal() and len(word) < 4 else word for word in one.field.split(".")]
    field = " ".join(filter(None, ("simpul", tree.number(one.key), *words)))
    return field + (f" ({place})" if place else "")
