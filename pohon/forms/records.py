"""Groups of keys -> the model's records, driven by the tables of tree_schema; every problem is kept with its place."""

from collections.abc import Callable, Mapping
from typing import Any

from pohon.errors import Problem
from pohon.model.document import Document
from pohon.model.indicator import Target
from pohon.model.node import Waiver
from pohon.model.planning import Program

from .tree_schema import DOCUMENT_KINDS, PROGRAM_LEVELS, RECORDS, Field, Form, Record
from .values import BadValue, closest, read_value, read_year
from .yaml_nodes import Item, Lines, Map, Scalar, Seq

__all__ = ["RecordReader"]


class RecordReader:
    """Reads records and remembers problems and places; `partial` = the file broke off, so lacks are not reported."""

    def __init__(self, lines: Lines, problems: list[Problem], *, partial: bool = False) -> None:
        self.lines = lines
        self.problems = problems
        self.partial = partial
        self.spans: dict[tuple[str, str], tuple[int, int]] = {}
        self._forms: dict[Form, Callable[[Field, Item, str, str], Any]] = {
            Form.PROSES: self._texts,
            Form.WORDS: self._texts,
            Form.PAIRS: self._pairs,
            Form.PROSE_PAIRS: self._pairs,
            Form.YEARS: self._years,
            Form.YEARS_RUPIAH: self._years,
            Form.RECORD: self._record_of,
            Form.RECORDS: self._records_of,
            Form.WAIVERS: self._waivers,
            Form.DOCUMENTS: self._documents,
        }

    def report(self, item: Item, message: str, remedy: str = "") -> None:
        """Keep a problem at an item."""
        place = self.lines.place(item.start, max(item.end, item.start + 1))
        self.problems.append(Problem(place, message, remedy))

    def mark(self, owner: str, path: str, item: Item) -> None:
        """Remember where a field of an owner stands."""
        self.spans[owner, path] = (item.start, item.end)

    def values(self, record: Record, item: Map, owner: str, path: str, extra: tuple[str, ...] = ()) -> dict[str, Any]:
        """Return attribute -> value for the keys of a record; `extra` keys are left to the caller."""
        values: dict[str, Any] = {}
        seen: dict[str, Scalar] = {}
        for key, value in item.pairs:
            if self._is_twice(key, seen):
                continue
            field = record.field(key.text)
            if field is None or field.form is Form.NODES:
                if field is None and key.text not in extra:
                    known = (*(one.key for one in record.fields), *extra)
                    message = f'kunci "{key.text[:40]}" tidak dikenal pada {record.title}.'
                    self.report(key, message, closest(key.text, known))
                continue
            read = self.read(field, value, owner, f"{path}{field.attribute}")
            if read is not None:
                values[field.attribute] = read
        self._check_required(record, item, seen)
        return values

    def read(self, field: Field, item: Item, owner: str, path: str) -> Any:  # the field decides
        """Return the value of one field, None when it cannot be used (a problem is then kept)."""
        self.spans[owner, path] = (item.start, item.end)
        special = self._forms.get(field.form)
        if special is not None:
            return special(field, item, owner, path)
        return self._scalar(field, item)

    def _is_twice(self, key: Scalar, seen: dict[str, Scalar]) -> bool:
        first = seen.setdefault(key.text, key)
        if first is key:
            return False
        line = self.lines.place(first.start, first.end).line
        self.report(key, f'kunci "{key.text[:40]}" tertulis dua kali (pertama di baris {line}).', "Hapus salah satu.")
        return True

    def _check_required(self, record: Record, item: Map, seen: Mapping[str, Scalar]) -> None:
        lacking = [field.key for field in record.fields if field.required and field.key not in seen]
        if lacking and not self.partial:
            self.report(
                item, f"kunci wajib belum ada pada {record.title}: {', '.join(lacking)}.", "Tambahkan kuncinya."
            )

    def _scalar(self, field: Field, item: Item) -> Any:  # the field decides
        if not isinstance(item, Scalar):
            self.report(item, f"{field.key} harus berupa {field.form.value}, bukan daftar atau kelompok kunci.")
            return None
        if not item.text.strip() and field.required:
            self.report(item, f"{field.key} masih kosong.", "Isilah.")
            return None
        if not item.text.strip() and field.form not in (Form.PROSE, Form.WORD):
            return None
        try:
            return read_value(field, item.text)
        except BadValue as error:
            self.report(item, error.message, error.remedy)
            return None

    def _texts(self, field: Field, item: Item, owner: str, path: str) -> tuple[str, ...]:
        if isinstance(item, Scalar):
            value = self._scalar(field, item) if item.text.strip() else None
            return () if value is None else (value,)
        if isinstance(item, Map):
            self.report(item, f"{field.key} harus berupa {field.form.value}.")
            return ()
        texts = []
        for number, one in enumerate(item.items):
            self.mark(owner, f"{path}.{number}", one)
            value = self._scalar(field, one)
            if value:
                texts.append(value)
        return tuple(texts)

    def _pairs(self, field: Field, item: Item, owner: str, path: str) -> tuple[tuple[str, str], ...]:
        pairs, seen = [], dict[str, Scalar]()
        for key, value in self._map(field, item):
            self.mark(owner, f"{path}.{key.text}", value)
            text = self._scalar(field, value)
            if text is not None and not self._is_twice(key, seen):
                pairs.append((key.text, text))
        return tuple(pairs)

    def _years(self, field: Field, item: Item, owner: str, path: str) -> tuple[Target, ...]:
        targets, seen = [], dict[str, Scalar]()
        for key, value in self._map(field, item):
            self.mark(owner, f"{path}.{key.text}", value)
            text = self._scalar(field, value)
            try:
                tahun = read_year(key.text)
            except BadValue as error:
                self.report(key, error.message, error.remedy)
                continue
            if text is not None and not self._is_twice(key, seen):
                targets.append(Target(tahun, text))
        return tuple(targets)

    def _map(self, field: Field, item: Item) -> list[tuple[Scalar, Item]]:
        if isinstance(item, Map):
            return item.pairs
        if not (isinstance(item, Scalar) and not item.text.strip()):
            self.report(item, f"{field.key} harus berupa {field.form.value}.", "Tulis tiap pasangan pada barisnya.")
        return []

    def _record_of(self, field: Field, item: Item, owner: str, path: str) -> Any:  # the field decides
        if isinstance(item, Scalar) and not item.text.strip():
            return None
        return self.build(field.record, item, owner, f"{path}.")

    def _records_of(self, field: Field, item: Item, owner: str, path: str) -> tuple[Any, ...]:
        record = RECORDS[field.record]
        if isinstance(item, Scalar) and not item.text.strip():
            return ()
        if isinstance(item, Map) or (isinstance(item, Scalar) and not record.bare):
            self.report(item, f"{field.key} harus berupa daftar.", "Awali tiap butir dengan tanda -.")
            return ()
        items = item.items if isinstance(item, Seq) else [item]
        built = [self._listed(field.record, one, owner, f"{path}.{number}") for number, one in enumerate(items)]
        return tuple(one for one in built if one is not None)

    def _listed(self, name: str, item: Item, owner: str, path: str) -> Any:  # the record decides
        self.mark(owner, path, item)
        return self.build(name, item, owner, f"{path}.")

    def build(self, name: str, item: Item, owner: str, path: str) -> Any:  # the record decides
        """Return one record of the model, None when it cannot be built (a problem is then kept)."""
        record = RECORDS[name]
        if isinstance(item, Scalar) and record.bare:
            item = Map(item.start, item.end, True, [(Scalar(record.bare, item.start, item.start), item)])
        if not isinstance(item, Map):
            keys = ", ".join(field.key for field in record.fields[:4])
            self.report(item, f"{record.title} harus berupa kelompok kunci ({keys} ...).")
            return None
        values = self.values(record, item, owner, path)
        if any(field.required and field.attribute not in values for field in record.fields):
            return None
        if name in PROGRAM_LEVELS:
            return Program(level=PROGRAM_LEVELS[name][0], **values)
        return record.build(**values) if record.build else values

    def _waivers(self, field: Field, item: Item, owner: str, path: str) -> tuple[Waiver, ...]:
        waivers, seen = [], dict[str, Scalar]()
        for key, value in self._map(field, item):
            self.mark(owner, f"{path}.{key.text}", value)
            if self._is_twice(key, seen):
                continue
            inner = value
            if isinstance(value, Scalar):
                inner = Map(value.start, value.end, True, [(Scalar("alasan", value.start, value.start), value)])
            if not isinstance(inner, Map):
                self.report(value, f"abaikan {key.text[:20]} harus berisi alasan.", "Tulis KODE: alasan.")
                continue
            values = self.values(RECORDS["abaikan"], inner, owner, f"{path}.{key.text}.")
            if "alasan" in values:
                waivers.append(Waiver(kode=key.text, **values))
        return tuple(waivers)

    def _documents(self, field: Field, item: Item, owner: str, path: str) -> tuple[Document, ...]:
        documents = []
        for key, value in self._map(field, item):
            if key.text not in DOCUMENT_KINDS:
                self.report(key, f'dokumen "{key.text[:40]}" tidak dikenal.', closest(key.text, DOCUMENT_KINDS))
                continue
            values = self.build("dokumen", value, owner, f"{path}.{key.text}.")
            if values is not None:
                self.mark(owner, f"{path}.{key.text}", value)
                documents.append(Document(jenis=key.text, **values))
        return tuple(documents)
