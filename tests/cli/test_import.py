"""`pohon import`: one command from a document to a tree file, and back into one that exists."""

import json
import subprocess
import sys

import pytest
import xlsxwriter

from pohon.forms.excel import as_xlsx
from pohon.forms.imports.reading import read_source
from pohon.forms.kinds import build
from pohon.forms.tree_file import parse
from pohon.forms.wanted import Wanted

RKT = (
    "RENCANA KINERJA TAHUNAN\nDINAS PERTANIAN\nKABUPATEN CONTOH\nTAHUN 2025\n\n"
    "No\tSasaran Strategis\tIndikator Kinerja\tSatuan\tTarget\n(1)\t(2)\t(3)\t(4)\t(5)\n"
    "1\tMeningkatnya produksi padi\t1. Jumlah produksi padi\tton\t6.800\n"
    "\t\t2. Produktivitas padi\tku/ha\t55,2\n"
)


def test_a_text_becomes_a_tree_file_with_one_command(pohon, write):
    path = write("rkt.txt", RKT)
    ran = pohon("import", path)
    assert (0, "") == (ran.code, ran.err)
    tree = parse((path.parent / "rkt.pohon.yaml").read_text(encoding="utf-8"))
    assert ("Dinas Pertanian", "Kabupaten Contoh", 2025) == (tree.instansi, tree.pemerintah, tree.tahun)
    (node,) = tree
    assert [("Jumlah produksi padi", "ton", "6.800"), ("Produktivitas padi", "ku/ha", "55,2")] == [
        (one.nama, one.satuan, one.target_of(2025)) for one in node.indikator
    ]
    assert "Sel berisi 18 = dipakai 18 + dicatat 0." in ran.out


def test_a_dry_run_shows_outline_count_and_notes_and_writes_nothing(pohon, write):
    path = write("rkt.txt", RKT)
    ran = pohon("import", path, "--dry-run")
    assert 0 == ran.code
    assert "[CSF] Meningkatnya produksi padi" in ran.out
    assert "Sel berisi" in ran.out
    assert [path] == list(path.parent.iterdir())


def test_an_existing_tree_is_only_replaced_with_force(pohon, write):
    path, target = write("rkt.txt", RKT), write("rkt.pohon.yaml", "lama")
    ran = pohon("import", path, "-o", target)
    assert 2 == ran.code
    assert "sudah ada" in ran.err
    assert "lama" == target.read_text(encoding="utf-8")
    assert 0 == pohon("import", path, "-o", target, "--force").code


def test_doubts_stand_as_comments_beside_their_nodes_and_the_file_still_reads(pohon, write):
    text = (
        "CSF (bahasa kondisi)\tKondisi yang diperlukan\tketerangan\n"
        "Meningkatnya mutu jalan\tMeningkatnya pemeliharaan jalan\tkondisi antara Utama\n"
        "Terlaksananya tambal sulam\tkondisi operasional\t\n"
    )
    path = write("tahap3.txt", text)
    assert 0 == pohon("import", path).code
    lines = (path.parent / "tahap3.pohon.yaml").read_text(encoding="utf-8").splitlines()
    at = next(
        number for number, line in enumerate(lines) if "tambal sulam" in line and not line.lstrip().startswith("#")
    )
    assert lines[at - 1].lstrip().startswith("# impor: baris 3:")
    assert "kolom" in lines[at - 1]
    parse("\n".join(lines))


def test_hostile_cells_stay_text_in_tree_comments_and_reports(pohon, write):
    nasty = 'Meningkatnya <script>alert("x")</script> [b]tebal[/b] {a: 1} # bukan komentar ]]> \u202eabc \U0001f600'
    text = f"Sasaran\tIndikator\tLain\n{nasty}\t=1+1\t@SUM(A1)\n"
    path = write("jahat.txt", text)
    ran = pohon("import", path, "--report", path.parent / "catatan.xlsx")
    assert 0 == ran.code, ran.err
    tree = parse((path.parent / "jahat.pohon.yaml").read_text(encoding="utf-8"))
    (node,) = tree
    assert "[b]tebal[/b] {a: 1} # bukan komentar ]]>" in node.statement
    assert "=1+1" == node.indikator[0].nama
    assert (path.parent / "catatan.xlsx").stat().st_size > 0


@pytest.mark.parametrize("ending", ["xlsx", "csv", "md", "html"])
def test_the_report_lists_every_note(pohon, write, ending):
    path = write("rkt.txt", RKT.replace("Satuan", "Ukuran Aneh").replace("1\tMeningkatnya", "Meningkatnya\tx"))
    ran = pohon("import", path, "--report", path.parent / f"catatan.{ending}")
    assert 0 == ran.code, ran.err
    assert (path.parent / f"catatan.{ending}").stat().st_size > 0


def test_a_report_of_another_kind_is_refused(pohon, write):
    path = write("rkt.txt", RKT)
    ran = pohon("import", path, "--report", path.parent / "catatan.pdf")
    assert 2 == ran.code
    assert ".xlsx" in ran.err


def test_an_unknown_column_is_named_and_its_meaning_is_remembered(pohon, write):
    text = RKT.replace("Sasaran Strategis", "Cita-cita Kantor")
    path = write("a.txt", text)
    write("pohon.toml", '[lint]\nfail_on = "galat"\n')
    told = pohon("import", path, "--dry-run")
    assert '--map "Cita-cita Kantor=arti"' in told.out + told.err or "tidak ada pohon" in told.err
    ran = pohon("import", path, "--map", "Cita-cita Kantor=csf")
    assert 0 == ran.code, ran.err
    settings = (path.parent / "pohon.toml").read_text(encoding="utf-8")
    assert '"Cita-cita Kantor" = "csf"' in settings
    assert 'fail_on = "galat"' in settings
    again = pohon("import", path, "--force")
    assert 0 == again.code
    assert 1 == len(parse((path.parent / "a.pohon.yaml").read_text(encoding="utf-8")))


