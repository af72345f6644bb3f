"""What was read, made to fit what a tree file may hold: a text may move to another key, always with a note."""

from collections.abc import Iterator
from dataclasses import is_dataclass, replace
from enum import StrEnum
from typing import Any

from pohon.forms.tree_schema import RECORDS, Field, Record
from pohon.forms.values import MAX_LABEL, BadValue, limit_of, read_value
from pohon.model.indicator import Indicator, Target
from pohon.model.planning import Program

from .draft import Draft, Forest
from .notes import Ledger

__all__ = ["fitting", "periode_of", "settle", "settle_programs"]

_UNNAMED = "(tanpa kalimat)"


def settle(forest: Forest, ledger: Ledger) -> None:
    """Make every node writable: a statement that is not too long, indicators with names, figures that are figures."""
    for one in forest.everything():
        one.statement = " ".join(one.statement.split())
        if not one.statement:
            one.statement = _UNNAMED
            ledger.note(one.place, "", "kalimatnya kosong.", "Isilah kalimat kondisinya.")
        if len(one.statement) > MAX_LABEL:
            _shorten(one, ledger)
        one.indikator = list(_indicators(one, ledger))


def _shorten(one: Draft, ledger: Ledger) -> None:
    """Keep a text that is too long for a statement as a description below its beginning."""
    one.uraian = "\n".join(filter(None, (one.statement, one.uraian)))
    one.statement = one.statement[: MAX_LABEL - 4].rsplit(" ", 1)[0][: MAX_LABEL - 4] + " ..."
    ledger.note(
        one.place, one.statement, "kalimat ini terlalu panjang untuk satu kondisi; seluruhnya disimpan pada uraian.",
        "Tulis satu kalimat pendek.",
    )  # fmt: skip


def _indicators(one: Draft, ledger: Ledger) -> Iterator[Indicator]:
    for indicator in one.indikator:
        named = replace(indicator, nama=" ".join(indicator.nama.split()))
        if not named.nama:
            named = replace(named, nama=_UNNAMED)
            ledger.note(one.place, "", "nama indikatornya kosong.", "Isilah nama indikatornya.")
        if len(named.nama) > MAX_LABEL:
            named = replace(named, nama=named.nama[: MAX_LABEL - 4] + " ...", catatan=named.nama)
        if named.awal and not _fits(RECORDS["indikator"].field("awal"), named.awal):
            ledger.note(
                one.place,
                named.awal,
                f'kondisi awal "{named.nama}" bukan angka; disimpan pada catatan.',
                "Periksa angkanya.",
            )
            named = replace(named, catatan=_joined(named.catatan, f"Kondisi awal: {named.awal}"), awal="")
        for target in (*named.target, *named.realisasi):
            if target not in (*_once(named.target), *_once(named.realisasi)):
                ledger.note(one.place, target.nilai, f'"{named.nama}" punya dua nilai untuk satu tahun.', "Pilih satu.")
        named = replace(named, target=_once(named.target), realisasi=_once(named.realisasi))
        yield _with_figures(one, _with_figures(one, named, "target", ledger), "realisasi", ledger)


def _with_figures(one: Draft, named: Indicator, key: str, ledger: Ledger) -> Indicator:
    """Return an indicator whose targets are figures or words; what only looks like a figure becomes a remark."""
    targets: tuple[Target, ...] = named.target if key == "target" else named.realisasi
    bad = [target for target in targets if not _fits(RECORDS["indikator"].field(key), target.nilai)]
    if not bad:
        return named
    for target in bad:
        ledger.note(
            one.place,
            target.nilai,
            f'{key} "{named.nama}" bukan angka yang benar; disimpan pada catatan.',
            "Periksa angkanya.",
        )
    said = _joined(named.catatan, *(f"{key} {target.tahun or ''}: {target.nilai}" for target in bad))
    kept = tuple(target for target in targets if target not in bad)
    if key == "target":
        return replace(named, catatan=said, target=kept)
    return replace(named, catatan=said, realisasi=kept)


