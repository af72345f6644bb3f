"""The list of programs as the page sends it: what the page does not show stays in the file."""

from dataclasses import replace

from pohon.board.fields import file_value
from pohon.forms.tree_file import parse

TREE = parse("""\
versi: 1
judul: Pohon
instansi: Dinas
profil: balangan
tahap: 5
pohon:
  - outcome: Meningkatnya mutu jalan
program:
  - kode: 1.03.10
    nama: Program Penyelenggaraan Jalan
    anggaran: "100.000"
    sumber_dana: APBD
    pagu_indikatif: {2026: "110.000"}
    kegiatan:
      - kode: 1.03.10.2.01
        nama: Penyelenggaraan Jalan Kabupaten
        sub_kegiatan: [{kode: 1.03.10.2.01.0001, nama: Pembangunan Jalan, pagu: "100.000", pagu_indikatif: {2026: "110.000"}}]
""")
LISTED = [
    {
        "kode": "1.03.10", "nama": "Program Penyelenggaraan Jalan", "anggaran": "120.000",
        "kegiatan": [
            {
                "kode": "1.03.10.2.01", "nama": "Penyelenggaraan Jalan Kabupaten",
                "sub_kegiatan": [{"kode": "1.03.10.2.01.0001", "nama": "Pembangunan Jalan", "pagu": "120.000"}],
            }
        ],
    }
]  # fmt: skip


def test_what_the_list_does_not_show_stays():
    _, (program,) = file_value(TREE, "program", LISTED)
    (before,) = TREE.program
    assert ("120.000", "APBD", before.pagu_indikatif) == (program.anggaran, program.sumber_dana, program.pagu_indikatif)
    assert 110_000 == program.isi[0].isi[0].rupiah_of(2026)


def test_a_row_that_got_another_code_is_another_row():
    sent = [{"kode": "1.03.11", "nama": "Program Lain"}]
    _, (program,) = file_value(TREE, "program", sent)
    assert replace(program, kode="", nama="") == replace(
        TREE.program[0], kode="", nama="", anggaran="", sumber_dana="", pagu_indikatif=(), isi=()
    )
