"""The lint: tree files in, findings out."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pohon.errors import BadInput, BadSettings, Place, Problem
from pohon.forms import disk
from pohon.frozen import dataclass
from pohon.model.finding import Finding, Severity
from pohon.model.tree import Tree
from pohon.settings import Settings
from pohon.settings import find as find_settings
from pohon.settings import load as load_settings

if TYPE_CHECKING:
    from pohon.model.lexicon import Lexicon
    from pohon.rules._engine import Options

__all__ = [
    "Choice",
    "Linted",
    "Read",
    "Run",
    "count",
    "lint",
    "lint_all",
    "lint_each",
    "lint_tree",
    "near_rule",
    "watched_files",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """What a lint found in one file; `problems` are why it could not be read, `broken` the rules that failed.

    `ran` are the codes of the rules that were executed; `hidden` counts findings that a baseline keeps quiet.
    """

    path: Path
    text: str = ""
    tree: Tree | None = None
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    ran: tuple[str, ...] = ()
    fail_on: Severity = Severity.ERROR
    hidden: int = 0

    def counted(self, least: Severity) -> tuple[Finding, ...]:
        """Return the findings of at least this severity that are not waived."""
        return tuple(one for one in self.findings if one.waiver is None and one.severity.rank <= least.rank)


class Choice(NamedTuple):
    """What to run: a stage other than the files' own, rules selected and ignored."""

    stage: int | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Read(NamedTuple):
    """A file that could be read."""

    text: str
    tree: Tree
    notes: tuple[str, ...]


def lint(
    path: Path | str, *, stage: int | None = None, select: Iterable[str] = (), ignore: Iterable[str] = ()
) -> Linted:
    """Check one tree file. Raises BadInput when it cannot be read; `lint_all` reports that instead."""
    (linted,) = lint_all([Path(path)], stage=stage, select=select, ignore=ignore)
    if linted.problems:
        raise BadInput(linted.path.as_posix(), linted.problems)
    return linted


def lint_all(
    paths: Iterable[Path | str],
    *,
    stage: int | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    jobs: int = 1,
) -> Iterator[Linted]:
    """Check tree files and folders of them, in order; what cannot be read is reported and passed over.

    Several trees are also compared with each other (what one says of a partner whose tree is there), so the first is
    yielded when the last has been checked; `lint_each` does not wait. `select` replaces the choice of pohon.toml,
    `ignore` is added to it. `jobs` = number of processes, 0 = as many as pay; a script that asks for more than one
    needs the usual `if __name__ == "__main__":`. Raises BadSettings.
    """
    run = Run(Choice(stage, tuple(select), tuple(ignore)))
    return _together(_each(paths, run, jobs), run)


def lint_each(paths: Iterable[Path | str], choice: Choice | None = None, *, jobs: int = 1) -> Iterator[Linted]:
    """Check tree files as `lint_all` does, each alone and yielded at once; `compared` adds what they say together."""
    return _each(paths, Run(choice or Choice()), jobs)


def _each(paths: Iterable[Path | str], run: "Run", jobs: int) -> Iterator[Linted]:
    found = disk.tree_files(map(Path, paths))
    if jobs != 1:
        from ._many import check_all

        return check_all(found, run, jobs)
    return (run.check(item) for item in found)


def _together(linted: Iterable[Linted], run: "Run") -> Iterator[Linted]:
    every = tuple(linted)
    if sum(one.tree is not None for one in every) > 1:
        from ._beside import beside

        every = beside(every, run)
    yield from every


def lint_tree(tree: Tree, settings: Settings | None = None, *, choice: Choice | None = None) -> tuple[Finding, ...]:
    """Return what a whole lint finds in a tree that stands in no file. Raises BadSettings."""
    from pohon.rules import _engine

    run, known = Run(choice or Choice()), settings or Settings()
    return _engine.run(tree, run.lexicon_of(known), run.options(known)).findings


def count(paths: Iterable[Path | str]) -> int:
    """Return how many tree files a lint of these paths would meet."""
    return sum(1 for _ in disk.tree_files(map(Path, paths)))


