"""The tree as it travels to the browsers: the whole (`Pohon`) and what changed between two states (`Patch`).

Source: docs/papan/protokol.md. Node fields keep the names of the tree file; programs travel as in the file
(kegiatan, sub_kegiatan, pagu); a field that became empty travels as its empty value.
"""

from collections.abc import Mapping
from dataclasses import fields
from itertools import chain
from typing import Any

from pohon.forms.tree_schema import PROGRAM_LEVELS, RECORDS
from pohon.model.node import Node
from pohon.model.planning import Program
from pohon.model.profile import Profile
from pohon.model.tree import Tree

from .codec import Json, to_json

__all__ = ["patch_between", "tree_to_json"]

_NODE = tuple(one.name for one in fields(Node) if one.name not in {"key", "asal"})
_FILE = (
    "judul", "instansi", "pemerintah", "jenis", "tahap", "periode", "tahun", "profile", "dasar_hukum", "jabatan",
    "program", "abaikan", "catatan",
)  # fmt: skip
_TRAVELS_AS = {"profile": "profil"}
_ALWAYS = frozenset({"id", "kind", "statement", "parent", "sebab"})
_ROW_NAMES = {level: name for name, (level, _) in PROGRAM_LEVELS.items()}


def tree_to_json(tree: Tree) -> dict[str, Json]:
    """Return the whole tree as `Pohon`."""
    return {
        "berkas": _file(tree, _FILE),
        "akar": list(tree.roots),
        "belum": list(tree.belum_roots),
        "simpul": {node.key: _node(node) for node in chain(tree.nodes.values(), tree.belum.values())},
    }


def patch_between(before: Tree, after: Tree) -> dict[str, Json]:
    """Return what changed as `Patch`, {} when nothing did. Nodes are the same when they have the same id."""
    patch: dict[str, Json] = {}
    old, new = {**before.nodes, **before.belum}, {**after.nodes, **after.belum}
    changed: dict[str, Json] = {}
    for key, node in new.items():
        known = old.get(key)
        if known is node:
            continue
        told = _node(node) if known is None else _difference(known, node)
        if told:
            changed[key] = told
    gone = [key for key in old if key not in new]
    if changed:
        patch["simpul"] = changed
    if gone:
        patch["hilang"] = gone
    if before.roots != after.roots:
        patch["akar"] = list(after.roots)
    if before.belum_roots != after.belum_roots:
        patch["belum"] = list(after.belum_roots)
    names = tuple(name for name in _FILE if getattr(before, name) != getattr(after, name))
    if names:
        patch["berkas"] = _file(after, names, empty=True)
    return patch


def _node(node: Node) -> dict[str, Json]:
    pairs = ((name, getattr(node, name)) for name in _NODE)
    return {name: _told(value) for name, value in pairs if name in _ALWAYS or value not in ("", (), None)}


def _difference(before: Node, after: Node) -> dict[str, Json]:
    pairs = ((name, getattr(before, name), getattr(after, name)) for name in _NODE)
    return {name: _told(new) for name, old, new in pairs if old is not new and old != new}


def _file(tree: Tree, names: tuple[str, ...], *, empty: bool = False) -> Mapping[str, Json]:
    told: dict[str, Json] = {}
    for name in names:
        value = getattr(tree, name)
        if not empty and value in ("", (), None):
            continue
        told[_TRAVELS_AS.get(name, name)] = str(value) if name == "periode" and value else _told(value)
        if isinstance(value, Profile):
            told["level"] = _levels(value)
    return told


def _levels(profile: Profile) -> list[Json]:
    return [
        {
            "kind": kind.value, "label": level.label[0], "hasil": level.speaks_of_results, "tingkat": level.indikator,
            "komponen": [level.komponen] if level.komponen else [], "jenjang": [one.value for one in level.jenjang],
        }
        for kind, level in profile.levels.items()
    ]  # fmt: skip


def _told(value: Any) -> Json:
    if isinstance(value, tuple) and value and isinstance(value[0], Program):
        return [_row(one) for one in value]
    return to_json(value)


def _row(row: Program) -> dict[str, Json]:
    """Return a program with the keys that the tree file has for its level."""
    told: dict[str, Json] = {}
    for field in RECORDS[_ROW_NAMES[row.level]].fields:
        value = getattr(row, field.attribute)
        if value not in ("", ()):
            told[field.key] = _told(value)
    return told
