"""The facilitator's questions on the command line, and answers that go into the file."""

import json

import pytest

from pohon.cli import _console
from pohon.forms.tree_file import parse
from pohon.rules._questions import ask, templates
from tests.build import complete

TREE = complete(
    """\
# catatan pembuat
pohon:
  - outcome: Menurunnya angka kematian ibu   # tetap
    sebab:
      - csf: Meningkatnya mutu {kalimat} persalinan
        isu: Masih rendahnya mutu pelayanan persalinan
        sebab:
          - utama: Meningkatnya kompetensi bidan
            id: bidan
          - utama: Tersedianya alat persalinan
      - csf: Meningkatnya cakupan pemeriksaan ibu hamil
        isu: Baru 62 persen ibu hamil diperiksa
        waktu: depan
        sebab:
          - ref: bidan
""",
    tahap=3,
)


@pytest.fixture
def path(write):
    return write("a.pohon.yaml", TREE)


def listed(ran):
    return json.loads(ran.out)["questions"]


def by_code(rows, code):
    return [row["number"] for row in rows if row["code"] == code]


def test_open_questions_are_listed_by_stage(pohon, path):
    ran = pohon("tanya", path, "--tahap", "2")
    lines = ran.out.splitlines()
    assert (ran.code, ran.err) == (0, "")
    assert lines[0] == f"{path.as_posix()}: 10 pertanyaan sampai tahap 2, 10 belum dijawab."
    assert [line for line in lines if line.startswith("Tahap")] == ["Tahap 1", "Tahap 2"]
    assert "  1.1  SEB02  tanpa-bukti (empiris)" in lines


def test_every_edge_is_asked_if_then_support_edges_too(pohon, path):
    rows = [row for row in listed(pohon("tanya", path, "--format", "json")) if row["code"].startswith("SEB01")]
    assert [(row["code"], row["number"], row["effect"]) for row in rows] == [
        ("SEB01", "1.1", "1"),
        ("SEB01", "1.1.1", "1.1"),
        ("SEB01_1.2", "1.1.1", "1.2"),
        ("SEB01", "1.1.2", "1.1"),
        ("SEB01", "1.2", "1"),
    ]
    assert rows[1]["text"].startswith(
        "Jika “Meningkatnya kompetensi bidan”, maka “Meningkatnya mutu {kalimat} persalinan”?"
    )


def test_questions_are_asked_only_where_they_make_sense(pohon, path):
    rows = listed(pohon("tanya", path, "--format", "json"))
    assert by_code(rows, "SEB02") == ["1", "1.1"]  # 1.2 gives a number
    assert by_code(rows, "SEB09") == []  # 1.2 looks ahead
    assert by_code(rows, "TNY38") == ["1", "1.1"]  # several causes
    assert by_code(rows, "TNY35") == ["1.1", "1.2"]
    assert {row["stage"] for row in rows} == {1, 2, 3}


def test_an_answer_goes_into_the_file_and_nothing_else_changes(pohon, path):
    ran = pohon("tanya", path, "--jawab", "1.1", "SEB01", "Ya: kajian 2023, halaman 4 # penting")
    assert (ran.code, ran.out) == (0, f"{path.as_posix()}: jawaban SEB01 untuk simpul 1.1 disimpan.\n")
    text = path.read_text(encoding="utf-8")
    added = [line for line in text.splitlines() if line not in TREE.splitlines()]
    assert [line.strip() for line in added] == ["jawab:", 'SEB01: "Ya: kajian 2023, halaman 4 # penting"']
    assert [line for line in text.splitlines() if line not in added] == TREE.splitlines()
    assert parse(text).find("1.1").jawab == (("SEB01", "Ya: kajian 2023, halaman 4 # penting"),)


def test_an_answered_question_is_no_longer_open_and_an_empty_answer_opens_it_again(pohon, path):
    pohon("tanya", path, "--jawab", "bidan", "seb01_1.2", "Ya")
    rows = listed(pohon("tanya", path, "--format", "json"))
    assert [row["answer"] for row in rows if row["code"] == "SEB01_1.2"] == ["Ya"]
    assert "SEB01_1.2" not in pohon("tanya", path).out
    shown = pohon("tanya", path, "--semua").out.splitlines()
    assert "      Jawab: Ya" in shown
    pohon("tanya", path, "--jawab", "bidan", "SEB01_1.2", "")
    assert path.read_text(encoding="utf-8") == TREE


