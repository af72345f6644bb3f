"""Values that a board sends for a field -> values of the model, by the very tables and reader of the tree file.

So what a board accepts the file accepts, with the same words where it does not. A path names a part of a field
("indikator.0.target.2025", "dasar.harapan", "abaikan.RED01"); null or "" takes the part away.
Source: pohon/forms/tree_schema.py, docs/papan/protokol.md.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from pohon.errors import Problem
from pohon.forms.records import RecordReader
from pohon.forms.tree_schema import FILE, NODE, RECORDS, YEARLY, Field, Form, Record
from pohon.forms.values import BadValue, read_year
from pohon.forms.yaml_nodes import Item, Lines, Map, Scalar, Seq
from pohon.model.indicator import Target
from pohon.model.node import Node, Waiver
from pohon.model.planning import Program
from pohon.model.tree import Tree

from .codec import Json
from .refusal import NotMade

__all__ = ["FILE_KEYS", "NODE_KEYS", "at_path", "cleaned", "file_value", "node_value"]

NODE_KEYS = frozenset(one.key for one in NODE.fields) - {"id", "sebab", "asal"}
"""First parts of a path in a node, besides `statement` and `kind`."""
FILE_KEYS = frozenset(
    {
        "judul", "instansi", "pemerintah", "jenis", "periode", "tahun", "dasar_hukum", "jabatan", "program", "abaikan",
        "catatan",
    }
)  # fmt: skip
_MANY_LINES = frozenset({"uraian", "tugas", "relevansi", "penjelasan_target", "rumus", "catatan", "alasan"})
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SIGNS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
_SPACES = re.compile(r"[ \t]*\n\s*|\t")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_MOST_RECORDS = 500
_UNLISTED = ("sumber_dana", "nomenklatur", "catatan", "pagu_indikatif")
"""What the page's list of programs (code, name, amount) does not show: it stays as it is."""


def cleaned(text: str, *, lines: bool = False) -> str:
    """Return a text as typed, without control signs and outer space; on one line unless `lines`."""
    text = _SIGNS.sub("", _BREAKS.sub("\n", text))
    return text.strip() if lines else _SPACES.sub(" ", text).strip()


def node_value(node: Node, path: str, nilai: Json) -> tuple[str, Any]:
    """Return the field of Node that a path changes, and its value with the change. Raises NotMade."""
    refusal = NotMade(f'isian "{path[:40]}" tidak dikenal pada kondisi.', "Muat ulang halaman ini.")
    return _value(node, path, nilai, known=(NODE, NODE_KEYS), refusal=refusal)


def file_value(tree: Tree, path: str, nilai: Json) -> tuple[str, Any]:
    """Return the field of Tree that a path changes, and its value with the change. Raises NotMade."""
    refusal = NotMade(f'isian "{path[:40]}" tidak dapat diubah di papan.', "Ubahlah di berkas pohon.")
    return _value(tree, path, nilai, known=(FILE, FILE_KEYS), refusal=refusal)


def _value(
    holder: Node | Tree, path: str, nilai: Json, *, known: tuple[Record, Collection[str]], refusal: NotMade
) -> tuple[str, Any]:
    record, keys = known
    name, *rest = path.split(".")
    field = record.field(name)
    if field is None or name not in keys:
        raise refusal
    value = _changed(field, getattr(holder, field.attribute), rest, nilai)
    return field.attribute, _empty(type(holder), field.attribute) if value is None else value


def at_path(holder: Node | Tree, path: str) -> Json:
    """Return the text that stands at a path, None when there is no such place or it holds no text."""
    value: Any = holder
    try:
        for name in path.split("."):
            value = _within(value, name)
    except (LookupError, ValueError, AttributeError, BadValue):
        return None
    return value if isinstance(value, str) else None


def _within(value: Any, name: str) -> Any:
    if not isinstance(value, tuple):
        return getattr(value, name)
    if value and isinstance(value[0], Target):
        return next((one.nilai for one in value if one.tahun == read_year(name)), "")
    if value and isinstance(value[0], Waiver):
        return next((one.alasan for one in value if one.kode == name), "")
    if value and isinstance(value[0], tuple):
        return dict(value).get(name, "")
    return value[int(name)]


def _empty(kind: type, name: str) -> Any:
    default = next(one.default for one in fields(kind) if one.name == name)
    return default if default in (None, (), "") else ""


