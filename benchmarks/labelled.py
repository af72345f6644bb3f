"""Labelled documents: hand-read planning documents (tree.json + defects.json) -> Tree and the faults people see in it.

The documents stand outside the repository (`../shared/labelled`, or the folder given on the command line).
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pohon.model.indicator import Indicator, Target
from pohon.model.node import Crosscutting, Kind, Node
from pohon.model.position import Jenjang, Position
from pohon.model.profile import load_builtin
from pohon.model.tree import Tree

__all__ = ["FOLDER", "Defect", "Labelled", "read_all"]

FOLDER = Path(__file__).resolve().parents[1].parent / "shared" / "labelled"

_KINDS = {
    "outcome": Kind.OUTCOME, "csf": Kind.CSF, "antara": Kind.ANTARA, "operasional": Kind.OPERASIONAL,
    "tujuan": Kind.OUTCOME, "sasaran": Kind.CSF, "program": Kind.UTAMA, "kegiatan": Kind.ANTARA,
    "subkegiatan": Kind.OPERASIONAL, None: Kind.OUTCOME,
}  # fmt: skip
_COMPONENTS = {
    "tujuan": "Tujuan", "sasaran": "Sasaran", "program": "Program", "kegiatan": "Kegiatan", "subkegiatan": "Sub kegiatan",
}  # fmt: skip
_FIVE_STAGES = frozenset({"outcome", "csf", "antara", "operasional"})
_JENJANG = (
    (r"jf|fungsional|ahli|analis", Jenjang.JF),
    (r"kasi\b|seksi|sub ?bag|kasub|pengawas|lurah", Jenjang.PENGAWAS),
    (r"bidang|kabid|sekretaris|administrator|camat|bagian", Jenjang.ADMINISTRATOR),
    (r"sub kegiatan|pelaksana|staf", Jenjang.PELAKSANA),
)


@dataclass(frozen=True, slots=True)
class Defect:
    """One judgement of the reader of a document: `node` "" = the whole document."""

    node: str
    kind: str
    certain: bool
    why: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled document; `keys` maps the document's node ids to the keys of the tree."""

    name: str
    tree: Tree
    defects: tuple[Defect, ...]


def read_all(folder: Path = FOLDER) -> Iterator[Labelled]:
    """Yield the labelled documents of a folder, by name."""
    for path in sorted(folder.iterdir()):
        if (path / "tree.json").is_file():
            yield _read(path)


def _read(path: Path) -> Labelled:
    data = json.loads((path / "tree.json").read_text(encoding="utf-8"))
    raw = json.loads((path / "defects.json").read_text(encoding="utf-8"))
    defects = tuple(Defect(one["node"] or "", one["kind"], bool(one["certain"]), one.get("why", "")) for one in raw)
    return Labelled(path.name, build(data), defects)


def build(data: Mapping[str, Any]) -> Tree:
    """Return the tree of one tree.json: first parent = place in the tree, further parents = support edges."""
    rows = {row["id"]: row for row in data["nodes"]}
    five = {row["level"] for row in rows.values()} <= _FIVE_STAGES
    positions = _positions(rows.values())
    below: dict[str | None, list[str]] = {}
    supports: dict[str, list[str]] = {}
    for key, row in rows.items():
        first, *others = [parent for parent in row["parents"] if parent in rows] or [None]
        below.setdefault(first, []).append(key)
        for other in others:
            supports.setdefault(str(other), []).append(key)
    nodes: dict[str, Node] = {}
    pending: list[tuple[str, str | None]] = [(key, None) for key in reversed(below.get(None, []))]
    while pending:
        key, parent = pending.pop()
        nodes[key] = _node(rows[key], parent, tuple(below.get(key, [])), data, positions, tuple(supports.get(key, [])))
        pending += [(child, key) for child in reversed(below.get(key, []))]
    year = re.fullmatch(r"\d{4}", str(data.get("year") or ""))
    return Tree(
        judul=str(data["title"]), instansi=str(data["agency"]), tahap=5,
        profile=load_builtin("balangan" if five else _profile(data)),
        nodes=nodes, roots=tuple(below.get(None, [])), tahun=int(year[0]) if year else None,
        jabatan=tuple(positions.values()),
    )  # fmt: skip


def _profile(data: Mapping[str, Any]) -> str:
    levels = {row["level"] for row in data["nodes"]}
    holders = any(row.get("position") for row in data["nodes"])
    return "pra-penyetaraan" if holders and "tujuan" not in levels else "renstra-2025"


def _node(  # noqa: PLR0913  # one row of the document
    row: Mapping[str, Any],
    parent: str | None,
    sebab: tuple[str, ...],
    data: Mapping[str, Any],
    positions: Mapping[str, Position],
    ref: tuple[str, ...],
) -> Node:
    holder = positions.get(row.get("position") or "")
    partners = (data.get("crosscutting") or {}).get(row["id"], [])
    component = _COMPONENTS.get(row["level"], "")
    year = str(data.get("year") or "")
    return Node(
        key=row["id"], id=row["id"], kind=_KINDS[row["level"]], statement=row["label"], parent=parent, sebab=sebab, ref=ref,
        indikator=tuple(_indicator(one, year) for one in row.get("indicators") or [] if one.get("name")),
        komponen=component, jabatan=(holder.id,) if holder else (),
        crosscutting=tuple(Crosscutting(mitra=partner) for partner in partners),
    )  # fmt: skip


def _indicator(row: Mapping[str, Any], year: str) -> Indicator:
    awal, targets = "", []
    text = str(row.get("target") or "")
    pairs = re.findall(r"(\d{4}|awal|akhir)\s*=\s*([^;]*)", text)
    for name, value in pairs:
        if name == "awal":
            awal = value.strip()
        elif name != "akhir":
            targets.append(Target(int(name), value.strip()))
    if text and not pairs:
        targets.append(Target(int(year) if re.fullmatch(r"\d{4}", year) else 0, text))
    return Indicator(
        nama=row["name"], satuan=row.get("unit") or "", rumus=row.get("formula") or "", sumber=row.get("source") or "",
        awal=awal, target=tuple(targets),
    )  # fmt: skip


def _positions(rows: Any) -> dict[str, Position]:  # noqa: ANN401  # JSON
    names = dict.fromkeys(row["position"] for row in rows if row.get("position"))
    return {name: Position(id=f"j{place}", nama=name, jenjang=_class_of(name)) for place, name in enumerate(names, 1)}


def _class_of(name: str) -> Jenjang:
    folded = name.casefold()
    return next((jenjang for words, jenjang in _JENJANG if re.search(words, folded)), Jenjang.JPT_PRATAMA)
