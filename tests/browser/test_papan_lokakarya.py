"""A whole workshop, stages 1 to 5, by keyboard only: the corrected tree of Balangan is built from nothing."""

import re
from pathlib import Path

import pytest

from pohon import api
from pohon.model.node import Kind

from .papan import Person, Server

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("board_page")]

MODEL = api.load(Path(__file__).parents[2] / "trees" / "pohon-disdukcapil-balangan-perbaikan.pohon.yaml").tree
LEVELS = {
    Kind.OUTCOME: "Outcome", Kind.CSF: "CSF", Kind.UTAMA: "Kondisi antara utama", Kind.ANTARA: "Kondisi antara",
    Kind.OPERASIONAL: "Kondisi operasional",
}  # fmt: skip


class Facilitator(Person):
    """Leads the workshop; knows nothing but keys."""

    def begin(self):
        """Home: a new tree."""
        self.page.goto(self.server.link)
        self.page.get_by_role("button", name="Pohon baru").wait_for()
        self.tab_to("Pohon baru")
        self.press("Enter")
        self.page.get_by_role("dialog", name="Pohon baru").wait_for()
        self.fill("Instansi", MODEL.instansi)
        self.fill("Pemerintah daerah", MODEL.pemerintah)
        self.tab_to("Judul")
        self.tab_to("Profil")
        self.write(MODEL.profile.judul[:26])
        self.fill("Periode", str(MODEL.periode))
        self.picture("lokakarya-0-baru")
        self.press("Enter")
        self.page.wait_for_selector(".kotak:not(.semu)")
        self.at_tree()

    def grow(self, key, deepest):
        """Write what hangs below a node, depth first, down to a kind."""
        before = ""
        for child in MODEL.children(MODEL.find(key)):
            if child.kind.rank > deepest.rank:
                continue
            self.walk(before or MODEL.find(key).statement)
            self.new("Enter" if before else "Tab", child.statement)
            self.level(child)
            before = child.statement
            self.grow(child.key, deepest)

    def level(self, node):
        """Give the new box the kind it has in the model where the board has guessed another."""
        wanted = LEVELS[node.kind]
        for _ in range(4):
            now = self.focused().split(": ")[0].split(" ", 1)[1]
            if now == wanted:
                return
            up = list(LEVELS.values()).index(now) > list(LEVELS.values()).index(wanted)
            self.press("Control+Shift+ArrowUp" if up else "Control+Shift+ArrowDown")
            self.until(lambda now=now: f" {now}: " not in self.focused())
        raise AssertionError(self.focused())

    def close_stage(self, number):
        """Guide: close the stage; what is missing is said."""
        self.panel(1, "Panduan tahap")
        self.page.get_by_text(f"Menutup tahap {number}").wait_for()
        self.picture(f"lokakarya-{number}-panduan")
        self.tab_to(f"Tutup tahap {number}")
        self.press("Enter")

    def paste(self, rows):
        """Paste cells as they come from a spreadsheet."""
        text = "\n".join("\t".join(cells) for cells in rows)
        self.page.evaluate("text => navigator.clipboard.writeText(text)", text)
        self.press("Control+v")

    def until_clean(self):
        """Wait until everything is sent, judged and without an error; a paste is hundreds of operations."""
        self.until(lambda: re.search(r"(?<!\d)0 galat", self.status()) and "Tersimpan" in self.status(), seconds=120)

    def leave_panel(self):
        self.press("Escape")
        self.at_tree()

    def answer(self, name, text):
        self.fill(name, text)
        self.press("Control+Enter")


@pytest.fixture
def lead(chromium, tmp_path):
    server = Server(tmp_path).start()
    one = Facilitator(chromium, server, size=(1920, 1080))
    one.context.grant_permissions(["clipboard-read", "clipboard-write"])
    yield one
    one.picture("lokakarya-akhir")
    one.close()
    server.stop()


def test_a_workshop_by_keyboard_only(lead):
    lead.begin()
    name = next(path.name for path in lead.server.folder.glob("*.pohon.yaml"))
    outcome = MODEL.find(MODEL.roots[0])
    first_stage(lead, outcome)
    second_stage(lead, outcome)
    third_stage(lead, outcome)
    fourth_stage(lead)
    fifth_stage(lead)
    lead.until(lambda: "Tersimpan" in lead.status(), seconds=20)
    made = api.load(lead.server.folder / name).tree
    assert [(node.kind, node.statement) for node in made.nodes.values()] == [
        (node.kind, node.statement) for node in MODEL.nodes.values()
    ]
    assert made.tahap == 5
    assert [one.nama for node in made.nodes.values() for one in node.indikator] == [
        one.nama for node in MODEL.nodes.values() for one in node.indikator
    ]
    names = [one.nama for one in MODEL.positions.values()]
    assert sorted(one.nama for one in made.positions.values()) == sorted(names)
    assert all(node.komponen and node.jabatan for node in made.nodes.values())


def first_stage(lead, outcome):
    lead.write(outcome.statement)
    lead.press("Enter")
    lead.until(lambda: outcome.statement in lead.focused())
    assert lead.page.get_by_text("Indikator", exact=True).count() == 0
    lead.panel(3, "Rincian")
    lead.answer("Mandat", outcome.dasar.mandat)
    lead.answer("Permasalahan", outcome.dasar.permasalahan)
    lead.answer("Harapan", outcome.dasar.harapan)
    lead.leave_panel()
    lead.close_stage(1)
    lead.page.get_by_text("Menutup tahap 2").wait_for()
    lead.leave_panel()