def _changed(field: Field, old: Any, rest: list[str], nilai: Json) -> Any:
    """Return the value of a field with the part at `rest` changed."""
    if not rest:
        return _kept(field, old, _read(field, nilai))
    change = {
        Form.RECORDS: _in_records, Form.RECORD: _in_record, Form.YEARS: _in_years,
        Form.YEARS_RUPIAH: _in_years, Form.PAIRS: _in_pairs, Form.PROSE_PAIRS: _in_pairs, Form.WAIVERS: _in_waivers,
    }.get(field.form)  # fmt: skip
    if change is None:
        raise NotMade(f"{field.key} tidak mempunyai bagian {rest[0][:40]}.", "Muat ulang halaman ini.")
    return change(field, old, rest, nilai)


def _in_records(field: Field, old: tuple[Any, ...], rest: list[str], nilai: Json) -> tuple[Any, ...]:
    place = int(rest[0]) if rest[0].isdecimal() and len(rest[0]) < 5 else -1
    if not 0 <= place <= min(len(old), _MOST_RECORDS):
        raise NotMade(
            f"{field.key} ke-{rest[0][:5]} tidak ada.", "Isian lain sudah berubah; periksa dulu yang terbaru."
        )
    if len(rest) == 1 and nilai is None:
        return (*old[:place], *old[place + 1 :])
    if len(rest) == 1:
        known = old[place] if place < len(old) else None
        return (*old[:place], _with_rest(known, _record(field.record, nilai)), *old[place + 1 :])
    record = RECORDS[field.record]
    if place == len(old):
        if len(rest) > 2 or rest[1] != record.bare:
            raise NotMade(f"{field.key} ke-{place + 1} belum ada.", f"Isilah {record.bare or 'nama'}-nya lebih dulu.")
        return (*old, _record(field.record, {rest[1]: nilai}))
    return (*old[:place], _part(record, old[place], rest[1:], nilai), *old[place + 1 :])


def _in_record(field: Field, old: Any, rest: list[str], nilai: Json) -> Any:
    record = RECORDS[field.record]
    blank = record.build() if record.build else None
    made = _part(record, blank if old is None else old, rest, nilai)
    return None if made == blank else made


def _part(record: Record, one: Any, rest: list[str], nilai: Json) -> Any:
    """Return a record with one of its fields changed."""
    field = record.field(rest[0])
    if field is None or field.key == "asal":
        raise NotMade(f'isian "{rest[0][:40]}" tidak dikenal pada {record.title}.', "Muat ulang halaman ini.")
    value = _changed(field, getattr(one, field.attribute), rest[1:], nilai)
    return replace(one, **{field.attribute: _empty(type(one), field.attribute) if value is None else value})


def _in_years(field: Field, old: tuple[Target, ...], rest: list[str], nilai: Json) -> tuple[Target, ...]:
    (name,) = _one(field, rest)
    try:
        year = read_year(name)
    except BadValue as error:
        raise NotMade(error.message, error.remedy) from error
    new = () if nilai in (None, "") else _read(field, {name: nilai})
    if any(one.tahun == year for one in old):
        return tuple(each for one in old for each in (new if one.tahun == year else (one,)))
    return tuple(sorted((*old, *new), key=lambda one: one.tahun)) if _rises(old) else (*old, *new)


def _rises(targets: tuple[Target, ...]) -> bool:
    years = [one.tahun for one in targets]
    return years == sorted(years)


def _in_pairs(field: Field, old: tuple[tuple[str, str], ...], rest: list[str], nilai: Json) -> Any:
    (name,) = _one(field, rest)
    new = () if nilai in (None, "") else _read(field, {name: nilai})
    if any(known == name for known, _ in old):
        return tuple(each for pair in old for each in (new if pair[0] == name else (pair,)))
    return (*old, *new)


def _in_waivers(field: Field, old: tuple[Waiver, ...], rest: list[str], nilai: Json) -> tuple[Waiver, ...]:
    (code,) = _one(field, rest)
    if isinstance(nilai, str) and not nilai.strip():
        raise NotMade("alasan masih kosong.", "Tulis mengapa temuan ini diterima.")
    new = () if nilai is None else _read(field, {code: nilai})
    if any(one.kode == code for one in old):
        return tuple(each for one in old for each in (new if one.kode == code else (one,)))
    return (*old, *new)


def _one(field: Field, rest: list[str]) -> list[str]:
    if len(rest) != 1 or not _NAME.fullmatch(rest[0]):
        raise NotMade(f"{field.key} tidak mempunyai bagian {'.'.join(rest)[:40]}.", "Muat ulang halaman ini.")
    return rest


def _kept(field: Field, old: Any, new: Any) -> Any:
    """Return records with what a page does not send back: the origin, and what its list of programs does not show."""
    if field.form is not Form.RECORDS or not isinstance(new, tuple):
        return new
    known = {_name_of(one): one for one in old or ()}
    return tuple(_with_rest(known.get(_name_of(one)), one) for one in new)


