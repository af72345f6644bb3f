"""Every rule has a page of the same shape, and both examples of the page do what they announce.

In "Salah" a comment line `# temuan: CODE` stands directly above each line on which the rule must fire; "Benar" must
stay quiet. A ```toml block in the same section extends the word lists for its examples (official names and such).
The examples of a rule over several trees are a folder: each opens with a comment line `# berkas: NAME`.
"""

import re
import tomllib
from pathlib import Path

import pytest

import pohon.rules
from pohon.model import lexicon as lexicons
from pohon.model.beside import Group, Placed
from pohon.model.lexicon import Lexicon
from pohon.rules import _registry
from pohon.rules._base import Rule
from pohon.rules._registry import Entry
from tests.build import tree

_FOLDER = Path(pohon.rules.__file__).parent
_HEADINGS = ["Apa", "Mengapa", "Salah", "Benar", "Cara memperbaiki", "Sumber"]
_BLOCK = re.compile(r"^```(yaml|toml)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MARK = re.compile(r"^\s*# temuan: ([A-Z]{3}\d\d)$")
_FILE = re.compile(r"^# berkas: (\S+)\n")
_MACHINE_PATH = re.compile(r"/work|/home|https?://|\b\d{3}:\d+|domain\.md|seed")

_every_rule = pytest.mark.parametrize("entry", _registry.entries(), ids=lambda entry: entry.code)


def _page(entry: Entry) -> str:
    return (_FOLDER / (entry.module.replace(".", "/") + ".md")).read_text(encoding="utf-8")


def _sections(page: str) -> dict[str, str]:
    parts = re.split(r"^## (.+)$", page, flags=re.MULTILINE)
    return {name: text.strip() + "\n" for name, text in zip(parts[1::2], parts[2::2], strict=True)}


def _examples(section: str) -> tuple[list[str], Lexicon]:
    blocks = _BLOCK.findall(section)
    words = lexicons.default()
    for language, text in blocks:
        if language == "toml":
            words = lexicons.extend(words, tomllib.loads(text))
    return [text for language, text in blocks if language == "yaml"], words


def _marked_lines(example: str, code: str) -> list[int]:
    lines = example.splitlines()
    marks = [(number, found[1]) for number, line in enumerate(lines, 1) if (found := _MARK.match(line))]
    assert {mark for _, mark in marks} <= {code}, "a page announces findings of its own rule only"
    return [number + 1 for number, _ in marks]


def _found_lines(rule: Rule, examples: list[str], words: Lexicon) -> list[list[int]]:
    """Return the lines on which a rule fires, of each example."""
    given = [tree(example, tahap=rule.stage) for example in examples]
    if rule.across is None:
        found = [list(rule.check(one, words)) for one in given]
    else:
        names = [_FILE.match(example) for example in examples]
        folder = [Placed(name[1], one) for name, one in zip(names, given, strict=True) if name]
        assert len(folder) == len({name for name, _ in folder}) == len(examples) > 1, "each example has its own file"
        group = Group(folder, words)
        found = [list(rule.across(group.seen_from(place), words)) for place in range(len(folder))]
    return [
        sorted({one.place(hit.node, hit.field).line for hit in hits}) for one, hits in zip(given, found, strict=True)
    ]


@_every_rule
def test_page_opens_with_code_name_and_summary_of_its_rule(entry: Entry) -> None:
    rule = _registry.load(entry)
    assert _page(entry).split("\n## ")[0].strip().splitlines() == [f"# {rule.code} {rule.name}", "", rule.summary]


@_every_rule
def test_page_has_the_six_headings_in_order_and_says_something_under_each(entry: Entry) -> None:
    sections = _sections(_page(entry))
    assert list(sections) == _HEADINGS
    assert all(text.strip() for text in sections.values())


@_every_rule
def test_wrong_example_fires_exactly_on_the_marked_lines(entry: Entry) -> None:
    rule = _registry.load(entry)
    examples, words = _examples(_sections(_page(entry))["Salah"])
    assert examples
    expected = [_marked_lines(example, rule.code) for example in examples]
    assert any(expected) if rule.across else all(expected), "a wrong example marks at least one line"
    assert _found_lines(rule, examples, words) == expected


@_every_rule
def test_right_example_stays_quiet(entry: Entry) -> None:
    rule = _registry.load(entry)
    examples, words = _examples(_sections(_page(entry))["Benar"])
    assert examples
    assert _found_lines(rule, examples, words) == [[] for _ in examples]


@_every_rule
def test_page_names_no_machine_path_and_no_network_address(entry: Entry) -> None:
    assert _MACHINE_PATH.search(_page(entry)) is None
