"""BHS15 salah-ketik-kepala: a word misspelt in a known way."""

from collections.abc import Iterator

from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.statements import every_text
from pohon.model.tree import Tree
from pohon.model.wording import respelt, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    known = lexicon.ejaan
    for node, field, text in every_text(tree):
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
    mended = respelt(text, right)
    return Fix(node=key, field=f"{field}.nama" if field else "", text=mended, safe=True) if mended else None


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