def _name_of(one: Any) -> tuple[Any, ...]:
    return (getattr(one, "id", "") or getattr(one, "kode", ""), getattr(one, "nama", "") or getattr(one, "mitra", ""))


def _with_rest(old: Any, new: Any) -> Any:
    if old is None or not is_dataclass(new) or isinstance(new, type) or not hasattr(new, "asal"):
        return new
    unsent = ("asal", *_UNLISTED) if isinstance(new, Program) else ("asal",)
    more: dict[str, Any] = {name: getattr(old, name) for name in unsent if not getattr(new, name)}
    for below in ("bawahan", "isi"):
        known = {_name_of(one): one for one in getattr(old, below, ())}
        if hasattr(new, below):
            more[below] = tuple(_with_rest(known.get(_name_of(one)), one) for one in getattr(new, below))
    return replace(new, **more)


def _record(name: str, nilai: Json) -> Any:
    reader, problems = _reader()
    record = RECORDS[name]
    bare = record.field(record.bare) if record.bare else None
    item = _item(bare, nilai) if bare is not None and isinstance(nilai, str) else _group(record, nilai)
    built = reader.build(name, item, "", "")
    _complain(problems)
    return built


def _read(field: Field, nilai: Json) -> Any:
    reader, problems = _reader()
    value = reader.read(field, _item(field, nilai), "", "")
    _complain(problems)
    return value


def _reader() -> tuple[RecordReader, list[Problem]]:
    problems: list[Problem] = []
    return RecordReader(Lines(""), problems), problems


def _complain(problems: list[Problem]) -> None:
    if problems:
        more = f" (dan {len(problems) - 1} hal lain)" if len(problems) > 1 else ""
        raise NotMade(f"{problems[0].message.rstrip('.')}{more}.", problems[0].remedy)


def _item(field: Field | None, nilai: Json) -> Item:
    """Return JSON as the file's reader takes it; lists that stand for `name: value` lines become groups."""
    if field is not None:
        if field.form in (Form.RECORD, Form.RECORDS) and not isinstance(nilai, str | None):
            record = RECORDS[field.record]
            return _seq([_group(record, one) for one in nilai]) if isinstance(nilai, list) else _group(record, nilai)
        pairs = _pairs(field, nilai) if isinstance(nilai, list) else nilai
        if field.form in (*YEARLY, Form.PAIRS, Form.PROSE_PAIRS, Form.WAIVERS) and isinstance(pairs, Mapping):
            return _map([(name, _inner(field, value)) for name, value in pairs.items()])
    if isinstance(nilai, Mapping):
        return _map([(name, _item(None, value)) for name, value in nilai.items()])
    if isinstance(nilai, list):
        return _seq([_item(field if field and field.form in (Form.PROSES, Form.WORDS) else None, one) for one in nilai])
    return Scalar(_text(field, nilai), 0, 0)


def _inner(field: Field, value: Json) -> Item:
    if isinstance(value, Mapping) and field.form is Form.WAIVERS:
        return _group(RECORDS["abaikan"], value)
    return _item(None, value) if isinstance(value, Mapping | list) else Scalar(_text(field, value), 0, 0)


def _group(record: Record, nilai: Json) -> Item:
    if not isinstance(nilai, Mapping):
        known = record.field(record.bare) if record.bare else None
        return _item(known, nilai)
    return _map([(name, _item(record.field(name), value)) for name, value in nilai.items()])


def _pairs(field: Field, rows: list[Json]) -> dict[str, Json] | list[Json]:
    """Return rows as they travel ([{tahun, nilai}], [[name, text]], [{kode, alasan}]) as name -> value."""
    pairs: dict[str, Json] = {}
    for row in rows:
        match row:
            case {"tahun": int() as year, "nilai": value, **more} if field.form in YEARLY and not more:
                pairs[str(year) if year else "tanpa-tahun"] = value
            case [str() as name, value] if field.form in (Form.PAIRS, Form.PROSE_PAIRS):
                pairs[name] = value
            case {"kode": str() as code, **rest} if field.form is Form.WAIVERS:
                pairs[code] = rest
            case _:
                return rows
    return pairs if len(pairs) == len(rows) else rows


def _text(field: Field | None, nilai: Json) -> str:
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    many = field is not None and (field.key in _MANY_LINES or field.form is Form.PROSE_PAIRS)
    return "" if nilai is None else cleaned(str(nilai), lines=many)


def _seq(items: list[Item]) -> Seq:
    return Seq(0, 0, flow=True, items=items)


def _map(pairs: list[tuple[str, Item]]) -> Map:
    return Map(0, 0, flow=True, pairs=[(Scalar(cleaned(name)[:64], 0, 0), value) for name, value in pairs])
