"""Whether two texts speak of the same thing: common content words, word forms of one root, the field of the whole tree.

In a tree about administrasi kependudukan the words "administrasi kependudukan" tie nothing together; they count only
when they make up a good part of the shorter text. Source: domain.md rules SEB05 and IND10.
"""

from collections.abc import Iterable
from functools import lru_cache

from .lexicon import Lexicon
from .node import Kind
from .tree import Tree
from .wording import content, head

__all__ = ["field_words", "same_topic"]

_SHORTEST_ROOT = 4
_PREFIXES = (
    "memper", "diper", "pember", "penge", "peng", "peny", "pem", "pen", "per", "pe",
    "meng", "meny", "mem", "men", "me", "ber", "be", "ter", "te", "ke", "di", "se",
)  # fmt: skip
_SUFFIXES = ("kannya", "annya", "inya", "nya", "kan", "an", "i")


def field_words(tree: Tree, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of the field: what the outcomes of the tree speak of."""
    said = (content(node.statement, lexicon) for node in tree.of_kind(Kind.OUTCOME))
    return frozenset[str]().union(*said)


def same_topic(text: str, others: Iterable[str], lexicon: Lexicon, field: frozenset[str]) -> bool:
    """Tell whether a text shares a word with one of the others, words of the field counting only in numbers.

    Its head verb counts too ("Terpeliharanya ..." and "pemeliharaan"). A text without content words shares with
    everything: nothing can be said about it.
    """
    own = content(text, lexicon)
    if not own:
        return True
    roots = frozenset[str]().union(*(_roots(other, lexicon) for other in others))
    common = {word for word in own if _among(_root(word), roots)}
    if common - field or _among(_root(head(text, lexicon).word), roots):
        return True
    return len(common) >= lexicon.ambang["SEB05.bagian"] * len(own)


def _among(root: str, roots: frozenset[str]) -> bool:
    """Tell whether a root is among the others, what an affix took too much forgiven ("elihara", "didi", "ampil")."""
    return root in roots or (len(root) >= _SHORTEST_ROOT and any(_nearly(root, other) for other in roots))


def _nearly(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    if len(shorter) > _SHORTEST_ROOT and longer.endswith(shorter):
        return True
    return len(shorter) >= _SHORTEST_ROOT and len(longer) - len(shorter) == 1 and shorter in longer


@lru_cache(16_384)
def _roots(text: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(_root, content(text, lexicon)))


@lru_cache(16_384)
def _root(word: str) -> str:
    """Return a rough root: one prefix and one suffix off while at least four letters stay ("pelayanan" -> "layan")."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_ROOT:
            word = word.removesuffix(suffix)
            break
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_ROOT:
            return word.removeprefix(prefix)
    return word
