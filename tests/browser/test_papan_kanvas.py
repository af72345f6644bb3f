"""The canvas of the board in a real browser, with a real server: keys, pointer, touch, two people, a lost network."""

from pathlib import Path

import pytest

from .papan import SIZES, Person, Server

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("board_page")]

NAME = "contoh.pohon.yaml"
BALANGAN = Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan-perbaikan.pohon.yaml"
TREE = """\
versi: 1
judul: Pohon Kinerja Dinas Contoh
instansi: Dinas Contoh
profil: berjenjang
tahap: 3

pohon:
  # Catatan tangan ini harus tetap ada.
  - outcome: Terwujudnya masyarakat yang sehat
    id: o1
    sebab:
      - csf: Meningkatnya mutu layanan puskesmas
        id: c1
        sebab:
          - utama: Meningkatnya kompetensi tenaga kesehatan
            id: u1
          - utama: Tersedianya obat esensial di puskesmas
            id: u2
      - csf: Menguatnya perilaku hidup bersih masyarakat
        id: c2
"""


@pytest.fixture
def server(tmp_path):
    (tmp_path / NAME).write_text(TREE, encoding="utf-8")
    server = Server(tmp_path).start()
    yield server
    server.stop()


@pytest.fixture
def people(chromium, server):
    """Make people; when the test is over nothing may have gone wrong on their pages."""
    here = []

    def come(**more):
        here.append(Person(chromium, server, **more))
        return here[-1]

    yield come
    for one in here:
        one.close()


def test_a_branch_is_built_moved_folded_and_undone_by_keyboard_alone(server, people):
    one = people().lead(NAME)
    one.walk("Menguatnya perilaku")
    one.new("Enter", "Berkurangnya faktor risiko lingkungan")
    assert one.focused().startswith("1.3 CSF: Berkurangnya faktor risiko lingkungan")
    one.new("Tab", "Meningkatnya akses air minum aman")
    one.new("Tab", "Terbangunnya jaringan perpipaan")
    assert one.focused().startswith("1.3.1.1 ")
    one.press("F2", "End")
    one.write(" desa")
    one.press("Enter")
    one.until(lambda: "jaringan perpipaan desa" in one.focused())
    one.press("x", "y", "ArrowLeft", "z")
    assert one.page.input_value("textarea") == "xzy"
    one.press("Escape")
    assert "jaringan perpipaan desa" in one.focused()
    one.press("Alt+ArrowUp")
    one.until(lambda: one.focused().startswith("1.3.2 "))
    one.press("Alt+ArrowLeft")
    one.until(lambda: one.focused().startswith("1.3.1 "))
    one.press("Alt+ArrowRight", "Alt+ArrowDown")
    one.until(lambda: one.focused().startswith("1.3.1.1 "))
    one.walk("Berkurangnya faktor")
    one.press("Space")
    one.page.wait_for_selector(".simpai.tertutup")
    one.press("Space", "Delete")
    one.until(lambda: "Berkurangnya" not in str(one.outline()))
    one.press("Control+z")
    one.until(lambda: "Terbangunnya jaringan perpipaan desa" in str(one.outline()))
    server.until_saved(NAME, "Terbangunnya jaringan perpipaan desa", "Catatan tangan ini harus tetap ada.")


def test_arrows_go_where_the_eye_goes(people):
    one = people().lead(NAME)
    steps = [
        ("ArrowDown", "1.1 "),
        ("ArrowRight", "1.2 "),
        ("ArrowLeft", "1.1 "),
        ("ArrowDown", "1.1."),
        ("ArrowUp", "1.1 "),
    ]
    one.press("Home")
    for key, number in [*steps, ("ArrowUp", "1 ")]:
        one.press(key)
        assert one.focused().startswith(number), (key, one.focused())


def test_help_lists_every_command_and_the_palette_runs_them(people):
    one = people().lead(NAME)
    one.press("?")
    dialog = one.page.get_by_role("dialog", name="Daftar tombol")
    assert "Urungkan perubahan terakhir saya" in dialog.inner_text()
    one.press("Escape", "Control+k")
    one.page.get_by_role("combobox", name="Nama perintah").wait_for()
    one.write("tampilan gambar")
    one.press("Enter")
    one.page.wait_for_selector("[data-papan-pohon=garis]")


def test_f6_goes_round_and_every_region_can_be_reached(people):
    one = people().lead(NAME)
    seen = set()
    for _ in range(8):
        one.press("F6")
        seen.add(one.page.evaluate("document.activeElement.closest('[data-wilayah]')?.className.split(' ')[0]"))
    assert {"kepala", "bidang", "samping", "status"} <= seen


