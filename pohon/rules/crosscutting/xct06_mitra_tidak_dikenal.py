"""XCT06 mitra-tidak-dikenal: the partner is no unit that can be asked."""

from collections.abc import Iterator

from pohon.model.agencies import Agency, agency, same
from pohon.model.lexicon import Lexicon
from pohon.model.tree import Tree
from pohon.model.wording import normalise, tokens
from pohon.rules._base import Hit, Rule, Scope, Severity, quoted

__all__ = ["RULE"]


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    register = [agency(known, tree.pemerintah, lexicon) for known in sorted(lexicon.kata["mitra"])]
    for node in tree:
        for place, partner in enumerate(node.crosscutting):
            name = " ".join(tokens(partner.mitra))
            if not name:
                continue
            if name in lexicon.kata["mitra_kabur"]:
                message = f"Mitra {quoted(partner.mitra)} tidak menyebut unit mana."
            elif register and not _is_known(agency(partner.mitra, tree.pemerintah, lexicon), register):
                message = f"Mitra {quoted(partner.mitra)} tidak ada pada daftar mitra."
            else:
                continue
            yield Hit(node=node.key, field=f"crosscutting.{place}", message=message, evidence=normalise(partner.mitra))


def _is_known(partner: Agency, register: list[Agency]) -> bool:
    return any(same(partner, known) for known in register)


RULE = Rule(
    code="XCT06",
    name="mitra-tidak-dikenal",
    summary="Mitra crosscutting bukan unit yang dikenal.",
    severity=Severity.WARNING,
    stage=3,
    source="praktik aplikasi penjenjangan kinerja: mitra dipilih dari daftar perangkat daerah",
    check=check,
    scope=Scope.NODE,
    hint="Tulis nama lengkap unitnya, misalnya Dinas Kesehatan Kabupaten Suka Maju.",
)
