"""BHS28 bentuk-kata-salah: words broken by typing: heads without -nya, doubled words, joined words, loose prefixes."""

import itertools
import re
from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.spellcheck import known_words
from pohon.model.statements import every_text
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_SIGNS = ".,;:()[]{}\"'“”‘’*_/"
_LONG = 6
_WHOLE = 5
_PREFIXES = frozenset({"ber", "ter", "peng", "meng", "mem", "pem"})
_LOOSE = _PREFIXES | {"yang", "di"}
_STANDING = frozenset(
    {"tumbuh kembang", "naik kelas", "naik turun", "turun tangan", "stabil harga", "tumbuh kembangnya"}
)
_MIXED = re.compile(r"[A-Z](?:(?<=[^\W\d_A-Z].)|[A-Z][^\W\d_A-Z])")
"""A small letter before a capital, or two capitals before a small one: only such texts are read word by word."""


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, field, text in every_text(tree):
        found = ("" if field else _bare_head(text, lexicon)) or _in_text(text, lexicon)
        if found:
            yield Hit(node=node.key, field=field, message=f"Bentuk kata salah: {found}.", evidence=found)


def _bare_head(text: str, lexicon: Lexicon) -> str:
    """Return what is wrong with "Meningkat kualitas ...": a state stands in front of what is in that state."""
    words = tokens(text)[:2]
    if len(words) < 2 or words[0] not in lexicon.kata["keadaan"]:
        return ""
    if not any(f"{words[0]}nya" in lexicon.kata[name] for name in ("hasil", "keluaran")):
        return ""
    serial = words[1] in lexicon.kata["henti"] or words[1].startswith("ter") or words[1].endswith("nya")
    if serial or " ".join(words) in _STANDING:
        return ""
    return f"{quoted(words[0].capitalize())} seharusnya {quoted(words[0].capitalize() + 'nya')}"


def _in_text(text: str, lexicon: Lexicon) -> str:
    odd = ""
    if _MIXED.search(text):
        odd = next((fault for word in text.split() if (fault := _odd_case(word.strip(_SIGNS), lexicon))), "")
    words = tokens(text)
    if odd or (len(set(words)) == len(words) and _LOOSE.isdisjoint(words)):
        return odd
    return next(filter(None, (_pair(*pair, text, lexicon) for pair in itertools.pairwise(words))), "")


def _odd_case(word: str, lexicon: Lexicon) -> str:
    """Return what is wrong with a word that is neither lower case nor Title Case nor CAPITALS."""
    if word.islower() or word.istitle() or word.isupper() or not word.isalpha():
        return ""
    if word[:-1].isupper() and word[-1] == "l" and len(word) > 3:
        return f"{quoted(word)} ditulis dengan huruf l kecil"
    inner = [place for place, letter in enumerate(word) if letter.isupper() and place]
    if len(inner) == 1 and _are_words(word[: inner[0]], word[inner[0] :], lexicon):
        return f"{quoted(word)} seharusnya {quoted(f'{word[: inner[0]]} {word[inner[0] :]}')}"
    return ""


def _pair(word: str, following: str, text: str, lexicon: Lexicon) -> str:
    """Return what is wrong with two words that follow each other."""
    if word == following:
        doubled = any(word in lexicon.kata[name] for name in ("ukur", "henti", "baku", "pokok"))
        return f"{quoted(f'{word} {word}')} tertulis dua kali" if doubled and f"{word}-" not in text.casefold() else ""
    if word in _PREFIXES and following.isalpha():
        loose = f" {word} {following}" in f" {' '.join(text.split())}"  # "ber-KB" and BERAKHLAK are right
        return f"{quoted(f'{word} {following}')} seharusnya {quoted(word + following)}" if loose else ""
    if word not in _LOOSE:
        return ""
    if following in lexicon.kata["dasar_kan"] or (word == "di" and _is_verb(following) and f"di {following}" in text):
        right = f"yang di{following}" if word == "yang" else f"di{following}"
    elif word == "yang" and following.startswith("ter") and following in lexicon.kata["keluaran"]:
        right = f"yang {following.removesuffix('nya')}"
    else:
        return ""
    return f"{quoted(f'{word} {following}')} seharusnya {quoted(right)}"


def _is_verb(word: str) -> bool:
    """True for what takes di- ("daratkan"), and for no place to be in ("pendidikan", "kecamatan")."""
    return len(word) > _LONG and word.endswith("kan") and not word.startswith(("pe", "ke"))


def _are_words(one: str, two: str, lexicon: Lexicon) -> bool:
    known = lexicon.kata["baku"]
    if min(len(one), len(two)) < 3:
        return False
    both = all(len(part) >= _WHOLE and part.casefold() in known_words(lexicon) for part in (one, two))
    return both or one.casefold() in known or (two.casefold() in known and len(one) >= _LONG)


RULE = Rule(
    code="BHS28",
    name="bentuk-kata-salah",
    summary="Bentuk kata salah: kepala tanpa -nya, kata ganda, kata tergabung, atau imbuhan terlepas.",
    severity=Severity.WARNING,
    stage=1,
    source="Pedoman Umum Ejaan Bahasa Indonesia",
    check=check,
    scope=Scope.NODE,
    hint="Betulkan bentuk katanya.",
)
