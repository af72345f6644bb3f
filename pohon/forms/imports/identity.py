"""Which agency a document speaks of, its government, year and title: from its lines and statements."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .source import Line, tidy

__all__ = ["Identity", "agency_in", "government_in", "identify", "titled"]

_SMALL = frozenset({"dan", "di", "ke", "dari", "untuk", "serta", "yang", "atau", "pada", "dengan", "dalam"})
_UNITS = (
    "sekretariat daerah", "sekretariat dprd", "sekretariat dewan", "rumah sakit", "satuan polisi", "dinas", "badan",
    "kecamatan", "inspektorat", "kantor", "kementerian", "biro", "bagian", "puskesmas", "rsud", "kelurahan",
)  # fmt: skip
_AGENCY = re.compile(rf"\b(?:{'|'.join(_UNITS)})\b[^:;()\n]*", re.IGNORECASE)
_GOVERNMENT = re.compile(
    r"\b(KABUPATEN|KAB\.|KOTA|PROVINSI|PROV\.|BUPATI|WALI\s?KOTA|GUBERNUR)\s+((?:[A-Z][\w'-]+\s*){1,3})", re.IGNORECASE
)
_FULL = {
    "kab.": "Kabupaten", "prov.": "Provinsi", "bupati": "Kabupaten", "wali kota": "Kota", "walikota": "Kota",
    "gubernur": "Provinsi",
}  # fmt: skip
_NO_NAME = frozenset(
    [
        "tahun",
        "nomor",
        "no",
        "tentang",
        "dan",
        "atau",
        "dalam",
        "yang",
        "di",
        "ke",
        "dari",
        "tahap",
        "dinas",
        "badan",
        "nip",
        "kepada",
        "untuk",
        "serta",
        "dengan",
        "pada",
        "menjadi",
        "se",
        "provinsi",
        "kabupaten",
        "kota",
        "sebagai",
        "periode",
        "kecamatan",
        "sesuai",
        "tingkat",
        "jalan",
        "telp",
        "maka",
    ]
)
_YEAR = re.compile(r"(?:tahun|tahun anggaran|ta)\s*:?\s*((?:19|20)\d{2})(?!\s*(?:-|–|s/?d|sampai))", re.IGNORECASE)
_PERIOD = re.compile(r"\b((?:19|20)\d{2})\s*(?:-|–|s/d|s\.d\.|sampai(?: dengan)?)\s*((?:19|20)\d{2})\b")
_DOCUMENTS = (
    (r"rencana\s+kinerja\s+tahunan|\brkt\b", "rkt"),
    (r"perjanjian\s+kinerja|penetapan\s+kinerja", "perjanjian_kinerja"),
    (r"indikator\s+kinerja\s+individu|\biki\b", "iki"),
    (r"^sasaran\s+kinerja\s+pegawai|\(skp\)", "skp"),
    (r"indikator\s+kinerja\s+utama(?!\s*\(?\w*\)?\s*dan\s+target)", "iku"),
    (r"^pohon\s+kinerja|^cascading", "pohon"),
    (r"^tahap(?:an)?\s*[1-5]\b", "pohon"),
    (r"rencana\s+strategis|\brenstra\b", "renstra"),
)
_LETTERED = re.compile(r"\s*(?:\(?[a-z0-9]{1,2}[.)]|[ivx]+\.)\s+", re.IGNORECASE)
_HEAD_LINES = 80
_TITLE_WORDS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What the document says of itself; `dokumen` is its kind ("pohon" for stage tables), "" when it does not say."""

    judul: str = ""
    instansi: str = ""
    pemerintah: str = ""
    tahun: int | None = None
    periode: tuple[int, int] | None = None
    dokumen: str = ""
    title: tuple[Line, ...] = ()
    unit: str = ""
    """The agency with its government as one line prints them."""


def titled(text: str) -> str:
    """Return a text in capitals as a title; a text in mixed letters stays."""
    if text != text.upper():
        return " ".join(text.split())
    words = text.casefold().split()
    return " ".join(w if place and w in _SMALL else w[:1].upper() + w[1:] for place, w in enumerate(words))


def agency_in(text: str) -> str:
    """Return the agency that a line names, without its government, "" when there is none."""
    found = _AGENCY.search(text)
    if found is None:
        return ""
    name = re.split(r"\s+(?:KABUPATEN|KAB\.|KOTA|PROVINSI|TAHUN|Kabupaten|Kab\.|Provinsi|Tahun)\b|,\s*KAB", found[0])[0]
    return titled(tidy(name).rstrip(" .,")) if len(name.split()) > 1 else ""


