"""The page of the protocol, the messages in Python and the types of the client say the same, field by field."""

import re
from pathlib import Path
from typing import get_args

import pytest

from pohon.board import messages, travel
from pohon.board.audience import Session, describe
from pohon.board.messages import Op
from pohon.board.replica import finding_data
from pohon.board.roles import Member, Role
from pohon.board.state import SETTINGS, papan
from pohon.forms.tree_schema import PROGRAM_LEVELS, RECORDS
from pohon.model.finding import Finding, Severity
from tests.board.rooms import ANI, FASIL, do, room
from tests.board.typescript import interfaces, variants

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/papan/protokol.md").read_text(encoding="utf-8")
TYPES = (ROOT / "pohon/board/client/src/protocol.ts").read_text(encoding="utf-8")
RECORDS_OF_CLIENT = interfaces(TYPES)
_NOT_TOLD = {"asal"}
"""Where a record came from travels with some records; no client looks at it."""


def table(after: str) -> dict[str, frozenset[str]]:
    """The rows of the first table behind these words: name -> fields."""
    lines = PAGE[PAGE.index(after) :].splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("|---")) + 1
    found = {}
    for line in lines[first:]:
        if not line.startswith("|"):
            break
        names, fields = (cell.strip() for cell in line.split("|")[1:3])
        flat = re.sub(r":\s*(?:\{[^}]*\}|\[[^|]*\]+)", "", fields)
        for name in names.split(", "):
            found[name] = frozenset(re.findall(r"\w+\??", flat))
    return found


def fields(model: type) -> frozenset[str]:
    """The fields of a message in Python, without its mark; `?` where it may be left out."""
    every = model.model_fields.items()
    return frozenset(name if one.is_required() else f"{name}?" for name, one in every if name not in ("o", "t"))


def by_mark(union: object, mark: str) -> dict[str, frozenset[str]]:
    return {word: fields(model) for model in get_args(union) for word in get_args(model.model_fields[mark].annotation)}


def names(record: str) -> set[str]:
    return {name.rstrip("?") for name in RECORDS_OF_CLIENT[record]}


def test_operations_are_the_same_in_three_places():
    python = by_mark(get_args(Op)[0], "o")
    assert python == variants(TYPES, "Op", "o")
    assert python == table("### Operations")


def test_messages_of_clients_are_the_same_in_three_places():
    python = by_mark(messages.Message, "t")
    assert python == variants(TYPES, "DariKlien", "t")
    assert python == table("From the client:")


def test_messages_of_the_server_are_the_same_on_the_page_and_in_the_client():
    types = variants(TYPES, "DariServer", "t")
    types["simpan"] = RECORDS_OF_CLIENT["Simpan"]
    types["op"] = RECORDS_OF_CLIENT["OpMade"] - {"t"}
    assert types == table("From the server:")


def test_records_are_the_same_on_the_page_and_in_the_client():
    assert table("### Records") == RECORDS_OF_CLIENT


@pytest.mark.parametrize("name", ["Pandang", "Layar", "Hantu"])
def test_records_that_clients_send(name):
    assert fields(getattr(messages, name)) == RECORDS_OF_CLIENT[name]


def test_nodes_and_the_file_travel_with_the_fields_that_the_client_knows():
    assert set(travel._NODE) == names("Simpul")
    assert {travel._TRAVELS_AS.get(name, name) for name in travel._FILE} | {"level"} == names("Berkas")
    rows = {field.key for level in PROGRAM_LEVELS for field in RECORDS[level].fields}
    assert rows - _NOT_TOLD == names("Program")
    for record in ("indikator", "crosscutting", "jabatan"):
        assert {field.key for field in RECORDS[record].fields} - _NOT_TOLD == names(record.capitalize()), record


def test_what_stands_beside_the_tree_travels_with_the_fields_that_the_client_knows():
    one = room()
    do(one, ANI, "komentar", id="k1", simpul="u1", teks="Baik")
    do(one, ANI, "suara", id="g2", nilai=1)
    do(one, FASIL, "versi", nama="Awal")
    do(one, FASIL, "timer", detik=60, judul="Diskusi")
    do(one, FASIL, "ubah", id="u1", field="statement", nilai="Usul", dasar="Yang lama")
    beside = papan(one._state, ANI.id)
    assert set(beside) == names("Papan")
    assert set(SETTINGS) == names("Atur") == {name.rstrip("?") for name in fields(messages.NilaiAtur)}
    for table_name in ("bentrok", "komentar", "gagasan"):
        assert [set(row) for row in beside[table_name].values()] == [names(table_name.capitalize())], table_name
    assert set(beside["timer"]) == names("Timer")
    assert [set(row) for row in beside["versi"]] == [names("Versi")]


def test_members_and_findings_travel_with_the_fields_that_the_client_knows():
    assert set(describe(Session(None, Member(id="a", nama="A", peran=Role.PESERTA)))) == names("Anggota")
    found = Finding(code="STR01", name="contoh", severity=Severity.ERROR, stage=1, node="u1", message="Salah")
    assert set(finding_data(found)) == names("Temuan")
