"""Everything that a room can hand out as a file: drawings, official forms, findings, the tree file itself.

`offered` is the menu (docs/papan/protokol.md, `GET /api/ekspor`), `export` makes one entry of it. Only what the stage
of the tree allows is offered. Values come from a browser: each is checked against the menu before it is used.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from pohon import api
from pohon.errors import PohonError
from pohon.model.finding import Finding
from pohon.model.tree import Tree
from pohon.settings import Settings

__all__ = ["Export", "Source", "export", "offered"]

_MEDIA = {
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "png": "image/png",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "json": "application/json",
    "zip": "application/zip",
}
"""Ending -> media type; every other file is plain text."""
_VIEWS = {
    "kinerja": "Pohon kinerja",
    "cascading": "Pohon cascading",
    "jabatan": "Pohon per jabatan",
    "crosscutting": "Peta crosscutting",
}
_PAPERS = ("A3", "A4", "A2", "A1", "A0", "F4")
_SHEETS = {"auto": "otomatis", "none": "satu lembar", "csf": "satu lembar tiap CSF"}
_DIRECTIONS = {"bawah": "atas ke bawah", "kanan": "kiri ke kanan"}
_YES_NO = {"ya": "ya", "tidak": "tidak"}


class Source(NamedTuple):
    """What a file is made from: the tree, its findings, the text of its file, its name without ending."""

    tree: Tree
    findings: tuple[Finding, ...]
    text: str
    name: str
    settings: Settings = Settings()


class Export(NamedTuple):
    """A finished file: its name, its media type, its bytes."""

    filename: str
    media: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Choice:
    """One thing to choose about an entry: values with their labels, the first is the usual one."""

    name: str
    label: str
    values: Mapping[str, str]

    def as_data(self) -> dict[str, Any]:
        first = next(iter(self.values), "")
        pairs = [[value, label] for value, label in self.values.items()]
        return {"nama": self.name, "label": self.label, "nilai": pairs, "bawaan": first}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the menu. `make` takes the source, the ending and the chosen values."""

    group: str
    name: str
    label: str
    endings: tuple[str, ...]
    choices: tuple[_Choice, ...]
    make: Callable[[Source, str, Mapping[str, str]], bytes | tuple[bytes, ...]]


def offered(tree: Tree) -> list[dict[str, Any]]:
    """Return the menu for a tree as it stands."""
    return [
        {
            "kelompok": one.group,
            "nama": one.name,
            "label": one.label,
            "bentuk": list(one.endings),
            "pilihan": [choice.as_data() for choice in one.choices],
        }
        for one in _menu(tree)
    ]


def export(source: Source, name: str, ending: str, options: Mapping[str, str]) -> Export:
    """Make one file. Raises PohonError for what is not on the menu, and for what the tree cannot give."""
    entry = next((one for one in _menu(source.tree) if one.name == name), None)
    if entry is None:
        raise PohonError(f"ekspor `{name[:40]}` tidak ada untuk pohon tahap {source.tree.tahap}.")
    if ending not in entry.endings:
        raise PohonError(f"{entry.label} tidak ada sebagai .{ending[:10]}. Pilih: {', '.join(entry.endings)}.")
    made = entry.make(source, ending, _chosen(entry, options))
    stem = f"{source.name}.pohon" if name == "pohon" else f"{source.name}-{name}"
    if isinstance(made, bytes):
        return Export(f"{stem}.{ending}", _MEDIA.get(ending, "text/plain; charset=utf-8"), made)
    if len(made) == 1:
        return Export(f"{stem}.{ending}", _MEDIA.get(ending, "text/plain; charset=utf-8"), made[0])
    return Export(f"{stem}-{ending}.zip", _MEDIA["zip"], _zipped(stem, ending, made))


def _chosen(entry: _Entry, options: Mapping[str, str]) -> dict[str, str]:
    """Return a value for every choice of the entry. Raises PohonError for a value that is not offered."""
    found = {}
    for choice in entry.choices:
        value = options.get(choice.name, "") or next(iter(choice.values), "")
        if value and value not in choice.values:
            raise PohonError(f"{choice.label}: `{value[:40]}` tidak ada. Pilih: {', '.join(choice.values.values())}.")
        found[choice.name] = value
    return found


