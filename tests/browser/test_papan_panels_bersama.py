"""Panels and pages that people share: gate, findings, ideas, votes, comments, clashes, history, versions."""

import pytest

from pohon import api

from .contrast import pale_texts
from .panels import NAME, TAHAP_3, TAHAP_4, panel
from .papan import SIZES

pytestmark = pytest.mark.browser
BENTROK = """\
versi: 1
judul: Pohon Kinerja Dinas Contoh
instansi: Dinas Contoh
profil: balangan
tahap: 1

pohon:
  - outcome: Meningkatnya derajat kesehatan masyarakat
    id: o1
    dasar:
      harapan: Masyarakat mengharapkan layanan yang dekat
"""


def tree(person):
    return api.load(person.server.folder / NAME).tree


def join(person, name, pin=None):
    """Come in as people do: through the page with PIN and name."""
    page = person.page
    page.goto(person.server.address)
    page.get_by_label("PIN").fill(pin or person.server.pin)
    page.get_by_label("Nama").fill(name)
    page.get_by_role("button", name="Masuk").click()
    return person


def share(lead, **settings):
    body = panel(lead, "peserta")
    body.get_by_label("Buka pohon ini untuk peserta").check()
    if settings.get("editing"):
        body.get_by_label("Peserta boleh mengubah pohon").check()
    lead.page.wait_for_timeout(300)


def test_the_guide_closes_a_stage_only_when_nothing_is_missing(start):
    lead = start(BENTROK.replace("    dasar:\n      harapan: Masyarakat mengharapkan layanan yang dekat\n", "")).lead(
        NAME
    )
    body = panel(lead, "tahap")
    body.get_by_role("button", name="Tutup tahap 1").click()
    missing = body.locator(".kurang li").first
    missing.wait_for()
    missing.locator(".lompat").first.click()
    assert "derajat kesehatan" in lead.focused()
    details = panel(lead, "simpul")
    details.get_by_role("textbox", name="Harapan", exact=True).fill("Masyarakat mengharapkan layanan yang dekat")
    details.get_by_role("textbox", name="Harapan", exact=True).press("Enter")
    details.get_by_role("textbox", name="Harapan", exact=True).blur()
    lead.server.until_saved(NAME, "harapan: Masyarakat")
    body = panel(lead, "tahap")
    body.get_by_text("Syarat tahap ini terpenuhi").wait_for()
    body.get_by_label("Outcome disepakati bersama").check()
    body.get_by_role("button", name="Tutup tahap 1").click()
    lead.server.until_saved(NAME, "tahap: 2")
    body.get_by_role("button", name="Tahap 1: Outcome, selesai").click()
    assert body.get_by_label("Outcome disepakati bersama").is_checked()
    body.get_by_role("button", name="Buka kembali tahap 1").click()
    lead.server.until_saved(NAME, "tahap: 1")


def test_a_question_is_answered_in_the_tree(start):
    lead = start(TAHAP_3).lead(NAME)
    body = panel(lead, "tahap")
    field = body.locator("textarea").first
    field.wait_for()
    field.fill("Disepakati dalam rapat 3 Maret: mutu dahulu")
    field.press("Control+Enter")
    lead.server.until_saved(NAME, "jawab:", "Disepakati dalam rapat 3 Maret: mutu dahulu")


def test_findings_are_explained_repaired_and_waived(start):
    lead = start(TAHAP_3.replace("Meningkatnya kompetensi tenaga", "meningkatnya kompetensi  tenaga")).lead(NAME)
    body = panel(lead, "temuan")
    body.get_by_role("button", name="Penjelasan").first.click()
    page = lead.page.get_by_role("dialog")
    page.get_by_role("heading", name="Mengapa").wait_for()
    lead.picture("penjelasan-aturan")
    lead.press("Escape")
    body.get_by_label("Cari temuan").fill("anak tunggal")
    card = body.locator(".kartu").first
    code = card.get_by_role("button", name="Penjelasan").inner_text().split()[-1]
    card.get_by_role("button", name="Kecualikan").click()
    card.get_by_role("button", name="Simpan alasan").click()
    assert "paling sedikit" in card.inner_text()
    card.get_by_label("Alasan").fill("Hanya ini yang menjadi wewenang dinas")
    card.get_by_role("button", name="Simpan alasan").click()
    lead.server.until_saved(NAME, "abaikan:", f"{code}: Hanya ini yang menjadi wewenang dinas")
    body.get_by_label("Cari temuan").fill("")
    body.get_by_label("temuan yang dikecualikan").check()
    body.get_by_text("Hanya ini yang menjadi wewenang dinas").wait_for()
    body.get_by_role("button", name="Batalkan pengecualian").click()
    lead.until(lambda: "abaikan" not in lead.server.text(NAME))


