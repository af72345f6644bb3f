"""What a statement joins: the parts on both sides of "dan", "serta" and commas; are they results of their own?

Fixed names ("sarana dan prasarana", "pencatatan sipil") count as one word. Source: domain.md rules BHS09, IND13, SEB08.
"""

import itertools
import re
from functools import lru_cache

from .lexicon import Lexicon
from .wording import head, normalise, spelling, tokens

__all__ = ["JOINTS", "conjuncts", "joined_results"]

JOINTS = ("dan", "serta")
_JOINTS = frozenset(JOINTS)
_SIGNS = frozenset(",;&")
_LIST = re.compile(r"[;&]|,(?!\d)")
_TWO = 2
_WITH = re.compile(r"\b(peran|ikut|turut) serta\b")
_BRACKETS = re.compile(r"\([^()]*\)")


@lru_cache(16_384)
def conjuncts(text: str, lexicon: Lexicon, *, qualified: bool = False) -> tuple[tuple[str, ...], ...]:
    """Return the joined parts behind the head and before the first qualifier; fixed names count as one word.

    With `qualified` what stands behind the first "yang" is read too ("masyarakat yang sehat dan taat hukum").
    """
    said = normalise(text)
    if _SIGNS.isdisjoint(said) and _JOINTS.isdisjoint(tokens(text)):
        return ()
    plain = _WITH.sub(r"\1_serta", said)
    words = spelling(tokens(_LIST.sub(" dan ", _BRACKETS.sub(" ", plain))), lexicon)
    if _JOINTS.isdisjoint(words):
        return ()
    plain = f" {' '.join(words[head(text, lexicon).size :])} ".replace(" serta ", " dan ").replace(" dan dan ", " dan ")
    plain = _tied(plain, lexicon)
    parts: list[list[str]] = [[]]
    qualifiers = lexicon.kata["keterangan"] - ({"yang"} if qualified else set())
    for word in plain.split():
        if word in qualifiers:
            break
        if word in JOINTS:
            parts.append([])
        else:
            parts[-1].append(word)
    return tuple(tuple(part) for part in parts if part)


def joined_results(text: str, lexicon: Lexicon) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return two parts that are results of their own: both open with what can rise, or the second with a head."""
    heads = lexicon.kata["hasil"] | lexicon.kata["keluaran"]
    goods = lexicon.kata["pokok"]
    subjects = goods | lexicon.kata["nominal"]
    for left, right in itertools.pairwise(conjuncts(text, lexicon)):
        if right[0] in left[1:]:
            continue  # two of a kind: "penegakan hukum keamanan siber dan keamanan informasi"
        whole = min(len(left), len(right)) > 1 and left[0] in subjects and right[0] in subjects
        if whole or right[0] in heads or (left[0] in goods and right[0] in goods):
            return left, right
    return None


def _tied(plain: str, lexicon: Lexicon) -> str:
    """Return the text with every fixed name as one word; only names that join at a joint of the text are tried."""
    names, others = _fixed(lexicon)
    words = plain.split()
    before = {word for word, joint in itertools.pairwise(words) if joint == "dan"}
    tried = [phrase for word in before for phrase in names.get(word, ())]
    for phrase in sorted(tried + [one for one in others if one in plain], key=len, reverse=True):
        if f" {phrase} " in plain:
            plain = plain.replace(f" {phrase} ", f" {phrase.replace(' ', '_')} ")
    return plain


@lru_cache(8)
def _fixed(lexicon: Lexicon) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """Return the fixed names by the word before their first "dan", each also the other way round, and those without."""
    names: dict[str, list[str]] = {}
    others = []
    for phrase in lexicon.frasa["majemuk_tetap"]:
        sides = phrase.split(" dan ")
        if len(sides) == 1:
            others.append(phrase)
            continue
        for order in (sides, sides[::-1]) if len(sides) == _TWO else (sides,):
            names.setdefault(order[0].rpartition(" ")[2], []).append(" dan ".join(order))
    return names, tuple(others)
