"""DOK04 pk-tak-sesuai-pohon: a sasaran reads otherwise in the Perjanjian Kinerja (or RKT, Renstra) than in the tree."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.origin import Origin
from pohon.model.tree import Tree
from pohon.model.wording import normalise, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, listed, quoted

__all__ = ["RULE"]

_DOCUMENTS = frozenset({"pk", "perjanjian_kinerja", "rkt", "renstra", "iku", "iki", "renja", "skp"})


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for node in tree:
        ours = tokens(node.statement)
        if _in_pieces(node.asal) == ours:
            continue
        for place, row in enumerate(node.asal):
            if row.dokumen.casefold() in _DOCUMENTS and row.teks and tokens(row.teks) != ours:
                yield Hit(
                    node=node.key,
                    field=f"asal.{place}",
                    message=f"Bunyi sasaran pada {listed(row)} lain: {quoted(row.teks)}.",
                    evidence=normalise(row.teks),
                )


def _in_pieces(rows: tuple[Origin, ...]) -> tuple[str, ...]:
    """Return the words of a statement that a table prints on several rows."""
    parts = [row.teks for row in rows if row.dokumen and row.teks]
    return tokens(" ".join(parts)) if len(parts) > 1 else ()


RULE = Rule(
    code="DOK04",
    name="pk-tak-sesuai-pohon",
    summary="Sasaran pada dokumen berbunyi lain daripada di pohon.",
    severity=Severity.ERROR,
    stage=5,
    source="keselarasan dokumen perencanaan: kriteria perencanaan kinerja PermenPANRB 88/2021",
    check=check,
    scope=Scope.NODE,
    hint="Tentukan satu bunyi, lalu betulkan dokumen atau pohonnya.",
)
