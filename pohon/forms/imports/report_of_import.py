"""The notes of an import as a workbook: one row a doubt, one row for everything that went into no node."""

from pohon.forms.tables import Cell, Column, Form, Heading, Paragraph, Row, Section, Table

from .importer import Imported

__all__ = ["notes_form"]


def notes_form(name: str, found: Imported) -> Form:
    """Return the notes as a form, for the writers of workbooks and texts."""
    count = found.count
    told = (
        f"{name}: {count.read} sel berisi = {count.used} dipakai + {count.listed} dicatat; "
        f"{count.lines_read} baris teks = {count.lines_used} dipakai + {count.lines_listed} dicatat."
    )
    titles = ("No", "Tempat", "Yang terbaca", "Yang dianggap", "Cara memastikan", "Simpul")
    widths = (5, 18, 40, 40, 30, 10)
    columns = tuple(Column(title=title, width=width) for title, width in zip(titles, widths, strict=True))
    rows = tuple(
        Row(tuple(Cell(text=text) for text in (str(at), note.place, note.read, note.assumed, note.remedy, note.key)))
        for at, note in enumerate(found.notes, 1)
    )
    left = tuple(
        Row(tuple(Cell(text=text) for text in (str(at), note.place, note.read)))
        for at, note in enumerate(found.left, 1)
    )
    blocks = (
        Heading("Catatan impor"),
        Paragraph(told),
        Table(name="Catatan", columns=columns, rows=rows),
        Table(name="Tidak dipakai", columns=columns[:3], rows=left),
    )
    return Form(kind="impor", title=f"Catatan impor {name}", sections=(Section(blocks, landscape=True),))
