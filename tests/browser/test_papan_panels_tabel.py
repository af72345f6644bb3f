"""The grids of stages 4 and 5 in a real browser, filled by keyboard, with a real server and the file it writes."""

import pytest

from pohon import api

from .panels import NAME, TABEL_EXCEL, TAHAP_3, TAHAP_4, TAHAP_5, cell, copied, panel, paste, sheet, starting
from .papan import SIZES

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("board_page")]


@pytest.fixture
def board(chromium, tmp_path):
    """Start the board on one tree; when the test is over nothing may have gone wrong on the page."""
    with starting(chromium, tmp_path) as start:
        yield lambda text, **more: start(text, **more).lead(NAME)


def tree_of(person):
    return api.load(person.server.folder / NAME).tree


def node(person, name):
    return tree_of(person).nodes[name]


def test_indicators_are_filled_by_keyboard(board):
    ani = board(TAHAP_4)
    sheet(ani, "Alt+9")
    ani.write("Angka harapan hidup")
    ani.press("Tab")
    ani.write("Tahun")
    ani.press("Tab", "F2")
    ani.write("Menurut metode BPS")
    ani.press("Enter")
    ani.server.until_saved(
        NAME, "nama: Angka harapan hidup", "satuan: Tahun", "rumus: Menurut metode BPS", "# Catatan tangan"
    )
    ani.press("Home")
    assert cell(ani) == ""
    ani.write("Nilai yang dibatalkan")
    ani.press("Escape")
    assert cell(ani) == ""
    ani.press("ArrowUp", "End")
    ani.write("72,4")
    ani.press("Enter", "ArrowUp")
    assert cell(ani) == "72,4"
    ani.server.until_saved(NAME, "72,4")
    assert node(ani, "o1").indikator[0].target_of(2027) == "72,4"


def test_direction_and_iku_take_one_letter(board):
    ani = board(TAHAP_4)
    sheet(ani, "Alt+9")
    ani.write("Angka kematian ibu")
    ani.press("Tab", "ArrowRight", "ArrowRight", "ArrowRight")
    ani.press("t")
    assert cell(ani) in ("turun", "tetap")
    ani.press("ArrowRight", "y")
    assert cell(ani) == "ya"
    ani.press("Delete")
    assert cell(ani) == ""
    ani.press("y")
    ani.server.until_saved(NAME, "iku:")
    assert node(ani, "o1").indikator[0].iku


def test_a_block_from_excel_fills_rows_and_columns(board):
    ani = board(TAHAP_4)
    sheet(ani, "Alt+9")
    paste(ani, html=TABEL_EXCEL)
    ani.server.until_saved(NAME, "Indeks mutu layanan puskesmas", "3,4", "70,1")
    first, second = node(ani, "o1").indikator[0], node(ani, "c1").indikator[0]
    assert (first.satuan, first.sumber, first.arah, first.iku, first.awal) == ("Tahun", "BPS", "naik", True, "70,1")
    assert [first.target_of(year) for year in (2025, 2026, 2027)] == ["71", "71,5", "72"]
    assert (second.nama, second.iku, second.target_of(2027)) == ("Indeks mutu layanan puskesmas", False, "3,4")
    ani.press("Control+Home", "Shift+ArrowRight", "Shift+ArrowDown")
    assert copied(ani) == "Angka harapan hidup\tTahun\nIndeks mutu layanan puskesmas\tNilai"
    ani.picture("lembar-indikator")