def _menu(tree: Tree) -> Iterable[_Entry]:
    yield _Entry("Berkas", "pohon", "Berkas pohon", ("yaml",), (), lambda source, *_: source.text.encode())
    for view, label in _VIEWS.items():
        if _drawable(tree, view):
            endings, choices = _drawing_endings(view), _drawing_choices(tree)
            yield _Entry("Gambar", f"gambar-{view}", label, endings, choices, _drawer(view))
    for name, (title, stage, personal) in api.form_facts().items():
        if stage <= tree.tahap and not (personal and not tree.jabatan):
            endings = ("docx", "xlsx", "html", "md", "csv")
            yield _Entry(
                "Formulir", name, _titled(title), endings, _form_choices(tree, personal=personal), _filler(name)
            )
    yield _Entry("Temuan", "temuan", "Daftar temuan", ("xlsx", "html", "json"), (), _report)


def _titled(title: str) -> str:
    return title[:1].upper() + title[1:]


def _drawable(tree: Tree, view: str) -> bool:
    if view == "crosscutting":
        return tree.tahap >= 3 and any(node.crosscutting for node in tree)
    if view == "jabatan":
        return tree.tahap >= 5 and bool(tree.jabatan or any(node.jabatan for node in tree))
    return view == "kinerja" or tree.tahap >= 5


def _drawing_endings(view: str) -> tuple[str, ...]:
    drawn = ("pdf", "pptx", "html", "png", "svg", "drawio")
    return drawn if view in ("jabatan", "crosscutting") else (*drawn, "dot", "mmd", "graphml")


def _drawing_choices(tree: Tree) -> tuple[_Choice, ...]:
    papers = {paper: paper for paper in _PAPERS}
    usual = (
        _Choice("kertas", "Kertas", papers),
        _Choice("lembar", "Lembar", _SHEETS),
        _Choice("arah", "Arah", _DIRECTIONS),
        _Choice("temuan", "Tampilkan temuan", {"tidak": "tidak", "ya": "ya"}),
    )
    return usual if tree.tahap < 4 else (*usual, _Choice("indikator", "Tampilkan indikator", _YES_NO))


def _form_choices(tree: Tree, *, personal: bool) -> tuple[_Choice, ...]:
    years = {str(year): str(year) for year in _years(tree)}
    choices = [_Choice("kertas", "Kertas", {"A4": "A4", "F4": "F4"})]
    if years:
        said = bool(tree.tahun or any(one.tahun for one in tree.dokumen))
        choices.insert(0, _Choice("tahun", "Tahun", ({"": "menurut berkas"} if said else {}) | years))
    if personal:
        choices.insert(0, _Choice("jabatan", "Jabatan", {key: one.nama for key, one in tree.positions.items()}))
    return tuple(choices)


def _years(tree: Tree) -> list[int]:
    period = range(tree.periode.awal, tree.periode.akhir + 1) if tree.periode else range(0)
    targets = {target.tahun for node in tree for one in node.indikator for target in one.target if target.tahun}
    return sorted({*period, *targets, *filter(None, [tree.tahun])})


def _drawer(view: str) -> Callable[[Source, str, Mapping[str, str]], tuple[bytes, ...]]:
    def made(source: Source, ending: str, chosen: Mapping[str, str]) -> tuple[bytes, ...]:
        wanted = api.Drawing(
            view=view,
            paper=chosen["kertas"] if ending in ("pdf", "svg", "png") else "",
            split=chosen["lembar"],
            direction=chosen["arah"],
            findings=chosen["temuan"] == "ya",
            indicators=chosen.get("indikator", "ya") == "ya",
            colours=source.settings.colours,
        )
        found = source.findings if wanted.findings else ()
        return api.draw_sheets(source.tree, ending, wanted, findings=found)

    return made


def _filler(kind: str) -> Callable[[Source, str, Mapping[str, str]], bytes]:
    def made(source: Source, ending: str, chosen: Mapping[str, str]) -> bytes:
        year = chosen.get("tahun", "")
        wanted = api.Filling(
            position=chosen.get("jabatan", ""), year=int(year) if year else None, paper=chosen["kertas"]
        )
        return api.fill_form(source.tree, kind, ending, wanted)

    return made


def _report(source: Source, ending: str, chosen: Mapping[str, str]) -> bytes:
    del chosen
    linted = api.Linted(
        path=Path(f"{source.name}.pohon.yaml"), text=source.text, tree=source.tree, findings=source.findings
    )
    return api.report_bytes([linted], ending)


def _zipped(stem: str, ending: str, files: tuple[bytes, ...]) -> bytes:
    """Return several sheets as one archive, always with the same bytes."""
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for number, data in enumerate(files, 1):
            info = ZipInfo(f"{stem}-{number}.{ending}")
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, data)
    return packed.getvalue()
