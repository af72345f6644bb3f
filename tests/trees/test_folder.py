"""Facts of the whole folder of example trees: each is explained, each is stable, none holds personal data."""

import re

import pytest

from pohon.forms.tree_file import parse, write
from tests.trees.reading import SOURCES, TREES, example, seed

FILES = sorted(TREES.glob("*.pohon.yaml"))
PERSONAL = {
    "NIP": re.compile(r"\bNIP\b|\b\d{8} ?\d{6} ?[12] ?\d{3}\b"),
    "telephone": re.compile(r"\(0\d{2,3}\) ?\d{4,}|\+62\d{6,}|\b08\d{8,}\b"),
    "e-mail": re.compile(r"[\w.]+@[\w.]+"),
    "academic title": re.compile(r"\b(Drs|Dra|Ir)\. |, (S\.?H|S\.?E|M\.?Pd|M\.?M|M\.?Si)\b"),
}
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def test_readme_speaks_of_exactly_the_trees_in_the_folder():
    named = set(re.findall(r"[\w-]+\.pohon\.yaml", (TREES / "README.md").read_text(encoding="utf-8")))
    assert {path.name for path in FILES} == named


@each_file
def test_writing_a_tree_and_reading_it_again_changes_nothing(path):
    tree = example(path.name.removesuffix(".pohon.yaml"))
    assert tree == parse(write(tree), path.name)


@each_file
@pytest.mark.parametrize("kind", PERSONAL)
def test_tree_holds_no_personal_data(path, kind):
    text = "\n".join(line for line in path.read_text(encoding="utf-8").split("\n") if not line.lstrip().startswith("#"))
    assert PERSONAL[kind].search(text) is None


def names_of_persons() -> set[str]:
    """Return the words of the names that the documents print after `Nama` or above rank and NIP, titles left out."""
    found: set[str] = set()
    for source in SOURCES.values():
        lines = [line.strip() for line in seed(source) if line.strip()]
        for number, line in enumerate(lines):
            if line == "Nama" or line.startswith("NIP"):
                near = lines[number + 1 : number + 2] if line == "Nama" else lines[number - 2 : number - 1]
                found.update(word.casefold() for text in near for word in re.findall(r"[A-Za-z]{4,}", text))
    return found


@pytest.mark.seeds
@each_file
def test_tree_holds_no_name_of_a_person(path):
    persons = names_of_persons()
    assert 4 == len(persons)
    words = set(re.findall(r"[a-z]+", path.read_text(encoding="utf-8").casefold()))
    assert not words & persons