def test_a_repair_is_one_click(start):
    lead = start(
        TAHAP_4 + "                    indikator:\n                      - Jumlah jumlah pelatihan yang terlaksana\n"
    ).lead(NAME)
    body = panel(lead, "temuan")
    button = body.get_by_role("button", name="Perbaiki").first
    button.wait_for()
    before = lead.server.text(NAME)
    button.click()
    lead.until(lambda: lead.server.text(NAME) != before)
    lead.press("Control+z")


def test_ideas_come_from_a_phone_and_are_placed(start):
    lead = start(TAHAP_3).lead(NAME)
    share(lead)
    phone = join(start("", size=SIZES["390"], touch=True), "Siti Aminah")
    page = phone.page
    page.get_by_label("Gagasan Anda").fill("Meningkatnya kehadiran dokter jaga")
    page.get_by_role("button", name="Kirim gagasan").tap()
    page.get_by_label("Gagasan Anda").fill("Meningkatnya Kehadiran Dokter-Dokter Jaga")
    page.get_by_label("Kirim tanpa nama").check()
    page.get_by_role("button", name="Kirim gagasan").tap()
    page.get_by_text("Gagasan saya").wait_for()
    phone.picture("ponsel-kirim")
    body = panel(lead, "gagasan")
    body.get_by_text("Siti Aminah").first.wait_for()
    body.get_by_text("bunyinya mirip").wait_for()
    assert body.locator("li.gagasan", has_text="Tanpa nama").count() == 1
    lead.picture("panel-gagasan")
    lead.page.locator("[data-papan-pohon]").focus()
    lead.walk("Meningkatnya mutu layanan puskesmas")
    body.locator("li.gagasan", has_text="Siti Aminah").get_by_role("button", name="Tempatkan").click()
    lead.server.until_saved(NAME, "utama: Meningkatnya kehadiran dokter jaga\n")
    page.get_by_text("sudah masuk pohon").wait_for()
    for target in page.locator("button:visible, input:visible, textarea:visible").all():
        box = target.bounding_box()
        assert box["height"] >= 22 if target.get_attribute("type") == "checkbox" else box["height"] >= 44, (
            target.inner_text()
        )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_an_idea_is_dragged_onto_a_box(start):
    text = TAHAP_3 + "\nbelum_ditempatkan:\n  - Meningkatnya kehadiran dokter jaga\n"
    lead = start(text).lead(NAME)
    body = panel(lead, "gagasan")
    idea = body.locator("li.gagasan").first
    target = lead.page.locator(".kotak[aria-label*='mutu layanan']")
    idea.drag_to(target)
    lead.server.until_saved(NAME, "utama: Meningkatnya kehadiran dokter jaga")


def test_votes_are_limited_and_seen_by_all(start):
    pool = "\nbelum_ditempatkan:\n" + "".join(
        f"  - Gagasan nomor {nth} tentang hal yang {nth}\n" for nth in range(1, 5)
    )
    lead = start(TAHAP_3 + pool).lead(NAME)
    share(lead)
    panel(lead, "gagasan")
    lead.page.get_by_role("button", name="Aturan").click()
    lead.page.get_by_label("Suara tiap orang").fill("2")
    lead.page.get_by_label("Suara tiap orang").press("Enter")
    lead.page.get_by_text("dari 2").wait_for()
    phone = join(start("", size=SIZES["390"], touch=True), "Budi")
    phone.page.get_by_role("tab", name="Gagasan").tap()
    phone.page.get_by_text("2 dari 2 tersisa").wait_for()
    for nth in (1, 2):
        phone.page.get_by_role("button", name=f"Beri suara untuk: Gagasan nomor {nth}").tap()
    phone.page.get_by_text("0 dari 2 tersisa").wait_for()
    assert phone.page.get_by_role("button", name="Beri suara untuk: Gagasan nomor 3").is_disabled()
    phone.picture("ponsel-suara")
    lead.picture("panel-suara")
    lead.page.get_by_role("button", name="Beri suara untuk: Gagasan nomor 2").wait_for()
    lead.until(
        lambda: (
            lead.page.locator("li.gagasan").first.get_by_role("button", name="suara").first.inner_text().strip() == "1"
        )
    )
    phone.page.get_by_role("button", name="Tarik suara dari: Gagasan nomor 1").tap()
    phone.page.get_by_text("1 dari 2 tersisa").wait_for()
    phone.page.reload()
    phone.page.get_by_role("tab", name="Gagasan").tap()
    phone.page.get_by_text("1 dari 2 tersisa").wait_for()


