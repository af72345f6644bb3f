"""Whether two texts speak of the same thing: common content words, word forms of one root, the field of the whole tree.

In a tree about administrasi kependudukan the words "administrasi kependudukan" tie nothing together; they count only
when they make up a good part of the shorter text. Source: domain.md rules SEB05 and IND10.
"""

from collections.abc import Iterable
from functools import lru_cache

from .lexicon import Lexicon
from .node import Kind
from .tree import Tree
from .wording import content, head, tokens

__all__ = ["field_words", "of_one_root", "root", "same_topic", "speaks_of"]

_SHORTEST_ROOT = 4
_PREFIXES = (
    "memper", "diper", "pember", "penge", "peng", "peny", "pem", "pen", "per", "pe",
    "meng", "meny", "mem", "men", "me", "ber", "be", "ter", "te", "ke", "di", "se",
)  # fmt: skip
_SUFFIXES = ("kannya", "annya", "inya", "nya", "kan", "an", "i")


def field_words(tree: Tree, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of the field: what the outcomes of the tree speak of."""
    said = (content(node.statement, lexicon) for node in tree.whole.of_kind(Kind.OUTCOME))
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
    if any(root(word) in roots for word in own - field):
        return True  # the usual case, and the quick one
    common = {word for word in own if _among(root(word), roots)}
    first = head(text, lexicon).word
    if common - field or (first not in lexicon.kata["kepala_umum"] and _among(root(first), roots)):
        return True
    if not roots.isdisjoint(_other_names(own - field, lexicon)):
        return True
    return len(common) >= lexicon.ambang["SEB05.bagian"] * len(own)


def of_one_root(one: str, other: str) -> bool:
    """Tell whether two words come from one root, as far as affixes show ("terpelihara", "pemeliharaan")."""
    return _among(root(one), frozenset({root(other)}))


def _among(root: str, roots: frozenset[str]) -> bool:
    """Tell whether a root is among the others, what an affix took too much forgiven ("elihara", "didi", "ampil")."""
    if root in roots:
        return True
    size = len(root)
    for other in roots if size >= _SHORTEST_ROOT else ():
        gap = size - len(other)
        shorter, longer = (root, other) if gap <= 0 else (other, root)
        if len(shorter) > _SHORTEST_ROOT and longer.endswith(shorter):
            return True
        if gap in (1, -1) and len(shorter) >= _SHORTEST_ROOT and shorter in longer:
            return True
    return False


def _other_names(words: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """Return the roots of words that name the same people or things ("pegawai" for "asn")."""
    alike = _alike(lexicon)
    return frozenset[str]().union(*(alike[word] for word in words if word in alike))


@lru_cache(8)
def _alike(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in lexicon.frasa["sama_benda"]:
        group = [word.strip() for word in line.split("=")]
        for word in group:
            found[word] = found.get(word, frozenset()) | {root(other) for other in group if other != word}
    return found


def speaks_of(name: str, text: str, lexicon: Lexicon) -> bool:
    """Tell whether a measure can speak of what a result says: a common word, another name, the topic of a known score.

    Words that say little (kualitas, masyarakat, daerah) tie nothing together.
    """
    light = lexicon.kata["lemah"] | lexicon.kata["kabur"] | lexicon.kata["mutu"] | lexicon.kata["proses"]
    said = frozenset(root(word) for word in content(text, lexicon) - light)
    if not said:
        return True
    words = content(name, lexicon) - light
    if any(_among(root(word), said) for word in words) or not said.isdisjoint(_other_names(words, lexicon)):
        return True
    plain = f" {' '.join(tokens(name))} "
    topics = frozenset[str]().union(*(about for keys, about in _scores(lexicon) if any(key in plain for key in keys)))
    return any(_among(root(word), topics) for word in {*tokens(text), *content(text, lexicon)})


@lru_cache(8)
def _scores(lexicon: Lexicon) -> tuple[tuple[tuple[str, ...], frozenset[str]], ...]:
    """Return (names of a score with a space on both sides, roots of what it speaks of)."""
    lines = (line.partition(":") for line in lexicon.frasa["topik_ukuran"])
    return tuple(
        (tuple(f" {key.strip()} " for key in keys.split("=")), frozenset(root(word) for word in topics.split()))
        for keys, _, topics in lines
    )


@lru_cache(16_384)
def _roots(text: str, lexicon: Lexicon) -> frozenset[str]:
    return frozenset(map(root, content(text, lexicon)))


@lru_cache(16_384)
def root(word: str) -> str:
    """Return the rough root: one prefix and one suffix off while four letters stay ("pelayanan" -> "layan")."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_ROOT:
            word = word.removesuffix(suffix)
            break
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_ROOT:
            return word.removeprefix(prefix)
    return word
