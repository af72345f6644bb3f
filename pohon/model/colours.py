"""The roles that may have a colour of their own ([tema] in pohon.toml); what they paint is a matter of the drawings."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["ROLES", "is_colour"]

ROLES: Mapping[str, str] = MappingProxyType(
    {
        "outcome": "kotak outcome", "csf": "kotak CSF", "utama": "kotak kondisi antara utama",
        "antara": "kotak kondisi antara", "operasional": "kotak kondisi operasional", "gagasan": "kotak gagasan",
        "utama-garis": "tepi dan nomor kondisi antara utama", "antara-garis": "tepi dan nomor kondisi antara",
        "operasional-garis": "tepi dan nomor kondisi operasional", "garis": "garis sebab akibat",
        "dukungan": "garis dukungan", "mitra": "kotak mitra", "jabatan": "kotak jabatan", "rujukan": "kotak rujukan",
        "pita": "pita jenjang", "nama-pita": "nama jenjang", "judul": "judul dan garisnya", "teks": "huruf gelap",
        "teks-terang": "huruf di atas kotak outcome dan CSF",
    }
)  # fmt: skip
"""Role -> what it is on the drawing."""


def is_colour(text: str) -> bool:
    """True for #RRGGBB."""
    return len(text) == 7 and text[0] == "#" and all(sign in "0123456789abcdefABCDEF" for sign in text[1:])
