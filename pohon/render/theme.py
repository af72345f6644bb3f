"""Roles and what they look like: shape, colours, line, font. Nothing else in `render` knows a colour.

A level is told by its shape and its label as well as by its colour; fills and accents differ in lightness, so that a
black-and-white copy reads the same. Every text has a contrast of at least 4.5:1 to what lies under it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import TypeVar

from pohon.frozen import dataclass
from pohon.model.node import Kind

__all__ = [
    "FONTS", "LEVELS", "SURFACES", "TEXTS", "LevelLook", "Looks", "Surface", "TextLook", "contrast", "luminance",
]  # fmt: skip

FONTS = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif"

_INK, _SOFT, _WHITE = "#14212E", "#46525E", "#FFFFFF"
_NAVY, _TEAL, _BLUE, _STEEL, _GREY = "#12304F", "#0F6E78", "#2B6395", "#4A7A9B", "#5D6B78"


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """How an area or a line is drawn; an empty colour is not drawn, `dash` is a list of lengths."""

    fill: str = ""
    stroke: str = ""
    line: float = 0.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLook:
    """How a text is drawn: colour, size in units (10 = statement of the lowest level), weight."""

    colour: str = _INK
    size: float = 9.0
    bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelLook:
    """How one kind of node is drawn: `form` of its frame, font factor, width factor, dark = white text."""

    form: str
    font: float = 1.0
    width: float = 1.0
    dark: bool = False
    bold: bool = False


_Look = TypeVar("_Look")


class Looks(Mapping[str, _Look]):
    """Role -> look; inside `with_own` some roles look as the user wants, in this thread only."""

    def __init__(self, base: Mapping[str, _Look]) -> None:
        self.base = base
        self._own: ContextVar[Mapping[str, _Look]] = ContextVar("own looks", default=base)

    def __getitem__(self, role: str) -> _Look:
        return self._own.get()[role]

    def __iter__(self) -> Iterator[str]:
        return iter(self.base)

    def __len__(self) -> int:
        return len(self.base)

    @contextmanager
    def with_own(self, looks: Mapping[str, _Look]) -> Iterator[None]:
        """Use other looks for some roles inside this block."""
        token = self._own.set({**self._own.get(), **looks})
        try:
            yield
        finally:
            self._own.reset(token)


LEVELS: Mapping[Kind, LevelLook] = MappingProxyType(
    {
        Kind.OUTCOME: LevelLook(form="double", font=1.5, width=2.2, dark=True, bold=True),
        Kind.CSF: LevelLook(form="bevel", font=1.2, width=1.5, dark=True, bold=True),
        Kind.UTAMA: LevelLook(form="rounded", font=1.06, width=1.2, bold=True),
        Kind.ANTARA: LevelLook(form="barred"),
        Kind.OPERASIONAL: LevelLook(form="rect"),
        Kind.GAGASAN: LevelLook(form="note"),
    }
)

SURFACES: Looks[Surface] = Looks(
    {
        "paper": Surface(fill=_WHITE),
        "outcome": Surface(fill=_NAVY, stroke=_NAVY, line=1.4),
        "csf": Surface(fill=_TEAL, stroke=_TEAL, line=1.0),
        "utama": Surface(fill="#C9DDEE", stroke=_BLUE, line=2.0),
        "antara": Surface(fill="#EDF4FA", stroke="#7FA3BF", line=0.8),
        "operasional": Surface(fill=_WHITE, stroke="#6C7B88", line=0.8),
        "gagasan": Surface(fill="#FFFBEA", stroke="#8A6D1F", line=0.9, dash=(4, 2.5)),
        "outcome-inner": Surface(stroke="#9FB6CC", line=0.8),
        "antara-bar": Surface(fill=_STEEL),
        "tag-outcome": Surface(fill=_WHITE, stroke=_NAVY, line=1.0),
        "tag-csf": Surface(fill=_WHITE, stroke=_TEAL, line=1.0),
        "tag-utama": Surface(fill=_BLUE),
        "tag-antara": Surface(fill="#3F6D8C"),
        "tag-operasional": Surface(fill=_GREY),
        "tag-gagasan": Surface(fill="#7A5F16"),
        "mark": Surface(fill=_TEAL),
        "mark-dark": Surface(fill="#F2C14E"),
        "rule": Surface(stroke="#B9C6D2", line=0.6),
        "rule-dark": Surface(stroke="#8FB3C4", line=0.6),
        "partner": Surface(fill="#FFF7EC", stroke="#9A5B13", line=0.9, dash=(3, 2)),
        "carrier": Surface(fill="#DCE6EE"),
        "note": Surface(fill="#E9E4F5", stroke="#5B4B8A", line=0.6),
        "galat": Surface(fill="#7D0E0E"),
        "peringatan": Surface(fill="#A36100"),
        "saran": Surface(fill="#44546E"),
        "edge": Surface(stroke="#6B7F91", line=1.2),
        "support": Surface(stroke="#7A4FA3", line=1.1, dash=(4, 3)),
        "support-end": Surface(fill="#7A4FA3"),
        "band": Surface(fill="#F6F8FA"),
        "band-even": Surface(fill=_WHITE),
        "band-tab": Surface(fill="#DFE6ED"),
        "title-rule": Surface(fill=_NAVY),
        "panel": Surface(fill="#FCFBF6", stroke="#8A6D1F", line=1.0, dash=(6, 4)),
        "disetujui": Surface(stroke="#0B6B3A", line=1.6),
        "existing": Surface(stroke="#0B6B3A", line=1.6, dash=(9, 2.5)),
        "menunggu": Surface(stroke="#8A4B08", line=1.2, dash=(4, 3)),
        "ditolak": Surface(stroke="#B42318", line=1.4, dash=(1.4, 2.6)),
        "tanpa-status": Surface(stroke="#6B7F91", line=0.8),
        "label-disetujui": Surface(fill=_WHITE, stroke="#0B6B3A", line=1.0),
        "label-existing": Surface(fill=_WHITE, stroke="#0B6B3A", line=1.0),
        "label-menunggu": Surface(fill=_WHITE, stroke="#8A4B08", line=0.8, dash=(4, 3)),
        "label-ditolak": Surface(fill=_WHITE, stroke="#B42318", line=0.8, dash=(1.4, 2.6)),
        "label-tanpa-status": Surface(fill=_WHITE, stroke="#6B7F91", line=0.6),
        "cut": Surface(stroke="#5D6B78", line=0.5, dash=(5, 3)),
        "cut-mark": Surface(fill="#5D6B78"),
        "glyph": Surface(stroke=_SOFT, line=0.5),
    }
)

TEXTS: Looks[TextLook] = Looks(
    {
        "statement": TextLook(size=10.0),
        "statement-bold": TextLook(size=10.0, bold=True),
        "statement-dark": TextLook(size=10.0, bold=True, colour=_WHITE),
        "indicator": TextLook(colour="#263442"),
        "indicator-dark": TextLook(colour=_WHITE),
        "target": TextLook(bold=True, colour="#0B5560"),
        "target-dark": TextLook(bold=True, colour="#FFE4A3"),
        "component": TextLook(bold=True, colour="#1D4E78"),
        "component-dark": TextLook(bold=True, colour="#FFE4A3"),
        "program": TextLook(colour="#263442"),
        "program-dark": TextLook(colour=_WHITE),
        "carrier": TextLook(bold=True, colour="#1B3A57"),
        "carrier-dark": TextLook(bold=True, colour="#1B3A57"),
        "partner": TextLook(colour="#6B3D08"),
        "partner-dark": TextLook(colour="#6B3D08"),
        "issue": TextLook(colour="#7A2E0E"),
        "issue-dark": TextLook(colour="#FFE9DC"),
        "note": TextLook(colour="#3F3170"),
        "note-dark": TextLook(colour="#3F3170"),
        "tag": TextLook(bold=True, colour=_WHITE),
        "tag-dark": TextLook(bold=True, colour=_NAVY),
        "badge": TextLook(bold=True, colour=_WHITE),
        "band": TextLook(bold=True, colour="#33475B", size=9.5),
        "title": TextLook(bold=True, colour=_NAVY, size=19.0),
        "overline": TextLook(bold=True, colour=_TEAL, size=9.5),
        "subtitle": TextLook(colour=_SOFT, size=11.0),
        "fact": TextLook(colour=_SOFT),
        "fact-value": TextLook(bold=True, colour=_INK),
        "legend": TextLook(colour=_INK),
        "panel": TextLook(bold=True, colour="#6B5210", size=11.0),
    }
)


def luminance(colour: str) -> float:
    """Return the relative luminance of `#RRGGBB` (WCAG 2)."""
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2), 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
