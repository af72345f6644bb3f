"""`pohon form`: files by their ending, one position or all, what is missing, and nothing half written."""

import pytest

from tests.trees.reading import TREES

REPAIRED, PK = (
    TREES / "pohon-disdukcapil-balangan-perbaikan.pohon.yaml",
    TREES / "pk-disdukcapil-luwu-timur-2024.pohon.yaml",
)
STAGE_3 = "versi: 1\njudul: Uji\ninstansi: Dinas Uji\nprofil: balangan\ntahap: 3\npohon:\n  - outcome: Sehatnya ibu\n"


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "md", "html"])
def test_a_form_is_written_by_the_ending_of_its_name(pohon, tmp_path, ending):
    out = tmp_path / f"pk.{ending}"
    ran = pohon("form", PK, "pk", "-o", out)
    assert (0, f"{out.as_posix()}\n", "") == tuple(ran)
    assert out.stat().st_size > 500


def test_missing_fields_are_listed_with_their_places_and_count_when_strict(pohon, tmp_path):
    args = ("form", REPAIRED, "pk", "--tahun", "2025", "-o", tmp_path / "pk.docx")
    ran = pohon(*args)
    assert 0 == ran.code
    assert "belum diisi: tempat dan tanggal – kunci dokumen.perjanjian_kinerja.tempat" in ran.err
    assert "belum diisi: Lampiran 2, kolom Relevansi – simpul 1 indikator 1 relevansi (baris 28)" in ran.err
    assert 1 == pohon(*args, "--strict", "--force").code


def test_a_complete_form_is_clean_when_strict(pohon, tmp_path):
    assert (0, "") == (pohon("form", PK, "pk", "--strict", "-o", tmp_path / "pk.md").code, "")


def test_all_positions_give_one_file_each(pohon, tmp_path):
    ran = pohon("form", REPAIRED, "skp", "--semua", "--tahun", "2025", "-o", tmp_path / "skp.xlsx")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert (0, 25) == (ran.code, len(names))
    assert "skp-kadis.xlsx" in names


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("rkt", "-o", "a.odt"), ".odt tidak dikenal"),
        (("rkx", "-o", "a.docx"), "Maksud Anda rkt?"),
        (("pk", "--jabatan", "kadiss", "-o", "a.docx"), "Maksud Anda kadis?"),
        (("rkt", "--semua", "-o", "a.docx"), "hanya untuk pk, iki, skp"),
        (("pk", "--semua", "--jabatan", "kadis", "-o", "a.docx"), "pilih salah satu"),
        (("pk", "--template", "tidak-ada.docx", "-o", "a.docx"), "berkas tidak ditemukan"),
        (("pk", "--template", str(PK), "-o", "a.docx"), "ini bukan dokumen Word"),
        (("pk", "-o", "tidak/ada/a.docx"), "tidak dapat ditulis"),
    ],
)
def test_wrong_wishes_get_one_sentence_and_no_file(pohon, tmp_path, monkeypatch, args, said):
    monkeypatch.chdir(tmp_path)
    ran = pohon("form", PK, *args)
    assert 2 == ran.code
    assert said in ran.err
    assert [] == list(tmp_path.iterdir())


def test_a_tree_of_an_early_stage_is_told_what_it_can_give(pohon, write, tmp_path):
    ran = pohon("form", write("a.pohon.yaml", STAGE_3), "pk", "-o", tmp_path / "pk.docx")
    assert 2 == ran.code
    assert "memerlukan pohon tahap 5" in ran.err
    assert not (tmp_path / "pk.docx").exists()


def test_an_existing_file_is_kept_and_none_of_many_is_written(pohon, tmp_path):
    (tmp_path / "pk-kadis.docx").write_text("milik saya", encoding="utf-8")
    ran = pohon("form", REPAIRED, "pk", "--semua", "--tahun", "2025", "-o", tmp_path / "pk.docx")
    assert 2 == ran.code
    assert "berkas sudah ada" in ran.err
    assert ["pk-kadis.docx"] == [path.name for path in tmp_path.iterdir()]
    assert "milik saya" == (tmp_path / "pk-kadis.docx").read_text(encoding="utf-8")


def test_a_folder_without_permission_is_told(pohon, tmp_path, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.open", refuse)
    ran = pohon("form", PK, "rkt", "-o", tmp_path / "rkt.md")
    assert 2 == ran.code
    assert "tidak dapat ditulis" in ran.err


def test_a_cell_too_long_for_excel_is_refused_and_word_takes_it(pohon, write, tmp_path):
    told = "    indikator:\n      - nama: Angka\n        penjelasan_target: " + "x" * 33_000
    tree = write("a.pohon.yaml", STAGE_3.replace("tahap: 3", "tahap: 5") + told)
    ran = pohon("form", tree, "pk", "-o", tmp_path / "a.xlsx")
    assert 2 == ran.code
    assert "32.767" in ran.err
    assert not (tmp_path / "a.xlsx").exists()
    assert 0 == pohon("form", tree, "pk", "-o", tmp_path / "a.docx").code


def test_totals_and_words_are_options(pohon, tmp_path):
    pohon("form", PK, "pk", "--jumlah", "--terbilang", "-o", tmp_path / "pk.md")
    text = (tmp_path / "pk.md").read_text(encoding="utf-8")
    assert "Rp7.042.932.613,-" in text
    assert "tiga belas rupiah" in text
