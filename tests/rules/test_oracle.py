"""What the rules must and must not find in a real pohon kinerja (one agency, tables of stages 3 to 5 read as one tree).

The table is domain.md 3.11. Lines are those of the source document; a line means the nodes that were read from it
(key `asal`). "73->74" is the edge from the condition of line 73 down to its cause of line 74, "78/81" a pair that one
finding must tell of together. Except where a row says otherwise nothing else may be found.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from pohon.forms.tree_file import parse
from pohon.model.lexicon import Lexicon, default, extend
from pohon.model.node import Node
from pohon.model.tree import Tree
from pohon.rules import _registry
from pohon.rules._base import Hit, Severity, origins

_TREE = Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan.pohon.yaml"
# names and one official output of the national nomenclature (2.12.02.2.04, 2.12.04.2.01.0002, 2.12.04.2.03.0003)
_OFFICIAL_NAMES = {
    "nomenklatur": [
        "Bimbingan Teknis Terkait Pendaftaran Penduduk",
        "Kerja Sama Pemanfaatan Data Kependudukan",
        "Fasilitasi Terkait Pengelolaan Informasi Administrasi Kependudukan",
        "Terfasilitasinya Pengelolaan Informasi Administrasi Kependudukan",
    ]
}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One row of the table. `exact`: nothing but `fire` may be found; `stage`: run as if the tree stood there."""

    code: str
    fire: str = ""
    quiet: str = ""
    severity: Severity | None = None
    exact: bool = True
    stage: int = 5
    name: str = ""


_OPERATIONAL = "66 67 69 70 72 74 77 78 81 82 85 86 88 89 91 93 94"
_UNMAPPED = "151 152 153 154 156 157 158 159"

_TABLE = (
    Row(code="RED01", fire="78/81 45/83 45/95", quiet="66 67 69 70"),
    Row(code="RED02", fire="73->74 45->83 83->95", quiet="64 65 73", severity=Severity.ERROR, name="E"),
    Row(code="RED02", fire="83->84", severity=Severity.WARNING, name="W"),
    Row(code="RED02", fire="64->68 44->75", quiet="76 79 69 70", severity=Severity.HINT, name="H"),
    Row(code="SEB05", fire="84->86", quiet="85 87 88"),
    Row(code="BHS09", fire="45 83 84 95", quiet=f"64 65 68 71 73 75 76 79 87 90 {_OPERATIONAL}"),
    Row(code="BHS11", fire="29 45 83 95"),
    Row(code="STR08", fire="71 73 90", quiet="43 44 45"),
    Row(code="BHS16", fire="86"),
    Row(code="IND10", fire="153", quiet="144 145 154 156", exact=False),
    Row(code="BHS01", fire="71 84", quiet="64 65 68 73 75 76 79 87 90"),
    Row(code="BHS03", fire="71 84", quiet="64 65 68 73 75 76 79 87 90"),
    Row(code="BHS06", fire="80", quiet="93"),
    Row(code="BHS12", fire="66 88 94", stage=3),
    Row(code="BHS17", fire="86"),
    Row(code="STR01", fire="93 94"),
    Row(code="STR06", fire="80"),
    Row(code="STR14", fire=f"93 94 {_UNMAPPED}"),
    Row(code="STR15", fire="168 177 185"),
    Row(code="STR17", fire="150 154"),
    Row(code="STR18", fire="74 82 91"),
    Row(code="STR19", fire="45"),
    Row(code="IND02", fire="147 187"),
    Row(code="IND03"),
    Row(code="IND04", fire="127 141 150", quiet="142"),
    Row(code="IND05", fire="130 133 136 147 151 154 158", quiet="129 138 142 143 146 150"),
    Row(code="IND11", fire="190"),
    Row(code="RED04", fire="127/141 128/129", exact=False),
    Row(code="XCT02", fire="95"),
    Row(code="XCT03", fire="95"),
    Row(code="PET01", fire=_UNMAPPED),
    Row(code="BHS02"),
    Row(code="BHS05"),
    Row(code="BHS07"),
    Row(code="BHS10"),
    Row(code="BHS14", fire="168 177"),
)

_NOT_BUILT: dict[str, str] = {}
"""Rules of the table that are not registered yet, with the reason."""


@cache
def _tree() -> Tree:
    return parse(_TREE.read_text(encoding="utf-8"), _TREE.name)


@cache
def _lexicon() -> Lexicon:
    return extend(default(), _OFFICIAL_NAMES)


@cache
def _hits(code: str, stage: int) -> tuple[Hit, ...]:
    (entry,) = (entry for entry in _registry.entries() if entry.code == code)
    given = replace(_tree(), tahap=stage)
    return tuple(_registry.load(entry).check(given, _lexicon()))


def _node(line: str) -> Node:
    """Return the node that was read from a line; of the CSF and its utama on one line the utama."""
    everyone = (*_tree(), *_tree().belum.values())
    (found,) = (node for node in everyone if any(row.baris == line for _, row in origins(node)))
    return found


def _told(hit: Hit) -> frozenset[str]:
    """Return the lines that a hit speaks of: the one row that its field names, else every row of the node."""
    rows = dict(origins(_tree().find(hit.node)))
    row = re.match(r"(?:indikator\.\d+\.)?asal\.\d+", hit.field)
    return frozenset({rows[row[0]].baris} if row else (one.baris for one in rows.values()))


def _fires(hits: Sequence[Hit], target: str) -> bool:
    if "->" in target:
        effect, _, cause = target.partition("->")
        edge = (_node(cause).key, _node(effect).key)
        return any((hit.node, _tree().find(hit.node).parent) == edge for hit in hits)
    if "/" in target:
        pair = {_node(line).key for line in target.split("/")}
        return any(pair <= {hit.node, *hit.related} for hit in hits)
    return any(target in _told(hit) for hit in hits)


def _owners(targets: str) -> set[str]:
    """Return the nodes on which findings of these targets may stand."""
    lines = [part for target in targets.split() for part in re.split("/", target.rpartition("->")[2])]
    return {_node(line).key for line in lines}


_built = [row for row in _TABLE if row.code not in _NOT_BUILT]
_every_row = pytest.mark.parametrize("row", _built, ids=lambda row: " ".join(filter(None, (row.code, row.name))))


def _of_row(row: Row) -> list[Hit]:
    (entry,) = (entry for entry in _registry.entries() if entry.code == row.code)
    usual = _registry.load(entry).severity
    return [hit for hit in _hits(row.code, row.stage) if row.severity in (None, hit.severity or usual)]


@_every_row
def test_what_must_be_found_is_found(row: Row) -> None:
    assert [] == [target for target in row.fire.split() if not _fires(_of_row(row), target)]


@_every_row
def test_what_must_stay_quiet_stays_quiet(row: Row) -> None:
    quiet = {_node(line).key: line for line in row.quiet.split()}
    assert [] == [quiet[hit.node] for hit in _of_row(row) if hit.node in quiet]


@_every_row
def test_nothing_else_is_found(row: Row) -> None:
    if row.exact:
        assert _owners(row.fire) >= {hit.node for hit in _of_row(row)}


def test_rules_said_to_be_missing_are_missing_and_all_others_exist() -> None:
    registered = {entry.code for entry in _registry.entries()}
    assert set() == registered & set(_NOT_BUILT)
    assert set() == {row.code for row in _TABLE} - registered - set(_NOT_BUILT)