def test_a_wrong_pin_is_told(start):
    lead = start(BENTROK).lead(NAME)
    phone = start("", size=SIZES["390"], touch=True)
    phone.offline = True  # a refusal is a line on the console too
    wrong = "000000" if lead.server.pin != "000000" else "111111"
    join(phone, "Budi", wrong)
    phone.page.get_by_role("alert").first.wait_for()
    assert "PIN" in phone.page.get_by_role("alert").first.inner_text()
    phone.picture("gabung-salah")


def test_comments_travel_and_are_settled(start):
    lead = start(TAHAP_3).lead(NAME)
    share(lead)
    phone = join(start("", size=SIZES["390"], touch=True), "Siti")
    phone.page.get_by_role("tab", name="Pohon").tap()
    phone.page.get_by_role("button", name="Meningkatnya mutu layanan puskesmas").tap()
    phone.page.get_by_label("Komentar baru").fill("Datanya dari mana?")
    phone.page.get_by_role("button", name="Kirim komentar").tap()
    phone.page.get_by_role("dialog").get_by_text("Datanya dari mana?").wait_for()
    phone.picture("ponsel-komentar")
    body = panel(lead, "komentar")
    body.get_by_text("Datanya dari mana?").wait_for()
    body.locator(".lompat").click()
    assert "mutu layanan" in lead.focused()
    body.get_by_role("button", name="Selesai").click()
    body.get_by_text("Tidak ada komentar terbuka").wait_for()
    phone.page.get_by_text("1 komentar selesai").wait_for()


def test_two_versions_of_a_sentence_are_chosen(start):
    lead = start(BENTROK).lead(NAME)
    share(lead, editing=True)
    other = join(start("", size=SIZES["1366"]), "Budi")
    other.page.wait_for_selector("[data-papan-pohon]")
    for one in (lead, other):
        panel(one, "simpul").get_by_label("Kalimat").fill(
            f"Meningkatnya kesehatan menurut {'Budi' if one is other else 'pimpinan'}"
        )
    lead.page.locator("#panel-samping").get_by_label("Kalimat").press("Control+Enter")
    lead.server.until_saved(NAME, "menurut pimpinan")
    other.page.get_by_text("Orang lain baru mengubahnya").wait_for()
    other.page.locator("#panel-samping").get_by_label("Kalimat").press("Control+Enter")
    other.page.get_by_role("button", name="Lihat keduanya").click()
    body = other.page.locator("#panel-samping")
    body.get_by_text("Di papan sekarang").wait_for()
    other.picture("panel-bentrok")
    body = panel(lead, "bentrok")
    assert "menurut Budi" in body.inner_text()
    assert "menurut pimpinan" in body.inner_text()
    body.get_by_role("button", name="Tulis bunyi lain").click()
    body.get_by_label("Bunyi ketiga").fill("Meningkatnya kesehatan menurut keduanya")
    body.get_by_role("button", name="Pakai bunyi ini").click()
    lead.server.until_saved(NAME, "menurut keduanya")
    body.get_by_text("Tidak ada bentrok").wait_for()


def test_history_undoes_one_step_and_compares_versions(start):
    lead = start(TAHAP_3).lead(NAME)
    body = panel(lead, "riwayat")
    body.get_by_label("Beri nama keadaan sekarang").fill("Hari pertama")
    body.get_by_role("button", name="Simpan").click()
    body.locator("section b", has_text="Hari pertama").wait_for()
    lead.page.locator("[data-papan-pohon]").focus()
    lead.walk("Meningkatnya mutu layanan puskesmas")
    lead.new("Tab", "Tersedianya obat esensial")
    lead.walk("Meningkatnya kompetensi tenaga kesehatan")
    lead.press("F2", "End")
    lead.write(" puskesmas")
    lead.press("Enter")
    lead.server.until_saved(NAME, "tenaga kesehatan puskesmas", "Tersedianya obat esensial")
    body.get_by_label("Dari").select_option(label="Hari pertama")
    body.get_by_role("button", name="Bandingkan", exact=True).click()
    body.get_by_text("2 kondisi berbeda").wait_for()
    assert body.locator("ins", has_text="puskesmas").count() == 1
    lead.page.wait_for_selector(".banding.baru, .tanda.baru")
    lead.picture("panel-riwayat")
    body.get_by_role("button", name="Selesai membandingkan").click()
    lead.page.wait_for_selector(".banding", state="detached")
    step = body.locator("li.langkah", has_text="obat esensial").first
    step.get_by_role("button", name="Urungkan").click()
    lead.until(lambda: "obat esensial" not in lead.server.text(NAME))
    assert "tenaga kesehatan puskesmas" in lead.server.text(NAME)


