"""BHS29 salah-ketik: a word one letter away from a frequent one."""

from collections.abc import Iterator

from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.spellcheck import slips
from pohon.model.statements import every_text
from pohon.model.tree import Tree
from pohon.model.wording import respelt, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, field, text in every_text(tree):
        wrong = {word: right for word in tokens(text) if word not in lexicon.ejaan and (right := slips(word, lexicon))}
        if wrong:
            pairs = joined([f"{quoted(word)} mungkin {quoted(right)}" for word, right in wrong.items()])
            yield Hit(
                node=node.key,
                field=field,
                message=f"Salah ketik: {pairs}.",
                evidence=", ".join(wrong),
                fix=_fix(node.key, field, respelt(text, wrong)),
            )


def _fix(key: str, field: str, text: str) -> Fix | None:
    """A guess from frequent words: only a suggestion."""
    place = f"{field}.nama" if field.rpartition(".")[2].isdigit() else field
    return Fix(node=key, field=place, text=text) if text else None


RULE = Rule(
    code="BHS29",
    name="salah-ketik",
    summary="Kata ini hanya berbeda satu huruf dari kata yang sering dipakai.",
    severity=Severity.WARNING,
    stage=1,
    source="daftar kata yang sering dipakai pada dokumen kinerja",
    check=check,
    scope=Scope.NODE,
    hint="Betulkan ejaannya. Bila katanya memang begitu, tambahkan pada `kata.baku_lain` di pohon.toml.",
)
