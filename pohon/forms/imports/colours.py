"""Fill colours: what the raw styles of a workbook say, and what people call a colour in Indonesian."""

import colorsys
import re
from collections.abc import Sequence

__all__ = ["colour_name", "plain_colour", "resolved", "theme_colours"]

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_INDEXED = {
    2: "FF0000", 3: "00FF00", 4: "0000FF", 5: "FFFF00", 6: "FF00FF", 7: "00FFFF", 10: "FF0000", 11: "00FF00",
    12: "0000FF", 13: "FFFF00", 14: "FF00FF", 15: "00FFFF", 22: "C0C0C0", 23: "808080", 26: "FFFFCC", 27: "CCFFFF",
    41: "CCFFFF", 42: "CCFFCC", 43: "FFFF99", 44: "99CCFF", 45: "FF99CC", 46: "CC99FF", 47: "FFCC99", 49: "33CCCC",
    50: "99CC00", 51: "FFCC00", 52: "FF9900", 53: "FF6600", 55: "969696", 57: "339966",
}  # fmt: skip
"""The part of the old palette that offices fill cells with (ISO/IEC 29500-1, 18.8.27)."""
_THEME_ORDER = ("lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6")
_HUES = ((15, "merah"), (42, "jingga"), (68, "kuning"), (165, "hijau"), (200, "biru muda"), (255, "biru"),
         (300, "ungu"), (340, "merah muda"), (361, "merah"))  # fmt: skip
_CSS = {
    "yellow": "FFFF00", "orange": "FFA500", "green": "008000", "blue": "0000FF", "red": "FF0000", "lime": "00FF00",
    "cyan": "00FFFF", "aqua": "00FFFF", "pink": "FFC0CB", "gray": "808080", "grey": "808080", "purple": "800080",
    "lightblue": "ADD8E6", "lightgreen": "90EE90", "lightyellow": "FFFFE0", "lightgray": "D3D3D3", "gold": "FFD700",
}  # fmt: skip


def plain_colour(text: str) -> str:
    """Return a colour as six hex digits, "" for white, for none and for what is no colour."""
    named = _CSS.get(text.strip().casefold(), text.strip().lstrip("#"))
    digits = re.search(r"rgb\((\d{1,3}),\s*(\d{1,3}),\s*(\d{1,3})", named)
    if digits:
        named = "".join(f"{min(int(part), 255):02X}" for part in digits.groups())
    named = named[-6:].upper() if re.fullmatch(r"(?:[0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}", named) else ""
    return "" if named == "FFFFFF" else named


def theme_colours(text: str) -> tuple[str, ...]:
    """Return the colours of a theme part in the order in which styles number them."""
    found = {}
    for name in _THEME_ORDER:
        part = re.search(rf'<a:{name}>.*?(?:lastClr|srgbClr val)="([0-9A-Fa-f]{{6}})"', text, re.DOTALL)
        found[name] = part[1] if part else ""
    return tuple(found.values())


def resolved(element: str, theme: Sequence[str]) -> str:
    """Return the colour of a fgColor element of a fill as six hex digits, "" for none."""
    told = dict(re.findall(r'\b(rgb|theme|tint|indexed)="([^"]{1,24})"', element))
    if "rgb" in told:
        return plain_colour(told["rgb"])
    if told.get("indexed", "").isdigit():
        return plain_colour(_INDEXED.get(int(told["indexed"]), ""))
    if told.get("theme", "").isdigit() and int(told["theme"]) < len(theme):
        return plain_colour(_tinted(theme[int(told["theme"])], told.get("tint", "0")))
    return ""


def _tinted(colour: str, tint: str) -> str:
    if not _HEX.fullmatch(colour) or not re.fullmatch(r"-?\d?\.?\d{1,20}(?:[eE]-?\d{1,2})?", tint):
        return colour
    share = max(-1.0, min(1.0, float(tint)))
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    hue, light, full = colorsys.rgb_to_hls(*parts)
    light = light * (1 + share) if share < 0 else light * (1 - share) + share
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, min(light, 1.0), full))


def colour_name(colour: str) -> str:
    """Return what people call a colour: "kuning (FFFF00)", "tanpa warna" for none."""
    if not _HEX.fullmatch(colour):
        return "tanpa warna"
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    hue, light, full = colorsys.rgb_to_hls(*parts)
    if full < 0.12 or light < 0.08 or light > 0.97:
        name = "hitam" if light < 0.2 else "abu-abu"
    else:
        name = next(name for most, name in _HUES if hue * 360 < most)
    return f"{name} ({colour})"