def test_three_hundred_lines_from_excel_are_one_step_of_undo(board):
    many = "".join(f"                  - operasional: Terlaksananya kegiatan {nth}\n" for nth in range(300))
    ani = board(TAHAP_4 + many)
    sheet(ani, "Alt+9")
    lines = "\n".join(
        f"Jumlah kegiatan {nth} yang selesai tepat waktu\tKegiatan\tCacah yang selesai\tLaporan\tnaik\t\t{nth}\t{nth + 1}\t{nth + 2}\t{nth + 3}"
        for nth in range(300)
    )
    paste(ani, text=lines)
    ani.server.until_saved(NAME, "Jumlah kegiatan 0 yang", "Jumlah kegiatan 299 yang")
    assert len([one for one in tree_of(ani).nodes.values() if one.indikator]) == 300
    ani.press("Escape")
    ani.at_tree()
    ani.press("Control+z")
    ani.until(lambda: "Jumlah kegiatan" not in ani.server.text(NAME))
    assert "indikator" not in ani.server.text(NAME)
    ani.press("Control+y")
    ani.server.until_saved(NAME, "Jumlah kegiatan 299 yang")


def test_a_text_block_with_quotes_and_too_many_columns(board):
    ani = board(TAHAP_4)
    sheet(ani, "Alt+9")
    paste(ani, text='"Persentase\n""tepat"" waktu"\t%\r\n=1+1\t<b>x</b>\r\n')
    ani.server.until_saved(NAME, "waktu", "=1+1")
    assert node(ani, "o1").indikator[0].nama == 'Persentase "tepat" waktu'
    assert (node(ani, "c1").indikator[0].nama, node(ani, "c1").indikator[0].satuan) == ("=1+1", "<b>x</b>")
    ani.press("End")
    paste(ani, text="1\t2\t3")
    ani.page.get_by_text("2 sel tempelan tidak muat").wait_for()


def test_fill_down_another_indicator_and_remove(board):
    ani = board(TAHAP_4)
    sheet(ani, "Alt+9")
    paste(ani, text="Angka A\nAngka B\nAngka C")
    ani.press("Control+Home", "ArrowRight")
    ani.write("Nilai")
    ani.press("Enter", "ArrowUp", "Shift+ArrowDown", "Shift+ArrowDown", "Control+d")
    ani.server.until_saved(NAME, "nama: Angka C")
    ani.until(lambda: node(ani, "u1").indikator[0].satuan == "Nilai")
    ani.press("Control+Home", "Control+Enter")
    ani.write("Angka kedua")
    ani.press("Enter")
    ani.until(lambda: len(node(ani, "o1").indikator) == 2)
    ani.press("Control+Home", "Control+Delete")
    ani.until(lambda: [one.nama for one in node(ani, "o1").indikator] == ["Angka kedua"])
    ani.page.get_by_role("button", name="Urungkan", exact=True).last.click()
    ani.until(lambda: [one.nama for one in node(ani, "o1").indikator] == ["Angka A", "Angka kedua"])


def test_findings_stand_at_their_cells(board):
    ani = board(TAHAP_4)
    sheet(ani, "Alt+9")
    paste(ani, text="Kepuasan warga")
    ani.press("Control+Home")
    ani.page.locator(".lembar footer", has_text="tidak menyebut").wait_for()
    said = ani.page.locator("[role=gridcell].kini").get_attribute("aria-label")
    assert said.startswith("Kepuasan warga. ")


def test_the_grid_of_a_large_tree_draws_only_rows_in_sight(board):
    many = "".join(f"                  - operasional: Terlaksananya kegiatan {nth}\n" for nth in range(500))
    ani = board(TAHAP_4 + many)
    grid = sheet(ani, "Alt+9")
    assert int(grid.get_attribute("aria-rowcount")) == 506
    assert ani.page.locator("[role=row]").count() < 60
    ani.press("Control+End", "Home")
    ani.write("Jumlah yang terakhir")
    ani.press("Enter")
    ani.server.until_saved(NAME, "Jumlah yang terakhir")
    assert ani.page.locator(".lembar").get_by_text("Terlaksananya kegiatan 499").is_visible()


def test_later_stages_are_not_shown(board):
    ani = board(TAHAP_3)
    ani.press("Alt+9", "Alt+0")
    details = panel(ani, "simpul").inner_text()
    assert "Crosscutting" in details
    assert ani.page.get_by_role("grid").count() == 0
    for later in ("Indikator", "Komponen", "Jabatan", "program"):
        assert later not in details