def government_in(texts: Iterable[str]) -> str:
    """Return the government that the texts name most often, "" when there is none."""
    names: Counter[str] = Counter()
    for text in texts:
        for found in _GOVERNMENT.finditer(text):
            words = found[2].split()
            end = next((place for place, word in enumerate(words) if word.casefold() in _NO_NAME), len(words))
            if end and all(word[:1].isupper() for word in words[:end]):
                level = " ".join(found[1].casefold().split())
                names[f"{_FULL.get(level, titled(found[1].upper()))} {titled(' '.join(words[:end]).upper())}"] += 1
    shorter = {name for name in names for other in names if other != name and name.startswith(other + " ")}
    counted = {name: number for name, number in names.items() if name not in shorter or number > 1}
    return max(counted, key=lambda name: counted[name], default="")


def identify(lines: Sequence[Line], statements: Iterable[str] = ()) -> Identity:
    """Return what the lines (and, for the government, the statements) of a document say of it."""
    texts = [tidy(line.text) for line in lines]
    kind, start = _kind(texts)
    block = _title(lines, texts, start) if start >= 0 else []
    title = titled(" ".join(texts[place] for place in block).upper()) if block else ""
    title = _LETTERED.sub("", title) if block and _LETTERED.match(texts[block[0]]) else title
    agency = agency_in(title) or _first_agency(texts)
    year = _year(texts, block)
    period = next((found for text in texts if (found := _PERIOD.search(text))), None)
    government = government_in([*texts, *statements])
    if title and agency and not agency_in(title):
        title = f"{title} {agency}"
    return Identity(
        judul=title, instansi=agency, pemerintah=government, tahun=year, dokumen=kind,
        periode=(int(period[1]), int(period[2])) if period else None,
        title=tuple(lines[place] for place in block), unit=_unit(texts, agency),
    )  # fmt: skip


def _kind(texts: Sequence[str]) -> tuple[str, int]:
    """Return the kind of the document and the line that names it, best as a title of its own."""
    for text in texts[:_HEAD_LINES]:
        plain = _LETTERED.sub("", text).casefold()
        kind = next((kind for pattern, kind in _DOCUMENTS if re.search(pattern, plain)), "")
        if kind:
            pattern = next(pattern for pattern, one in _DOCUMENTS if one == kind)
            return kind, _best_title(texts, pattern if kind != "pohon" else r"pohon\s+kinerja|cascading\b")
    return "", -1


def _best_title(texts: Sequence[str], pattern: str) -> int:
    """Return the first line that begins with the name of the document, -1 when none does."""
    own = [_LETTERED.sub("", text) for text in texts]
    begins = (
        number
        for number, text in enumerate(own)
        if re.match(pattern, text, re.IGNORECASE) and len(text.split()) < _TITLE_WORDS and not text.endswith(".")
    )
    return next(begins, -1)


def _title(lines: Sequence[Line], texts: Sequence[str], start: int) -> list[int]:
    """Return the lines of the title: capitals that go on with agency, government and year."""
    block = [start]
    for number in range(start + 1, min(start + 7, len(lines))):
        text = texts[number]
        if text != text.upper() or not re.search(r"[A-Z]", text) or _ends_title(texts[block[-1]]):
            break
        if ":" in text or lines[number].place.line - lines[number - 1].place.line > 2:
            break
        block.append(number)
    return block


def _ends_title(text: str) -> bool:
    return bool(re.search(r"TAHUN\s+(?:19|20)\d{2}$", text))


def _first_agency(texts: Sequence[str]) -> str:
    found = [agency for text in texts if len(text.split()) < 20 and (agency := agency_in(text))]
    caps = [agency for text in texts if text == text.upper() and (agency := agency_in(text))]
    return next(iter(caps), "") or next(iter(found), "")


def _unit(texts: Sequence[str], agency: str) -> str:
    named = [
        text for text in texts if agency and text.casefold().startswith(agency.casefold()) and _GOVERNMENT.search(text)
    ]
    return next(iter(named), "")


def _year(texts: Sequence[str], block: Sequence[int]) -> int | None:
    titles = [texts[place] for place in block]
    forms = [text for text in texts if re.match(r"tahun\s*:?\s*(?:19|20)\d{2}$", text, re.IGNORECASE)]
    for text in (*titles, *forms):
        found = _YEAR.search(text)
        if found:
            return int(found[1])
    return None
