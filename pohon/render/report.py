"""The text report of `pohon lint`: findings grouped by file and branch, each with its source line, for people.

Text of trees is foreign: control characters never reach a terminal, and nothing in it is read as markup.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pohon.errors import Problem
from pohon.model.finding import Finding, Place, Severity
from pohon.model.node import Kind
from pohon.model.tree import Tree

__all__ = ["UNREADABLE", "Branch", "Entry", "branch_of", "counted", "family", "printable", "text"]

UNREADABLE = "P002"
"""Code of a problem that kept a file from being read as a tree."""

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.HINT: "36"}
_EXCERPT = 100
_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Zl", "Zp"))


_FAMILIES = {
    "STR": "struktur", "RED": "pengulangan", "BHS": "bahasa", "SEB": "sebab-akibat", "IND": "indikator",
    "TGT": "target", "XCT": "crosscutting", "PET": "pemetaan", "ANG": "anggaran", "DOK": "dokumen",
}  # fmt: skip


class Entry(NamedTuple):
    """One file of a report: its text, its findings, and the problems that kept it from being read.

    `tree` gives the branches; `ran` the codes of the rules that were executed; `hidden` counts the findings that a
    baseline keeps quiet.
    """

    path: str
    text: str = ""
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    tree: Tree | None = None
    ran: tuple[str, ...] = ()
    hidden: int = 0


class Branch(NamedTuple):
    """The part of a tree that a finding belongs to: a CSF with all below it, or what stands outside of every CSF."""

    number: str
    label: str
    title: str = ""


class _Row(NamedTuple):
    place: Place
    severity: Severity
    code: str
    message: str
    more: tuple[str, ...]
    branch: Branch | None = None
    stage: int = 0


def branch_of(tree: Tree, key: str) -> Branch:
    """Return the branch of a node: its CSF, else its root; one of their own for the file and for unplaced nodes."""
    if not key:
        return Branch("", "berkas")
    if key not in tree.nodes:
        return Branch("", "belum ditempatkan")
    node = tree.nodes[key]
    while node.kind is not Kind.CSF and node.parent is not None:
        node = tree.nodes[node.parent]
    return Branch(tree.number(node.key), node.kind.label, node.statement)


def family(code: str) -> str:
    """Return the family of a rule in words."""
    return _FAMILIES.get(code[:3], "pemeriksaan")


def counted(entry: Entry) -> tuple[Finding, ...]:
    """Return the findings of a file that nobody has accepted."""
    return tuple(one for one in entry.findings if one.waiver is None)


def text(entries: Iterable[Entry], *, color: bool = False) -> str:
    """Return the report: the findings of each file by branch, then the counts. Waived findings are only counted."""
    files = tuple(entries)
    lines: list[str] = []
    every: list[_Row] = []
    for entry in files:
        rows = list(_rows(entry))
        every += rows
        if rows:
            lines.append(_paint(printable(entry.path), "1", color=color))
            source = entry.text.split("\n")
            for branch, members in _grouped(rows).items():
                if branch is not None:
                    lines.append(_heading(branch, color=color))
                for row in members:
                    lines.extend(_lines_of(row, source, color=color))
            lines.append("")
    return "\n".join([*lines, *_breakdown(every), _summary(files, every, color=color), ""])


def summary(entries: Iterable[Entry]) -> str:
    """Return the counts alone, on one line."""
    files = tuple(entries)
    return _summary(files, [row for entry in files for row in _rows(entry)], color=False)


def _rows(entry: Entry) -> Iterator[_Row]:
    for problem in entry.problems:
        yield _Row(problem.place, Severity.ERROR, UNREADABLE, problem.message, (problem.place.label, problem.remedy))
    source = ["", *entry.text.split("\n")]
    for one in counted(entry):
        line = source[one.place.line] if one.place.line < len(source) else ""
        branch = branch_of(entry.tree, one.node) if entry.tree else None
        yield _Row(one.place, one.severity, one.code, one.message, (_evidence(one, line), one.hint), branch, one.stage)


def _grouped(rows: Iterable[_Row]) -> dict[Branch | None, list[_Row]]:
    groups: dict[Branch | None, list[_Row]] = {}
    for row in rows:
        groups.setdefault(row.branch, []).append(row)
    return groups


def _heading(branch: Branch, *, color: bool) -> str:
    label = " ".join(part for part in (branch.number, branch.label) if part)
    return _paint(f"  [{label}] {printable(branch.title)}".rstrip(), "2", color=color)


def _breakdown(rows: list[_Row]) -> Iterator[str]:
    """Yield how many findings each family and each stage has, where there are several."""
    found = [row for row in rows if row.code != UNREADABLE]
    if len(found) < 2:
        return
    families = Counter(family(row.code) for row in found)
    stages = Counter(row.stage for row in found)
    yield "Menurut keluarga: " + ", ".join(f"{name} {number}" for name, number in families.most_common()) + "."
    yield "Menurut tahap: " + ", ".join(f"tahap {stage}: {stages[stage]}" for stage in sorted(stages)) + "."


def _lines_of(row: _Row, source: list[str], *, color: bool) -> Iterator[str]:
    place, paint = row.place, _COLORS[row.severity]
    where = f"{place.line}:{place.column}" if place.line else "-"
    label = _paint(row.severity.label, paint, color=color)
    yield f"  {where}  {label}  {row.code}  {printable(row.message)}"
    if 0 < place.line <= len(source):
        excerpt, caret = _excerpt(source[place.line - 1].rstrip("\r"), place)
        yield f"      | {excerpt}"
        yield f"      | {_paint(caret, paint, color=color)}"
    for words in filter(None, row.more):
        yield f"      {printable(words)}"


def _evidence(one: Finding, source: str) -> str:
    """Return what a finding rests on, unless its message or its line says so already."""
    known = one.evidence.casefold() in f"{one.message} {source}".casefold()
    return f"bukti: {one.evidence}" if one.evidence and not known else ""


def _excerpt(line: str, place: Place) -> tuple[str, str]:
    """Return the part of a line around a place, and the carets under it."""
    start = min(max(place.column - 1, 0), len(line))
    last = place.end_column - 1 if place.end_line == place.line else len(line)
    end = max(min(last, len(line)), start + 1)
    indent = min(start, len(line) - len(line.lstrip()))
    left = indent if end <= indent + _EXCERPT else max(0, start - _EXCERPT // 3)
    right = min(len(line), left + _EXCERPT)
    head, cut = ("… " if left > indent else ""), (" …" if right < len(line) else "")
    shown = head + printable(line[left:right]) + cut
    before = _width(head + printable(line[left:start]))
    under = max(1, _width(printable(line[start : min(end, right)])))
    return shown.rstrip(), " " * before + "^" * under


def printable(words: str) -> str:
    """Return text that is safe on a terminal: no control or direction characters, on one line."""
    if words.isascii() and words.isprintable():
        return words
    return "".join(map(_visible, words))


def _visible(sign: str) -> str:
    if sign in "\t\n\r":
        return " "
    if unicodedata.category(sign) in _HIDDEN and sign != "\u200d":  # the joiner of composed emoji is harmless
        return "\ufffd"
    return sign


def _width(words: str) -> int:
    """Return the number of terminal cells: 2 for wide signs, 0 for signs that stand on the one before."""
    return len(words) if words.isascii() else sum(map(_cells, words))


def _cells(sign: str) -> int:
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _summary(files: tuple[Entry, ...], rows: list[_Row], *, color: bool) -> str:
    counts = Counter(row.severity for row in rows)
    said = ", ".join(f"{counts[severity]} {severity.label}" for severity in Severity) if counts else "tidak ada temuan"
    waived = sum(one.waiver is not None for entry in files for one in entry.findings)
    unread = sum(bool(entry.problems) for entry in files)
    hidden = sum(entry.hidden for entry in files)
    extra = [f"{waived} temuan diabaikan dengan alasan"] * bool(waived)
    extra += [f"{hidden} temuan lama disembunyikan"] * bool(hidden)
    extra += [f"{unread} di antaranya tidak dapat dibaca"] * bool(unread)
    tail = f" ({'; '.join(extra)})" if extra else ""
    return _paint(f"{len(files)} berkas: {said}.", "1", color=color) + tail


def _paint(words: str, code: str, *, color: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if color else words
