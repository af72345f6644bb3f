"""Labelled documents: hand-read planning documents (tree.json + defects.json) -> Tree and the faults people see in it.

The documents stand outside the repository (`../shared/labelled`, or the folder given on the command line).
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pohon.model.indicator import Indicator, Target
from pohon.model.node import Crosscutting, Kind, Node
from pohon.model.planning import CodeLevel, Program
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
    "tujuan": "Tujuan", "sasaran": "Sasaran", "program": "Program", "kegiatan": "Kegiatan",
    "subkegiatan": "Sub kegiatan",
}  # fmt: skip
_LEVELS = {"program": CodeLevel.PROGRAM, "kegiatan": CodeLevel.KEGIATAN, "subkegiatan": CodeLevel.SUB_KEGIATAN}
_ABOVE = ("Visi", "Misi")
"""Components of rows without a level: what stands above the first tujuan."""
_CODED = re.compile(r"(?P<code>[\dX](?:\.[\dX]+){2,})\s+(?P<name>.+)", re.DOTALL)
_TITLE = re.compile(r"(?:program|sub ?kegiatan|kegiatan)\s+(?=\S)", re.IGNORECASE)
_REGION = re.compile(r"\b(?:Kabupaten|Kota|Provinsi)\b.*")
_FIVE_STAGES = frozenset({"outcome", "csf", "antara", "operasional"})
_JENJANG = (
    (r"jf|fungsional|ahli|analis", Jenjang.JF),
    (r"kasi\b|seksi|sub ?bag|kasub|pengawas|lurah", Jenjang.PENGAWAS),
    (r"bidang|kabid|sekretaris|administrator|camat|bagian", Jenjang.ADMINISTRATOR),
    (r"subdit|subdirektorat", Jenjang.ADMINISTRATOR),
    (r"sub kegiatan|pelaksana|staf|pengelola|pengadministrasi|penelaah|operator|pramu", Jenjang.PELAKSANA),
    (r"\bjpt|kepala|direktur|inspektur|sekda|bupati|wali ?kota|gubernur|asisten", Jenjang.JPT_PRATAMA),
    (r"^(?:dinas|badan|kantor|inspektorat|sekretariat|satuan|rsud)\b", Jenjang.JPT_PRATAMA),  # a unit, not a holder
)
_OF_THE_STATE = re.compile(
    r"\b(?:kementerian|direktorat jenderal|kejaksaan|pengadilan|universitas|lembaga)\b", re.IGNORECASE
)
"""Agencies whose classes of positions are not those of a local government."""


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
    positions = {} if _OF_THE_STATE.search(str(data["agency"] or "")) else _positions(rows.values())
    below: dict[str | None, list[str]] = {}
    supports: dict[str, list[str]] = {}
    for key, row in rows.items():
        first, *others = [parent for parent in row["parents"] if parent in rows] or [None]
        below.setdefault(first, []).append(key)
        for other in others:
            supports.setdefault(str(other), []).append(key)
    planning = _planning(data, rows)
    nodes: dict[str, Node] = {}
    pending: list[tuple[str, str | None]] = [(key, None) for key in reversed(below.get(None, []))]
    while pending:
        key, parent = pending.pop()
        nodes[key] = _node(rows[key], data, planning, positions)
        children, support = tuple(below.get(key, [])), tuple(supports.get(key, []))
        nodes[key] = replace(nodes[key], parent=parent, sebab=children, ref=support)
        if rows[key]["level"] is None:
            nodes[key] = replace(nodes[key], komponen=_ABOVE[parent is not None])
        pending += [(child, key) for child in reversed(below.get(key, []))]
    year = re.fullmatch(r"\d{4}", str(data.get("year") or ""))
    return Tree(
        judul=str(data["title"]), instansi=str(data["agency"] or ""), tahap=5,
        profile=load_builtin("balangan" if five else _profile(data)),
        nodes=nodes, roots=tuple(below.get(None, [])), tahun=int(year[0]) if year else None,
        jabatan=tuple(positions.values()), program=tuple({row.kode: row for row in planning.values()}.values()),
        pemerintah=region[0] if (region := _REGION.search(str(data["agency"] or ""))) else "",
        jenis="pemda" if str(data["agency"] or "").startswith("Pemerintah") else "opd",
    )  # fmt: skip


def _profile(data: Mapping[str, Any]) -> str:
    levels = {row["level"] for row in data["nodes"]}
    holders = any(row.get("position") for row in data["nodes"])
    return "pra-penyetaraan" if holders and "tujuan" not in levels else "renstra-2025"


def _node(
    row: Mapping[str, Any],
    data: Mapping[str, Any],
    planning: Mapping[str, Program],
    positions: Mapping[str, Position],
) -> Node:
    holder = positions.get(row.get("position") or "")
    partners = (data.get("crosscutting") or {}).get(row["id"], [])
    mapped = planning.get(row["id"])
    printed = str((data.get("planning") or {}).get(row["id"], "")) if mapped is None else ""
    year = str(data.get("year") or "")
    return Node(
        key=row["id"], id=row["id"], kind=_KINDS[row["level"]], statement=str(row.get("label") or ""),
        indikator=tuple(_indicator(one, year) for one in row.get("indicators") or [] if one.get("name")),
        komponen=printed or _COMPONENTS.get(row["level"], ""),
        jabatan=(holder.id,) if holder else (), program=(mapped.kode,) if mapped else (),
        crosscutting=tuple(Crosscutting(mitra=partner) for partner in partners),
    )  # fmt: skip


def _planning(data: Mapping[str, Any], rows: Mapping[str, Mapping[str, Any]]) -> dict[str, Program]:
    """Return the program, kegiatan or sub kegiatan of each node that has one; the same name is the same row.

    A row printed without its code gets one of the right shape (X.XX.90 ...), so that nodes can refer to it.
    """
    found: dict[str, Program] = {}
    known: dict[tuple[str, str], Program] = {}
    for key, printed in (data.get("planning") or {}).items():
        level = _LEVELS.get(rows[key]["level"]) if key in rows else None
        if level is None:
            continue
        coded = _CODED.match(printed)
        name = coded["name"] if coded else printed
        name = name if level is CodeLevel.PROGRAM else _TITLE.sub("", name, count=1)
        stem = {CodeLevel.PROGRAM: "X.XX", CodeLevel.KEGIATAN: "X.XX.90.2", CodeLevel.SUB_KEGIATAN: "X.XX.90.2.90"}[
            level
        ]
        code = coded["code"] if coded else f"{stem}.{10 + len(known):0{4 if level is CodeLevel.SUB_KEGIATAN else 2}d}"
        row = known.setdefault((level, name.casefold()), Program(level=level, nama=name, kode=code))
        found[key] = row
    return found


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
        nama=str(row["name"]), satuan=str(row.get("unit") or ""), rumus=str(row.get("formula") or ""),
        sumber=str(row.get("source") or ""),
        awal=awal, target=tuple(targets),
    )  # fmt: skip


def _positions(rows: Any) -> dict[str, Position]:  # JSON
    names = dict.fromkeys(row["position"] for row in rows if row.get("position"))
    known = ((place, name, _class_of(name)) for place, name in enumerate(names, 1))
    return {name: Position(id=f"j{place}", nama=name, jenjang=jenjang) for place, name, jenjang in known if jenjang}


def _class_of(name: str) -> Jenjang | None:
    """Return the class that a printed position tells, None for a name that tells none."""
    folded = name.casefold()
    return next((jenjang for words, jenjang in _JENJANG if re.search(words, folded)), None)
