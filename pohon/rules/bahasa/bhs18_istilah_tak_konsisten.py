"""BHS18 istilah-tak-konsisten: two forms of one term in one tree."""

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from pohon.model.lexicon import Lexicon
from pohon.model.node import Node
from pohon.model.noted import Note
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, quoted

__all__ = ["RULE"]


def _terms(node: Node, _tree: Tree, lexicon: Lexicon) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the fields of a node that hold terms, with the forms of them."""
    names = ((f"indikator.{place}", indicator.nama) for place, indicator in enumerate(node.indikator))
    texts = (("", node.statement), *names, ("isu", node.isu))
    return tuple((field, forms) for field, text in texts if (forms := _forms(text, lexicon)))


TERMS = Note(_terms)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    told = [(key, field, forms) for key, texts in TERMS.all(tree, lexicon).items() for field, forms in texts]
    told.sort(key=lambda one: one[1] == "isu")
    times = Counter(form for _, _, forms in told for form in forms)
    for group in _groups(lexicon):
        counts = {form: times[form] for form in group}
        used = sorted((form for form in group if counts[form]), key=lambda form: -counts[form])
        if len(used) > 1:
            key, field = next((key, field) for key, field, forms in told if used[-1] in forms)
            others = (other for other, _, forms in told if used[0] in forms and other != key)
            yield Hit(
                node=key,
                field=field,
                message=f"Istilah yang sama ditulis dengan bentuk {joined([quoted(form) for form in used])}.",
                evidence=", ".join(f"{form} {counts[form]} kali" for form in used),
                related=tuple(dict.fromkeys(others))[:1],
            )


@lru_cache(8)
def _groups(lexicon: Lexicon) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(form.strip() for form in group.split("=")) for group in lexicon.frasa["istilah"])


@lru_cache(8)
def _openings(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(form.partition(" ")[0] for group in _groups(lexicon) for form in group)


@lru_cache(65_536)
def _forms(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the forms of terms in a text, one as often as it stands there."""
    words = tokens(text)
    if _openings(lexicon).isdisjoint(words):
        return ()
    padded = f" {' '.join(words)} "
    return tuple(form for group in _groups(lexicon) for form in group for _ in range(padded.count(f" {form} ")))


RULE = Rule(
    code="BHS18",
    name="istilah-tak-konsisten",
    summary="Satu istilah ditulis dengan dua bentuk dalam satu pohon.",
    severity=Severity.HINT,
    stage=1,
    source="praktik: satu istilah satu bentuk dalam satu dokumen",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"indikator", "isu", "statement"}),
    notes=(TERMS,),
    hint="Pilih satu bentuk dan pakai di seluruh pohon.",
)