def test_a_box_is_dragged_to_another_parent_and_between_others(server, people):
    one = people().lead(NAME)
    place = "id => (({x, y, width, height}) => [x, y, width, height])(document.querySelector(`#kotak-${id} .bingkai`).getBoundingClientRect())"

    def drag(who, onto, part):
        (ax, ay, aw, ah), (bx, by, bw, bh) = one.page.evaluate(place, who), one.page.evaluate(place, onto)
        one.page.mouse.move(ax + aw / 2, ay + ah / 2)
        one.page.mouse.down()
        one.page.mouse.move(ax + aw / 2 + 10, ay + ah / 2, steps=3)
        one.page.mouse.move(bx + bw * part, by + bh / 2, steps=6)
        one.page.wait_for_selector(".petunjuk")
        one.page.mouse.up()
        one.quiet()

    drag("u2", "c2", 0.5)
    one.until(lambda: (3, "1.2.1 Kondisi antara utama: Tersedianya obat esensial di puskesmas") in one.outline())
    drag("c2", "c1", 0.05)
    one.until(lambda: (2, "1.1 CSF: Menguatnya perilaku hidup bersih masyarakat") in one.outline())


def test_a_further_effect_is_joined_and_let_go_by_keyboard(server, people):
    one = people().lead(NAME)
    for after in ("sebab_lain", ""):
        one.walk("Tersedianya obat")
        one.press("Alt+Enter")
        one.page.get_by_text("Pilih akibat lain").wait_for()
        one.press("Home", "ArrowDown")
        one.press("ArrowRight" if one.focused().startswith("1.1 ") else "Home")
        one.until(lambda: one.focused().startswith("1.2 "))
        one.press("Enter")
        if after:
            one.page.wait_for_selector(".kanvas path.s-support")
            server.until_saved(NAME, "ref: u2")
        else:
            one.page.wait_for_selector(".kanvas path.s-support", state="detached")
    assert one.focused().startswith("1.1.2 ")


def test_two_people_at_once_see_the_same_tree(server, people):
    one, two = people().lead(NAME), people().lead(NAME)
    one.walk("Meningkatnya kompetensi")
    two.walk("Menguatnya perilaku")
    for turn in range(6):
        for who, word in ((one, "satu"), (two, "dua")):
            who.press("Tab" if turn == 0 else "Enter")
            who.page.wait_for_selector("textarea")
            who.write(f"Tersedianya hal {word} nomor {turn}")
            who.press("Enter")
    one.until(lambda: len(one.outline()) == 17)
    two.until(lambda: two.outline() == one.outline())
    assert sum("hal satu" in words for _, words in two.outline()) == 6
    server.until_saved(NAME, "Tersedianya hal satu nomor 5", "Tersedianya hal dua nomor 5")


def test_presence_shows_who_types_where(people):
    one = people().lead(NAME)
    one.press("Alt+7")
    one.page.get_by_label("Buka pohon ini untuk peserta").check()
    one.page.get_by_label("Peserta boleh mengubah pohon").check()
    two = people().join("Siti Aminah").open(NAME)
    two.walk("Tersedianya obat")
    two.press("F2")
    one.page.wait_for_selector("#kotak-u2 .orang.sunting")
    assert one.page.text_content("#kotak-u2 .orang").strip() == "SA"
    one.picture("hadir-1366")
    two.press("Escape")
    one.page.wait_for_selector("#kotak-u2 .orang:not(.sunting)")


def test_the_same_sentence_changed_by_two_is_kept_twice(people):
    one, two = people().lead(NAME), people().lead(NAME)
    for who in (one, two):
        who.walk("Tersedianya obat")
        who.press("F2", "Control+a")
        who.page.wait_for_selector("textarea")
    one.write("Tersedianya obat bagi semua")
    one.press("Enter")
    two.page.wait_for_selector(".sunting .lain")
    two.write("Terjaminnya obat di desa")
    two.press("Enter")
    two.page.get_by_text("Lihat keduanya").wait_for()
    for who in (one, two):
        who.page.wait_for_selector("#kotak-u2 .bentrok")
        assert "Tersedianya obat bagi semua" in who.focused()
    two.page.get_by_text("Lihat keduanya").click()
    two.page.get_by_text("Terjaminnya obat di desa").first.wait_for()


def test_a_reload_loses_neither_place_nor_half_a_sentence(people):
    one = people().lead(NAME)
    one.walk("Tersedianya obat")
    one.press("Enter")
    one.page.wait_for_selector("textarea")
    one.write("Tersedianya vaksin di setiap pus")
    one.page.reload()
    one.page.wait_for_selector("textarea")
    one.write("kesmas")
    one.press("Enter")
    one.until(lambda: "Tersedianya vaksin di setiap puskesmas" in str(one.outline()))


