"""Whether two texts speak of the same thing: common content words, word forms of one root, the field of the whole tree.

In a tree about administrasi kependudukan the words "administrasi kependudukan" tie nothing together; they count only
when they make up a good part of the shorter text. Source: domain.md rules SEB05 and IND10.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from .lexicon import Lexicon
from .node import Kind
from .tree import Tree
from .wording import content, expand, head, tokens

__all__ = [
    "Said",
    "Topic",
    "abbreviated",
    "field_words",
    "mentioned",
    "of_one_root",
    "root",
    "said",
    "same_topic",
    "speaks_of",
    "topic",
]

_SHORTEST_ROOT = 4
_CAPITALS = re.compile(r"\b[A-Z]{3,8}\b")
_LINKS = frozenset({"dan", "di", "ke", "yang", "serta", "atau", "untuk"})
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
    texts = tuple(others)
    telling = content(text, lexicon) - field
    if any(not telling.isdisjoint(content(other, lexicon)) for other in texts):
        return True  # as most texts that are compared
    return topic(text, lexicon, field).fits([said(other, lexicon) for other in texts], lexicon)


class Said(NamedTuple):
    """The roots of what is said, and the same roots with what an affix may have taken or left."""

    roots: frozenset[str]
    near: frozenset[str]
    names: frozenset[str] = frozenset()
    """Roots and other names of the same people or things, which count only as they are."""

    def touches(self, other: "Said") -> bool:
        """Tell whether a root of the one is among those of the other, affixes forgiven."""
        return not (
            self.names.isdisjoint(other.roots)
            and self.roots.isdisjoint(other.near)
            and self.near.isdisjoint(other.roots)
        )


class Topic(NamedTuple):
    """What a text is about: the words that tell, those of the field one by one, and how many they are together."""

    telling: Said
    common: tuple[Said, ...]
    size: int

    def fits(self, others: Sequence[Said], lexicon: Lexicon) -> bool:
        """Tell whether it is what one of the others speaks of, see `same_topic`."""
        if not self.size or any(self.telling.touches(other) for other in others):
            return True
        least = lexicon.ambang["SEB05.bagian"] * self.size
        if len(self.common) < least:
            return False
        return sum(any(word.touches(other) for other in others) for word in self.common) >= least


@lru_cache(16_384)
def topic(text: str, lexicon: Lexicon, field: frozenset[str]) -> Topic:
    """Return what a text is about in a tree with these words of the field."""
    words = content(text, lexicon)
    first = head(text, lexicon).word
    telling = frozenset(map(root, words - field))
    own = telling if first in lexicon.kata["kepala_umum"] else telling | {root(first)}
    names = telling | _other_names(words - field, lexicon)
    common = tuple(Said(frozenset({root(word)}), _forms(root(word))) for word in words & field)
    return Topic(Said(own, _all_forms(own), names), common, len(words))


@lru_cache(16_384)
def said(text: str, lexicon: Lexicon) -> Said:
    """Return what a text speaks of, for others to be compared with."""
    roots = _roots(text, lexicon)
    return Said(roots, _all_forms(roots))


def _all_forms(roots: Iterable[str]) -> frozenset[str]:
    return frozenset[str]().union(*map(_forms, roots))


@lru_cache(16_384)
def _forms(root: str) -> frozenset[str]:
    """Return a root with what it may be in another word: the end of it, or all but its first or last letter.

    Affixes take a letter too much or too few ("elihara", "didi", "ampil"); what is left must have four letters.
    """
    ends = (root[place:] for place in range(1, len(root) - _SHORTEST_ROOT))
    cut = (root[1:], root[:-1]) if len(root) > _SHORTEST_ROOT else ()
    return frozenset((root, *ends, *cut))


def of_one_root(one: str, other: str) -> bool:
    """Tell whether two words come from one root, as far as affixes show ("terpelihara", "pemeliharaan")."""
    return _among(root(one), frozenset({root(other)}))


def mentioned(words: Iterable[str], texts: Iterable[str], lexicon: Lexicon) -> bool:
    """Tell whether one of the texts holds a word of one root with one of these words."""
    roots = frozenset(map(root, words))
    sought = Said(roots, _all_forms(roots), roots)
    return any(sought.touches(_every_word(text, lexicon)) for text in texts)


@lru_cache(16_384)
def _every_word(text: str, lexicon: Lexicon) -> Said:
    roots = frozenset(map(root, expand(tokens(text), lexicon)))
    return Said(roots, _all_forms(roots))


def _among(root: str, roots: frozenset[str]) -> bool:
    """Tell whether a root is among the others, what an affix took too much forgiven ("elihara", "didi", "ampil")."""
    return root in roots or not _forms(root).isdisjoint(roots) or any(root in _forms(other) for other in roots)


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


@lru_cache(16_384)
def abbreviated(name: str, text: str) -> bool:
    """Tell whether one of the texts holds the initials of words that follow one another in the other (BMN, KSP)."""
    return _initials_in(name, text) or _initials_in(text, name)


def _initials_in(short: str, long: str) -> bool:
    capitals = [part.casefold() for part in _CAPITALS.findall(short)]
    initials = "".join(word[0] for word in tokens(long) if word not in _LINKS) if capitals else ""
    return any(part in initials for part in capitals)


def speaks_of(name: str, text: str, lexicon: Lexicon) -> bool:
    """Tell whether a measure can speak of what a result says: a common word, another name, the topic of a known score.

    Words that say little (kualitas, masyarakat, daerah) tie nothing together.
    """
    light = lexicon.kata["lemah"] | lexicon.kata["kabur"] | lexicon.kata["mutu"] | lexicon.kata["proses"]
    said = frozenset(root(word) for word in content(text, lexicon) - light)
    if not said:
        return True
    words = content(name, lexicon) - light
    work = (content(text, lexicon) & content(name, lexicon)) & lexicon.kata["proses"]
    if work or any(_among(root(word), said) for word in words) or not said.isdisjoint(_other_names(words, lexicon)):
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
