"""The repair: a tree file in, the same file with what can be repaired without doubt put right."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pohon.errors import BadInput
from pohon.forms import disk, tree_file
from pohon.frozen import dataclass, replace
from pohon.model.finding import Finding, Fix
from pohon.model.tree import Tree

from ._lint import Choice, Linted, Run

__all__ = ["Fixed", "Repair", "fix", "fix_all"]

_ROUNDS = 25
_SPACING = "spasi ganda"
_EVERYTHING = Choice()


class Repair(NamedTuple):
    """One repair that was made: the rule ("" for spacing), the node's number, line and field, old and new text."""

    code: str
    name: str
    number: str
    line: int
    field: str
    old: str
    new: str
    safe: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A file with its repairs; `left` is the lint of the repaired text. Only `save` writes the file."""

    path: Path
    before: str
    text: str
    applied: tuple[Repair, ...]
    left: Linted
    raw: bytes = b""

    @property
    def changed(self) -> bool:
        """True when there is something to write."""
        return bool(self.applied)

    def diff(self) -> str:
        """Return the change as a unified diff."""
        from difflib import unified_diff

        name = self.path.as_posix().lstrip("/")
        old, new = self.before.splitlines(keepends=True), self.text.splitlines(keepends=True)
        lines = unified_diff(old, new, f"a/{name}", f"b/{name}")
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ Tanpa baris baru di akhir berkas\n" for line in lines
        )

    def save(self) -> None:
        """Write the file, whole or not at all. Raises Refused when it changed on the disk since it was read."""
        if self.changed:
            disk.write(self.path, self.text.encode("utf-8"), expected=self.raw)


def fix(
    path: Path | str,
    *,
    unsafe: bool = False,
    stage: int | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Fixed:
    """Repair one tree file; `unsafe` makes suggestions come true that a person should judge. Writes nothing.

    Raises BadInput when the file cannot be read, BadSettings for a wrong pohon.toml or an unknown rule.
    """
    (fixed,) = fix_all([path], unsafe=unsafe, choice=Choice(stage, tuple(select), tuple(ignore)))
    if fixed.left.problems:
        raise BadInput(fixed.path.as_posix(), fixed.left.problems)
    return fixed


def fix_all(paths: Iterable[Path | str], *, unsafe: bool = False, choice: Choice = _EVERYTHING) -> Iterator[Fixed]:
    """Repair tree files and folders of them, in order; what cannot be read is passed over with its problems."""
    run = Run(choice)
    fixed = [_fixed(item, run, unsafe=unsafe) for item in disk.tree_files(map(Path, paths))]
    if len(fixed) > 1:
        from ._beside import beside

        left = beside([one.left for one in fixed], run)
        fixed = [replace(one, left=rest) for one, rest in zip(fixed, left, strict=True)]
    yield from fixed


def _fixed(item: Path | disk.Skipped, run: Run, *, unsafe: bool) -> Fixed:
    if isinstance(item, disk.Skipped):
        return Fixed(path=item.path, before="", text="", applied=(), left=run.check(item))
    return _Repairs(run, item, unsafe=unsafe).fixed()


class _Repairs:
    """The repairs of one file, made in rounds until nothing is left to repair."""

    def __init__(self, run: Run, path: Path, *, unsafe: bool) -> None:
        self.run, self.path, self.unsafe = run, path, unsafe
        self.settings = run.settings_of(path.parent)
        self.applied: list[Repair] = []
        self.refused: set[Fix] = set()

    def fixed(self) -> Fixed:
        """Return the repaired file."""
        try:
            raw = disk.read(self.path)
            read = self.run.read(self.path)
        except BadInput:
            return Fixed(path=self.path, before="", text="", applied=(), left=self.run.check(self.path))
        text, left = read.text, self._lint(read.text, read.tree, read.notes)
        seen = {text}
        for _ in range(_ROUNDS):
            better = self._round(text, left)
            if better in seen:
                break
            seen.add(better)
            text = better
            left = self._lint(text, tree_file.parse(text, self.path.as_posix(), self.settings.profiles), read.notes)
        return Fixed(path=self.path, before=read.text, text=text, applied=tuple(self.applied), left=left, raw=raw)

    def _lint(self, text: str, tree: Tree, notes: tuple[str, ...]) -> Linted:
        from pohon.rules import _engine

        outcome = _engine.run(tree, self.run.lexicon_of(self.settings), self.run.options(self.settings))
        return Linted(
            path=self.path,
            text=text,
            tree=tree,
            findings=outcome.findings,
            notes=notes,
            broken=outcome.broken,
            ran=outcome.ran,
            fail_on=self.settings.fail_on,
        )

    def _round(self, text: str, left: Linted) -> str:
        """Return the text after one round of repairs that do not get into each other's way."""
        from pohon.forms.tree_repair import repair
        from pohon.model.repair import fitting, now

        tree = left.tree
        if tree is None:
            return text
        owners: dict[Fix, Finding | None] = {}
        for one, finding in self._offered(tree, left.findings):
            owners.setdefault(one, finding)
        chosen = tuple(fitting(tree, (one for one in owners if one not in self.refused)))
        if not chosen:
            return text
        done = repair(text, chosen, self.settings.profiles)
        self.refused.update(set(chosen) - set(done.made))
        for one in done.made:
            new = " | ".join(one.parts) or one.text
            self.applied.append(_repair(tree, one, owners[one], (now(tree, one) or "", new)))
        return done.text

    def _offered(self, tree: Tree, findings: Iterable[Finding]) -> Iterator[tuple[Fix, Finding | None]]:
        """Yield what may be repaired with its finding: the safe repairs first, each in the order of the file."""
        from pohon.model.repair import spacing

        offered = [
            (one, finding) for finding in findings if finding.fix and not finding.waiver for one in finding.fix.each()
        ]
        yield from ((one, finding) for one, finding in offered if one.safe)
        yield from ((one, None) for one in spacing(tree) if not self.run.choice.select)
        yield from ((one, finding) for one, finding in offered if self.unsafe and not one.safe)


def _repair(tree: Tree, one: Fix, finding: Finding | None, texts: tuple[str, str]) -> Repair:
    code, name = (finding.code, finding.name) if finding else ("", _SPACING)
    number = tree.number(one.node) if one.node else ""
    return Repair(code, name, number, tree.place(one.node, one.field).line, one.field, *texts, one.safe)
