"""What a reader of the pages runs into: command lines that are wrong, pages nobody leads to, links into nothing."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from pohon.cli._commands import app
from pohon.forms.kinds import KINDS
from pohon.forms.products import FORMATS
from pohon.model.profile import builtin_names

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "pohon/rules").glob("*/*.md")])
COMMANDS = get_command(app).commands
_FENCED = re.compile(r"^```\w*\n(.*?)^```$|^( {4}[^\n]*)$", flags=re.MULTILINE | re.DOTALL)
_TYPED = re.compile(r"^ *(?:\$ )?(pohon [a-z][^\n]*)$", flags=re.MULTILINE)
_QUOTED = re.compile(r"`(pohon [a-z][^`\n]*)`")
_FILLED = re.compile(r"[A-Z]{2,}|\.\.\.|…")
"""A word in capitals stands for what the reader fills in; such a line is a pattern, not a command."""


def lines_of(path: Path) -> list[str]:
    """Return the command lines that a page shows, without comments; those of generated help are left out."""
    page = re.sub(r"<!-- mulai: perintah -->.*?<!-- akhir: perintah -->", "", path.read_text("utf-8"), flags=re.DOTALL)
    code = "\n".join(one or other for one, other in _FENCED.findall(page))
    return [re.split(r"\s+#", line)[0].strip() for line in (*_TYPED.findall(code), *_QUOTED.findall(page))]


def wrong(line: str) -> str:
    """Return what is wrong with a command line, "" when nothing is."""
    _, name, *words = shlex.split(line)
    if name not in COMMANDS:
        return f"{name}: no such command"
    known = {option for param in COMMANDS[name].params for option in (*param.opts, *param.secondary_opts)} | {"--help"}
    unknown = [word for word in words if re.match(r"--?[a-z]", word) and word.partition("=")[0] not in known]
    return f"{line}: {unknown}" if unknown else ""


def anchor(heading: str) -> str:
    """Return the name under which a heading can be linked to, as the usual viewers make it."""
    plain = re.sub(r"[^\w\s-]", "", re.sub(r"`", "", heading.strip().casefold()))
    return re.sub(r"\s", "-", plain)


def test_the_check_sees_wrong_command_lines():
    assert wrong("pohon lintt a") == "lintt: no such command"
    assert wrong("pohon lint a --gerbang 3") == "pohon lint a --gerbang 3: ['--gerbang']"
    assert wrong("pohon lint a -o x.html --force") == ""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_command_line_of_a_page_can_be_typed(path):
    assert [] == [said for line in lines_of(path) if not _FILLED.search(line) and (said := wrong(line))]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_option_of_a_pattern_exists_too(path):
    patterns = [line for line in lines_of(path) if _FILLED.search(line) and line.split()[1] in COMMANDS]
    for line in patterns:
        name = line.split()[1]
        known = {option for param in COMMANDS[name].params for option in (*param.opts, *param.secondary_opts)}
        assert set(re.findall(r"(?<![\w-])--[a-z-]+", line)) <= known, line


@pytest.mark.parametrize("readme", ["README.md", "README.id.md"])
def test_the_readmes_lead_to_every_page(readme):
    named = set(re.findall(r"\]\((docs/[^)#]+\.md)", (ROOT / readme).read_text("utf-8")))
    pages = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").glob("*.md")}
    assert pages - named == set()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_to_a_heading_finds_it(path):
    for target, name in re.findall(r"\]\(([^)#\s]*)#([^)\s]+)\)", path.read_text("utf-8")):
        if re.match(r"[a-z]+:", target):
            continue
        page = (path.parent / target if target else path).read_text("utf-8")
        assert name in {anchor(heading) for heading in re.findall(r"^#+ (.*)$", page, flags=re.MULTILINE)}


def test_every_form_profile_and_format_is_described():
    forms, file = ((ROOT / "docs" / name).read_text("utf-8") for name in ("formulir.md", "format-berkas.md"))
    stages = {f"tahap{number}" for number in range(2, 5)}  # the table says "`tahap1` … `tahap5`"
    assert [] == [name for name in set(KINDS) - stages if f"| `{name}`" not in forms and f"`{name}`" not in forms]
    assert [] == [ending for ending in FORMATS if f"`.{ending}`" not in forms]
    assert [] == [name for name in builtin_names() if f"`{name}`" not in file]


def test_both_readmes_link_to_the_same_pages_in_the_same_order_and_say_as_much():
    english, indonesian = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.id.md"))

    def links(page: str) -> list[str]:
        return re.findall(r"\]\(([^)]+)\)", page)

    def prose(page: str) -> list[int]:
        """Return how many sentences stand in each paragraph."""
        outside = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
        parts = [part for part in outside.split("\n\n") if part.strip() and part.strip()[0] not in "#|<!"]
        return [len(part.strip().splitlines()) for part in parts]

    assert links(english) == links(indonesian)
    assert prose(english) == prose(indonesian)
