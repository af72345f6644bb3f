"""Projector mode in a real browser: how much a whole room sees, and how one goes through the tree with the arrows."""

from pathlib import Path

import pytest

from .panels import NAME, starting
from .papan import SIZES

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("board_page")]
BALANGAN = Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan-perbaikan.pohon.yaml"
WHOLE_BOXES = """(() => {
  const room = document.querySelector('.kanvas').getBoundingClientRect();
  const whole = [...document.querySelectorAll('.kotak')].filter(one => {
    const box = one.querySelector('.bingkai').getBoundingClientRect();
    return box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
  });
  const pixels = text => Number(text.getAttribute('font-size')) * text.getScreenCTM().a;
  const texts = [...document.querySelectorAll('.kotak text[class^=t-statement]')];
  return [whole.length, document.querySelectorAll('.kotak').length, Math.min(...texts.map(pixels))];
})()"""


@pytest.fixture
def start(chromium, tmp_path):
    with starting(chromium, tmp_path) as start:
        yield lambda **more: start(BALANGAN.read_text(encoding="utf-8"), **more).lead(NAME)


def seen(person, *, at_least, pixels=24):
    """Wait until so many boxes are drawn, all of them whole, no sentence smaller than this, and nothing else."""

    def whole():
        inside, drawn, smallest = person.page.evaluate(WHOLE_BOXES)
        return at_least <= inside == drawn <= 14 and smallest >= pixels

    person.until(whole)


@pytest.mark.parametrize(("size", "boxes"), [("1920", 10), ("1366", 6)])
def test_a_room_reads_many_boxes_at_once(start, size, boxes):
    lead = start(size=SIZES[size])
    lead.press("Home", "F9")
    lead.page.wait_for_selector(".papan.proyektor")
    seen(lead, at_least=boxes)
    lead.picture(f"proyektor-{size}-puncak")
    lead.press("Shift+F9")
    lead.page.wait_for_selector(".kotak text.t-carrier, .kotak text.t-carrier-dark")
    seen(lead, at_least=6, pixels=16 * min(1, SIZES[size][1] / 1080))
    lead.picture(f"proyektor-{size}-rincian")
    lead.press("Shift+F9", "F9")
    lead.until(lambda: lead.page.locator(".kotak").count() > 30)


def test_the_arrows_lead_on_where_the_screen_ends(start):
    lead = start(size=SIZES["1920"])
    lead.press("Home", "F9")
    seen(lead, at_least=10)
    lead.walk("Meningkatnya kesiapan data kependudukan")
    assert lead.focused().startswith("1.3.1 ")
    seen(lead, at_least=10)
    lead.press("ArrowRight")
    lead.until(lambda: lead.focused().startswith("1.3.1.1 "))
    lead.page.locator("#kotak-" + lead.page.evaluate("document.querySelector('.kotak.fokus').dataset.id")).wait_for()
    lead.until(lambda: "1 Terwujudnya tertib" in lead.page.inner_text("header"))
    seen(lead, at_least=8)
    lead.picture("proyektor-1920-cabang")
    lead.press("ArrowUp", "ArrowUp", "ArrowUp")
    lead.until(lambda: lead.focused().startswith("1 "))
    seen(lead, at_least=10)
    lead.page.locator(".simpai.tertutup").first.click()
    lead.until(lambda: "1 Terwujudnya tertib" in lead.page.inner_text("header"))


def test_a_box_that_is_made_on_the_projector_is_seen(start):
    lead = start(size=SIZES["1920"])
    lead.press("Home", "F9")
    seen(lead, at_least=10)
    lead.new("Tab", "Menguatnya tata kelola data kependudukan")
    lead.until(lambda: lead.focused().startswith("1.6 "))
    seen(lead, at_least=7)
    assert lead.page.locator(".kotak.fokus .bingkai").count() == 1
