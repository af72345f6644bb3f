"""What the tests of panels and pages share: small trees, and hands for grids and panels."""

from contextlib import contextmanager

from .papan import Person, Server

NAME = "contoh.pohon.yaml"
TAHAP_4 = """\
versi: 1
judul: Pohon Kinerja Dinas Contoh
instansi: Dinas Contoh
profil: balangan
tahap: 4
periode: 2025-2027

pohon:
  # Catatan tangan ini harus tetap ada.
  - outcome: Meningkatnya derajat kesehatan masyarakat
    id: o1
    dasar:
      harapan: Masyarakat mengharapkan layanan yang dekat dan bermutu
    sebab:
      - csf: Meningkatnya mutu layanan puskesmas
        id: c1
        isu: Masih rendahnya mutu layanan puskesmas
        sebab:
          - utama: Meningkatnya kompetensi tenaga kesehatan
            id: u1
            sebab:
              - antara: Meningkatnya tenaga kesehatan yang tersertifikasi
                id: a1
                sebab:
                  - operasional: Terlaksananya pelatihan tenaga kesehatan
                    id: p1
"""
TAHAP_3 = TAHAP_4.replace("tahap: 4", "tahap: 3")
TAHAP_5 = (
    TAHAP_4.replace("tahap: 4", "tahap: 5")
    + """
jabatan:
  - id: kadis
    nama: Kepala Dinas
    jenjang: jpt-pratama
    bawahan:
      - id: kabid
        nama: Kepala Bidang Pelayanan Kesehatan
        jenjang: administrator
        bawahan:
          - {id: jf, nama: Administrator Kesehatan Ahli Muda, jenjang: jf}
"""
)
TABEL_EXCEL = """\
<html><body><!--StartFragment--><table>
<tr><td>Angka harapan hidup</td><td>Tahun</td><td>Menurut metode BPS</td><td>BPS</td><td>naik</td><td>ya</td><td>70,1</td><td>71</td><td>71,5</td><td>72</td></tr>
<tr><td>Indeks mutu layanan puskesmas</td><td>Nilai</td><td>Rata-rata nilai puskesmas</td><td>Survei</td><td>naik</td><td></td><td>3,1</td><td>3,2</td><td>3,3</td><td>3,4</td></tr>
</table><!--EndFragment--></body></html>
"""


@contextmanager
def starting(browser, folder):
    """Give a function that starts a board on a tree and answers somebody at it; all ends well or the test fails."""
    people, servers = [], []

    def start(text, **more):
        if not servers:
            (folder / NAME).write_text(text, encoding="utf-8")
            servers.append(Server(folder).start())
        people.append(Person(browser, servers[0], **more))
        return people[-1]

    try:
        yield start
        for one in people:
            one.close()
    finally:
        for server in servers:
            server.stop()


def paste(person, text="", html=""):
    """Paste into what has the focus, as Ctrl+V does with this clipboard."""
    person.page.evaluate(
        "([text, html]) => { const data = new DataTransfer(); if (text) data.setData('text/plain', text);"
        " if (html) data.setData('text/html', html);"
        " document.activeElement.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})); }",
        [text, html],
    )


def copied(person):
    """What Ctrl+C gives."""
    return person.page.evaluate(
        "() => { const data = new DataTransfer(); document.activeElement.dispatchEvent(new ClipboardEvent('copy',"
        " {clipboardData: data, bubbles: true, cancelable: true})); return data.getData('text/plain'); }"
    )


def panel(person, name):
    """Open a panel at the side by its tab, and answer it."""
    tab = person.page.locator(f"#panel-samping-{name}")
    tab.wait_for()
    if tab.get_attribute("aria-selected") != "true":
        tab.click()
    body = person.page.locator("#panel-samping")
    body.wait_for()
    return body


def sheet(person, key):
    """Open a wide sheet by its key, and answer its grid with the keyboard in it."""
    person.press(key)
    grid = person.page.get_by_role("grid")
    grid.wait_for()
    person.page.wait_for_selector("[role=grid]:focus")
    return grid


def cell(person):
    """What the cell under the cursor says."""
    return person.page.evaluate(
        "document.getElementById(document.querySelector('[role=grid]').getAttribute('aria-activedescendant')).textContent.trim()"
    )
