"""How right the linter is on real documents read by hand: precision, recall, misses and false alarms per kind.

    python -m benchmarks.accuracy [FOLDER] [--misses] [--alarms] [--official]

Scoring: a pair (node, kind) that a reader called certain is a positive, one called possible is neutral, every other
pair with a finding is a false alarm. Which rule speaks of which kind stands in accuracy_map.toml.
"""

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pohon.model.finding import Finding, Severity
from pohon.model.lexicon import default
from pohon.rules._engine import Options, run

from . import accuracy_official
from .labelled import FOLDER, Labelled, read_all

__all__ = ["DECIDABLE", "Score", "main", "score"]

DECIDABLE = frozenset({
    "spelling", "level_language", "problem_language", "planning_language", "org_language", "double_barrelled",
    "single_child", "same_as_parent", "redundancy", "duplicate_indicator", "missing_indicator",
    "indicator_not_measurable", "unit_mismatch", "target_missing", "target_invalid", "arithmetic", "structure",
})  # fmt: skip
_MAP = Path(__file__).with_name("accuracy_map.toml")
_GRADES = {Severity.ERROR: "galat", Severity.WARNING: "peringatan", Severity.HINT: "saran"}
Pair = tuple[str, str, str]
"""(document, node or "" for the whole document, kind)."""


@dataclass(slots=True)
class Score:
    """Counts over documents; pairs are (document, node, kind)."""

    found: set[Pair] = field(default_factory=set)
    missed: set[Pair] = field(default_factory=set)
    strong: Counter[str] = field(default_factory=Counter)
    weak: Counter[str] = field(default_factory=Counter)
    strong_alarms: list[tuple[Pair, Finding]] = field(default_factory=list)
    weak_alarms: list[tuple[Pair, Finding]] = field(default_factory=list)
    why: dict[Pair, str] = field(default_factory=dict)

    def recall(self, kinds: Iterable[str] | None = None) -> float:
        """Return the share of certain faults that some finding names."""
        wanted = None if kinds is None else frozenset(kinds)
        found = sum(wanted is None or pair[2] in wanted for pair in self.found)
        missed = sum(wanted is None or pair[2] in wanted for pair in self.missed)
        return found / (found + missed) if found + missed else 1.0

    def precision(self, *, strong: bool) -> float:
        """Return the share of pairs with a finding that are faults (neutral pairs left out)."""
        hits = self.strong if strong else self.weak
        total = hits["true"] + hits["false"]
        return hits["true"] / total if total else 1.0


def score(documents: Iterable[Labelled], kinds: Mapping[str, tuple[str, ...]]) -> Score:
    """Lint every document and compare with its labels; `kinds` maps a rule code to the kinds it speaks of."""
    result = Score()
    for document in documents:
        outcome = run(document.tree, default(), Options())
        _score_one(document, [one for one in outcome.findings if one.waiver is None], kinds, result)
    return result


def _score_one(
    document: Labelled, findings: list[Finding], kinds: Mapping[str, tuple[str, ...]], result: Score
) -> None:
    certain = {(one.node, one.kind) for one in document.defects if one.certain}
    possible = {(one.node, one.kind) for one in document.defects} - certain
    named: dict[tuple[str, str], Finding] = {}
    for finding in sorted(findings, key=lambda one: one.severity.rank):
        for kind in _kinds_of(finding, kinds):
            named.setdefault((finding.node, kind), finding)
    whole = {kind for node, kind in certain if not node}
    whole_neutral = {kind for node, kind in possible if not node}
    for (node, kind), finding in named.items():
        pair = (document.name, node, kind)
        strong = finding.severity is not Severity.HINT
        counts = result.strong if strong else result.weak
        if (node, kind) in certain or kind in whole:
            counts["true"] += 1
        elif (node, kind) in possible or kind in whole_neutral:
            counts["neutral"] += 1
        else:
            counts["false"] += 1
            (result.strong_alarms if strong else result.weak_alarms).append((pair, finding))
    spoken = {kind for _, kind in named}
    for node, kind in certain:
        hit = (node, kind) in named or (not node and kind in spoken)
        (result.found if hit else result.missed).add((document.name, node, kind))
    for one in document.defects:
        result.why.setdefault((document.name, one.node, one.kind), one.why)


def _kinds_of(finding: Finding, kinds: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return what a finding speaks of: "BHS02.galat" where a rule grades, else "BHS02"."""
    return kinds.get(f"{finding.code}.{_GRADES[finding.severity]}", kinds.get(finding.code, ()))


def read_map(path: Path = _MAP) -> dict[str, tuple[str, ...]]:
    """Return rule code -> kinds from the table."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {code: tuple(kinds) for code, kinds in data["aturan"].items()}


def main(arguments: list[str] | None = None) -> int:
    """Print the table; exit code 0 always (a test holds the limits)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--misses", action="store_true", help="list every certain fault that no finding names")
    parser.add_argument("--alarms", action="store_true", help="list every false alarm")
    parser.add_argument("--official", action="store_true", help="false alarms on official wording instead")
    options = parser.parse_args(arguments)
    if options.official:
        return accuracy_official.report(alarms=options.alarms)
    documents = list(read_all(options.folder))
    result = score(documents, read_map())
    nodes = sum(len(document.tree) for document in documents)
    print(f"{len(documents)} documents, {nodes} nodes")
    print(f"errors and warnings: precision {result.precision(strong=True):.3f} {dict(result.strong)}")
    print(f"hints:               precision {result.precision(strong=False):.3f} {dict(result.weak)}")
    print(f"recall, decidable:   {result.recall(DECIDABLE):.3f}    recall, all: {result.recall():.3f}")
    _print_kinds(result)
    if options.misses:
        for pair in sorted(result.missed):
            print("MISS ", *pair, "|", result.why.get(pair, ""))
    if options.alarms:
        for pair, finding in sorted(result.strong_alarms + result.weak_alarms, key=lambda one: one[0]):
            print("ALARM", *pair, finding.code, finding.severity.value, "|", finding.message, "|", finding.evidence)
    return 0


def _print_kinds(result: Score) -> None:
    alarms = Counter(pair[2] for pair, _ in result.strong_alarms)
    hints = Counter(pair[2] for pair, _ in result.weak_alarms)
    found, missed = Counter(pair[2] for pair in result.found), Counter(pair[2] for pair in result.missed)
    print(f"{'kind':28}{'found':>6}{'missed':>7}{'alarms':>7}{'hints':>6}")
    for kind in sorted({*found, *missed, *alarms, *hints}):
        mark = "" if kind in DECIDABLE else " (subject)"
        print(f"{kind + mark:28}{found[kind]:6}{missed[kind]:7}{alarms[kind]:7}{hints[kind]:6}")


if __name__ == "__main__":
    raise SystemExit(main())
