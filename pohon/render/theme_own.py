"""Own colours: which roles pohon.toml may colour ([tema]), and whether everything can still be read then."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from . import theme
from .theme import SURFACES, TEXTS, Surface, TextLook

__all__ = ["LINES", "PAIRS", "applied", "problems"]

_FILLS: Mapping[str, tuple[str, ...]] = {
    "outcome": ("outcome",), "csf": ("csf",), "utama": ("utama",), "antara": ("antara",),
    "operasional": ("operasional",), "gagasan": ("gagasan",), "mitra": ("partner",), "jabatan": ("carrier",),
    "rujukan": ("note",), "pita": ("band",), "nama-pita": ("band-tab",), "judul": ("title-rule",),
    "utama-garis": ("tag-utama",), "antara-garis": ("tag-antara", "antara-bar"),
    "operasional-garis": ("tag-operasional",), "dukungan": ("support-end",),
}  # fmt: skip
_STROKES: Mapping[str, tuple[str, ...]] = {
    "outcome": ("outcome", "tag-outcome"), "csf": ("csf", "tag-csf"), "utama-garis": ("utama",),
    "antara-garis": ("antara",), "operasional-garis": ("operasional",), "garis": ("edge",), "dukungan": ("support",),
}  # fmt: skip
_INKS: Mapping[str, tuple[str, ...]] = {
    "teks": ("statement", "statement-bold", "indicator", "program", "legend", "fact-value"),
    "teks-terang": ("statement-dark", "indicator-dark", "program-dark"),
    "judul": ("title",),
}

_PLAIN = ("statement", "statement-bold", "indicator", "target", "component", "program", "issue")
_DARK = tuple(f"{look}-dark" for look in ("statement", "indicator", "target", "component", "program", "issue"))
_FRAME = ("fact", "fact-value", "legend", "overline", "subtitle", "title")

PAIRS: Mapping[str, tuple[str, ...]] = {
    "outcome": _DARK, "csf": _DARK,
    "utama": _PLAIN, "antara": _PLAIN, "operasional": _PLAIN, "gagasan": _PLAIN,
    "tag-outcome": ("tag-dark",), "tag-csf": ("tag-dark",),
    "tag-utama": ("tag",), "tag-antara": ("tag",), "tag-operasional": ("tag",), "tag-gagasan": ("tag",),
    "partner": ("partner", "partner-dark", "carrier"), "carrier": ("carrier", "carrier-dark", "fact"),
    "note": ("note", "note-dark"), "galat": ("badge",), "peringatan": ("badge",), "saran": ("badge",),
    "band": _FRAME, "band-even": _FRAME, "paper": _FRAME, "band-tab": ("band", "fact", "carrier"), "panel": ("panel",),
}  # fmt: skip
"""Surface -> looks of the texts that may stand on it."""

LINES = ("edge", "support", "operasional", "utama", "partner", "disetujui", "existing", "menunggu", "ditolak")
"""Surfaces whose line must stand out from white paper."""


def problems(colours: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (role, what is wrong) for every own colour with which something could not be read."""
    for role in colours:
        with applied(colours):
            worst = min(_contrasts(role), default=None)
        if worst is not None and worst[0] < 1:
            _, ratio, needed, what = worst
            figures = f"kontrasnya {ratio:.1f} banding 1, paling sedikit {needed:.1f}".replace(".", ",")
            yield role, f"warna `{role}` ({colours[role]}) membuat {what} sulit dibaca: {figures}."


def _contrasts(role: str) -> Iterator[tuple[float, float, float, str]]:
    """Yield (share of what is needed, contrast, needed, what) for all that a role colours."""
    surfaces = {*_FILLS.get(role, ())}
    looks = {*_INKS.get(role, ())}
    for surface, some in PAIRS.items():
        for look in some:
            if surface in surfaces or look in looks:
                ratio = theme.contrast(TEXTS[look].colour, SURFACES[surface].fill)
                yield ratio / 4.5, ratio, 4.5, "huruf di atasnya" if surface in surfaces else "huruf itu"
    for surface in _STROKES.get(role, ()):
        if surface in LINES:
            ratio = theme.contrast(SURFACES[surface].stroke, SURFACES["paper"].fill)
            yield ratio / 3.0, ratio, 3.0, "garis"


@contextmanager
def applied(colours: Mapping[str, str]) -> Iterator[None]:
    """Draw with own colours inside this block: role -> #RRGGBB."""
    surfaces: dict[str, Surface] = {}
    texts: dict[str, TextLook] = {}
    for role, colour in colours.items():
        for name in _FILLS.get(role, ()):
            surfaces[name] = replace(surfaces.get(name, SURFACES[name]), fill=colour)
        for name in _STROKES.get(role, ()):
            surfaces[name] = replace(surfaces.get(name, SURFACES[name]), stroke=colour)
        for name in _INKS.get(role, ()):
            texts[name] = replace(texts.get(name, TEXTS[name]), colour=colour)
    with SURFACES.with_own(surfaces), TEXTS.with_own(texts):
        yield
