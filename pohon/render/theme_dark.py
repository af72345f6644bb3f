"""The colours of the theme on a dark screen: only what differs. Printing always uses the light ones."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from .theme import SURFACES, TEXTS, Surface, TextLook

__all__ = ["DARK_SURFACES", "DARK_TEXTS"]

_INK, _SOFT, _PAPER = "#E8EEF4", "#AFBCC8", "#10171F"

_FILLS = {
    "paper": (_PAPER, ""),
    "outcome": ("#1D4F85", "#6FA3D8"),
    "csf": ("#0E5F68", "#52AEB9"),
    "utama": ("#27425E", "#6FA3D8"),
    "antara": ("#1C2B3A", "#5E86A6"),
    "operasional": ("#151E28", "#8493A1"),
    "gagasan": ("#2B2610", "#C9A94A"),
    "outcome-inner": ("", "#7FA6CC"),
    "antara-bar": ("#6C9DC0", ""),
    "tag-outcome": (_INK, "#6FA3D8"),
    "tag-csf": (_INK, "#52AEB9"),
    "rule": ("", "#45566A"),
    "mark": ("#4FB3BF", ""),
    "partner": ("#33240F", "#D39A50"),
    "carrier": ("#2E4256", ""),
    "note": ("#2B2542", "#A593DC"),
    "edge": ("", "#8094A8"),
    "support": ("", "#B893DC"),
    "support-end": ("#B893DC", ""),
    "band": ("#151D27", ""),
    "band-even": (_PAPER, ""),
    "band-tab": ("#25323F", ""),
    "title-rule": ("#4C86C6", ""),
    "panel": ("#1B1A12", "#C9A94A"),
    "glyph": ("", _SOFT),
}
_INKS = {
    "statement": _INK, "statement-bold": _INK, "indicator": "#D5DEE6", "target": "#7FD3DE", "component": "#9CC7EC",
    "program": "#D5DEE6", "carrier": "#DCE9F5", "carrier-dark": "#DCE9F5", "partner": "#F3D3A6",
    "partner-dark": "#F3D3A6", "issue": "#F2B8A0", "note": "#D8CDF5", "note-dark": "#D8CDF5", "band": "#C4D0DB",
    "title": _INK, "overline": "#6CC4CE", "subtitle": _SOFT, "fact": _SOFT, "fact-value": _INK, "legend": _INK,
    "panel": "#E6CF86",
}  # fmt: skip

DARK_SURFACES: Mapping[str, Surface] = MappingProxyType(
    {
        name: replace(look, fill=_FILLS[name][0], stroke=_FILLS[name][1]) if name in _FILLS else look
        for name, look in SURFACES.base.items()
    }
)
DARK_TEXTS: Mapping[str, TextLook] = MappingProxyType(
    {name: replace(look, colour=_INKS.get(name, look.colour)) for name, look in TEXTS.base.items()}
)
