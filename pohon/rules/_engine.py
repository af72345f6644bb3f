"""Run the rules on one tree: selection, severities, waivers, places, order; a broken rule becomes a finding.

Pure: same tree, lexicon and options give the same findings in the same order. Three codes are the engine's own:
P000 aturan-rusak (a rule raised an exception), P001 abaikan-sia-sia (a waiver that waives nothing) and P003
aturan-terlalu-lama (a rule was stopped, see `_deadline.py`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial

from pohon.frozen import dataclass, replace
from pohon.model.facts import facts
from pohon.model.finding import Finding, Related, Severity
from pohon.model.lexicon import Lexicon
from pohon.model.node import Waiver
from pohon.model.tree import Tree

from . import _registry
from ._base import Hit, Rule
from ._deadline import TooSlow, Watch, allowance
from ._registry import Entry

__all__ = [
    "USUAL",
    "Options",
    "Outcome",
    "attempted",
    "closed",
    "found",
    "idle_waivers",
    "ordered",
    "run",
    "staged",
    "told",
    "waiver_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What to run and how: codes, families or names to select and to ignore (nothing selected = all rules).

    `severity` maps a code or a family to another severity, the longer word wins; `stage` overrides the tree's
    `tahap`; `strict` lets the exception of a broken rule through (for tests); `limit` = seconds that one rule may take,
    None = what suits the size of the tree, 0 = without end.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    stage: int | None = None
    strict: bool = False
    limit: float | None = None


USUAL = Options()
"""Every rule at the tree's own stage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The findings in the order of the file, the codes of the rules that broke, and of all that ran."""

    findings: tuple[Finding, ...] = ()
    broken: tuple[str, ...] = ()
    ran: tuple[str, ...] = ()


def run(tree: Tree, lexicon: Lexicon, options: Options = USUAL) -> Outcome:
    """Run every selected rule whose stage the tree has reached and return what they found."""
    tree = staged(tree, options)
    chosen = _registry.selected(options.select, options.ignore, tree.tahap, across=False)
    held = facts(tree)
    able = (one for one in chosen if one.speaks_of(held))
    findings, broken = attempted(able, tree, options, lambda rule: found(rule, tree, lexicon, options))
    every = closed(tree, findings, chosen, options, broken=broken)
    return Outcome(findings=every, broken=tuple(broken), ran=tuple(entry.code for entry in chosen))


def attempted(
    entries: Iterable[Entry], tree: Tree, options: Options, look: Callable[[Rule], list[Finding]]
) -> tuple[list[Finding], list[str]]:
    """Return what each rule finds, and the codes of those that broke or were stopped, each told by a finding."""
    findings: list[Finding] = []
    broken: list[str] = []
    limit = allowance(len(tree)) if options.limit is None else options.limit
    with Watch(limit) as watch:
        for entry in entries:
            try:
                findings += watch.call(partial(_loaded, entry, look))
            except (Exception, TooSlow) as error:
                if options.strict:
                    raise
                broken.append(entry.code)
                slow = isinstance(error, TooSlow)
                findings.append(_slow(entry, tree, limit) if slow else _broken(entry, tree, error))
    return findings, broken


def staged(tree: Tree, options: Options) -> Tree:
    """Return the tree at the stage that it is to be judged at."""
    return tree if options.stage in (None, tree.tahap) else replace(tree, tahap=options.stage)


def closed(
    tree: Tree, findings: list[Finding], chosen: Iterable[Entry], options: Options, *, broken: Iterable[str] = ()
) -> tuple[Finding, ...]:
    """Return the findings of all rules with those on idle waivers, in the order of the file."""
    sound = frozenset(entry.code for entry in chosen).difference(broken)
    if not _registry.matches("P001", "abaikan-sia-sia", options.ignore):
        findings = [*findings, *idle_waivers(tree, findings, sound, everything=not options.select)]
    return ordered(tree, findings)


def _loaded(entry: Entry, look: Callable[[Rule], list[Finding]]) -> list[Finding]:
    return look(_registry.load(entry))


def found(rule: Rule, tree: Tree, lexicon: Lexicon, options: Options) -> list[Finding]:
    """Return what one rule finds in the tree, in its own order."""
    return [told(rule, hit, tree, options) for hit in rule.check(tree, lexicon)]


def told(rule: Rule, hit: Hit, tree: Tree, options: Options) -> Finding:
    """Return a hit as a finding: with the severity that is wanted, its place, and the waiver that covers it."""
    override = _override(rule, options)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=override or hit.severity or rule.severity,
        stage=rule.stage,
        node=hit.node,
        message=hit.message,
        number=tree.number(hit.node) if hit.node else "",
        place=tree.place(hit.node, hit.field),
        hint=hit.hint or rule.hint,
        evidence=hit.evidence,
        source=rule.source,
        related=tuple(Related(node=key, line=tree.place(key).line) for key in hit.related),
        waiver=waiver_of(rule.code, hit.node, tree),
        fix=hit.fix,
    )