@pytest.mark.parametrize(("size", "look"), [("1920", "terang"), ("1366", "gelap")])
def test_two_versions_compared_on_the_canvas(start, size, look):
    lead = start(TAHAP_3, size=SIZES[size]).lead(NAME)
    lead.walk("Meningkatnya mutu layanan puskesmas")
    lead.new("Tab", "Tersedianya obat esensial")
    lead.new("Tab", "Terpenuhinya standar gudang obat")
    lead.new("Enter", "Terlatihnya petugas gudang obat")
    body = panel(lead, "riwayat")
    body.get_by_label("Beri nama keadaan sekarang").fill("Awal")
    body.get_by_role("button", name="Simpan").click()
    body.locator("section b", has_text="Awal").wait_for()
    lead.page.locator("[data-papan-pohon]").focus()
    lead.walk("Terlatihnya petugas gudang obat")
    lead.press("Control+x")
    lead.walk("Meningkatnya kompetensi tenaga kesehatan")
    lead.press("Control+v")
    lead.until(lambda: lead.focused().startswith("1.1.1.2 "))
    lead.walk("Tersedianya obat esensial")
    lead.press("Delete")
    lead.walk("Meningkatnya derajat")
    lead.new("Tab", "Menguatnya perilaku hidup bersih")
    lead.walk("Terlaksananya pelatihan")
    lead.press("F2", "End")
    lead.write(" dasar")
    lead.press("Enter")
    body.get_by_label("Dari").select_option(label="Awal")
    body.get_by_role("button", name="Bandingkan", exact=True).click()
    lead.page.wait_for_selector(".hantu")
    if look == "gelap":
        lead.page.get_by_role("button", name="Tampilan gelap").click()
    ghosts = [one.get_attribute("aria-label") for one in lead.page.locator(".hantu").all()]
    assert ghosts == ["Dihapus: Tersedianya obat esensial", "Dihapus: Terpenuhinya standar gudang obat"]
    signs = {one.strip() for one in lead.page.locator(".kanvas .tanda text").all_text_contents()}
    assert {"+ Baru", "≠ Diubah", "→ Dipindah dari 1.1.2.2"} <= signs
    assert "× Dihapus, dulu 1.1.2" in signs
    places = lead.page.evaluate(
        "[...document.querySelectorAll('.hantu > rect, .kotak .bingkai')].map(one => one.getBoundingClientRect())"
        ".map(box => [box.left, box.top, box.right, box.bottom])"
    )
    for nth, one in enumerate(places):
        for other in places[:nth]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    lead.page.wait_for_selector(".asal-pindah", state="attached")
    lead.page.locator("[data-papan-pohon]").focus()
    lead.press("Control+0")
    lead.picture(f"banding-{size}-{look}")
    assert pale_texts(lead.page)[1] == []
    body.get_by_role("button", name="Selesai membandingkan").click()
    lead.page.wait_for_selector(".hantu", state="detached")
    lead.page.wait_for_selector(".banding", state="detached")


def test_the_timer_runs_for_all(start):
    lead = start(BENTROK).lead(NAME)
    share(lead)
    phone = join(start("", size=SIZES["390"], touch=True), "Siti")
    lead.page.get_by_role("button", name="Atur waktu").click()
    lead.page.get_by_label("Lama").fill("2:30")
    lead.page.get_by_label("Untuk apa").fill("Diskusi")
    lead.page.get_by_role("button", name="Mulai").click()
    phone.page.get_by_role("timer").wait_for()
    assert phone.page.get_by_role("timer").inner_text().replace("\n", " ").startswith("Diskusi 2:")
    lead.page.get_by_role("button", name="Ubah waktu").click()
    lead.page.get_by_role("button", name="Hentikan").click()
    phone.page.get_by_role("timer").wait_for(state="detached")


def test_members_and_what_they_do(start):
    lead = start(BENTROK).lead(NAME)
    share(lead)
    other = join(start("", size=SIZES["1366"]), "Budi Santoso")
    other.page.wait_for_selector("[data-papan-pohon]")
    body = panel(lead, "peserta")
    body.get_by_text("Budi Santoso").wait_for()
    body.get_by_text("2 orang hadir").wait_for()
    assert other.page.get_by_role("button", name="Kotak baru").count() == 0
    body.get_by_label("Peserta boleh mengubah pohon").check()
    panel(other, "simpul").get_by_label("Kalimat").wait_for()
    other.until(lambda: other.page.locator("#panel-samping").get_by_label("Kalimat").is_editable())
