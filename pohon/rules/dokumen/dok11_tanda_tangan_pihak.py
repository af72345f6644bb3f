"""DOK11 tanda-tangan-pihak: the first party of a Perjanjian Kinerja does not stand below the second."""

import re
from collections.abc import Iterator

from pohon.model.document import Party
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]

_ORDER = (
    (r"^(?:plt\.?|plh\.?|pj\.?|pjs\.?)?\s*(?:bupati|wali ?kota|gubernur|menteri|presiden|kepala daerah)\b", 0),
    (r"\b(?:sub ?bagian|sub ?bidang|kasubbag|kasubag|kasubid|kepala seksi|kasi|lurah)\b", 4),
    (
        r"\b(?:kepala bidang|kabid|kepala bagian|kabag|sekretaris (?:dinas|badan|camat|kecamatan)|sekcam)\b",
        3,
    ),
    (r"\bsekretaris daerah\b|\bsekda\b", 1),
    (r"\b(?:kepala (?:dinas|badan|pelaksana|satuan|kantor)|inspektur|camat|direktur|sekretaris dprd)\b", 2),
    (r"\b(?:ahli (?:utama|madya|muda|pertama)|fungsional|pelaksana|staf)\b", 5),
)


def check(tree: Tree, _lexicon: Lexicon) -> Iterator[Hit]:
    for document in tree.dokumen:
        first, second = document.pihak_pertama, document.pihak_kedua
        if document.jenis != "perjanjian_kinerja" or first is None or second is None:
            continue
        lower, upper = _rank(first), _rank(second)
        if lower is not None and upper is not None and lower <= upper:
            yield Hit(
                node="",
                field="dokumen.perjanjian_kinerja.pihak_pertama",
                message=f"Pihak pertama {quoted(first.jabatan)} bukan bawahan pihak kedua {quoted(second.jabatan)}.",
                evidence=f"{first.jabatan} / {second.jabatan}",
            )


def _rank(party: Party) -> int | None:
    """Return the rank of a position by its name, 0 at the top; None when the name does not tell."""
    plain = " ".join(party.jabatan.casefold().replace("-", " ").split())
    return next((rank for words, rank in _ORDER if re.search(words, plain)), None)


RULE = Rule(
    code="DOK11",
    name="tanda-tangan-pihak",
    summary="Urutan pihak pada Perjanjian Kinerja terbalik atau setingkat.",
    severity=Severity.WARNING,
    stage=5,
    source="Perjanjian Kinerja: janji pihak pertama kepada atasannya, pihak kedua (praktik)",
    check=check,
    scope=Scope.TREE,
    notes=(),
    hint="Pihak pertama adalah yang berjanji, pihak kedua atasannya.",
)