@pytest.mark.parametrize(
    ("node", "code", "said"),
    [("9.9", "SEB01", "tidak ada simpul `9.9`"), ("1.1", "SEB09", "simpul 1.1 tidak ditanyai SEB09. Pertanyaan untuk")],
)
def test_an_answer_to_nothing_is_refused(pohon, path, node, code, said):
    ran = pohon("tanya", path, "--jawab", node, code, "Ya")
    assert (ran.code, said in ran.err, path.read_text(encoding="utf-8")) == (2, True, TREE)


def test_an_answer_needs_all_three_words(pohon, path):
    assert pohon("tanya", path, "--jawab", "1.1", "SEB01").code == 2


def test_text_of_a_tree_is_neither_markup_nor_terminal_control(pohon, write):
    path = write("a.pohon.yaml", TREE.replace("kompetensi bidan", "[bold]kompetensi[/] \u202ebidan"))
    out = pohon("tanya", path).out
    assert "[bold]kompetensi[/]" in out
    assert "\u202e" not in out


def test_questions_are_never_findings(pohon, path):
    codes = {template.code for template in templates()}
    rows = json.loads(pohon("lint", path, "--stage", "5", "--format", "json").out)["files"][0]["findings"]
    assert codes.isdisjoint(row["code"] for row in rows)


def test_on_a_terminal_questions_are_asked_one_by_one(pohon, path, monkeypatch):
    words = iter(["Forum perangkat daerah, Maret", "", "Ibu bersalin", "."])
    monkeypatch.setattr(_console, "interactive", lambda _stream: True)
    monkeypatch.setattr("builtins.input", lambda _prompt: next(words))
    ran = pohon("tanya", path, "--interaktif", "--tahap", "1")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "2 jawaban disimpan.")
    answers = dict(parse(path.read_text(encoding="utf-8")).find("1").jawab)
    assert answers == {"TNY11": "Forum perangkat daerah, Maret", "TNY13": "Ibu bersalin"}


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_the_end_of_the_input_ends_quietly(pohon, path, monkeypatch, end):
    def closed(_prompt):
        raise end

    monkeypatch.setattr(_console, "interactive", lambda _stream: True)
    monkeypatch.setattr("builtins.input", closed)
    ran = pohon("tanya", path, "--interaktif")
    assert (ran.code, ran.err, ran.out.splitlines()[-1]) == (0, "", "0 jawaban disimpan.")


def test_without_a_terminal_nobody_is_asked(pohon, path):
    ran = pohon("tanya", path, "--interaktif")
    assert (ran.code, "memerlukan terminal" in ran.err) == (2, True)


def test_every_question_of_the_list_is_asked_of_a_full_tree():
    text = complete(
        """\
pohon:
  - outcome: Menurunnya angka kematian ibu
    indikator: [Angka kematian ibu]
    jabatan: kadis
    sebab:
      - csf: Meningkatnya mutu pelayanan persalinan
        isu: Masih rendahnya mutu pelayanan persalinan
      - csf: Meningkatnya cakupan pemeriksaan ibu hamil
jabatan:
  - {id: kadis, nama: Kepala Dinas, jenjang: jpt-pratama}
"""
    )
    csf = parse(
        text.replace(
            "        isu: Masih", "        sebab: [{utama: Meningkatnya kompetensi bidan}]\n        isu: Masih"
        )
    )
    asked = ask(csf, 5)
    assert {one.code for one in asked} == {template.code for template in templates()}
    assert [] == [one.text for one in asked if "{kalimat}" in one.text or "“”" in one.text]
    assert [one.stage for one in asked] == sorted(one.stage for one in asked)


@pytest.mark.parametrize("template", templates(), ids=lambda one: one.code)
def test_a_question_is_a_question_with_known_words(template):
    assert template.text.rstrip("”").endswith("?")
    assert template.scope in {"berkas", "simpul", "hubungan"}
    assert 1 <= template.stage <= 5
