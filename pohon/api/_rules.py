"""The rules themselves: their list and their pages."""

from pohon.errors import PohonError
from pohon.rules import _registry
from pohon.rules._base import Rule

from ._lint import near_rule

__all__ = ["explain", "page", "rules"]

_OWN = {
    "P000": """\
# P000 aturan-rusak

Sebuah aturan gagal dijalankan. Ini kesalahan alat, bukan kesalahan pohon Anda.

## Cara memperbaiki

Aturan lain tetap diperiksa. Lewati aturan itu dengan `--ignore KODE`, dan sampaikan pesannya kepada pengelola alat ini.
""",
    "P001": """\
# P001 abaikan-sia-sia

Sebuah `abaikan` tidak mengecualikan apa-apa: tanpa alasan, kodenya salah, atau temuannya sudah tidak ada.

## Cara memperbaiki

Tulis alasannya, betulkan kodenya, atau hapus `abaikan` itu bila temuannya memang sudah beres.
""",
    "P002": """\
# P002 berkas-tidak-terbaca

Berkas tidak dapat dibaca sebagai pohon, jadi isinya belum diperiksa.

## Cara memperbaiki

Betulkan yang disebut pesannya: jorokan (spasi, bukan tab), kunci yang salah tulis, atau kunci wajib yang belum ada.
Susunan kuncinya ada di docs/format-berkas.md; contoh yang benar ditulis oleh `pohon new NAMA`.
""",
    "P003": """\
# P003 aturan-terlalu-lama

Sebuah aturan dihentikan karena belum selesai sesudah dua detik.

## Cara memperbaiki

Aturan lain tetap diperiksa. Pecah pohon yang sangat besar menurut instansi, atau lewati aturannya dengan `--ignore`.
""",
}
"""Pages of what the tool says in its own name; it has no rule module that could hold them."""


def rules(stage: int = 5) -> tuple[Rule, ...]:
    """Return every rule that runs at a stage, in the order of the catalogue."""
    return tuple(_registry.load(entry) for entry in _registry.selected((), (), stage))


def explain(word: str) -> str:
    """Return the page of a rule, found by its code or name. Raises PohonError when there is none."""
    for entry in _registry.entries():
        if word.upper() == entry.code or word.casefold() == entry.name:
            return page(entry.code)
    if word.upper() in _OWN:
        return _OWN[word.upper()]
    raise PohonError(f"tidak ada aturan `{word}`. {near_rule(word)} Daftar aturan: `pohon rules`.".replace("  ", " "))


def page(code: str) -> str:
    """Return the page of a rule."""
    from importlib import resources

    (entry,) = (one for one in _registry.entries() if one.code == code)
    folder, _, file = entry.module.rpartition(".")
    found = resources.files("pohon.rules").joinpath(*folder.split("."), f"{file}.md")
    return found.read_text(encoding="utf-8")
