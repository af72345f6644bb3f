"""Each seed document imports with one call and no hand edit into the tree that stands in trees/.

Two kinds of keys are passed over, because no document prints them: `hitung` and `variabel` (made by hand so that a
figure can be checked) and the ids of positions (names inside the file; positions are compared by their printed names).
"""

from functools import cache
from pathlib import Path

import pytest

from pohon.forms.imports.importer import Imported, import_source
from pohon.forms.imports.reading import read_source
from pohon.forms.tree_file import parse, write
from tests.forms.facts import compare, share
from tests.trees.reading import SOURCES, example

SEEDS = {**SOURCES, "pohon-disdukcapil-balangan": "002-pohon-kinerja-disdukcapil-balangan"}
FOLDER = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"


@cache
def imported(name: str) -> Imported:
    path = FOLDER / f"{SEEDS[name]}.txt"
    if not path.exists():
        pytest.skip(f"source document {path.name} is not beside the repository")
    return import_source(read_source(path))


@pytest.mark.seeds
@pytest.mark.parametrize("name", sorted(SEEDS))
def test_a_seed_becomes_its_tree(name):
    right, everything = share(example(name), imported(name).tree)
    print(f"{SEEDS[name]}: {right} of {everything} facts equal ({100 * right / everything:.2f} %)")
    missing, extra = compare(example(name), imported(name).tree)
    assert ([], []) == (missing, extra)


@pytest.mark.seeds
def test_at_least_99_of_100_facts_over_the_five_seeds_are_right():
    counts = [share(example(name), imported(name).tree) for name in SEEDS]
    right, everything = (sum(numbers) for numbers in zip(*counts, strict=True))
    assert 1500 < everything
    assert 0.99 <= right / everything


@pytest.mark.seeds
@pytest.mark.parametrize("name", sorted(SEEDS))
def test_every_cell_of_a_seed_is_used_or_listed(name):
    found = imported(name)
    assert found.count.complete
    assert 0 == found.count.listed
    assert 0 < found.count.used
    assert found.count.lines_listed == sum(note.assumed == "tidak dipakai." for note in found.left)


@pytest.mark.seeds
@pytest.mark.parametrize("name", sorted(SEEDS))
def test_the_tree_of_a_seed_survives_writing_and_reading(name):
    tree = imported(name).tree
    assert tree == parse(write(tree))


@pytest.mark.seeds
def test_the_order_of_causes_is_that_of_the_document():
    expected, found = example("pohon-disdukcapil-balangan"), imported("pohon-disdukcapil-balangan").tree
    assert [node.key for node in expected] == [node.key for node in found]


@pytest.mark.seeds
def test_the_five_stages_of_one_document_become_one_tree_with_each_row_remembered():
    tree = imported("pohon-disdukcapil-balangan").tree
    rows = [row for node in (*tree.nodes.values(), *tree.belum.values()) for row in node.asal]
    assert {1: 1, 2: 3, 3: 32 - 1, 4: 31, 5: 23} == {n: sum(row.tahap == n for row in rows) for n in range(1, 6)}
    assert ["74", "82", "91"] == [row.baris for row in rows if row.geser]


@pytest.mark.seeds
def test_doubts_of_the_seed_name_their_lines():
    places = {note.place for note in imported("pohon-disdukcapil-balangan").notes}
    assert {"baris 74", "baris 80", "baris 82", "baris 91", "baris 93", "baris 94", "baris 95", "baris 185"} <= places
