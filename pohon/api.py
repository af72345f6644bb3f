"""Use cases: what a user wants done, in one call each. The only module that joins the layers.

    load   a tree file -> Loaded           lint   tree files -> findings
    save   a tree or its text -> a file    draw   a tree -> svg, pdf, png, dot ...
    new    a tree file to start from       fmt    a tree file in its usual form
    explain, rules, schema                 what the rules and the file formats are

Heavy layers are imported where they are used, so that a lint loads only what it needs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pohon.errors import BadInput, BadSettings, Place, PohonError, Problem
from pohon.forms import disk
from pohon.model.finding import Finding, Severity
from pohon.model.tree import Tree
from pohon.settings import Settings
from pohon.settings import load as load_settings

if TYPE_CHECKING:
    from pohon.model.lexicon import Lexicon
    from pohon.render.options import SceneOptions
    from pohon.rules._base import Rule

__all__ = [
    "Drawing",
    "Linted",
    "Loaded",
    "count",
    "draw",
    "draw_file",
    "draw_sheets",
    "explain",
    "fmt",
    "lint",
    "lint_all",
    "load",
    "new",
    "outline",
    "report",
    "rules",
    "save",
    "schema",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A tree with the file it came from. `raw` is what the disk held, `notes` what was unusual about it."""

    path: Path
    tree: Tree
    text: str
    notes: tuple[str, ...] = ()
    raw: bytes = field(default=b"", repr=False)
    settings: Settings = field(default_factory=Settings, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """What a lint found in one file; `problems` are why it could not be read, `broken` the rules that failed."""

    path: Path
    text: str = ""
    tree: Tree | None = None
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR

    def counted(self, least: Severity) -> tuple[Finding, ...]:
        """Return the findings of at least this severity that are not waived."""
        return tuple(one for one in self.findings if one.waiver is None and one.severity.rank <= least.rank)


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


def load(path: Path | str) -> Loaded:
    """Read a tree file. Raises BadInput with every problem of the file, BadSettings for a wrong pohon.toml."""
    path = Path(path)
    return _load(path, load_settings(path.parent))


def _load(path: Path, settings: Settings) -> Loaded:
    from pohon.forms import tree_file

    raw = disk.read(path)
    name = path.as_posix()
    decoded = tree_file.decode(raw, name)
    spaced = tree_file.untab(decoded.text, name)
    tree = tree_file.parse(spaced.text, name, settings.profiles)
    notes = (*decoded.notes, *spaced.notes)
    return Loaded(path=path, tree=tree, text=spaced.text, notes=notes, raw=raw, settings=settings)


def save(tree: Tree | str, path: Path | str, *, force: bool = False, expected: bytes | None = None) -> None:
    """Write a tree (or the text of one) to a file, whole or not at all.

    Raises Refused when the file exists and neither `force` is given nor its bytes are still `expected`.
    """
    if isinstance(tree, Tree):
        from pohon.forms import tree_file

        tree = tree_file.write(tree)
    disk.write(Path(path), tree.encode("utf-8"), force=force, expected=expected)


def lint(
    path: Path | str, *, stage: int | None = None, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Linted:
    """Check one tree file. Raises BadInput when it cannot be read; `lint_all` reports that instead."""
    (linted,) = lint_all([Path(path)], stage=stage, select=select, ignore=ignore)
    if linted.problems:
        raise BadInput(linted.path.as_posix(), linted.problems)
    return linted


def lint_all(
    paths: Iterable[Path | str], *, stage: int | None = None, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Iterator[Linted]:
    """Check tree files and folders of them, one after the other; what cannot be read is reported and passed over.

    `select` replaces the choice of pohon.toml, `ignore` is added to it. Raises BadSettings.
    """
    run = _Run(stage=stage, select=tuple(select), ignore=tuple(ignore))
    for found in disk.tree_files(map(Path, paths)):
        yield (
            Linted(path=found.path, problems=(found.problem,)) if isinstance(found, disk.Skipped) else run.check(found)
        )


class _Run:
    """One lint over many files: settings and word lists are read once for each pohon.toml."""

    def __init__(self, *, stage: int | None, select: tuple[str, ...], ignore: tuple[str, ...]) -> None:
        self.stage, self.select, self.ignore = stage, select, ignore
        self.settings: dict[Path, Settings] = {}
        self.lexicons: dict[Path | None, Lexicon] = {}
        _refuse_unknown("--select", select)
        _refuse_unknown("--ignore", ignore)

    def check(self, path: Path) -> Linted:
        """Check one file."""
        settings = self._settings(path.parent)
        try:
            raw = disk.read(path)
        except BadInput as error:
            return Linted(path=path, problems=error.problems)
        return self._check(path, raw, settings)

    def _check(self, path: Path, raw: bytes, settings: Settings) -> Linted:
        from pohon.forms import tree_file
        from pohon.rules import _engine

        name, text, notes = path.as_posix(), "", tuple[str, ...]()
        try:
            decoded = tree_file.decode(raw, name)
            text, notes = decoded.text, decoded.notes
            spaced = tree_file.untab(text, name)
            text, notes = spaced.text, (*notes, *spaced.notes)
            tree = tree_file.parse(text, name, settings.profiles)
        except BadInput as error:
            return Linted(path=path, text=text, notes=notes, problems=error.problems)
        options = _engine.Options(
            select=self.select or settings.select,
            ignore=(*settings.ignore, *self.ignore),
            severity=tuple(settings.severity.items()),
            stage=self.stage,
        )
        outcome = _engine.run(tree, self._lexicon(settings), options)
        return Linted(
            path=path,
            text=text,
            tree=tree,
            findings=outcome.findings,
            notes=notes,
            broken=outcome.broken,
            fail_on=settings.fail_on,
        )

    def _settings(self, folder: Path) -> Settings:
        if folder not in self.settings:
            settings = self.settings[folder] = load_settings(folder)
            named = (*settings.select, *settings.ignore, *settings.severity)
            _refuse_unknown(str(settings.path), named)
        return self.settings[folder]

    def _lexicon(self, settings: Settings) -> "Lexicon":
        if settings.path not in self.lexicons:
            from pohon.model import lexicon

            base = lexicon.default()
            self.lexicons[settings.path] = lexicon.extend(base, settings.words) if settings.words else base
        return self.lexicons[settings.path]


def _refuse_unknown(name: str, words: Iterable[str]) -> None:
    """Raise BadSettings for words that mean no rule."""
    from pohon.rules import _registry

    unknown = _registry.unknown(words)
    if unknown:
        remedy = "Daftar aturan: `pohon rules`."
        problems = (
            Problem(Place(), f"tidak ada aturan `{word}`. {_near_rule(word)}".rstrip(), remedy) for word in unknown
        )
        raise BadSettings(name, tuple(problems))


def _near_rule(word: str) -> str:
    from difflib import get_close_matches

    from pohon.rules import _registry

    known = {name: entry.code for entry in _registry.entries() for name in (entry.code, entry.name)}
    near = get_close_matches(word.upper(), known, n=1) or get_close_matches(word.casefold(), known, n=1)
    return f"Maksud Anda {known[near[0]]}?" if near else ""


def count(paths: Iterable[Path | str]) -> int:
    """Return how many tree files a lint of these paths would meet."""
    return sum(1 for _ in disk.tree_files(map(Path, paths)))


def report(linted: Iterable[Linted], form: str = "text", *, color: bool = False) -> str:
    """Return the report of a lint: "text" for people (in colour for a terminal), "json" for programs."""
    from pohon.render.report import Entry, text

    entries = (Entry(one.path.as_posix(), one.text, one.findings, one.problems) for one in linted)
    if form == "json":
        from pohon.render import report_json

        return report_json.as_json(report_json.report(entries))
    return text(entries, color=color)


def rules(stage: int = 5) -> tuple["Rule", ...]:
    """Return every rule that runs at a stage, in the order of the catalogue."""
    from pohon.rules import _registry

    return tuple(_registry.load(entry) for entry in _registry.selected((), (), stage))


def explain(word: str) -> str:
    """Return the page of a rule, found by its code or name. Raises PohonError when there is none."""
    from importlib import resources

    from pohon.rules import _registry

    for entry in _registry.entries():
        if word.upper() == entry.code or word.casefold() == entry.name:
            folder, _, file = entry.module.rpartition(".")
            page = resources.files("pohon.rules").joinpath(*folder.split("."), f"{file}.md")
            return page.read_text(encoding="utf-8")
    raise PohonError(f"tidak ada aturan `{word}`. {_near_rule(word)} Daftar aturan: `pohon rules`.".replace("  ", " "))


def fmt(path: Path | str, *, ids: bool = False) -> tuple[Loaded, str]:
    """Return a tree file as it is and its text in the usual form: quoted so that every YAML tool reads it too.

    With `ids` every node without an id gets one.
    """
    from pohon.forms import tree_file

    loaded = load(path)
    text = tree_file.canonical(loaded.text)
    if ids:
        from pohon.forms.tree_ids import with_ids

        text = with_ids(text, loaded.settings.profiles)
    return loaded, text


def new(name: str, *, profile: str = "balangan", force: bool = False) -> Path:
    """Write a tree file to start from and return its path. Raises Refused when it exists, PohonError for the rest."""
    from pohon.forms.starter import starter
    from pohon.model.profile import builtin_names

    path = Path(name if name.endswith(disk.SUFFIX) else name + disk.SUFFIX)
    title = path.name.removesuffix(disk.SUFFIX)
    if not title.strip(". "):
        raise PohonError(f"{path.as_posix()}: nama berkas masih kosong.")
    known = sorted({*builtin_names(), *load_settings(path.parent).profiles})
    if profile not in known:
        raise PohonError(f"profil `{profile}` tidak dikenal. Pilih salah satu: {', '.join(known)}.")
    if not path.parent.is_dir():
        raise PohonError(f"folder {path.parent.as_posix()} tidak ada.")
    words = title.replace("-", " ").replace("_", " ")
    save(starter(title=f"Pohon Kinerja {words}", profile=profile), path, force=force)
    return path


def schema(*, report: bool = False) -> dict[str, Any]:
    """Return the JSON Schema of the tree file, or of the JSON report of a lint."""
    if not report:
        from pohon.forms.json_schema import json_schema

        return json_schema()
    from pydantic import TypeAdapter

    from pohon.render.report_json import Report

    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(Report).json_schema()}


def outline(tree: Tree, width: int = 100, *, color: bool = False) -> str:
    """Return the tree as indented lines for a terminal."""
    from pohon.render import outline as outlines

    return outlines.render(tree, width, color=color)


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
