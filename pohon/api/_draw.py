"""Drawings of a tree: svg, pdf, png, html, pptx, drawio, dot, mmd, graphml."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pohon.errors import BadSettings, PohonError, Problem, Refused
from pohon.forms import disk
from pohon.model.finding import Finding
from pohon.model.tree import Tree

from ._files import load
from ._lint import lint

if TYPE_CHECKING:
    from pohon.render.options import Mark, SceneOptions
    from pohon.settings import Settings

__all__ = ["Drawing", "draw", "draw_file", "draw_sheets"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """What is wanted of a drawing; "" and 0 stand for what pohon.toml says, or else for what suits the form.

    `branch` = draw this node (id or number) and what is below it; `depth` = levels, 0 = all; `collapse` = nodes whose
    causes are left out; `target` = year whose targets are printed; `poster` = small paper for a large sheet;
    `colours` = own colours by role.
    """

    view: str = ""
    paper: str = ""
    orientation: str = ""
    direction: str = ""
    split: str = "auto"
    poster: str = ""
    stage: int = 0
    engine: str = "tidy"
    findings: bool = False
    indicators: bool = True
    target: int = 0
    branch: str = ""
    depth: int = 0
    collapse: tuple[str, ...] = ()
    version: str = ""
    date: str = ""
    colours: Mapping[str, str] = field(default_factory=dict)


def draw(tree: Tree, form: str, wanted: Drawing = Drawing()) -> bytes:
    """Return one drawing of a tree: svg, pdf, png, html ... Raises PohonError for another form."""
    return draw_sheets(tree, form, wanted)[0]


def draw_sheets(
    tree: Tree,
    form: str,
    wanted: Drawing = Drawing(),
    *,
    findings: Iterable[Finding] = (),
) -> tuple[bytes, ...]:
    """Return the files of a drawing: one for each sheet, only one for a PDF, which holds all sheets."""
    from pohon.render import products, theme_own

    _known(form)
    options = _options(tree, form, wanted, findings)
    with theme_own.applied(wanted.colours):
        return products.make(tree, form, options, split=wanted.split, engine=wanted.engine)


def _known(form: str) -> None:
    from pohon.render import products

    if form not in products.FORMS:
        known = ", ".join(f".{ending}" for ending in products.FORMS)
        raise PohonError(f"gambar berakhiran .{form} tidak dikenal. Pilih salah satu: {known}.")


def _options(tree: Tree, form: str, wanted: Drawing, findings: Iterable[Finding]) -> "SceneOptions":
    """Return what the drawing modules are asked for; a PDF is always on paper."""
    from pohon.render.options import SceneOptions

    findings = tuple(findings)
    found: dict[str, list[tuple[str, str]]] = {}
    for one in findings:
        if one.waiver is None:
            found.setdefault(one.node, []).append((one.code, one.severity.value))
    return SceneOptions(
        view=wanted.view or "kinerja",
        paper=wanted.paper or ("A3" if form == "pdf" or wanted.poster else ""),
        orientation=wanted.orientation or "auto",
        direction=wanted.direction or "bawah",
        poster=wanted.poster,
        indicators=wanted.indicators,
        target=wanted.target,
        stage=wanted.stage,
        branches=(_node(tree, wanted.branch),) if wanted.branch else (),
        depth=wanted.depth,
        closed=frozenset(_node(tree, one) for one in wanted.collapse),
        findings=found,
        marks=_marks(tree, findings) if form in ("svg", "pdf", "png") else (),
        explained=findings,
        version=wanted.version,
        date=wanted.date,
    )


def _marks(tree: Tree, findings: Iterable[Finding]) -> "tuple[Mark, ...]":
    """Number the findings in the order of the tree, those of the whole file first."""
    from pohon.render.options import Mark

    place = {key: at for at, key in enumerate(("", *tree.nodes, *tree.belum))}
    kept = [one for one in findings if one.waiver is None and one.node in place]
    ordered = sorted(kept, key=lambda one: place[one.node])
    return tuple(
        Mark(number, one.node, one.code, one.severity.value, one.message) for number, one in enumerate(ordered, 1)
    )


def _node(tree: Tree, name: str) -> str:
    """Return the key of a node that a user names by its id or by its printed number."""
    if name in tree.nodes:
        return name
    for key in tree.nodes:
        if tree.number(key) == name:
            return key
    from difflib import get_close_matches

    near = get_close_matches(name, [*tree.nodes, *map(tree.number, tree.nodes)], n=1, cutoff=0.6)
    remedy = f"Maksud Anda {near[0]}?" if near else "Nomornya tampak pada `pohon show`."
    raise PohonError(f"simpul {name} tidak ada pada pohon ini. {remedy}")


def draw_file(
    path: Path | str | Sequence[Path | str], out: Path, wanted: Drawing, *, force: bool = False
) -> tuple[Path, ...]:
    """Draw a tree file into a file named by its ending; several sheets get numbers. Returns the files written.

    Several tree files give one drawing of all: who needs whom.
    """
    paths = [path] if isinstance(path, str | Path) else list(path)
    loaded = [load(one) for one in paths]
    wanted = _with_settings(wanted, loaded[0].settings)
    form = out.suffix.lstrip(".").lower()
    if len(loaded) > 1:
        files = _together([one.tree for one in loaded], form, wanted)
    else:
        found = lint(paths[0], stage=wanted.stage or None).findings if wanted.findings else ()
        files = draw_sheets(loaded[0].tree, form, wanted, findings=found)
    names = [out] if len(files) == 1 else [out.with_stem(f"{out.stem}-{sheet}") for sheet in range(1, len(files) + 1)]
    taken = [name.as_posix() for name in names if name.exists()]
    if taken and len(names) > 1 and not force:
        raise Refused(f"{', '.join(taken)}: sudah ada, jadi tidak ada yang ditulis. Pakai --force untuk menggantinya.")
    for name, data in zip(names, files, strict=True):
        disk.write(name, data, force=force)
    return tuple(names)


def _together(trees: list[Tree], form: str, wanted: Drawing) -> tuple[bytes, ...]:
    from pohon.render import products, theme_own

    _known(form)
    with theme_own.applied(wanted.colours):
        options = _options(trees[0], form, replace(wanted, branch="", collapse=()), ())
        return products.make_together(trees, form, options, split=wanted.split)


def _with_settings(wanted: Drawing, own: "Settings") -> Drawing:
    """Fill what is not asked for from pohon.toml. Raises BadSettings when own colours cannot be read."""
    if own.colours and own.path is not None:
        from pohon import settings
        from pohon.render import theme_own

        remedy = "Pilih warna yang lebih gelap atau lebih terang."
        found = [
            Problem(settings.place_of(own.path, f"tema.{role}"), words, remedy)
            for role, words in theme_own.problems(own.colours)
        ]
        if found:
            raise BadSettings(str(own.path), tuple(found))
    return replace(
        wanted,
        view=wanted.view or own.view,
        paper=wanted.paper or own.paper,
        orientation=wanted.orientation or own.orientation,
        colours=wanted.colours or own.colours,
    )
