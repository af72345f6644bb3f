"""Cells of a form beside the cells of the document: what is equal, what differs, and the share of equal cells."""

from collections.abc import Hashable, Mapping, Sequence

from pohon.forms.tables import Form, Table
from tests.trees.reading import spaces

__all__ = ["covered", "differences", "tiles"]


def differences(
    table: str, expected: Mapping[Hashable, Sequence[str]], found: Mapping[Hashable, Sequence[str]]
) -> dict[tuple[Hashable, int], tuple[str, str]]:
    """Return (row, column) -> (document, form) of every cell that differs, and print the share of equal cells.

    Only spaces are normalised. A row that one side lacks counts as different in every cell.
    """
    cells = {(key, at): spaces(text) for key, row in expected.items() for at, text in enumerate(row)}
    made = {(key, at): spaces(text) for key, row in found.items() for at, text in enumerate(row)}
    differing = {at: (cells.get(at, ""), made.get(at, "")) for at in sorted(cells.keys() | made.keys(), key=str)}
    differing = {at: pair for at, pair in differing.items() if cells.get(at) != made.get(at)}
    total = len(cells.keys() | made.keys())
    print(f"{table}: {total - len(differing)} of {total} cells equal ({100 * (1 - len(differing) / total):.1f} %)")
    return differing


def covered(table: Table) -> dict[str, list[str]]:
    """Return id of a row -> its texts, "" where a merged cell covers one."""
    return {row.id: ["" if cell is None else cell.text for cell in row.cells] for row in table.rows}


def tiles(form: Form) -> None:
    """Assert that merged cells and plain cells fill every table without gap or overlap."""
    for table in form.tables():
        for rows in (table.heading, table.rows):
            marks = [[0] * len(table.columns) for _ in rows]
            for at, row in enumerate(rows):
                assert len(table.columns) == len(row.cells), table.name
                for column, cell in enumerate(row.cells):
                    for line in range(at, at + (cell.rows if cell else 0)):
                        for place in range(column, column + (cell.columns if cell else 0)):
                            marks[line][place] += 1
            assert {1} == {mark for line in marks for mark in line} or not rows, table.name
