"""RED05 redundansi-lintas-opd: two agencies state the same condition, and no crosscutting ties the two."""

from collections.abc import Iterator

from pohon.model.beside import Beside
from pohon.model.lexicon import Lexicon
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def across(beside: Beside, _lexicon: Lexicon) -> Iterator[Hit]:
    for node, file, tree, twin in beside.likes:
        yield Hit(
            node=node.key,
            message=(
                f"Kondisi ini dinyatakan juga oleh {quoted(tree.instansi, 60)} "
                f"({file}, simpul {tree.number(twin.key)}), tanpa crosscutting di antara keduanya."
            ),
            evidence=twin.statement,
        )


RULE = Rule(
    code="RED05",
    name="redundansi-lintas-opd",
    summary="Dua perangkat daerah menyatakan kondisi yang sama tanpa crosscutting.",
    severity=Severity.WARNING,
    stage=3,
    source="rangkuman PermenPANRB 89/2021, tahap 3: kondisi tidak dituangkan berulang kali",
    across=across,
    scope=Scope.TREES,
    hint="Sepakati siapa pemiliknya; yang lain menulis sumbangannya sendiri, dan keduanya mencatat `crosscutting`.",
)
