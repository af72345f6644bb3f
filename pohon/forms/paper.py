"""Paper of Indonesian offices, in millimetres. F4 (folio) is the usual one; A3 helps wide tables."""

from dataclasses import dataclass

from pohon.errors import PohonError

from .tables import Column

__all__ = ["PAPERS", "Page", "page", "widths"]

PAPERS = {"A4": (210.0, 297.0), "F4": (215.0, 330.0), "A3": (297.0, 420.0)}
_MARGINS = {False: (25.0, 20.0), True: (18.0, 15.0)}
"""Landscape or not -> left and right margin; binding is at the left."""
_TOP, _BOTTOM = 20.0, 22.0


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its size, its margins, and the width left for text."""

    width: float
    height: float
    left: float
    right: float
    top: float = _TOP
    bottom: float = _BOTTOM

    @property
    def text(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right


def page(name: str, *, landscape: bool) -> Page:
    """Return a page. Raises PohonError for an unknown paper."""
    if name not in PAPERS:
        raise PohonError(f"kertas {name} tidak dikenal. Pilih salah satu: {', '.join(PAPERS)}.")
    short, long = PAPERS[name]
    width, height = (long, short) if landscape else (short, long)
    return Page(width, height, *_MARGINS[landscape])


def widths(columns: tuple[Column, ...], total: float) -> list[float]:
    """Return the width of every column, together as wide as the text."""
    share = sum(column.width for column in columns) or 1.0
    return [column.width * total / share for column in columns]
