"""STR16 label-tak-dikenal: a printed level label, or a kind, that the profile does not know."""

from collections.abc import Iterator
from dataclasses import replace

from pohon.model.finding import Fix
from pohon.model.lexicon import Lexicon
from pohon.model.node import Kind, Node
from pohon.model.noted import Note
from pohon.model.tree import Tree
from pohon.rules._base import Hit, Rule, Scope, Severity, named, origins, quoted

__all__ = ["RULE"]


def _labels(node: Node, tree: Tree, _lexicon: Lexicon) -> tuple[Kind, tuple[tuple[str, str, str], ...]] | None:
    """Return the kind of a node and its strange labels: field path, label as printed, label as it counts."""
    rows = ((place, row.keterangan) for place, row in origins(node) if row.keterangan)
    found = tuple(
        (place, label, " ".join(label.split()).casefold()) for place, label in rows if not _known(tree, label)
    )
    return (node.kind, found) if found else None


def _levelless(node: Node, tree: Tree, _lexicon: Lexicon) -> Kind | None:
    return node.kind if tree.profile.level(node.kind) is None else None


_LABELS, _LEVELLESS = Note(_labels, belum=True), Note(_levelless)


def check(tree: Tree, lexicon: Lexicon) -> Iterator[Hit]:
    strange: dict[str, list[tuple[str, str, str]]] = {}
    for key, (_, labels) in _LABELS.all(tree, lexicon).items():
        for place, label, word in labels:
            strange.setdefault(word, []).append((key, place, label))
    for found in strange.values():
        key, place, label = found[0]
        others = tuple(dict.fromkeys(other for other, _, _ in found[1:] if other != key))
        level = tree.profile.level(tree.find(key).kind)
        yield Hit(
            node=key,
            field=place,
            message=f"Label {quoted(label)} tidak dikenal profil {tree.profile.nama} ({len(found)} baris).",
            hint=f"Pakai {quoted(level.label[0])}, atau tambahkan label ini pada profil." if level else "",
            evidence=label,
            related=others,
            fix=_fix(tree, found),
        )
    for key in _LEVELLESS.all(tree, lexicon):
        yield Hit(node=key, message=f"{named(tree.find(key))} tidak dipakai profil {tree.profile.nama}.")


def _fix(tree: Tree, found: list[tuple[str, str, str]]) -> Fix | None:
    """Suggest the profile's label where all rows with the strange one stand on nodes of one kind."""
    kinds = {tree.find(key).kind for key, _, _ in found}
    level = tree.profile.level(kinds.pop()) if len(kinds) == 1 else None
    if level is None or not level.label:
        return None
    fixes = [Fix(node=key, field=f"{place}.keterangan", text=level.label[0]) for key, place, _ in found]
    return replace(fixes[0], more=tuple(fixes[1:]))


def _known(tree: Tree, label: str) -> bool:
    return label.casefold().lstrip().startswith("crosscutting") or tree.profile.kind_of_label(label) is not None


RULE = Rule(
    code="STR16",
    name="label-tak-dikenal",
    summary="Label jenjang tidak ada dalam kosakata profil.",
    severity=Severity.WARNING,
    stage=3,
    source="praktik: nama jenjang berbeda antar daerah, jadi ditetapkan oleh profil",
    check=check,
    scope=Scope.TREE,
    reads=frozenset({"asal", "indikator", "kind"}),
    notes=(_LABELS, _LEVELLESS),
    hint="Pakai satu sebutan untuk satu jenjang, seperti yang ditetapkan profil.",
)