def watched_files(paths: Iterable[Path | str]) -> Iterator[Path]:
    """Yield every file that a lint of these paths depends on: the trees and their pohon.toml."""
    folders: set[Path] = set()
    for found in disk.tree_files(map(Path, paths)):
        path = found.path if isinstance(found, disk.Skipped) else found
        yield path
        if path.parent not in folders:
            folders.add(path.parent)
            settings = find_settings(path.parent)
            if settings is not None:
                yield settings


class Run:
    """One lint over many files: settings and word lists are read once for each pohon.toml. Raises BadSettings."""

    def __init__(self, choice: Choice) -> None:
        self.choice = choice
        self._settings: dict[Path, Settings] = {}
        self._lexicons: dict[Path | None, Lexicon] = {}
        _refuse_unknown("--select", choice.select)
        _refuse_unknown("--ignore", choice.ignore)

    def check(self, item: Path | disk.Skipped) -> Linted:
        """Check one file; what cannot be read gives its problems."""
        if isinstance(item, disk.Skipped):
            return Linted(path=item.path, problems=(item.problem,))
        settings = self.settings_of(item.parent)
        text: list[str] = []
        try:
            read = self.read(item, text)
        except BadInput as error:
            return Linted(path=item, text="".join(text), problems=error.problems)
        from pohon.rules import _engine

        outcome = _engine.run(read.tree, self.lexicon_of(settings), self.options(settings))
        return Linted(
            path=item,
            text=read.text,
            tree=read.tree,
            findings=outcome.findings,
            notes=read.notes,
            broken=outcome.broken,
            ran=outcome.ran,
            fail_on=settings.fail_on,
        )

    def read(self, path: Path, seen: list[str] | None = None) -> Read:
        """Read one file; `seen` takes the text that was reached before something went wrong. Raises BadInput."""
        from pohon.forms import tree_file

        name = path.as_posix()
        decoded = tree_file.decode(disk.read(path), name)
        if seen is not None:
            seen[:] = [decoded.text]
        spaced = tree_file.untab(decoded.text, name)
        tree = tree_file.parse(spaced.text, name, self.settings_of(path.parent).profiles)
        return Read(spaced.text, tree, (*decoded.notes, *spaced.notes))

    def options(self, settings: Settings) -> "Options":
        """Return what the engine is to run under these settings."""
        from pohon.rules import _engine

        return _engine.Options(
            select=self.choice.select or settings.select,
            ignore=(*settings.ignore, *self.choice.ignore),
            severity=tuple(settings.severity.items()),
            stage=self.choice.stage,
        )

    def settings_of(self, folder: Path) -> Settings:
        """Return the settings that hold for a folder. Raises BadSettings."""
        if folder not in self._settings:
            settings = self._settings[folder] = load_settings(folder)
            _refuse_unknown(str(settings.path), (*settings.select, *settings.ignore, *settings.severity))
        return self._settings[folder]

    def lexicon_of(self, settings: Settings) -> "Lexicon":
        """Return the word lists under these settings."""
        if settings.path not in self._lexicons:
            from pohon.model import lexicon

            base = lexicon.default()
            self._lexicons[settings.path] = lexicon.extend(base, settings.words) if settings.words else base
        return self._lexicons[settings.path]


def _refuse_unknown(name: str, words: Iterable[str]) -> None:
    """Raise BadSettings for words that mean no rule."""
    from pohon.rules import _registry

    unknown = _registry.unknown(words)
    if unknown:
        remedy = "Daftar aturan: `pohon rules`."
        problems = (
            Problem(Place(), f"tidak ada aturan `{word}`. {near_rule(word)}".rstrip(), remedy) for word in unknown
        )
        raise BadSettings(name, tuple(problems))


def near_rule(word: str) -> str:
    """Return "Maksud Anda ...?" with the rule most like a word, "" when none is."""
    from difflib import get_close_matches

    from pohon.rules import _registry

    known = {name: entry.code for entry in _registry.entries() for name in (entry.code, entry.name)}
    near = get_close_matches(word.upper(), known, n=1) or get_close_matches(word.casefold(), known, n=1)
    return f"Maksud Anda {known[near[0]]}?" if near else ""