def second_stage(lead, outcome):
    lead.grow(outcome.key, Kind.CSF)
    for csf in MODEL.children(outcome):
        lead.walk(csf.statement)
        lead.panel(3, "Rincian")
        lead.answer("Isu", csf.isu)
        lead.tab_to("Waktu isunya")
        lead.write("masa k" if csf.waktu == "kini" else "masa d")
        lead.fill("Data atau bukti", "\n".join(csf.bukti))
        lead.press("Shift+Tab")
        lead.leave_panel()
    lead.close_stage(2)
    lead.page.get_by_text("Menutup tahap 3").wait_for()
    lead.leave_panel()


def third_stage(lead, outcome):
    for csf in MODEL.children(outcome):
        lead.grow(csf.key, Kind.OPERASIONAL)
    lead.press("Control+0")
    lead.page.wait_for_timeout(400)
    lead.picture("lokakarya-3-pohon")
    for node in MODEL.nodes.values():
        for partner in node.crosscutting:
            lead.walk(node.statement)
            lead.panel(3, "Rincian")
            lead.fill("Tambah mitra", partner.mitra)
            lead.press("Enter")
            lead.page.locator("summary", has_text=partner.mitra).wait_for()
            lead.tab_to(partner.mitra, key="Shift+Tab")
            lead.press("Enter")
            lead.answer("Peran mitra", partner.peran)
            lead.answer("Yang disumbangkan", partner.kontribusi)
            lead.leave_panel()
    lead.close_stage(3)
    lead.page.get_by_text("Menutup tahap 4").wait_for(timeout=10_000)
    lead.leave_panel()


def fourth_stage(lead):
    """The first row is typed, the rest is pasted as from Excel."""
    lead.press("Alt+9")
    lead.page.get_by_role("heading", name="Indikator kinerja", exact=True).wait_for()
    lead.page.wait_for_selector("[role=grid]:focus")
    first, *rest = [row(node.indikator[0]) for node in MODEL.nodes.values()]
    for value in first:
        if value in {"naik", "ya"}:
            lead.press(value[0])
        elif value:
            lead.write(value)
        lead.press("Tab")
    lead.press("Home")
    lead.paste(rest)
    lead.page.get_by_text("41 dari 41 kondisi sudah berindikator").wait_for()
    lead.picture("lokakarya-4-indikator")
    lead.press("Escape")
    lead.at_tree()
    lead.until_clean()
    lead.close_stage(4)
    lead.page.get_by_text("Menutup tahap 5").wait_for()
    lead.leave_panel()


def row(one):
    targets = [target.nilai for target in one.target]
    return [one.nama, one.satuan, one.rumus, one.sumber, one.arah.value, "ya" if one.iku else "", one.awal, *targets]


def fifth_stage(lead):
    lead.press("Alt+0")
    lead.page.get_by_role("heading", name="Pemetaan ke komponen dan jabatan", exact=True).wait_for()
    lead.page.wait_for_selector("[role=grid]:focus")
    positions(lead)
    programs(lead)
    lead.tab_to("Tabel pemetaan. Panah")
    lead.press("Control+Home")
    named = {key: one.nama for key, one in MODEL.positions.items()}
    lead.paste(
        [node.komponen, "; ".join(named[key] for key in node.jabatan), ", ".join(node.program)]
        for node in MODEL.nodes.values()
    )
    lead.page.get_by_text("41 dari 41 kondisi sudah dipetakan").wait_for()
    lead.picture("lokakarya-5-pemetaan")
    lead.press("Escape")
    lead.at_tree()
    lead.press("Control+0")
    lead.page.wait_for_timeout(500)
    lead.picture("lokakarya-5-pohon")
    lead.until_clean()
    lead.close_stage(5)
    lead.page.get_by_text("Tahap 5 ditutup").wait_for()


def positions(lead):
    lead.tab_to("Jabatan", key="Shift+Tab")
    lead.press("Enter")
    lead.page.get_by_role("dialog", name="Daftar jabatan").wait_for()
    levels = {"jpt-pratama": "JPT P", "administrator": "Adm", "jf": "Jab", "pelaksana": "Pel"}
    pending = [(one, "") for one in MODEL.jabatan]
    while pending:
        one, above = pending.pop(0)
        lead.fill("Nama jabatan", one.nama)
        lead.tab_to("Jenjang")
        lead.write(levels[one.jenjang.value])
        if above:
            lead.tab_to("Atasan")
            lead.write(above)
        lead.tab_to("Tambah")
        lead.press("Enter")
        lead.page.locator("dialog li", has_text=one.nama).first.wait_for()
        pending += [(below, one.nama) for below in one.bawahan]
    lead.picture("lokakarya-5-jabatan")
    lead.press("Escape")


def programs(lead):
    lead.tab_to("Program")
    lead.press("Enter")
    lead.page.get_by_role("dialog", name="Program, kegiatan, dan sub kegiatan").wait_for()
    lead.tab_to("Ubah daftar")
    lead.press("Enter")
    lead.tab_to("Satu baris tiap program", key="Shift+Tab")
    lead.paste([[one.kode, one.nama, one.anggaran] for one in flat(MODEL.program)])
    lead.tab_to("Simpan")
    lead.press("Enter")
    lead.page.get_by_text("Ubah daftar").wait_for()
    lead.press("Escape")


def flat(rows):
    return [one for each in rows for one in (each, *flat(each.isi))]
