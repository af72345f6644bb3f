"""All 21 IKI sheets come back: positions, tasks, functions and every cell of every table."""

import re

import pytest

from pohon.errors import PohonError
from pohon.forms.kinds import build
from pohon.forms.tables import Fields, missing
from pohon.forms.wanted import Wanted
from tests.build import tree as made
from tests.forms.comparing import differences, tiles
from tests.trees.reading import example
from tests.trees.test_iki import only_a_source, sheets

IKI = "iki-disdukcapil"
SPLIT = "kalimat terpotong menjadi dua baris"
OWN_ROW = "sumber data berdiri di baris tersendiri"
SPLITS = {(14, 0, 0): SPLIT, (14, 1, 0): SPLIT}
ALONE = {(sheet, row, at): OWN_ROW for sheet, row in ((7, 3), (11, 8), (12, 7)) for at in range(4)}
"""(sheet, row, column) of the cells in which the document departs from its own other sheets."""


def printed() -> dict[tuple[int, int], list[str]]:
    """Return (sheet, row) -> statement, indicator, formula, source as the document prints them."""
    return {
        (number, at): ["", "", "", row[3]] if only_a_source(row) else list(sheet.split(row))
        for number, sheet in enumerate(sheets(), 1)
        for at, row in enumerate(sheet.rows.values())
    }


def found(*, as_printed: bool) -> dict[tuple[int, int], list[str]]:
    tables = build(example(IKI), "iki", Wanted(as_printed=as_printed)).tables()
    rows = {(sheet, at): row[1:] for sheet, table in enumerate(tables, 1) for at, row in enumerate(table.texts())}
    assert 21 == len(tables)
    return rows


@pytest.mark.seeds
@pytest.mark.parametrize(("as_printed", "faults"), [(True, {}), (False, SPLITS | ALONE)])
def test_every_cell_of_21_tables_comes_back_but_the_faults_of_the_document(as_printed, faults):
    left = differences("21 tabel IKI", printed(), found(as_printed=as_printed))
    assert faults.keys() == {(*row, column) for row, column in left}


@pytest.mark.seeds
def test_position_task_and_functions_of_every_sheet_come_back():
    blocks = [block for block in build(example(IKI), "iki", Wanted()).blocks() if isinstance(block, Fields)]
    for sheet, block in zip(sheets(), blocks, strict=True):
        name, task, functions = (cell.text for _, cell in block.rows)
        lettered = any(re.match(r"[a-z]\. ", text) for text in sheet.fungsi)
        listed = [text if lettered else f"{'abcdefghijkl'[at]}. {text}" for at, text in enumerate(sheet.fungsi)]
        assert (sheet.nama, sheet.tugas, listed) == (name, task, functions.split("\n") if functions else [])


@pytest.mark.seeds
def test_heading_of_the_sasaran_column_is_that_of_the_document():
    tables = build(example(IKI), "iki", Wanted()).tables()
    for sheet, table in zip(sheets(), tables, strict=True):
        label = sheet.head[1] if sheet.head[0] == "No" else sheet.head[0]
        assert label.casefold() == table.columns[1].title.casefold()


def test_one_position_gives_one_sheet():
    form = build(example(IKI), "iki", Wanted(position="kabid-piak"))
    assert 1 == len(form.sections)
    assert "Meningkatnya Pengelolaan Sistem Administrasi Kependudukan" == form.tables()[0].texts()[0][1]


def test_an_unknown_position_names_the_one_that_was_meant():
    with pytest.raises(PohonError, match="Maksud Anda kabid-piak"):
        build(example(IKI), "iki", Wanted(position="kabid-paik"))


def test_empty_formulas_and_sources_are_listed_as_missing():
    form = build(example(IKI), "iki", Wanted(position="sekretaris"))
    assert ["indikator.0.rumus", "indikator.0.sumber"] == [one.field for one in missing(form)]


def test_merged_cells_fill_every_table():
    tiles(build(example(IKI), "iki", Wanted()))


MINISTRY = """\
pohon:
  - outcome: Meningkatnya daya saing tenaga kerja
    jabatan: dirjen
    sebab:
      - csf: Meningkatnya kompetensi lulusan pelatihan
        jabatan: dirjen
        sebab:
          - utama: Meningkatnya mutu kurikulum
            jabatan: direktur
            sebab:
              - antara: Meningkatnya keterlibatan industri
                jabatan: koordinator
                komponen: sasaran SKPD
jabatan:
  - {id: dirjen, nama: Direktur Jenderal, jenjang: jpt-madya}
  - {id: direktur, nama: Direktur, jenjang: jpt-pratama}
  - {id: koordinator, nama: Koordinator, jenjang: administrator}
"""


def test_without_a_component_of_its_own_the_heading_is_that_of_the_level_and_acronyms_stay_large():
    form = build(made(MINISTRY, profil="kl"), "iki", Wanted(year=2026))
    assert [table.columns[1].title for table in form.tables()] == [
        "Sasaran Strategis",
        "Sasaran Kegiatan",
        "Sasaran SKPD",
    ]
