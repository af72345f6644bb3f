"""BHS15 salah-ketik-kepala: a word misspelt in a known way."""

import re
from collections.abc import Iterator

from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.statements import short_texts
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    known = lexicon.ejaan
    for node, field, text in short_texts(tree):
        wrong = [word for word in dict.fromkeys(tokens(text)) if word in known]
        if wrong:
            pairs = joined([f"{quoted(word)} seharusnya {quoted(known[word])}" for word in wrong])
            yield Hit(
                node=node.key,
                field=field,
                message=f"Salah ketik: {pairs}.",
                evidence=", ".join(wrong),
                fix=_fix(node.key, field, text, {word: known[word] for word in wrong}),
            )


def _fix(key: str, field: str, text: str, right: dict[str, str]) -> Fix | None:
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, right))})\b", re.IGNORECASE)
    mended = pattern.sub(lambda found: _cased(right.get(found[0].casefold(), found[0]), found[0]), text)
    if not right.keys().isdisjoint(tokens(mended)):
        return None  # written with signs inside the word: left to a person
    return Fix(node=key, field=f"{field}.nama" if field else "", text=mended, safe=True)


def _cased(word: str, like: str) -> str:
    """Return the word in the letter case of the one it replaces."""
    if like.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


RULE = Rule(
    code="BHS15",
    name="salah-ketik-kepala",
    summary="Kalimat atau nama indikator memuat salah ketik yang dikenal.",
    severity=Severity.WARNING,
    stage=1,
    source="daftar salah ketik yang ditemukan pada dokumen nyata",
    check=check,
    scope=Scope.NODE,
    hint="Betulkan ejaannya; `pohon lint --fix` dapat melakukannya.",
)
