"""BHS15 salah-ketik-kepala: a word misspelt in a known way, or in a form that many use and the dictionary does not."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.statements import every_text
from pohon.model.tree import Tree
from pohon.model.wording import respelt, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    known, loose = lexicon.ejaan, _loose(lexicon)
    for node, field, text in every_text(tree):
        words = tokens(text)
        if not known.keys().isdisjoint(words):
            right = {word: known[word] for word in words if word in known}
            yield _hit(node.key, field, text, right, Severity.WARNING)
        if not loose.keys().isdisjoint(words):
            yield _hit(node.key, field, text, {word: loose[word] for word in words if word in loose}, Severity.HINT)


def _hit(key: str, field: str, text: str, right: dict[str, str], severity: Severity) -> Hit:
    """A known slip is put right without asking; a form that many hold right is only pointed at."""
    sure = severity is Severity.WARNING
    pairs = joined([f"{quoted(word)} seharusnya {quoted(better)}" for word, better in right.items()])
    return Hit(
        node=key,
        field=field,
        message=f"{'Salah ketik' if sure else 'Ejaan tidak baku'}: {pairs}.",
        evidence=", ".join(right),
        fix=_fix(key, field, text, right, safe=sure),
        severity=severity,
    )


@lru_cache(8)
def _loose(lexicon: Lexicon) -> Mapping[str, str]:
    pairs = (line.partition("=") for line in lexicon.frasa["tidak_baku"])
    return {wrong.strip(): right.strip() for wrong, _, right in pairs}


def _fix(key: str, field: str, text: str, right: dict[str, str], *, safe: bool) -> Fix | None:
    mended = respelt(text, right)
    return Fix(node=key, field=f"{field}.nama" if field else "", text=mended, safe=safe) if mended else None


RULE = Rule(
    code="BHS15",
    name="salah-ketik-kepala",
    summary="Kalimat atau nama indikator memuat salah ketik yang dikenal atau ejaan yang tidak baku.",
    severity=Severity.WARNING,
    stage=1,
    source="daftar salah ketik yang ditemukan pada dokumen nyata",
    check=check,
    scope=Scope.NODE,
    hint="Betulkan ejaannya; `pohon lint --fix` dapat melakukannya.",
)