def _override(rule: Rule, options: Options) -> Severity | None:
    fitting = [pair for pair in options.severity if _registry.matches(rule.code, rule.name, (pair[0],))]
    return max(fitting, key=lambda pair: len(pair[0]))[1] if fitting else None


def waiver_of(code: str, key: str, tree: Tree) -> Waiver | None:
    """Return the waiver that covers a finding of this rule on this node, None when there is none."""
    own = tree.find(key).abaikan if key else ()
    return next((waiver for waiver in (*own, *tree.abaikan) if waiver.kode == code and waiver.alasan.strip()), None)


def _slow(entry: Entry, tree: Tree, limit: float) -> Finding:
    said = f"{limit:.1f}".replace(".", ",").removesuffix(",0")
    return Finding(
        code="P003",
        name="aturan-terlalu-lama",
        severity=Severity.ERROR,
        stage=entry.stage,
        node="",
        message=(
            f"Aturan {entry.code} ({entry.name}) dihentikan sesudah {said} detik, "
            "jadi pohon ini belum diperiksa terhadapnya."
        ),
        place=tree.place(""),
        hint=f"Ini kesalahan alat, bukan kesalahan pohon. Laporkan, atau lewati dengan mengabaikan {entry.code}.",
    )


def _broken(entry: Entry, tree: Tree, error: BaseException) -> Finding:
    return Finding(
        code="P000",
        name="aturan-rusak",
        severity=Severity.ERROR,
        stage=entry.stage,
        node="",
        message=f"Aturan {entry.code} ({entry.name}) gagal dijalankan, jadi pohon ini belum diperiksa terhadapnya.",
        place=tree.place(""),
        hint=f"Ini kesalahan alat, bukan kesalahan pohon. Laporkan, atau lewati dengan mengabaikan {entry.code}.",
        evidence=f"{type(error).__name__}: {error}"[:300],
    )


def idle_waivers(
    tree: Tree,
    findings: list[Finding],
    sound: frozenset[str],
    *,
    everything: bool,
    within: Collection[str] | None = None,
) -> Iterator[Finding]:
    """Yield P001 for each waiver without a reason, with an unknown code, or whose rule ran and found nothing here.

    `within` = the nodes that the rules looked at, "" for the file; None = all of them.
    """
    used = {(finding.node, finding.waiver) for finding in findings if finding.waiver}
    used_anywhere = {waiver for _, waiver in used}
    known = frozenset(entry.code for entry in _registry.entries())
    everyone = (*tree.nodes.values(), *tree.belum.values())
    held = [(node.key, waiver) for node in everyone for waiver in node.abaikan]
    for key, waiver in [("", waiver) for waiver in tree.abaikan] + held:
        if within is not None and key not in within:
            continue
        idle = waiver not in used_anywhere if not key else (key, waiver) not in used
        message = _idle_message(waiver, known, sound, idle=idle, everything=everything)
        if message:
            yield _idle_finding(tree, key, waiver, message)


def _idle_message(waiver: Waiver, known: frozenset[str], sound: frozenset[str], *, idle: bool, everything: bool) -> str:
    if waiver.kode not in known:
        return f"`abaikan` menyebut {waiver.kode}, tetapi tidak ada aturan dengan kode itu." if everything else ""
    if waiver.kode not in sound:
        return ""
    if not waiver.alasan.strip():
        return f"`abaikan` untuk {waiver.kode} tidak berlaku karena alasannya kosong."
    return f"`abaikan` untuk {waiver.kode} tidak terpakai: aturan itu tidak menemukan apa-apa di sini." if idle else ""


def _idle_finding(tree: Tree, key: str, waiver: Waiver, message: str) -> Finding:
    return Finding(
        code="P001",
        name="abaikan-sia-sia",
        severity=Severity.HINT,
        stage=1,
        node=key,
        message=message,
        number=tree.number(key) if key else "",
        place=tree.place(key, f"abaikan.{waiver.kode}"),
        hint="Tulis alasannya, betulkan kodenya, atau hapus baris `abaikan` itu.",
    )


def ordered(tree: Tree, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of the file."""
    order = {key: rank for rank, key in enumerate((*tree.nodes, *tree.belum), 1)}

    def rank(one: Finding) -> tuple[int, int, str, int, str, str]:
        return one.place.line, one.place.column, one.code, order.get(one.node, 0), one.message, one.evidence

    return tuple(sorted(findings, key=rank))
