"""Every source row (`asal`) of the trees that come from one document leads back to the words it speaks of."""

from collections.abc import Iterator

import pytest

from pohon.model.origin import Origin
from tests.trees.reading import SOURCES, example, lines_of, seed, spaces

DOCUMENTS = {"rkt": "rkt", "iki": "iki", "pk": "perjanjian_kinerja"}
each = pytest.mark.parametrize("name", SOURCES)


def rows(name: str) -> Iterator[Origin]:
    tree = example(name)
    for node in tree:
        yield from node.asal
        for indicator in node.indikator:
            yield from indicator.asal
    for record in (*tree.positions.values(), *tree.program, *tree.dokumen):
        yield from record.asal


def printed(name: str, row: Origin) -> str:
    lines = seed(SOURCES[name])
    return spaces(" ".join(lines[number] for number in lines_of(row.baris)))


@each
def test_every_row_belongs_to_the_one_document_of_the_tree(name):
    (document,) = example(name).dokumen
    assert {document.jenis} == {DOCUMENTS[row.dokumen] for row in rows(name)}


@pytest.mark.seeds
@each
def test_every_row_names_rising_lines_that_begin_and_end_with_words(name):
    lines = seed(SOURCES[name])
    for row in rows(name):
        numbers = list(lines_of(row.baris))
        assert numbers == sorted(set(numbers)) != []
        assert lines[numbers[0]].strip()
        assert lines[numbers[-1]].strip()


@pytest.mark.seeds
@each
def test_every_heading_remembered_by_the_document_stands_on_its_lines(name):
    for document in example(name).dokumen:
        for row in document.asal:
            if row.teks is not None:
                assert printed(name, row) == spaces(row.teks.replace("|", " "))


@pytest.mark.seeds
@each
def test_every_node_stands_on_the_lines_of_its_rows(name):
    for node in example(name):
        for row in node.asal:
            said = row.sumber or row.teks or (node.statement if row.keterangan else spaces(node.uraian))
            assert said
            assert said in printed(name, row)


@pytest.mark.seeds
@each
def test_every_position_stands_on_the_lines_of_its_row(name):
    for position in example(name).positions.values():
        (row,) = position.asal
        assert all(text in printed(name, row) for text in (position.nama, position.tugas, *position.fungsi))


@pytest.mark.seeds
@each
def test_no_two_rows_of_indicators_name_the_same_line(name):
    numbers = [
        number
        for node in example(name)
        for indicator in node.indikator
        for row in indicator.asal
        for number in lines_of(row.baris)
    ]
    assert len(set(numbers)) == len(numbers)