def _once(targets: tuple[Target, ...]) -> tuple[Target, ...]:
    first = {target.tahun: target for target in reversed(targets)}
    return tuple(target for target in targets if first[target.tahun] is target)


def settle_programs(programs: tuple[Program, ...], ledger: Ledger) -> tuple[Program, ...]:
    """Return programs whose amounts can be read; any other amount becomes a remark."""
    made = []
    for row in programs:
        one = replace(row, isi=settle_programs(row.isi, ledger))
        field = RECORDS["program"].field("anggaran")
        if one.anggaran and not _fits(field, one.anggaran):
            ledger.note(
                "", one.anggaran, f'anggaran "{one.nama}" bukan jumlah rupiah; disimpan pada catatan.', "Periksa."
            )
            one = replace(one, anggaran="", catatan=_joined(one.catatan, f"Anggaran: {one.anggaran}"))
        made.append(_settled_years(one, ledger))
    return tuple(made)


def _settled_years(row: Program, ledger: Ledger) -> Program:
    """Return a row whose yearly ceilings can be read; any other one becomes a remark."""
    field = RECORDS["program"].field("pagu_indikatif")
    for one in row.pagu_indikatif:
        if not _fits(field, one.nilai):
            told = f'pagu {one.tahun} "{row.nama}" bukan jumlah rupiah; disimpan pada catatan.'
            ledger.note("", one.nilai, told, "Periksa.")
            left = tuple(other for other in row.pagu_indikatif if other is not one)
            row = replace(row, pagu_indikatif=left, catatan=_joined(row.catatan, f"Pagu {one.tahun}: {one.nilai}"))
    return row


def periode_of(period: tuple[int, int] | None, forest: Forest, ledger: Ledger) -> tuple[int, int] | None:
    """Return the planning period of a document when it is one and every target lies in it."""
    if period is None or period[0] >= period[1]:
        return None
    years = {target.tahun for one in forest.everything() for measure in one.indikator for target in measure.target}
    if any(year and not period[0] <= year <= period[1] for year in years):
        ledger.note(
            "", f"{period[0]}-{period[1]}", "ada target di luar periode yang tercetak; periodenya tidak diisi.",
            "Periksa tahun target dan periodenya.",
        )  # fmt: skip
        return None
    return period


def fitting(value: Any, record: Record, ledger: Ledger) -> Any:  # the record decides
    """Return a record of the model with no text longer than its key may hold; the whole text stands in a note."""
    changed: dict[str, Any] = {}
    for field in record.fields:
        old = getattr(value, field.attribute, None)
        new = _fitting(old, field, ledger)
        if new is not old:
            changed[field.attribute] = new
    return replace(value, **changed) if changed else value


def _fitting(value: Any, field: Field, ledger: Ledger) -> Any:  # the field decides
    if isinstance(value, StrEnum) or not value:
        return value
    if isinstance(value, str):
        return _cut(value, field, ledger)
    if isinstance(value, tuple):
        made = tuple(_fitting(one, field, ledger) for one in value)
        return value if all(a is b for a, b in zip(made, value, strict=True)) else made
    if is_dataclass(value) and not isinstance(value, type):
        name = {"isi": "kegiatan"}.get(field.attribute, field.record)
        return fitting(value, RECORDS[name], ledger) if name in RECORDS else value
    return value


def _cut(text: str, field: Field, ledger: Ledger) -> str:
    limit = limit_of(field)
    if len(text) <= limit:
        return text
    ledger.note(
        "", text, f"terlalu panjang untuk {field.key}; hanya awalnya yang ditulis.", "Pindahkan ke dokumen lain."
    )
    return text[: limit - 4] + " ..."


def _joined(*texts: str) -> str:
    return " ".join(filter(None, texts))


def _fits(field: Field | None, text: str) -> bool:
    if field is None:
        return True
    try:
        read_value(field, text)
    except BadValue:
        return False
    return True
