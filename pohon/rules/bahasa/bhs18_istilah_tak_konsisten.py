"""BHS18 istilah-tak-konsisten: two forms of one term in one tree."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.statements import short_texts
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, joined, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    texts = [(node.key, field, _padded(text)) for node, field, text in short_texts(tree)]
    texts += [(node.key, "isu", _padded(node.isu)) for node in tree if node.isu.strip()]
    everything = "|".join(text for _, _, text in texts)
    for group in lexicon.frasa["istilah"]:
        forms = [form.strip() for form in group.split("=")]
        counts = {form: everything.count(f" {form} ") for form in forms}
        used = sorted((form for form in forms if counts[form]), key=lambda form: -counts[form])
        if len(used) > 1:
            rare = used[-1]
            key, field = next((key, field) for key, field, text in texts if f" {rare} " in text)
            yield Hit(
                node=key,
                field=field,
                message=f"Istilah yang sama ditulis dengan bentuk {joined([quoted(form) for form in used])}.",
                evidence=", ".join(f"{form} {counts[form]} kali" for form in used),
                related=_holders(texts, used[0], key),
            )


def _holders(texts: list[tuple[str, str, str]], form: str, besides: str) -> tuple[str, ...]:
    found = (key for key, _, text in texts if f" {form} " in text and key != besides)
    return tuple(dict.fromkeys(found))[:1]


def _padded(text: str) -> str:
    return f" {' '.join(tokens(text))} "


RULE = Rule(
    code="BHS18",
    name="istilah-tak-konsisten",
    summary="Satu istilah ditulis dengan dua bentuk dalam satu pohon.",
    severity=Severity.HINT,
    stage=1,
    source="praktik: satu istilah satu bentuk dalam satu dokumen",
    check=check,
    scope=Scope.TREE,
    hint="Pilih satu bentuk dan pakai di seluruh pohon.",
)
