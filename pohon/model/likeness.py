"""How alike two statements are: the contrast rule, and the search for candidates among many statements.

Scores mislead here: siblings share more letters than duplicates do ('Peristiwa Penting', 'Peristiwa Kependudukan').
So not the common part decides but what is left on each side: when both sides say something that the other does not,
they differ. Source: libraries.md section 3 (rule measured on hand-labelled pairs).
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from functools import cache, lru_cache
from math import ceil
from typing import Any, NamedTuple

from .lexicon import Lexicon
from .topic import root
from .wording import content, expand, head, jaccard, spelling, tokens

__all__ = ["Likeness", "Names", "Near", "behind_measures", "compare", "key_words", "measure", "similar_pairs"]

_LIGHT = 0.25
_SAME_UP_TO = 0.5
_NEAR_FROM = 0.75
_CANDIDATE = 0.6
_FEW = 8
"""So many sets are compared pair by pair sooner than their words are ranked."""
_DUST = 1e-9
_TOO_COMMON = 200
_TOO_MANY = 10_000
_PLAIN_MEASURES = frozenset({"nilai", "tingkat", "angka", "cakupan", "rata rata", "jumlah", "indikator", "besaran"})
_MEASURE_OF = {"cakupan": "persentase", "persen": "persentase", "proporsi": "persentase", "banyaknya": "jumlah"}


class Likeness(StrEnum):
    """Verdict on two statements."""

    SAME = "sama"
    RESTATED = "aras"
    """The same object under another head: restated at another level or with another measure."""
    NEAR = "mirip"
    DIFFERENT = "beda"


class _Parts(NamedTuple):
    head: str
    words: frozenset[str]


@lru_cache(65_536)
def compare(a: str, b: str, lexicon: Lexicon, *, passed_over: frozenset[str] = frozenset()) -> Likeness:
    """Judge two statements or two indicator names; words of `passed_over` (the own region's name) do not count."""
    left, right = _parts(a, lexicon), _parts(b, lexicon)
    if not left.words and not right.words:
        measures = left.head == right.head and left.head in lexicon.kata["ukur"]
        return Likeness.SAME if measures else Likeness.DIFFERENT
    ours, theirs = _unite(left.words - passed_over, right.words - passed_over, lexicon)
    only_a, only_b = _leftovers(ours - theirs, theirs - ours)
    common = _weight(ours & theirs, lexicon) + len(ours - theirs) - len(only_a)
    if not common:
        return Likeness.DIFFERENT
    low, high = sorted(_residues(only_a, only_b, lexicon))
    if low > _SAME_UP_TO:
        return Likeness.DIFFERENT
    if high <= _SAME_UP_TO:
        return Likeness.SAME if left.head == right.head else Likeness.RESTATED
    return Likeness.NEAR if common / (common + low + high) >= _NEAR_FROM else Likeness.DIFFERENT


@lru_cache(65_536)
def measure(text: str, lexicon: Lexicon) -> str:
    """Return what an indicator measures in: "persentase" for "Rata-rata Persentase ...", "" without a measure."""
    found, _ = _cut_measures(spelling(expand(tokens(text), lexicon), lexicon), lexicon)
    return found


@lru_cache(65_536)
def behind_measures(text: str, lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """Return what an indicator measures in and the words behind its measure words, as written but for spelling."""
    return _cut_measures(spelling(tokens(text), lexicon), lexicon)


@lru_cache(65_536)
def _parts(text: str, lexicon: Lexicon) -> _Parts:
    found, words = _cut_measures(spelling(expand(tokens(text), lexicon), lexicon), lexicon)
    stop = lexicon.kata.get("henti", frozenset())
    if found:
        return _Parts(found, frozenset(word for word in words if word not in stop))
    return _Parts(head(text, lexicon).word, content(text, lexicon))


def _cut_measures(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """Return the measure that leading measure words amount to, and the words behind them."""
    known = lexicon.kata.get("ukur", frozenset())
    found: list[str] = []
    while words:
        size = 2 if " ".join(words[:2]) in known else 1
        word = " ".join(words[:size])
        if word not in known:
            break
        found.append(word)
        words = words[size:]
    telling = next((word for word in found if word not in _PLAIN_MEASURES), found[0] if found else "")
    return _MEASURE_OF.get(telling, telling), words


def _unite(a: frozenset[str], b: frozenset[str], lexicon: Lexicon) -> tuple[frozenset[str], frozenset[str]]:
    """Read one name for several parts as those parts where the other side names all of them."""
    for whole, parts in _unions(lexicon):
        if whole <= a and parts <= b and not whole <= b:
            a = (a - whole) | parts
        elif whole <= b and parts <= a and not whole <= a:
            b = (b - whole) | parts
    return a, b


@lru_cache(8)
def _unions(lexicon: Lexicon) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return tuple(
        (frozenset(tokens(whole)), frozenset(word for part in parts for word in tokens(part)))
        for whole, parts in lexicon.gabungan.items()
    )


def _leftovers(a: frozenset[str], b: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return what stays on each side after words that differ by a slip of the pen or by an affix are paired."""
    if len(a) * len(b) > _TOO_MANY:
        return a, b
    pairs: list[tuple[str, str]] = []
    free = set(b)
    for word in sorted(a):
        partner = next((other for other in sorted(free) if _akin(word, other)), None)
        if partner is not None:
            pairs.append((word, partner))
            free.discard(partner)
    return a - {word for word, _ in pairs}, frozenset(free)


def _akin(a: str, b: str) -> bool:
    return _slip(a, b) or _same_root(a, b)


def _slip(a: str, b: str) -> bool:
    """True when one letter was added or lost, or two neighbours were swapped, in a word of at least 7 letters."""
    short, long = sorted((a, b), key=len)
    if len(short) < 7 or len(long) - len(short) > 1 or long.endswith("nya"):
        return False
    place = next((at for at, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) != len(long):
        return short[place:] == long[place + 1 :]
    return short[place + 2 :] == long[place + 2 :] and short[place : place + 2] == long[place : place + 2][::-1]


def _same_root(a: str, b: str) -> bool:
    if min(len(a), len(b)) < 6 or a[-3:-1].isdigit() or f"ke{a}an" == b or f"ke{b}an" == a:
        return False
    one, two = sorted((root(a), root(b)), key=len)
    if not any(one[place : place + 4] in two for place in range(len(one) - 3)):
        return False  # one root leaves common letters: spares the stemmer, whose import alone costs 5 ms
    return _stem(a) == _stem(b)


@lru_cache(65_536)
def _stem(word: str) -> str:
    stem: str = _stemmer().stemWord(word)
    return stem


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("indonesian")


def _residues(a: frozenset[str], b: frozenset[str], lexicon: Lexicon) -> tuple[float, float]:
    """Return the weight left on each side; words of list `lepas` weigh little when nothing stands against them."""
    weak = lexicon.kata.get("lemah", frozenset())
    dropped = weak | lexicon.kata.get("lepas", frozenset())
    return _sum(a, weak if b - weak else dropped), _sum(b, weak if a - weak else dropped)


def _weight(words: frozenset[str], lexicon: Lexicon) -> float:
    return _sum(words, lexicon.kata.get("lemah", frozenset()))


def _sum(words: Iterable[str], weak: frozenset[str]) -> float:
    return sum(_LIGHT if word in weak else 1.0 for word in words)


class Names:
    """Many names to look up: which of them is nearest to a set of words. Rare words lead to the candidates."""

    __slots__ = ("_holders", "_rank", "_sets", "_threshold")

    def __init__(self, sets: Sequence[frozenset[str]], threshold: float) -> None:
        """Index the word sets for answers of at least `threshold` (Jaccard)."""
        self._sets = sets
        self._threshold = threshold
        self._rank = _ranks(sets)
        self._holders: dict[str, list[int]] = {}
        for number, words in enumerate(sets):
            for word in self._prefix(words):
                self._holders.setdefault(word, []).append(number)

    def nearest(self, words: frozenset[str]) -> tuple[int, float] | None:
        """Return the number of the nearest set and its Jaccard score, None when none reaches the threshold."""
        candidates = {number for word in self._prefix(words) for number in self._holders.get(word, ())}
        scored = [(jaccard(words, self._sets[number]), -number) for number in candidates]
        score, number = max(scored, default=(0.0, 0))
        return (-number, score) if scored and score >= self._threshold else None

    def reaching(self, words: frozenset[str]) -> list[int]:
        """Return the numbers of the sets that reach the threshold, nearest first.

        Words that hold more than 200 sets lead to none, so that one look-up stays short among any number of names.
        """
        held = (self._holders.get(word, ()) for word in self._prefix(words))
        candidates = {number for numbers in held if len(numbers) <= _TOO_COMMON for number in numbers}
        least, size = self._threshold / (1 + self._threshold), len(words)
        found = [at for at in candidates if len(words & self._sets[at]) >= least * (size + len(self._sets[at])) - _DUST]
        return sorted(found, key=lambda at: (-jaccard(words, self._sets[at]), at)) if len(found) > 1 else found

    def _prefix(self, words: frozenset[str]) -> list[str]:
        return _prefix(words, self._rank, self._threshold)


def similar_pairs(
    texts: Sequence[str],
    lexicon: Lexicon,
    *,
    passed_over: frozenset[str] = frozenset(),
    groups: Sequence[object] = (),
) -> Iterator[tuple[int, int]]:
    """Yield pairs (earlier, later) of texts worth comparing, in order; `passed_over` as in `compare`.

    With `groups` (one value for each text) texts of one group are paired only when their words are equal.

    Of texts with equal words only the first is paired with the others, so that copies stay linear. Words found in
    more than 200 texts lead to no candidates.
    """
    first: dict[frozenset[str], int] = {}
    pairs: list[tuple[int, int]] = []
    for number, text in enumerate(texts):
        words = key_words(text, lexicon, passed_over)
        if words:
            earlier = first.setdefault(words, number)
            pairs += [(earlier, number)] if earlier != number else []
    sets = list(first)
    places = list(first.values())
    kinds = [groups[place] for place in places] if groups else places
    pairs += [(places[a], places[b]) for a, b in _candidates(sets, kinds)]
    yield from sorted((min(pair), max(pair)) for pair in pairs)


@lru_cache(65_536)
def key_words(text: str, lexicon: Lexicon, passed_over: frozenset[str]) -> frozenset[str]:
    """Return the words by which a text is looked for among others; texts with equal ones are worth comparing."""
    head_word, words = _parts(text, lexicon)
    if not words:
        return frozenset({head_word} if head_word else ())  # a measure that says all: "Indeks Kepuasan Masyarakat"
    words -= passed_over
    for whole, parts in _unions(lexicon):
        if whole <= words:
            words = (words - whole) | parts
    return (words - lexicon.kata.get("lemah", frozenset())) or words


def _candidates(sets: Sequence[frozenset[str]], groups: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sets of different groups with a Jaccard score of at least 0.6 (prefix filter)."""
    if len(sets) <= _FEW:
        yield from _near_pairs(sets, groups)
        return
    rank = _ranks(sets)
    holders: dict[str, list[int]] = {}
    for number, words in enumerate(sets):
        prefix = _prefix(words, rank, _CANDIDATE)
        own = groups[number]
        near: set[int] = set()
        for word in prefix:
            held = holders.setdefault(word, [])
            if len(held) <= _TOO_COMMON:
                near.update(held)
            held.append(number)
        for other in near:
            if groups[other] != own and jaccard(sets[other], words) >= _CANDIDATE:
                yield other, number


def _near_pairs(sets: Sequence[frozenset[str]], groups: Sequence[object]) -> Iterator[tuple[int, int]]:
    """Yield what `_candidates` yields, for a few sets."""
    for number, words in enumerate(sets):
        for other, theirs in enumerate(sets[:number]):
            if words.isdisjoint(theirs) or groups[other] == groups[number]:
                continue
            if jaccard(theirs, words) >= _CANDIDATE:
                yield other, number


class Near:
    """Which word sets are near a set: a Jaccard score of at least 0.6. Found once for each set; sets come, none goes.

    What it says of two sets is true of any tree: trees that are edited from one another share it.
    """

    __slots__ = ("_found", "_holders", "_rank")

    def __init__(self, sets: Iterable[frozenset[str]] = ()) -> None:
        """Let the sets in; their words keep this order of rarity, which is as good as any later one."""
        known = frozenset(sets)
        self._rank = _ranks(known)
        self._holders: dict[str, list[frozenset[str]]] = {}
        self._found: dict[frozenset[str], list[frozenset[str]]] = {}
        self.add(known)

    def __len__(self) -> int:
        return len(self._found)

    def of(self, words: frozenset[str]) -> Sequence[frozenset[str]]:
        """Return the sets near a set that was let in."""
        return self._found.get(words, ())

    def add(self, sets: AbstractSet[frozenset[str]]) -> None:
        """Let sets in and pair them with those that are here."""
        for words in sets - self._found.keys():
            self._add(words)

    def _add(self, words: frozenset[str]) -> None:
        held = [self._holders.setdefault(word, []) for word in _prefix(words, self._rank, _CANDIDATE)]
        others = {other for one in held for other in one}
        near = self._found[words] = [other for other in others if jaccard(other, words) >= _CANDIDATE]
        for other in near:
            self._found[other].append(words)
        for one in held:
            one.append(words)


def _ranks(sets: Iterable[frozenset[str]]) -> dict[str, tuple[int, str]]:
    counts: dict[str, int] = {}
    for words in sets:
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    return {word: (count, word) for word, count in counts.items()}


def _prefix(words: frozenset[str], rank: dict[str, tuple[int, str]], threshold: float) -> list[str]:
    """Return the rarest words, enough of them that sets reaching the threshold share one."""
    size = len(words) - ceil(threshold * len(words)) + 1 if words else 0
    return sorted(words, key=lambda word: rank.get(word, (0, word)))[:size]
