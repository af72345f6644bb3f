"""The RKT comes back: both tables cell by cell, the text of its sections, and the signature block without a name."""

import pytest

from pohon.errors import PohonError
from pohon.forms.kinds import build
from pohon.forms.tables import Heading, Paragraph, Signatures, missing
from pohon.forms.wanted import Wanted
from tests.build import tree as made
from tests.forms.comparing import differences, tiles
from tests.trees.reading import SOURCES, example, seed, spaces

DUKCAPIL, DINDAGKOP = "rkt-disdukcapil-blora", "rkt-dindagkop-ukm-blora-2020"
NUMBERED = "nomor urut diketik di dalam sel indikator"
FAULTS = {
    DUKCAPIL: {},
    DINDAGKOP: dict.fromkeys([(row, 2) for row in range(5)], NUMBERED) | {(2, 3): "garis miring balik sisa konversi"},
}
both = pytest.mark.parametrize("name", FAULTS)


def printed(name: str) -> dict[int, list[str]]:
    """Return the rows of the table of the document."""
    lines = seed(SOURCES[name])
    if name == DINDAGKOP:
        head = next(n for n, line in enumerate(lines) if line.startswith("(1)"))
        return dict(
            enumerate([cell.strip() for cell in line.split("\t")] for line in lines[head + 1 :] if "\t" in line)
        )
    cells = [spaces(line) for line in lines if line.strip()]
    number, statement, *rest = cells[cells.index("(5)") + 1 :]
    rows = [rest[at : at + 3] for at in range(0, len(rest), 3)]
    return dict(enumerate([["", "", *row] if at else [number, statement, *row] for at, row in enumerate(rows)]))


@pytest.mark.seeds
@both
@pytest.mark.parametrize("as_printed", [False, True], ids=["from the tree", "as the document prints it"])
def test_every_cell_comes_back_but_the_faults_of_the_document(name, as_printed):
    (table,) = build(example(name), "rkt", Wanted(as_printed=as_printed)).tables()
    left = differences(name, printed(name), dict(enumerate(table.texts())))
    assert (set() if as_printed else FAULTS[name].keys()) == left.keys()


@pytest.mark.seeds
@both
def test_heading_and_column_numbers_are_those_of_the_document(name):
    (table,) = build(example(name), "rkt", Wanted()).tables()
    cells = [spaces(part).rstrip(".") for line in seed(SOURCES[name]) for part in line.split("\t") if part.strip()]
    at = cells.index("(1)")
    made_ = [cell.text for row in table.heading for cell in row.cells if cell]
    assert [text.upper() for text in cells[at - 5 : at + 5]] == [text.upper() for text in made_]


@pytest.mark.seeds
@both
def test_every_paragraph_of_the_sections_comes_back(name):
    told = {
        spaces(block.text) for block in build(example(name), "rkt", Wanted()).blocks() if isinstance(block, Paragraph)
    }
    (document,) = example(name).dokumen
    for _, text in document.uraian:
        assert {spaces(line) for line in text.split("\n")} <= told


def test_sections_a_to_e_stand_in_order():
    headings = [
        block.text for block in build(example(DINDAGKOP), "rkt", Wanted()).blocks() if isinstance(block, Heading)
    ]
    assert ["a.", "b.", "c.", "d.", "e."] == [text[:2] for text in headings]


def test_signature_names_place_date_and_position_only():
    (signed,) = (
        block for block in build(example(DINDAGKOP), "rkt", Wanted()).blocks() if isinstance(block, Signatures)
    )
    assert "Blora, 2 Januari 2019" == signed.date.text
    assert ["KEPALA DINDAGKOP DAN UKM\nKABUPATEN BLORA"] == [one.position.text for one in signed.signers]


def test_a_document_without_facts_lists_what_is_missing():
    assert ["TAHUN", "tempat dan tanggal", ""] == [
        one.label for one in missing(build(example(DUKCAPIL), "rkt", Wanted()))
    ]


def test_a_tree_without_own_sentences_gets_the_usual_ones_with_its_agency():
    tree = made("pohon:\n  - csf: Meningkatnya mutu\n    indikator: [{nama: Angka, target: {2024: '5'}}]", tahap=5)
    told = " ".join(block.text for block in build(tree, "rkt", Wanted()).blocks() if isinstance(block, Paragraph))
    assert tree.instansi in told
    assert "{instansi}" not in told


def test_year_must_be_named_when_the_tree_has_several():
    tree = made("pohon:\n  - csf: A\n    indikator: [{nama: B, target: {2024: '5', 2025: '6'}}]", tahap=5)
    with pytest.raises(PohonError, match=r"2024, 2025.*--tahun"):
        build(tree, "rkt", Wanted())
    assert "6" == build(tree, "rkt", Wanted(year=2025)).tables()[0].texts()[0][4]


def test_targets_are_printed_in_indonesian_notation():
    targets = {"6800": "6.800", "98.5": "98,5", "98,50": "98,50", "6,800": "6,800", "15 OPD": "15 OPD"}
    for typed, expected in targets.items():
        tree = made(f"pohon:\n  - csf: A\n    indikator: [{{nama: B, target: {{2024: '{typed}'}}}}]", tahap=5)
        assert expected == build(tree, "rkt", Wanted()).tables()[0].texts()[0][4]


@both
def test_merged_cells_fill_the_table(name):
    tiles(build(example(name), "rkt", Wanted()))