@pytest.mark.parametrize("hard", [False, True], ids=["stopped", "killed"])
def test_what_is_typed_without_the_server_waits_and_arrives(server, people, hard):
    one = people().lead(NAME)
    one.walk("Menguatnya perilaku")
    server.until_saved(NAME, "Menguatnya")
    one.offline = True
    server.stop(hard=hard)
    one.until(lambda: "Terputus" in one.status() or "Menyambungkan" in one.status())
    one.press("Tab")
    one.write("Tersedianya jamban di setiap rumah")
    one.press("Enter")
    one.press("Enter")
    one.page.wait_for_selector("textarea")
    one.write("Terlaksananya penyuluhan di sekolah")
    one.press("Enter")
    one.until(lambda: "2 perubahan menunggu" in one.status())
    one.picture(f"luring-{'mati' if hard else 'henti'}")
    one.page.wait_for_selector(".kotak.semu.menunggu")
    server.start()
    one.until(lambda: "Tersambung" in one.status(), seconds=25)
    one.until(lambda: "menunggu" not in one.status())
    server.until_saved(NAME, "Tersedianya jamban di setiap rumah", "Terlaksananya penyuluhan di sekolah")
    assert sum("jamban" in words for _, words in one.outline()) == 1


def test_a_phone_pans_pinches_and_opens_the_menu_by_a_long_press(people):
    one = people(size=SIZES["390"], touch=True).lead(NAME)
    one.page.wait_for_selector("[data-papan-pohon=garis]")
    one.picture("garis-390")
    one.page.get_by_role("button", name="Tampilkan sebagai gambar").tap()
    one.page.wait_for_selector(".kotak")
    touch = one.context.new_cdp_session(one.page)

    def fingers(kind, *points):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})

    def scale():
        return one.page.evaluate("document.querySelector('.kanvas g[transform^=matrix]').transform.baseVal[0].matrix.a")

    box = one.page.locator("#kotak-o1 .bingkai").bounding_box()
    fingers("touchStart", (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2))
    one.page.get_by_role("menu", name="Menu kotak").wait_for()
    fingers("touchEnd")
    one.picture("menu-390")
    assert one.page.get_by_role("menuitem", name="Ubah kalimat").is_visible()
    one.press("Escape")
    before = scale()
    fingers("touchStart", (150, 400), (250, 400))
    fingers("touchMove", (100, 400), (300, 400))
    fingers("touchEnd")
    one.until(lambda: scale() > before * 1.5)
    left = one.page.locator("#kotak-o1 .bingkai").bounding_box()["x"]
    fingers("touchStart", (200, 600))
    fingers("touchMove", (230, 600))
    fingers("touchMove", (260, 600))
    fingers("touchEnd")
    one.until(lambda: one.page.locator("#kotak-o1 .bingkai").bounding_box()["x"] > left + 40)


@pytest.mark.parametrize("tree", ["small", "whole"])
def test_projector_mode_is_read_from_the_back_of_the_room(server, people, tree):
    if tree == "whole":
        (server.folder / NAME).write_text(BALANGAN.read_text(encoding="utf-8"), encoding="utf-8")
    one = people(size=(1280, 720)).lead(NAME)
    one.press("ArrowDown", "F9")
    one.page.wait_for_selector(".papan.proyektor")
    one.page.wait_for_timeout(300)
    one.picture(f"proyektor-1280-{tree}")
    assert one.page.locator("button:visible, input:visible, select:visible, a:visible").count() <= 7
    smallest = one.page.evaluate(
        "Math.min(...[...document.querySelectorAll('.kotak text[class^=t-statement]')].map(text =>"
        " Number(text.getAttribute('font-size')) * text.getScreenCTM().a))"
    )
    assert smallest >= 18 * 96 / 72


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", ["terang", "gelap"])
def test_pictures_at_three_sizes(people, size, look):
    one = people(size=SIZES[size]).lead(NAME)
    if look == "gelap":
        one.page.get_by_role("button", name="Tampilan gelap").click()
    one.page.wait_for_timeout(400)
    one.picture(f"papan-{size}-{look}")
    wide = one.page.evaluate("document.documentElement.scrollWidth")
    assert wide <= SIZES[size][0]


def test_the_policy_forbids_what_the_page_does_not_need(people):
    one = people().lead(NAME)
    policy = one.page.request.get(one.server.address).headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    one.page.evaluate(
        "(() => { const script = document.createElement('script'); script.textContent = 'window.broken = 1';"
        " document.body.append(script); const line = document.createElement('p'); line.setAttribute('style', 'color:red');"
        " document.body.append(line) })()"
    )
    assert one.page.evaluate("window.broken") is None
    assert sum("Content Security Policy" in words for words in one.said) == 2
    one.said.clear()
