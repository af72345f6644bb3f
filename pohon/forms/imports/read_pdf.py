"""PDF -> Source (extra [pdf]): tables as pdfplumber finds them, the text around them as lines.

The only module that imports pdfplumber. Scanned pages hold no text and are named in a note.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from pohon.errors import BadInput, Missing, Place, Problem
from pohon.forms.tables import Cell

from .aligned import with_aligned
from .source import Item, Line, Source, grid

__all__ = ["read_pdf"]

_PAGES = 300
_UNIT = 2.2
"""Points that one letter stands for where columns are kept: less than any letter takes."""
_WIDE, _WORD = 0.9, 0.18
"""Gaps, in sizes of the letters, that part columns and words."""


def read_pdf(path: Path) -> Source:
    """Return the lines and tables of a PDF. Raises Missing without the extra, BadInput for a broken file."""
    try:
        import pdfplumber
    except ImportError:
        raise Missing('untuk membaca PDF pasang dahulu dari folder sumber pohon: pip install ".[pdf]".') from None
    items: list[Item] = []
    empty: list[int] = []
    try:
        with pdfplumber.open(path) as document:
            _refuse_long(path, len(document.pages))
            for number, page in enumerate(document.pages, 1):
                found = _page(page, number)
                if not found:
                    empty.append(number)
                items += found
    except BadInput:
        raise
    except Exception:  # noqa: BLE001 - pdfminer raises many kinds on broken files
        raise BadInput(path.name, (Problem(Place(), "berkas rusak atau berkata sandi.", "Simpan ulang."),)) from None
    notes = (f"halaman {', '.join(map(str, empty[:20]))} tidak berisi teks (hasil pindai).",) if empty else ()
    return Source(name=path.name, form="pdf", items=tuple(items), notes=notes)


def _refuse_long(path: Path, pages: int) -> None:
    if pages > _PAGES:
        raise BadInput(path.name, (Problem(Place(), f"lebih dari {_PAGES} halaman.", "Ambil halaman tabelnya."),))


def _typed(page: Any, number: int) -> list[Item]:
    """Return the lines of a page without ruled tables; columns that only stand below each other become tables."""
    items: list[Item] = []
    below = 0.0
    for words in page.extract_text_lines(return_chars=True):
        text = _spaced(words["chars"])
        blank = words["top"] - below > (words["bottom"] - words["top"])
        items.append(Line(text, Place(label=f"hlm. {number}"), len(text) - len(text.lstrip()), after_blank=blank))
        below = words["bottom"]
    return list(with_aligned(items))


def _spaced(chars: Sequence[Mapping[str, Any]]) -> str:
    """Return the characters of a line with as many spaces in a wide gap as keep columns below each other."""
    text, end = "", 0.0
    for one in chars:
        gap = one["x0"] - end
        if not text or gap > one["size"] * _WIDE:
            text = text.rstrip().ljust(max(int(one["x0"] / _UNIT), len(text.rstrip()) + (2 if text else 0)))
        elif gap > one["size"] * _WORD and not text.endswith(" ") and one["text"] != " ":
            text += " "
        text, end = text + one["text"], one["x1"]
    return text.rstrip()


def _page(page: Any, number: int) -> list[Item]:
    found = page.find_tables()
    if not found:
        return _typed(page, number)
    parts: list[tuple[float, Item]] = []
    for place, table in enumerate(found, 1):
        name = f"hlm. {number} tabel {place}"
        rows = [
            [None if text is None else Cell(text=text, place=Place(label=f"{name} baris {at}")) for text in row]
            for at, row in enumerate(table.extract(), 1)
        ]
        parts.append((table.bbox[1], grid(name, rows)))
    for line in page.extract_text_lines():
        outside = all(not (table.bbox[1] <= line["top"] <= table.bbox[3]) for table in found)
        if outside:
            parts.append((line["top"], Line(line["text"], Place(label=f"hlm. {number}"), int(line["x0"]))))
    return [item for _, item in sorted(parts, key=lambda part: part[0])]
