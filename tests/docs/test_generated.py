"""The made parts of the documentation are fresh. To renew them: python docs/generate.py"""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def generate():
    spec = importlib.util.spec_from_file_location("docs_generate", ROOT / "docs" / "generate.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_made_page_is_what_the_code_says(generate):
    stale = [name for name, text in generate.pages() if (ROOT / name).read_text(encoding="utf-8") != text]
    assert stale == []


def test_the_picture_on_the_front_page_is_what_the_tool_draws(generate):
    assert (ROOT / generate.PICTURE).read_bytes() == generate.picture()


def test_every_family_has_a_title(generate):
    folders = {path.name for path in (ROOT / "pohon" / "rules").iterdir() if (path / "__init__.py").exists()}
    assert folders == set(generate.FAMILIES)
