"""False alarms on official wording: lines of the national nomenclature, each read at its own level.

Statements of sub kegiatan are read as kondisi operasional, outcomes as CSF, names of program, kegiatan and sub kegiatan
as rows of the planning table, indicators as indicators of a kondisi operasional. A finding of severity error or warning
is a false alarm, unless accuracy_map.toml says why it is right (table `resmi`: a misspelling that is really there).
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from pohon.model.finding import Finding, Severity
from pohon.model.indicator import Indicator
from pohon.model.lexicon import default
from pohon.model.node import Kind, Node
from pohon.model.planning import CodeLevel, Program
from pohon.model.profile import load_builtin
from pohon.model.tree import Tree
from pohon.rules._engine import Options, run

from .labelled import FOLDER

__all__ = ["LINES", "Official", "measure", "read_lines", "report"]

LINES = FOLDER.parent / "data" / "labels.tsv"
_MAP = Path(__file__).with_name("accuracy_map.toml")
_ROWS = {"program": CodeLevel.PROGRAM, "kegiatan": CodeLevel.KEGIATAN, "subkegiatan": CodeLevel.SUB_KEGIATAN}
_NOT_WORDING = ("STR", "PET", "XCT", "ANG", "DOK", "TGT", "IND01", "IND02", "IND15", "IND16")
"""What a single line cannot have: a place in a tree, an indicator, a unit, a target."""


@dataclass(frozen=True, slots=True)
class Official:
    """One line with the findings on it that count as alarms, and those that the table explains."""

    text: str
    level: str
    alarms: tuple[Finding, ...]
    explained: tuple[Finding, ...]


def read_lines(path: Path = LINES) -> Iterator[tuple[str, str]]:
    """Yield (text, level) of every line."""
    for line in path.read_text(encoding="utf-8").splitlines():
        text, _, level = line.rpartition("\t")
        yield text, level


def measure(lines: Iterable[tuple[str, str]]) -> Iterator[Official]:
    """Lint every line at its own level."""
    table = tomllib.loads(_MAP.read_text(encoding="utf-8"))["resmi"]
    wrong = frozenset(word.strip() for word in table["benar"].replace("\n", ",").split(",") if word.strip())
    empty = Tree(judul="Wording", instansi="", tahap=5, profile=load_builtin("renstra-2025"), nodes={}, roots=())
    for text, level in lines:
        findings = run(_read_as(text, level, empty), default(), Options(ignore=_NOT_WORDING)).findings
        strong = [one for one in findings if one.severity is not Severity.HINT]
        right = [one for one in strong if _is_right(one, level, wrong, table["alasan"])]
        yield Official(text, level, tuple(one for one in strong if one not in right), tuple(right))


def _is_right(finding: Finding, level: str, wrong: frozenset[str], reasons: Mapping[str, str]) -> bool:
    """Tell whether the table says why a finding is right: all its words are wrong, or its code has a reason here."""
    words = frozenset(word.strip() for word in finding.evidence.casefold().split(","))
    return f"{finding.code}.{level}" in reasons or words <= wrong


def _read_as(text: str, level: str, empty: Tree) -> Tree:
    if level in _ROWS:
        return replace(empty, program=(Program(level=_ROWS[level], nama=text),))
    kind = Kind.CSF if level == "outcome" else Kind.OPERASIONAL
    node = Node(key="1", kind=kind, statement="" if level == "indicator" else text)
    if level == "indicator":
        node = replace(node, indikator=(Indicator(nama=text),))
    return replace(empty, nodes={"1": node}, roots=("1",))


def report(*, alarms: bool) -> int:
    """Print the figures; exit code 0 always (a test holds the limit)."""
    measured = list(measure(read_lines()))
    count = sum(bool(one.alarms) for one in measured)
    print(f"{len(measured)} official lines, {count} with a false alarm: {1000 * count / len(measured):.1f} per 1,000")
    print(f"explained (the line is really wrong): {sum(bool(one.explained) for one in measured)}")
    codes = Counter((one.level, finding.code) for one in measured for finding in one.alarms)
    for (level, code), number in codes.most_common():
        print(f"{level:14}{code:8}{number:5}")
    for one in measured if alarms else ():
        for finding in one.alarms:
            print("ALARM", one.level, finding.code, "|", finding.evidence, "|", one.text)
    return 0