def test_a_meaning_that_does_not_exist_is_told_with_a_guess(pohon, write):
    ran = pohon("import", write("a.txt", RKT), "--map", "Sasaran=indikatr")
    assert 2 == ran.code
    assert "Maksud Anda indikator?" in ran.err
    ran = pohon("import", write("a.txt", RKT), "--map", "Sasaran")
    assert 2 == ran.code
    assert "JUDUL KOLOM=arti" in ran.err


TREE = """versi: 1
judul: Uji
instansi: Dinas Uji
profil: balangan
tahap: 4
# komentar yang tetap
pohon:
  - outcome: Meningkatnya derajat kesehatan ibu
    id: o1
    indikator:
      - nama: Angka kematian ibu   # tetap di sini
        satuan: per 100.000
    sebab:
      - csf: Meningkatnya mutu persalinan
        id: c1
        indikator: [Persentase persalinan di fasilitas]
"""


def sheet_of(write, folder_name="tahap4.xlsx"):
    tree = write("dinas.pohon.yaml", TREE)
    return tree, write(folder_name, as_xlsx(build(parse(TREE), "tahap4", Wanted())))


def test_into_shows_changes_and_writes_only_after_consent(pohon, write):
    import openpyxl

    tree, path = sheet_of(write)
    book = openpyxl.load_workbook(path)
    cell = next(c for row in book.worksheets[0].iter_rows() for c in row if c.value == "Meningkatnya mutu persalinan")
    cell.value = "Meningkatnya mutu layanan persalinan"
    book.save(path)
    ran = pohon("import", path, "--into", tree, "--dry-run")
    assert (0, True) == (ran.code, "1 perubahan" in ran.out)
    ran = pohon("import", path, "--into", tree)
    assert 2 == ran.code
    assert "--ya" in ran.err
    assert TREE == tree.read_text(encoding="utf-8")
    ran = pohon("import", path, "--into", tree, "--ya")
    assert 0 == ran.code
    assert TREE.replace("mutu persalinan", "mutu layanan persalinan") == tree.read_text(encoding="utf-8")


def test_into_an_untouched_sheet_says_no_change_and_keeps_every_byte(pohon, write):
    tree, path = sheet_of(write)
    ran = pohon("import", path, "--into", tree, "--ya")
    assert 0 == ran.code
    assert "0 perubahan" in ran.out
    assert TREE.encode() == tree.read_bytes()


def test_hostile_files_end_with_one_sentence_and_code_2(pohon, write):
    for name, data in (
        ("a.docx", b"PK\x03\x04rusak"),
        ("b.xlsx", b"bukan zip"),
        ("c.txt", b"\x00\x01" * 500),
        ("d.exe", b"MZ"),
    ):
        ran = pohon("import", write(name, data))
        assert 2 == ran.code
        assert name in ran.err
        assert "Traceback" not in ran.err
        assert 1 == len(ran.err.strip().splitlines())


def test_a_workbook_imports_in_a_process_of_its_own(write):
    path = write("a.xlsx", b"")
    book = xlsxwriter.Workbook(path)
    book.add_worksheet().write_row(0, 0, ["Sasaran", "Indikator"])
    book.worksheets()[0].write_row(1, 0, ["Meningkatnya mutu", "Nilai mutu"])
    book.close()
    done = subprocess.run(
        [sys.executable, "-m", "pohon", "import", str(path)], capture_output=True, text=True, check=False
    )
    assert (0, "") == (done.returncode, done.stderr)
    assert (path.parent / "a.pohon.yaml").exists()


def test_what_the_child_process_says_is_json_that_the_parent_reads(tmp_path):
    path = tmp_path / "a.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("L").write(0, 0, "Sasaran — “uji” \U0001f600")
    book.close()
    done = subprocess.run(
        [sys.executable, "-m", "pohon.forms.child", "xlsx", str(path)], capture_output=True, check=True
    )
    assert json.loads(done.stdout)["items"]
    assert "Sasaran — “uji” \U0001f600" == read_source(path).items[0].text


def test_into_names_what_is_gone_and_takes_it_out_only_when_asked(pohon, write):
    tree = write(
        "dinas.pohon.yaml",
        "versi: 1\njudul: Uji\ninstansi: Dinas Uji\nprofil: balangan\ntahap: 3\npohon:\n"
        "  # keputusan rapat\n  - csf: Meningkatnya mutu benih padi\n  - csf: Menurunnya serangan hama wereng\n",
    )
    path = write(
        "tahap.txt",
        "Tahap 3\nCSF dalam bahasa kondisi\tKondisi yang diperlukan\tketerangan\n"
        "Meningkatnya mutu benih padi\tMeningkatnya luas penangkaran\tkondisi antara utama\n",
    )
    ran = pohon("import", path, "--into", tree, "--ya")
    assert 0 == ran.code
    assert "tidak ada di dokumen" in ran.out
    assert "--hapus" in ran.out
    assert "wereng" in tree.read_text(encoding="utf-8")
    ran = pohon("import", path, "--into", tree, "--ya", "--hapus")
    assert "dihapus" in ran.out
    text = tree.read_text(encoding="utf-8")
    assert "wereng" not in text
    assert "# keputusan rapat" in text
    assert "Meningkatnya luas penangkaran" in text
