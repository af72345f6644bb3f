"""PET09 jabatan-tidak-sesuai: a position of a class that the profile does not give this level."""

from collections.abc import Iterator

from pohon.model.lexicon import Lexicon
from pohon.model.placed import levels
from pohon.model.position import Position
from pohon.model.tree import Tree
from pohon.model.wording import contains, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, named, quoted

__all__ = ["RULE"]

_UNITS = frozenset(
    {
        "dinas",
        "badan",
        "kantor",
        "bidang",
        "seksi",
        "sekretariat",
        "bagian",
        "kecamatan",
        "kelurahan",
        "inspektorat",
        "subbag",
    }
)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    held = tree.positions
    for node in tree:
        fitting = levels(tree, node)
        classes = dict.fromkeys(one for level in fitting for one in level.jenjang)
        for key in node.jabatan if classes else ():
            position = held.get(key)
            if position is None or position.jenjang in classes or _own_rank(position, lexicon):
                continue
            allowed = " atau ".join(one.label for one in classes)
            yield Hit(
                node=node.key,
                field="jabatan",
                message=f"{named(node)} ({fitting[0].komponen}) dipegang {quoted(position.nama)}, jenjang "
                f"{position.jenjang.label}; menurut profil ini {allowed}.",
                evidence=position.jenjang.value,
            )


def _own_rank(position: Position, lexicon: Lexicon) -> bool:
    """Heads of small units stand a class lower than their level (Camat, Lurah); a unit as such has no class."""
    whole_unit = tokens(position.nama)[:1] and tokens(position.nama)[0] in _UNITS
    return bool(whole_unit or contains(position.nama, lexicon.frasa["kepala_unit"]))


RULE = Rule(
    code="PET09",
    name="jabatan-tidak-sesuai",
    summary="Jenjang jabatan tidak cocok untuk jenjang kondisi ini.",
    severity=Severity.ERROR,
    stage=5,
    source="tahap 5 pohon kinerja: pasangan jenjang dan jabatan menurut profil",
    check=check,
    scope=Scope.BRANCH,
    hint="Pindahkan kondisi ke jabatan yang setingkat, betulkan `jenjang` jabatannya, atau pakai profil yang cocok.",
)
