"""JSON Schema of the tree file, made from the same tables that the reader walks; for editors and other programs."""

from collections.abc import Callable, Mapping
from typing import Any

from .tree_schema import DOCUMENT_KINDS, FILE, NODE, RECORDS, REF, STATEMENT_KEYS, UNDATED, Field, Form, Record

__all__ = ["json_schema"]

_TEXT = {"type": ["string", "number", "boolean", "null"]}
"""Every scalar is read as the author's text, but an editor sees `2024` as a number."""
_TEXTS = {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_PAIRS = {"type": "object", "additionalProperties": _TEXT}
_YEARS = {"type": "object", "patternProperties": {rf"^(\d{{4}}|{UNDATED})$": _TEXT}, "additionalProperties": False}


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a tree file."""
    whole = _record(FILE)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Pohon kinerja (*.pohon.yaml)",
        **whole,
        "$defs": {name: _record(record) for name, record in RECORDS.items()} | {"simpul": _node(), "ref": _reference()},
    }


def _record(record: Record) -> dict[str, Any]:
    required = [field.key for field in record.fields if field.required]
    return {
        "type": "object",
        "properties": {field.key: _field(field) for field in record.fields},
        "additionalProperties": False,
    } | ({"required": required} if required else {})


def _node() -> dict[str, Any]:
    statements = {key: {**_TEXT, "description": f"Kalimat simpul: {key}."} for key in STATEMENT_KEYS}
    node = _record(NODE)
    node["properties"] = statements | node["properties"]
    node["oneOf"] = [{"required": [key]} for key in STATEMENT_KEYS]
    return node


def _reference() -> dict[str, Any]:
    words = {"type": "string", "description": "Id simpul di tempat lain yang ikut menjadi sebab."}
    return {"type": "object", "properties": {REF: words}, "required": [REF], "additionalProperties": False}


def _field(field: Field) -> dict[str, Any]:
    return {**_SHAPES[field.form](field), "description": field.help}


def _plain(shape: Mapping[str, Any]) -> Callable[[Field], dict[str, Any]]:
    return lambda _field: dict(shape)


def _choice(field: Field) -> dict[str, Any]:
    return {"enum": [str(choice) for choice in field.choices or ()]}


def _one(field: Field) -> dict[str, Any]:
    return {"anyOf": [{"$ref": f"#/$defs/{field.record}"}, {"type": "null"}]}


def _many(field: Field) -> dict[str, Any]:
    rows: list[dict[str, Any]] = [{"$ref": f"#/$defs/{field.record}"}]
    if RECORDS[field.record].bare:
        rows.append(_TEXT)
    return {"anyOf": [{"type": "array", "items": {"anyOf": rows}}, {"type": "null"}]}


def _waivers(field: Field) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": {"anyOf": [_TEXT, {"$ref": f"#/$defs/{field.record}"}]}}


def _nodes(_field: Field) -> dict[str, Any]:
    items = {"anyOf": [{"$ref": "#/$defs/simpul"}, {"$ref": "#/$defs/ref"}, {"type": "string"}]}
    return {"anyOf": [{"type": "array", "items": items}, {"type": "null"}]}


def _documents(field: Field) -> dict[str, Any]:
    one = {"$ref": f"#/$defs/{field.record}"}
    return {"type": "object", "properties": dict.fromkeys(DOCUMENT_KINDS, one), "additionalProperties": False}


_SHAPES: Mapping[Form, Callable[[Field], dict[str, Any]]] = {
    Form.PROSE: _plain(_TEXT),
    Form.WORD: _plain(_TEXT),
    Form.NUMBER: _plain({"type": ["integer", "string"]}),
    Form.FIGURE: _plain(_TEXT),
    Form.RUPIAH: _plain(_TEXT),
    Form.PERIODE: _plain({"type": "string"}),
    Form.CHOICE: _choice,
    Form.FLAG: _plain({"enum": ["ya", "tidak"]}),
    Form.PROSES: _plain(_TEXTS),
    Form.WORDS: _plain(_TEXTS),
    Form.PAIRS: _plain(_PAIRS),
    Form.PROSE_PAIRS: _plain(_PAIRS),
    Form.YEARS: _plain(_YEARS),
    Form.YEARS_RUPIAH: _plain(_YEARS),
    Form.RECORD: _one,
    Form.RECORDS: _many,
    Form.WAIVERS: _waivers,
    Form.NODES: _nodes,
    Form.DOCUMENTS: _documents,
}
