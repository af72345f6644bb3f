"""Drawings of a tree: svg, pdf, png, dot, mmd, graphml."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pohon.errors import PohonError
from pohon.forms import disk
from pohon.model.finding import Finding
from pohon.model.tree import Tree

from ._files import load
from ._lint import lint

if TYPE_CHECKING:
    from pohon.render.options import SceneOptions

__all__ = ["Drawing", "draw", "draw_file", "draw_sheets"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What is wanted of a drawing; "" and 0 stand for what pohon.toml says, or else for what suits the form."""

    view: str = ""
    paper: str = ""
    orientation: str = ""
    split: str = "auto"
    stage: int = 0
    engine: str = "tidy"
    findings: bool = False


def draw(tree: Tree, form: str, wanted: Drawing = Drawing()) -> bytes:
    """Return one drawing of a tree: svg, pdf, png, dot, mmd or graphml. Raises PohonError for another form."""
    return draw_sheets(tree, form, wanted)[0]


def draw_sheets(
    tree: Tree,
    form: str,
    wanted: Drawing = Drawing(),
    *,
    findings: Iterable[Finding] = (),
) -> tuple[bytes, ...]:
    """Return the files of a drawing: one for each sheet, only one for a PDF, which holds all sheets."""
    from pohon.render import products

    if form not in products.FORMS:
        known = ", ".join(f".{ending}" for ending in products.FORMS)
        raise PohonError(f"gambar berakhiran .{form} tidak dikenal. Pilih salah satu: {known}.")
    options = _options(form, wanted, findings)
    return products.make(tree, form, options, split=wanted.split, engine=wanted.engine)


def _options(form: str, wanted: Drawing, findings: Iterable[Finding]) -> "SceneOptions":
    """Return what the drawing modules are asked for; a PDF is always on paper."""
    from pohon.render.options import SceneOptions

    marks: dict[str, list[tuple[str, str]]] = {}
    for one in findings:
        if one.waiver is None:
            marks.setdefault(one.node, []).append((one.code, one.severity.value))
    return SceneOptions(
        view=wanted.view or "kinerja",
        paper=wanted.paper or ("A3" if form == "pdf" else ""),
        orientation=wanted.orientation or "auto",
        stage=wanted.stage,
        findings=marks,
    )


def draw_file(path: Path | str, out: Path, wanted: Drawing, *, force: bool = False) -> tuple[Path, ...]:
    """Draw a tree file into a file named by its ending; several sheets get numbers. Returns the files written."""
    loaded = load(path)
    own = loaded.settings
    wanted = replace(
        wanted,
        view=wanted.view or own.view,
        paper=wanted.paper or own.paper,
        orientation=wanted.orientation or own.orientation,
    )
    found = lint(path, stage=wanted.stage or None).findings if wanted.findings else ()
    files = draw_sheets(loaded.tree, out.suffix.lstrip(".").lower(), wanted, findings=found)
    names = [out] if len(files) == 1 else [out.with_stem(f"{out.stem}-{sheet}") for sheet in range(1, len(files) + 1)]
    for name, data in zip(names, files, strict=True):
        disk.write(name, data, force=force)
    return tuple(names)