def test_mapping_takes_suggestions_one_and_all(board):
    ani = board(TAHAP_5, size=SIZES["1920"])
    sheet(ani, "Alt+0")
    ani.press("Control+Enter")
    ani.until(lambda: node(ani, "o1").komponen == "Tujuan" and node(ani, "o1").jabatan == ("kadis",))
    ani.page.get_by_role("button", name="Pakai semua usul").click()
    dialog = ani.page.get_by_role("dialog", name="Pakai semua usul")
    assert "Kepala Bidang Pelayanan Kesehatan" in dialog.inner_text()
    ani.picture("lembar-usul")
    dialog.get_by_role("button", name="Pakai pada 4 kondisi").click()
    ani.until(lambda: node(ani, "p1").komponen == "sasaran sub kegiatan")
    assert [node(ani, one).jabatan for one in ("u1", "a1", "p1")] == [("kabid",), ("jf",), ("jf",)]
    ani.picture("lembar-pemetaan")


def test_positions_and_programs_are_edited(board):
    ani = board(TAHAP_5)
    sheet(ani, "Alt+0")
    ani.page.locator(".lembar").get_by_role("button", name="Jabatan").click()
    dialog = ani.page.get_by_role("dialog", name="Daftar jabatan")
    dialog.get_by_label("Nama jabatan").fill("Kepala Bidang Kesehatan Masyarakat")
    dialog.get_by_label("Jenjang").select_option("administrator")
    dialog.get_by_label("Atasan").select_option("kadis")
    dialog.get_by_role("button", name="Tambah").click()
    ani.server.until_saved(NAME, "Kepala Bidang Kesehatan Masyarakat")
    ani.picture("daftar-jabatan")
    ani.press("Escape")
    ani.page.locator(".lembar").get_by_role("button", name="Program").click()
    dialog = ani.page.get_by_role("dialog", name="Program, kegiatan, dan sub kegiatan")
    dialog.get_by_role("button", name="Ubah daftar").click()
    box = dialog.get_by_role("textbox")
    box.fill("1.02.02\tProgram Pemenuhan Upaya Kesehatan\n1.02.02.2.01\tPenyediaan Fasilitas\nsalah")
    assert "Belum terbaca: salah" in dialog.inner_text()
    box.fill(
        "1.02.02\tProgram Pemenuhan Upaya Kesehatan\n1.02.02.2.01\tPenyediaan Fasilitas\n1.02.02.2.01.0001\tPembangunan\tRp125.000.000"
    )
    dialog.get_by_role("button", name="Simpan 3 baris").click()
    ani.server.until_saved(NAME, "Pembangunan", "125.000.000")
    ani.press("Escape")
    ani.page.wait_for_selector("[role=grid]")
    ani.page.locator("[role=gridcell]").nth(2).click()
    ani.write("1.02.02")
    ani.press("Enter")
    ani.until(lambda: node(ani, "o1").program == ("1.02.02",))
    row = tree_of(ani).program[0]
    assert (row.rupiah, row.isi[0].isi[0].nama) == (125_000_000, "Pembangunan")


@pytest.mark.parametrize("size", ["1920", "1366"])
def test_from_stage_5_on_the_canvas_shows_component_and_position(board, size):
    ani = board(TAHAP_5.replace("    id: o1\n", "    id: o1\n    jabatan: [kadis]\n"), size=SIZES[size])
    box = ani.page.locator("#kotak-o1")
    said = " ".join(box.locator("text").all_text_contents())
    assert "Tujuan" in said
    assert "Kepala Dinas" in said
    ani.press("Home")
    assert "jabatan: Kepala Dinas" in ani.focused()
    ani.press("ArrowDown")
    assert "belum ada jabatan" in ani.focused()
    ani.picture(f"tahap-5-{size}")
