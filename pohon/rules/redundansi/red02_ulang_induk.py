"""RED02 ulang-induk: a cause that says again what its effect says."""

import re
from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.model.wording import content, expand, head, heads_alike, jaccard, spelling, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity

__all__ = ["RULE"]

_JOINTS = re.compile(r"[,;/&]|\bdan\b|\bserta\b", re.IGNORECASE)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    least, sure = lexicon.ambang["RED02.saran"], lexicon.ambang["RED02.peringatan"]
    for effect in tree:
        causes = (*tree.children(effect), *tree.supports(effect))
        whole = content(effect.statement, lexicon)
        left_out = [whole - content(cause.statement, lexicon) for cause in causes]
        for cause, lacking in zip(causes, left_out, strict=True):
            score = jaccard(whole, content(cause.statement, lexicon))
            if score < least or (score < sure and _says_more(tree, effect, cause, lexicon)):
                continue
            if not _is_share(effect, lacking, frozenset(left_out), lexicon):
                yield _hit(tree, (effect, cause), score, lexicon)


def _hit(tree: Tree, edge: tuple[Node, Node], score: float, lexicon: Lexicon) -> Hit:
    effect, cause = edge
    number = tree.number(effect.key)
    if score >= lexicon.ambang["RED02.galat"]:
        severity, message = Severity.ERROR, f"Isi kalimat ini sama dengan akibatnya (simpul {number})."
    elif score >= lexicon.ambang["RED02.peringatan"]:
        severity, message = Severity.WARNING, f"Kalimat ini hampir mengulang akibatnya (simpul {number})."
    else:
        severity, message = Severity.HINT, f"Kalimat ini mirip dengan akibatnya (simpul {number})."
    evidence = f"kesamaan isi {score:.2f}".replace(".", ",")
    return Hit(node=cause.key, message=message, evidence=evidence, related=(effect.key,), severity=severity)


def _says_more(tree: Tree, effect: Node, cause: Node, lexicon: Lexicon) -> bool:
    """True when likeness is no repetition: work that the effect does not name, or a head that says something else."""
    ours, theirs = (head(node.statement, lexicon) for node in (cause, effect))
    results = "hasil" in ours.lists and "hasil" in theirs.lists
    other_verb = not results and not heads_alike(ours.word, theirs.word, lexicon)
    return other_verb or _is_work_for(tree, effect, cause, lexicon)


def _is_work_for(tree: Tree, effect: Node, cause: Node, lexicon: Lexicon) -> bool:
    """True for an output that opens with work the effect does not name: "sosialisasi" for the use of better seed."""
    level = tree.profile.level(cause.kind)
    first = tokens(cause.statement)[head(cause.statement, lexicon).size :][:1]
    work = lexicon.kata["nominal"] | lexicon.kata["kerja_kantor"]
    outputs = level is not None and not level.speaks_of_results
    return outputs and bool(first) and first[0] in work and first[0] not in tokens(effect.statement)


def _is_share(effect: Node, lacking: frozenset[str], others: frozenset[frozenset[str]], lexicon: Lexicon) -> bool:
    """True when the effect joins two affairs, this cause takes one of them and another cause takes the other."""
    if not lacking:
        return False
    parts = [_words(part, lexicon) for part in _JOINTS.split(effect.statement)]
    return any(other and other.isdisjoint(lacking) and _apart(lacking, other, parts) for other in others)


def _apart(one: frozenset[str], two: frozenset[str], parts: list[tuple[str, ...]]) -> bool:
    """True when a joint of the sentence stands between the two sets of words."""
    first = {word: place for place, part in reversed(list(enumerate(parts))) for word in part}
    last = {word: place for place, part in enumerate(parts) for word in part}
    if not (one | two) <= first.keys():
        return False
    return any(max(first[word] for word in a) < min(last[word] for word in b) for a, b in ((one, two), (two, one)))


def _words(part: str, lexicon: Lexicon) -> tuple[str, ...]:
    return spelling(expand(tokens(part), lexicon), lexicon)


RULE = Rule(
    code="RED02",
    name="ulang-induk",
    summary="Kondisi hanya mengulang kalimat akibatnya.",
    severity=Severity.WARNING,
    stage=2,
    source="rangkuman PermenPANRB 89/2021, tahap 3: kondisi tidak dituangkan berulang kali",
    check=check,
    scope=Scope.BRANCH,
    hint="Tulis apa yang menyebabkan kondisi di atasnya, atau lebur kedua simpul menjadi satu.",
)
