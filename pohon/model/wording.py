"""How a statement reads: plain words, the head that tells its level, the words that carry its content.

Everything here is a pure function of a text and the lexicon, remembered because many rules ask the same question.
Source: domain.md sections 3.0 (normalisation), 3.0.2 (head) and 3.0.3 (content words).
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pohon.frozen import dataclass

from .lexicon import Lexicon
from .spellcheck import slips

__all__ = [
    "Head",
    "contains",
    "content",
    "expand",
    "head",
    "heads_alike",
    "jaccard",
    "normalise",
    "respelt",
    "spelling",
    "tokens",
    "turned",
]

_REMEMBERED = 65_536
_NUMBERING = r"\s*(?:(?:\(?\d{1,3}(?:\.\d{1,3}){0,5}[.)]|\(?[a-z][.)]|[-*•·])\s+)+(?=\S)"
"""Compiled by the first text that may open with a number: most trees have none, and it takes a millisecond."""
_MARKDOWN = re.compile(r"[*`\\]+|(?<!\w)_+|_+(?!\w)")
_MARKS = frozenset("*`\\_")
_WORD = re.compile(r"\w+")
_DEEDS = ("meng", "meny", "mem", "men", "mel", "mer", "mew", "mey")
_DEED_ENDS = ("kan", "isasi", "ifikasi", "isir")
_DONE = ("dilatih", "disusun", "dibangun", "dibina", "dipasang", "dibentuk", "dicetak", "diberi", "dikelola")
_WORK = ("peng", "peny", "pem", "pen", "pel")
_SHORTEST_DEED, _SHORTEST_DONE, _SHORTEST_LACK = 9, 12, 11
_HEAD_LISTS = ("hasil", "keluaran", "aktif", "nominal", "masalah", "mendua", "ukur")
_NONE: frozenset[int] = frozenset()
_VERB_LISTS = frozenset({"hasil", "keluaran", "aktif", "ukur"})


@dataclass(frozen=True, slots=True)
class Head:
    """The first word (or fixed phrase) of a statement: `word` with its spelling put right, `written` as found.

    `lists` are the head lists of the lexicon that hold it; `size` is the number of tokens it takes.
    """

    word: str
    lists: frozenset[str]
    written: str
    size: int = 1

    @property
    def shown(self) -> str:
        """The head as it opens a sentence."""
        return self.written.capitalize()


@lru_cache(_REMEMBERED)
def normalise(text: str) -> str:
    """Return the text for comparison: NFKC, casefolded, one space, no numbering, no markdown, no hyphen or slash."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text)
        text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    plain = text.casefold()
    if not _MARKS.isdisjoint(plain):
        plain = _MARKDOWN.sub("", plain)
    if not (plain[:1].isalpha() and plain[1:2].isalpha()):
        numbering = re.match(_NUMBERING, plain)
        plain = plain[numbering.end() :] if numbering else plain
    return " ".join(plain.replace("-", " ").replace("–", " ").replace("/", " ").split()).rstrip(" .")


@lru_cache(_REMEMBERED)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words of the normalised text, punctuation left out."""
    return tuple(_WORD.findall(normalise(text)))


@lru_cache(_REMEMBERED)
def head(text: str, lexicon: Lexicon) -> Head:
    """Return the head of a statement; an empty head when there is no word at all."""
    words = tokens(text)
    if not words:
        return Head("", frozenset(), "", 0)
    if len(words) > 1:
        phrase = f"{words[0]} {words[1]}"
        lists = _lists_of(phrase, lexicon)
        if lists:
            return Head(phrase, lists, phrase, 2)
    word, lists = words[0], _lists_of(words[0], lexicon)
    if not lists:
        word = _spelt(lexicon)[word]
        lists = _lists_of(word, lexicon) or _by_form(word, lexicon)
    return Head(word, lists, words[0])


def _by_form(word: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the list that a head would stand in, were it listed: affixes tell verbs, passives and the noun of work.

    Mengentaskan, ditertibkannya, ketidaktertiban, pengarsipan. Patterns would cost more to compile than they find.
    """
    size = len(word)
    if size >= _SHORTEST_DEED and word.startswith(_DEEDS) and (word.startswith("memper") or word.endswith(_DEED_ENDS)):
        return frozenset({"aktif"})
    if word.endswith("nya") and (word.startswith(_DONE) or _is_passive(word)):
        return frozenset({"keluaran"})
    if size >= _SHORTEST_LACK and word.startswith("ketidak"):
        return frozenset({"masalah"})
    work = size >= _SHORTEST_DEED and word.startswith(_WORK) and word.endswith("an")
    return frozenset({"nominal"}) if work and word not in lexicon.kata["bukan_kerja"] else frozenset()


def _is_passive(word: str) -> bool:
    return len(word) >= _SHORTEST_DONE and word.startswith("di") and word.endswith("kannya")


@lru_cache(4096)
def _lists_of(word: str, lexicon: Lexicon) -> frozenset[str]:
    """Return the head lists that hold a word or phrase."""
    return frozenset([name for name in _HEAD_LISTS if word in lexicon.kata.get(name, ())])


@lru_cache(_REMEMBERED)
def content(text: str, lexicon: Lexicon, *, synonyms: bool = True) -> frozenset[str]:
    """Return the words that carry the content: no stop words, no verb or measure at the head, misspellings righted.

    A noun at the head (`pembinaan`) is content. With `synonyms` short and other forms are read as the glossary says.
    """
    first = head(text, lexicon)
    words = tokens(text)[first.size if first.lists & _VERB_LISTS else 0 :]
    if synonyms:
        words = expand(words, lexicon)
    return frozenset(spelling(words, lexicon)) - lexicon.kata.get("henti", frozenset())


