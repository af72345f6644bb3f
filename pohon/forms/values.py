"""Single values of the tree file: text -> value, or a problem with cause and remedy in Indonesian."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from pohon.model.tree import Periode

from .tree_schema import UNDATED, Field, Form

__all__ = ["ID", "MAX_LABEL", "MAX_TEXT", "BadValue", "closest", "limit_of", "read_value", "read_year", "too_long"]

MAX_LABEL = 2_000
"""Longest statement or name, in characters."""
MAX_TEXT = 100_000
"""Longest other text, in characters."""
ID = re.compile(r"[A-Za-z][A-Za-z0-9_.-]{0,63}")
_PERIODE = re.compile(r"(\d{4})\s*(?:-|–|—|s\.?d\.?|sampai)\s*(\d{4})")
_SURE_FIGURE = re.compile(r"\d{1,3}(?:\.\d{3})*(?:,\d{1,4})? ?%?")
_FIRST_YEAR, _LAST_YEAR = 1945, 2150
_NUMBER_RANGES = {"versi": (1, 1), "tahap": (1, 5), "tahun": (_FIRST_YEAR, _LAST_YEAR)}
_LONG_TEXTS = frozenset({"uraian", "tugas", "relevansi", "penjelasan_target", "rumus", "catatan"})


class BadValue(Exception):  # never leaves this layer: the reader turns it into a Problem
    """A value that cannot be used: message and remedy."""

    def __init__(self, message: str, remedy: str = "") -> None:
        self.message = message
        self.remedy = remedy
        super().__init__(message)


def closest(word: str, known: tuple[str, ...]) -> str:
    """Return "Maksudnya ...?" for a word that resembles a known one, else the list of known ones."""
    from difflib import get_close_matches

    near = get_close_matches(word[:80].casefold(), known, n=1, cutoff=0.6)
    return f"Mungkin maksudnya {near[0]}?" if near else f"Yang dikenal: {', '.join(known)}."


def too_long(length: int, limit: int) -> str:
    """Return the words for a text that is too long; both figures in characters."""
    spelled, allowed = (f"{number:,}".replace(",", ".") for number in (length, limit))
    return f"terlalu panjang ({spelled} huruf, paling panjang {allowed})."


def limit_of(field: Field) -> int:
    """Return how many characters a field may hold."""
    return MAX_TEXT if field.form is not Form.PROSE or field.key in _LONG_TEXTS else MAX_LABEL


def read_value(field: Field, text: str) -> Any:  # the model's class decides
    """Return the value that a text stands for in a field. Raises BadValue."""
    if len(text) > limit_of(field):
        raise BadValue(f"{field.key} {too_long(len(text), limit_of(field))}", "Satu kondisi satu kalimat pendek.")
    return _READERS.get(field.form, _read_text)(field, text)


def read_year(text: str) -> int:
    """Return the year of a target, 0 for `tanpa-tahun`. Raises BadValue."""
    if text == UNDATED:
        return 0
    if not re.fullmatch(r"[12]\d{3}", text) or not _FIRST_YEAR <= int(text) <= _LAST_YEAR:
        raise BadValue(f'"{text[:40]}" bukan tahun.', f"Tulis tahun empat angka, misalnya 2026, atau {UNDATED}.")
    return int(text)


def _read_text(_field: Field, text: str) -> str:
    return text


def _read_word(field: Field, text: str) -> str:
    if field.key == "id" and not ID.fullmatch(text):
        remedy = "Id diawali huruf, lalu huruf, angka, titik, garis bawah, atau tanda hubung; paling panjang 64."
        raise BadValue(f'id "{text[:40]}" tidak dapat dipakai.', remedy)
    return text


def _read_number(field: Field, text: str) -> int:
    low, high = _NUMBER_RANGES[field.key]
    if not re.fullmatch(r"\d{1,4}", text) or not low <= int(text) <= high:
        expected = str(low) if low == high else f"{low} sampai {high}"
        raise BadValue(f'{field.key} "{text[:40]}" tidak dapat dipakai.', f"Isilah {expected}.")
    return int(text)


def _read_figure(field: Field, text: str) -> str:
    if _SURE_FIGURE.fullmatch(text):
        return text
    from pohon.model.number import Verdict, parse  # loaded for the first figure that needs it

    reading = parse(text)
    if reading.verdict is Verdict.INVALID:
        remedy = "Ribuan dengan titik, desimal dengan koma: 6.800 atau 98,50."
        raise BadValue(f'{field.key} "{text[:40]}" bukan angka yang benar.', remedy)
    return text


def _read_rupiah(field: Field, text: str) -> str:
    from pohon.model.number import parse_rupiah

    if parse_rupiah(text) is None:
        raise BadValue(f'{field.key} "{text[:40]}" bukan jumlah rupiah yang pasti.', "Tulis misalnya 437.531.700.")
    return text


def _read_periode(_field: Field, text: str) -> Periode:
    match = _PERIODE.fullmatch(text.strip())
    if match is None:
        raise BadValue(f'periode "{text[:40]}" tidak dapat dibaca.', "Tulis misalnya 2025-2029.")
    awal, akhir = int(match[1]), int(match[2])
    if not _FIRST_YEAR <= awal <= akhir <= _LAST_YEAR:
        raise BadValue(f'periode "{text}" terbalik atau di luar jangkauan.', "Tahun awal dulu, misalnya 2025-2029.")
    return Periode(awal, akhir)


def _read_choice(field: Field, text: str) -> StrEnum | str:
    choices = field.choices or ()
    known = tuple(str(choice) for choice in choices)
    word = text.strip().casefold().replace(" ", "-")
    if word not in known:
        raise BadValue(f'{field.key} "{text[:40]}" tidak dikenal.', closest(word, known))
    return word if isinstance(choices, tuple) else choices(word)


def _read_flag(field: Field, text: str) -> bool:
    word = text.strip().casefold()
    if word not in ("ya", "tidak"):
        raise BadValue(f'{field.key} "{text[:40]}" tidak dapat dipakai.', "Isilah ya atau tidak.")
    return word == "ya"


_READERS: dict[Form, Callable[[Field, str], Any]] = {
    Form.WORD: _read_word,
    Form.WORDS: _read_word,
    Form.NUMBER: _read_number,
    Form.FIGURE: _read_figure,
    Form.YEARS: _read_figure,
    Form.RUPIAH: _read_rupiah,
    Form.YEARS_RUPIAH: _read_rupiah,
    Form.PERIODE: _read_periode,
    Form.CHOICE: _read_choice,
    Form.FLAG: _read_flag,
}
