"""IND24 ejaan-ukur: a misspelt measure word, with a safe repair."""

import re
from collections.abc import Iterator

from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, indicators

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    for node, place, indicator in indicators(tree):
        for wrong in tokens(indicator.nama):
            right = lexicon.ejaan.get(wrong, "")
            if right in lexicon.kata["ukur"]:
                field = f"{place}.nama"
                yield Hit(
                    node=node.key,
                    field=field,
                    message=f"Salah ketik kata ukur: “{wrong}” seharusnya “{right}”.",
                    evidence=wrong,
                    fix=Fix(node=node.key, field=field, text=_repaired(indicator.nama, wrong, right), safe=True),
                )
                break


def _repaired(name: str, wrong: str, right: str) -> str:
    def like(found: re.Match[str]) -> str:
        written = found[0]
        if written.isupper():
            return right.upper()
        return right.capitalize() if written[:1].isupper() else right

    return re.sub(rf"(?<!\w){re.escape(wrong)}(?!\w)", like, name, flags=re.IGNORECASE)


RULE = Rule(
    code="IND24",
    name="ejaan-ukur",
    summary="Kata ukur salah ketik.",
    severity=Severity.WARNING,
    stage=4,
    source="Kamus Besar Bahasa Indonesia: persentase, indeks",
    check=check,
    scope=Scope.NODE,
    hint="Betulkan ejaannya; `pohon lint --fix` dapat melakukannya.",
)
