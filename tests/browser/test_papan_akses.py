"""The board for everybody: every panel by keyboard, every text dark enough on its ground, by day and by night."""

from pathlib import Path

import pytest

from .contrast import pale_texts
from .panels import NAME, TAHAP_4
from .papan import SIZES

pytestmark = pytest.mark.browser
BALANGAN = Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan-perbaikan.pohon.yaml"
PANELS = {
    "tahap": "Panduan tahap", "temuan": "Temuan", "simpul": "Rincian", "gagasan": "Gagasan", "riwayat": "Riwayat",
    "komentar": "Komentar", "peserta": "Peserta", "bentrok": "Bentrok",
}  # fmt: skip
SHEETS = {"9": "Indikator kinerja", "0": "Pemetaan ke komponen dan jabatan"}


def readable(person, where):
    person.page.wait_for_timeout(120)
    looked, found = pale_texts(person.page)
    assert looked >= 5, where
    assert found == [], (where, found)


def night(person, look):
    if look == "gelap":
        person.page.evaluate("localStorage.setItem('pohon.tema', 'gelap')")
        person.page.reload()


def test_every_panel_opens_closes_and_lets_go_by_keyboard(start):
    lead = start(BALANGAN.read_text(encoding="utf-8")).lead(NAME)
    for number, name in enumerate(PANELS, 1):
        lead.press(f"Alt+{number}")
        lead.page.wait_for_selector("#panel-samping:focus")
        assert lead.page.locator("#panel-samping").get_attribute("aria-labelledby") == f"panel-samping-{name}"
        assert lead.page.locator("#panel-samping h2").first.is_visible()
        inside = lead.page.locator("#panel-samping :is(button, input, select, textarea, summary, a):visible:enabled")
        lead.press("Tab")
        assert inside.count() == 0 or lead.page.evaluate(
            "document.querySelector('#panel-samping').contains(document.activeElement)"
        )
        lead.press("Escape")
        lead.at_tree()
        lead.press(f"Alt+{number}")
        lead.page.wait_for_selector("#panel-samping:focus")
        lead.press(f"Alt+{number}")
        lead.at_tree()
        lead.page.wait_for_selector("#panel-samping", state="detached")
    for key, heading in SHEETS.items():
        lead.press(f"Alt+{key}")
        lead.page.wait_for_selector("[role=grid]:focus")
        assert lead.page.get_by_role("heading", name=heading).is_visible()
        lead.press("Escape")
        lead.at_tree()


def test_the_rail_of_panels_is_walked_with_the_arrows(start):
    lead = start(TAHAP_4).lead(NAME)
    lead.tab_to("Tahap", key="F6", limit=6)
    for id_, name in (("temuan", "Temuan"), ("simpul", "Rincian")):
        lead.press("ArrowDown")
        assert lead.active().startswith(name), lead.active()
        lead.page.wait_for_selector(f"#panel-samping[aria-labelledby=panel-samping-{id_}]")
    lead.press("Enter")
    lead.page.wait_for_selector("#panel-samping", state="detached")


@pytest.mark.parametrize("look", ["terang", "gelap"])
@pytest.mark.parametrize("size", ["1920", "1366"])
def test_every_text_of_the_board_can_be_read(start, look, size):
    lead = start(BALANGAN.read_text(encoding="utf-8"), size=SIZES[size]).lead()
    night(lead, look)
    lead.page.get_by_role("button", name="Pohon baru").wait_for()
    readable(lead, "beranda")
    lead.open(NAME)
    readable(lead, "kanvas")
    for number, name in enumerate(PANELS, 1):
        lead.press(f"Alt+{number}")
        lead.page.wait_for_selector("#panel-samping:focus")
        lead.page.wait_for_timeout(250)
        readable(lead, name)
        lead.press("Escape")
    for key, heading in SHEETS.items():
        lead.press(f"Alt+{key}")
        lead.page.wait_for_selector("[role=grid]:focus")
        readable(lead, heading)
        lead.press("Escape")
        lead.at_tree()
    for key, name in (("?", "Daftar tombol"), ("Control+k", "perintah")):
        lead.press(key)
        lead.page.wait_for_selector("dialog[open]")
        readable(lead, name)
        lead.press("Escape")
    lead.page.get_by_role("button", name="Unduh").click()
    lead.page.get_by_role("dialog").get_by_label("Bentuk berkas").wait_for()
    readable(lead, "unduh")
    lead.picture(f"kontras-unduh-{size}-{look}")
    lead.press("Escape", "Control+Shift+L")
    lead.page.wait_for_selector("[data-papan-pohon=garis]")
    readable(lead, "garis")
    lead.press("Control+Shift+L", "F9")
    lead.page.wait_for_timeout(500)
    readable(lead, "proyektor")


@pytest.mark.parametrize("look", ["terang", "gelap"])
def test_every_text_of_a_phone_can_be_read(start, look):
    lead = start(TAHAP_4 + "\nbelum_ditempatkan:\n  - Meningkatnya kehadiran dokter jaga\n").lead(NAME)
    lead.press("Alt+7")
    lead.page.get_by_label("Buka pohon ini untuk peserta").check()
    phone = start("", size=SIZES["390"], touch=True)
    phone.page.goto(lead.server.address)
    night(phone, look)
    phone.page.get_by_label("PIN").wait_for()
    readable(phone, "gabung")
    phone.page.get_by_label("PIN").fill(lead.server.pin)
    phone.page.get_by_label("Nama").fill("Siti")
    phone.page.get_by_role("button", name="Masuk").click()
    phone.page.get_by_label("Gagasan Anda").wait_for()
    readable(phone, "kirim")
    for name in ("Gagasan", "Pohon"):
        phone.page.get_by_role("tab", name=name).tap()
        readable(phone, name)