def spelling(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words with misspellings put right: the known ones and slips of the pen."""
    right = tuple(map(_spelt(lexicon).__getitem__, words))
    return right if right == words else tuple(part for word in right for part in word.split())


class _Spelt(dict[str, str]):
    """Each word as it should be spelt, found out once: nearly every word is asked for many times."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon.ejaan)
        self._lexicon = lexicon

    def __missing__(self, word: str) -> str:
        right = self[word] = slips(word, self._lexicon) or word
        return right


@lru_cache(8)
def _spelt(lexicon: Lexicon) -> _Spelt:
    return _Spelt(lexicon)


def expand(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words with the phrases of the glossary replaced, longest phrase first, each place once."""
    glossary, starts = _glossary(lexicon)
    if starts.isdisjoint(words):
        return words
    found: list[str] = []
    place = 0
    while place < len(words):
        size = _match(words, place, glossary) if words[place] in starts else 0
        found += glossary[words[place : place + size]] if size else (words[place],)
        place += size or 1
    return tuple(found)


def _match(words: tuple[str, ...], place: int, glossary: dict[tuple[str, ...], tuple[str, ...]]) -> int:
    return next((size for size in (6, 5, 4, 3, 2, 1) if words[place : place + size] in glossary), 0)


@lru_cache(8)
def _glossary(lexicon: Lexicon) -> tuple[dict[tuple[str, ...], tuple[str, ...]], frozenset[str]]:
    phrases = {_parts(left): _parts(right) for left, right in lexicon.glosarium}
    return phrases, frozenset(phrase[0] for phrase in phrases if phrase)


def _parts(phrase: str) -> tuple[str, ...]:
    """Return the tokens of a phrase of the lexicon, which holds nothing but words in nearly every case."""
    words = tuple(phrase.split())
    return words if all(map(str.isalpha, words)) else tokens(phrase)


def heads_alike(one: str, two: str, lexicon: Lexicon) -> bool:
    """True when the heads mean the same work: held and carried out, but not provided and maintained."""
    groups = _equal_heads(lexicon)
    return one == two or not groups.get(one, _NONE).isdisjoint(groups.get(two, _NONE))


@lru_cache(8)
def _equal_heads(lexicon: Lexicon) -> dict[str, frozenset[int]]:
    """Return the numbers of the groups of `kepala_setara` that hold a head."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(lexicon.frasa["kepala_setara"]):
        for word in group.split("="):
            found.setdefault(word.strip(), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def jaccard(a: frozenset[str], b: frozenset[str]) -> float:
    """Return the share of common words: 1.0 for equal sets, 0.0 when one is empty."""
    common = len(a & b)
    return common / (len(a) + len(b) - common) if common else 0.0


def respelt(text: str, right: Mapping[str, str]) -> str:
    """Return the text with whole words replaced, each in its own letter case; "" when that cannot be done."""
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, right))})\b", re.IGNORECASE)
    mended = pattern.sub(lambda found: _cased(right.get(found[0].casefold(), found[0]), found[0]), text)
    return mended if right.keys().isdisjoint(tokens(mended)) else ""


def turned(text: str, lexicon: Lexicon) -> str:
    """Return the text with its opening words turned into a result or an output, "" when it is not known how.

    "Masih rendahnya mutu" becomes "Meningkatnya mutu", "Menyediakan benih" "Tersedianya benih".
    """
    for opening, better in _openings(lexicon):
        found = re.match(rf"\s*{opening}(?=\s+\w)", text, re.IGNORECASE)
        if found:
            rest = text[found.end() :]
            doubled = tokens(rest)[:1] and tokens(rest)[0] in better.split()
            return "" if doubled else _cased(better, found[0].strip()) + rest
    return ""


@lru_cache(8)
def _openings(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    """Return the openings that can be turned, longest first, spaces as a pattern."""
    pairs = [pair.partition("=") for pair in lexicon.frasa.get("kepala_jadi", ())]
    found = [(r"\s+".join(map(re.escape, left.split())), right.strip()) for left, _, right in pairs]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def _cased(words: str, like: str) -> str:
    """Return the words in the letter case of those they replace."""
    if like.isupper():
        return words.upper()
    if like.istitle() and " " in like:
        return words.title()
    return words[:1].upper() + words[1:] if like[:1].isupper() else words


def contains(text: str, words: Iterable[str], allowed: Iterable[str] = ()) -> str:
    """Return the first of the words (or phrases) that the text holds as whole words, "" when none.

    Phrases in `allowed` are passed over: "tata guna lahan" does not hold "guna" when "tata guna" is allowed.
    """
    said = tokens(text)
    singles, phrases, openings = _parted(words if isinstance(words, frozenset) else tuple(words))
    if singles.isdisjoint(said) and openings.isdisjoint(said):
        return ""
    padded = f" {' '.join(said)} "
    sought = [word for word in phrases if f" {word} " in padded] + [word for word in singles if word in said]
    if not sought:
        return ""
    for phrase in allowed:
        padded = padded.replace(f" {phrase} ", " | ")
    found = [(padded.find(f" {word} "), -len(word), word) for word in sought if f" {word} " in padded]
    return min(found)[2] if found else ""


@lru_cache(1024)
def _parted(words: frozenset[str] | tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...], frozenset[str]]:
    """Return the single words and the phrases of a list, and the words that open a phrase."""
    phrases = tuple(word for word in words if " " in word)
    openings = frozenset(phrase.partition(" ")[0] for phrase in phrases)
    return frozenset(word for word in words if " " not in word), phrases, openings
