"""Text files: tables typed with tabs, cells below each other, markdown, csv; prose stays prose."""

import pytest

from pohon.errors import BadInput
from pohon.forms.imports.read_text import read_text
from pohon.forms.imports.source import Line, row_name, tidy
from pohon.forms.tables import Table


def read(text: str, name: str = "a.txt"):
    return read_text(text.encode("utf-8"), name)


def texts(table: Table) -> list[list[str]]:
    return [[tidy(cell.text) if cell else "" for cell in row.cells] for row in table.rows]


def test_one_line_a_row():
    (table,) = read("No\tSasaran Strategis\tIndikator Kinerja\n1\tMeningkatnya A\tJumlah B\n").tables()
    assert [["No", "Sasaran Strategis", "Indikator Kinerja"], ["1", "Meningkatnya A", "Jumlah B"]] == texts(table)
    assert 2 == table.rows[1].cells[1].place.line


def test_one_line_a_cell_with_text_that_runs_on_and_a_gap_inside_a_row():
    text = (
        "LAMPIRAN\n\n\tNo\n\tSasaran\n\tIndikator\n\tTarget\n\n\t1\n\n\tMeningkatnya A\n\tJumlah B\nper tahun\n\t5 %\n\n"
        "\t\n\t\n\tNilai C\n\t70\n\n\nPenutup yang panjang.\n"
    )
    source = read(text)
    (table,) = source.tables()
    assert [
        ["No", "Sasaran", "Indikator", "Target"],
        ["1", "Meningkatnya A", "Jumlah B\nper tahun", "5 %"],
        ["", "", "Nilai C", "70"],
    ] == texts(table)
    assert "11-12" == row_name(table.rows[1].cells[2].place)
    assert ["LAMPIRAN", "Penutup yang panjang."] == [line.text for line in source.lines()]


def test_a_paragraph_behind_a_full_row_does_not_belong_to_its_last_cell():
    source = read("\tProgram\n\tAnggaran\n\n\tProgram A\n\tRp 5,-\n\n\n\nMalili, Maret 2024\nKEPALA DINAS\n")
    assert "Rp 5,-" == texts(source.tables()[0])[1][1]
    assert ["Malili, Maret 2024", "KEPALA DINAS"] == [line.text for line in source.lines()]


def test_indented_prose_is_no_table():
    source = read("\t\tRencana ini panjang sekali.\n\tBaris kedua.\nb.\tPenetapan Sasaran\n")
    assert () == source.tables()
    assert 3 == len(source.lines())


def test_an_empty_line_inside_a_table_does_not_end_it():
    source = read("Kinerja\tIndikator\tketerangan\nA a\tB b\tc\n\nD d\tE e\tf\n\n\n\nlain\n")
    (table,) = source.tables()
    assert ["Kinerja", "A a", "", "D d"] == [row[0] for row in texts(table)]


def test_markdown_tables_with_escaped_bars():
    (table,) = read("| Sasaran | Indikator |\n|---|:--:|\n| A \\| B | C<br>D |\n").tables()
    assert ["A | B", "C\nD"] == texts(table)[1]


@pytest.mark.parametrize("mark", [";", ",", "|", "\t"])
def test_csv_finds_its_delimiter_and_keeps_line_numbers(mark):
    text = f'Sasaran{mark}Indikator{mark}Target\n"Meningkatnya\nA"{mark}"B{mark} b"{mark}1\n'
    (table,) = read(text, "a.csv").tables()
    assert ["Meningkatnya\nA", " ".join(f"B{mark} b".split()), "1"] == texts(table)[1]
    assert "2-3" == row_name(table.rows[1].cells[0].place)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_office_machines(encoding):
    data = "Sasaran\tIndikator\nTerwujudnya – A\tNilai “B”\n".encode(encoding)
    (table,) = read_text(data, "a.txt").tables()
    assert ["Terwujudnya – A", "Nilai “B”"] == texts(table)[1]


def test_page_breaks_of_listings_are_no_control_characters():
    assert ["a", "b"] == [tidy(line.text) for line in read("a\n\x0cb\n").lines()]


def test_binary_and_endless_lines_are_refused():
    with pytest.raises(BadInput):
        read_text(bytes(range(256)) * 50, "a.txt")
    with pytest.raises(BadInput, match="terlalu panjang"):
        read("x" * 300_000)
    with pytest.raises(BadInput):
        read_text(b"", "a.txt")


def test_no_line_of_a_text_is_lost():
    text = "Judul\n\nKinerja\tIndikator\nA b\tC d\n- butir\n\tSasaran\n\tTarget\n\n\tE f\n\t5\n"
    source = read(text)
    words = " ".join([" ".join(" ".join(row) for row in texts(t)) for t in source.tables()])
    words += " ".join(item.text for item in source.items if isinstance(item, Line))
    assert all(word in words for word in text.split())
