"""`pohon diff`: what changed between two files, for people and for programs."""

import json

from .conftest import TWINS


def test_equal_files_end_with_0(pohon, write):
    old, new = write("lama.pohon.yaml", TWINS), write("baru.pohon.yaml", TWINS)
    ran = pohon("diff", old, new)
    assert (ran.code, ran.out) == (0, "Tidak ada perbedaan.\n")


def test_changes_are_grouped_by_condition_and_end_with_1(pohon, write):
    new = TWINS.replace("Uji\n", "Uji Kedua\n", 1).replace("kesehatan ibu", "kesehatan ibu dan anak")
    new += "      - csf: Meningkatnya gizi ibu hamil\n        isu: Masih rendahnya gizi ibu hamil\n"
    ran = pohon("diff", write("lama.pohon.yaml", TWINS), write("baru.pohon.yaml", new))
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "Berkas",
        "  judul: \u201cUji\u201d menjadi \u201cUji Kedua\u201d",
        "[1 outcome] Meningkatnya derajat kesehatan ibu dan anak",
        "  berubah bunyi, semula: Meningkatnya derajat kesehatan ibu",
        "[1.3 CSF] Meningkatnya gizi ibu hamil",
        "  baru, di bawah 1 Meningkatnya derajat kesehatan ibu dan anak",
        "",
        "1 baru, 1 berubah bunyi, 1 berubah isi.",
    ]


def test_json_names_the_path_of_a_fact(pohon, write):
    old, new = write("lama.pohon.yaml", TWINS), write("baru.pohon.yaml", TWINS.replace("Uji\n", "Lain\n", 1))
    told = json.loads(pohon("diff", old, new, "--format", "json").out)
    assert told["version"] == 1
    assert [(one["kind"], one["field"], one["after"]) for one in told["changes"]] == [
        ("berubah isi", ["judul"], "Lain")
    ]


def test_text_of_trees_cannot_command_the_terminal(pohon, write):
    old = write("lama.pohon.yaml", TWINS)
    new = write("baru.pohon.yaml", TWINS.replace("Uji\n", '"\\e[31mMerah"\n', 1))
    assert "\033" not in pohon("diff", old, new).out


def test_an_unreadable_file_is_refused_with_its_problems(pohon, write):
    ran = pohon("diff", write("lama.pohon.yaml", TWINS), write("baru.pohon.yaml", "versi: 9\n"))
    assert (ran.code, ran.out) == (2, "")
    assert "baru.pohon.yaml" in ran.err
