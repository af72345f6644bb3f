"""The gallery shows what `pohon render` draws today."""

import importlib.util
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_spec = importlib.util.spec_from_file_location("galeri", ROOT / "docs" / "galeri.py")
galeri = importlib.util.module_from_spec(_spec)
sys.modules["galeri"] = galeri
_spec.loader.exec_module(galeri)

STALE = "jalankan python docs/galeri.py"


def test_the_page_is_fresh():
    assert (ROOT / galeri.PAGE).read_text(encoding="utf-8") == galeri.page(), STALE


@pytest.mark.parametrize("picture", galeri.PICTURES, ids=lambda one: one.name)
def test_a_picture_is_fresh(picture):
    path = ROOT / galeri.FOLDER / f"{picture.name}.svg"
    assert path.read_bytes() == galeri.drawn(picture), STALE


def test_no_picture_is_left_over_and_all_are_small():
    found = sorted((ROOT / galeri.FOLDER).iterdir())
    assert sorted(f"{one.name}.svg" for one in galeri.PICTURES) == [path.name for path in found]
    assert sum(path.stat().st_size for path in found) < 3_000_000


def test_every_view_is_in_the_gallery():
    from pohon.render.options import VIEWS

    words = " ".join(one.options for one in galeri.PICTURES)
    assert all(f"--view {view}" in words for view in VIEWS if view != "kinerja")
