"""The cascading table: tujuan, sasaran and what follows from left to right, with merged cells for common causes.

Source: domain.md 5.2. A condition below a condition of its own level gets columns of its own.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from pohon.model.node import Kind, Node
from pohon.model.tree import Tree

from .tables import Cell, Column, Form, Heading, Look, Paragraph, Row, Section, Table, upright
from .wanted import Wanted, agency, indicator_cell, nesting, node_id, position_cell, statement, with_unit, year_of
from .wanted import document as document_of

__all__ = ["build"]

_PER_LEVEL = 2
"""Columns of one level: statement with the position that carries it, indicator with its target."""

_Level = tuple[Kind, int]
"""A kind, and how many nodes of the same kind stand directly above."""


class _Plan(NamedTuple):
    tree: Tree
    at: Mapping[_Level, int]
    year: int


def build(tree: Tree, wanted: Wanted) -> Form:
    """Return the cascading table of a tree."""
    levels = _levels(tree)
    year = year_of(tree, wanted, document_of(tree, "renstra")) if _one_year(tree, wanted) else 0
    plan = _Plan(tree, {level: place * _PER_LEVEL for place, level in enumerate(levels)}, year)
    columns = tuple(column for level in levels for column in _columns(tree, level))
    rows: list[Row] = []
    for key in tree.roots:
        rows += _block(plan, tree.find(key), len(columns))
    table = Table(name="Cascading", columns=columns, rows=tuple(rows), head=_head(tree, levels))
    title = f"CASCADING {tree.instansi.upper()}"
    named = Paragraph(agency(tree), Look.CENTER, bold=True)
    return Form(kind="cascading", title=title, sections=(Section((Heading(title), named, table), landscape=True),))


def _one_year(tree: Tree, wanted: Wanted) -> bool:
    return bool(wanted.year or tree.tahun)


def _levels(tree: Tree) -> list[_Level]:
    """Return the levels in use, top first."""
    found = {(node.kind, nesting(tree, node)) for node in tree}
    return sorted(found, key=lambda level: (level[0].rank, level[1]))


def _title(tree: Tree, level: _Level) -> str:
    known = tree.profile.level(level[0])
    name = known.komponen if known else level[0].label
    return (name[:1].upper() + name[1:]) + (f" ({level[1] + 1})" if level[1] else "")


def _columns(tree: Tree, level: _Level) -> tuple[Column, ...]:
    return (
        Column(title=_title(tree, level), width=14),
        Column(title=f"Indikator {_title(tree, level)}", width=12),
    )


def _head(tree: Tree, levels: list[_Level]) -> tuple[Row, ...]:
    first = upright(Cell(text=_title(tree, level), columns=_PER_LEVEL) for level in levels)
    second = Row(tuple(Cell(text=text) for _ in levels for text in ("Kinerja", "Indikator")))
    return first, second


def _height(tree: Tree, node: Node) -> int:
    return max(1, len(node.indikator), sum(_height(tree, child) for child in tree.children(node)))


def _block(plan: _Plan, root: Node, width: int) -> list[Row]:
    """Return the rows of one root: every node covers the rows of what brings it about."""
    height = _height(plan.tree, root)
    grid: list[list[Cell | None]] = [[Cell() for _ in range(width)] for _ in range(height)]
    ids: list[list[str]] = [[] for _ in range(height)]
    _put(plan, root, grid, ids, 0)
    return [Row(tuple(cells), " ".join(names)) for cells, names in zip(grid, ids, strict=True)]


def _put(plan: _Plan, node: Node, grid: list[list[Cell | None]], ids: list[list[str]], row: int) -> None:
    tree = plan.tree
    height = _height(tree, node)
    column = plan.at[node.kind, nesting(tree, node)]
    _span(grid, row, column, height, _carried(tree, node))
    spans = _indicators(plan, node, height)
    at = row
    for rows, one in spans:
        _span(grid, at, column + 1, rows, one)
        at += rows
    for line in range(row, row + height):
        ids[line].append(node_id(node))
    for child in tree.children(node):
        _put(plan, child, grid, ids, row)
        row += _height(tree, child)


def _carried(tree: Tree, node: Node) -> Cell:
    """Return the statement with the position below it: "– Kepala Bidang Pencatatan Sipil"."""
    holder = position_cell(tree, node)
    return replace(statement(node), text=f"{node.statement}\n– {holder.shown}", missing=not node.statement)


def _indicators(plan: _Plan, node: Node, height: int) -> list[tuple[int, Cell]]:
    """Return the indicators with the rows each covers; the last one takes what is left."""
    if not node.indikator:
        return [(height, Cell(key=node.key, field="indikator", missing=True))]
    cells = []
    for place, one in enumerate(node.indikator):
        target = with_unit(one.target_of(plan.year), one.satuan) if plan.year else ""
        cells.append(
            indicator_cell(node, place, "", f"{one.nama}\nTarget {plan.year}: {target}" if target else one.nama)
        )
    spare = height - len(cells)
    return [(1 + (spare if place == len(cells) - 1 else 0), one) for place, one in enumerate(cells)]


def _span(grid: list[list[Cell | None]], row: int, column: int, height: int, made: Cell) -> None:
    grid[row][column] = replace(made, rows=height)
    for line in range(row + 1, row + height):
        grid[line][column] = None
