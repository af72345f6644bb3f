"""The accuracy reached on hand-read documents is a floor; the scoring itself is checked on a document of our own."""

import json
from pathlib import Path

import pytest

from benchmarks import accuracy, accuracy_official, labelled
from benchmarks.accuracy import DECIDABLE, Score, read_map, score
from pohon.rules import _registry

_MOST_PER_1000 = 5


@pytest.fixture(scope="module")
def reached() -> Score:
    if not labelled.FOLDER.is_dir():
        pytest.skip(f"labelled documents are not here: {labelled.FOLDER}")
    return score(labelled.read_all(), read_map())


@pytest.mark.seeds
def test_errors_and_warnings_are_right(reached: Score) -> None:
    assert reached.precision(strong=True) >= 0.98, [pair for pair, _ in reached.strong_alarms]


@pytest.mark.seeds
def test_most_hints_are_right(reached: Score) -> None:
    assert reached.precision(strong=False) >= 0.75, [pair for pair, _ in reached.weak_alarms]


@pytest.mark.seeds
def test_nearly_every_fault_that_a_program_can_judge_is_found(reached: Score) -> None:
    assert reached.recall(DECIDABLE) >= 0.95, sorted(reached.missed)


@pytest.mark.seeds
def test_most_faults_of_all_kinds_are_found(reached: Score) -> None:
    assert reached.recall() >= 0.90, sorted(reached.missed)


@pytest.mark.seeds
def test_official_wording_is_left_in_peace() -> None:
    if not accuracy_official.LINES.is_file():
        pytest.skip(f"official wording is not here: {accuracy_official.LINES}")
    measured = list(accuracy_official.measure(accuracy_official.read_lines()))
    loud = [one for one in measured if one.alarms]
    assert len(loud) * 1000 <= _MOST_PER_1000 * len(measured), [one.text for one in loud]


def _document(folder: Path, nodes: list[dict[str, object]], defects: list[dict[str, object]], **more: object) -> Path:
    home = folder / "001-dinas-perikanan"
    home.mkdir()
    data = {"title": "Renstra", "agency": "Dinas Perikanan Kabupaten Pesisir", "year": None, "nodes": nodes, **more}
    (home / "tree.json").write_text(json.dumps(data), encoding="utf-8")
    (home / "defects.json").write_text(json.dumps(defects), encoding="utf-8")
    return folder


def _row(key: str, level: str | None, label: str, *parents: str) -> dict[str, object]:
    return {"id": key, "label": label, "level": level, "parents": list(parents), "indicators": [], "position": None}


def _fault(node: str | None, kind: str, *, certain: bool = True) -> dict[str, object]:
    return {"node": node, "kind": kind, "certain": certain, "why": ""}


def test_certain_pairs_count_possible_ones_are_passed_over_and_all_others_are_alarms(tmp_path: Path) -> None:
    nodes = [_row("t", "tujuan", "Meningkatkan hasil laut"), _row("s", "sasaran", "Mewujudkan mutu ikan", "t")]
    faults = [_fault("t", "level_language"), _fault("s", "level_language", certain=False), _fault("s", "spelling")]
    found = score(labelled.read_all(_document(tmp_path, nodes, faults)), {"BHS02": ("level_language", "direction")})
    assert {"true": 1, "neutral": 1, "false": 2} == dict(found.strong)
    assert {("001-dinas-perikanan", "s", "spelling")} == found.missed
    assert 0.5 == found.recall()


def test_a_grade_may_speak_of_another_kind(tmp_path: Path) -> None:
    nodes = [_row("t", "tujuan", "Meningkatkan hasil laut")]
    folder = _document(tmp_path, nodes, [_fault("t", "level_language")])
    kinds = {"BHS02": ("activity_language",), "BHS02.galat": ("level_language",)}
    assert {"true": 1} == dict(score(labelled.read_all(folder), kinds).strong)


def test_a_fault_of_the_whole_document_is_met_by_any_finding_of_its_kind(tmp_path: Path) -> None:
    nodes = [_row("t", "tujuan", "Meningkatkan hasil laut")]
    folder = _document(tmp_path, nodes, [_fault(None, "level_language")])
    assert 1.0 == score(labelled.read_all(folder), {"BHS02": ("level_language",)}).recall()


def test_names_of_planning_rows_visi_and_misi_reach_the_tree(tmp_path: Path) -> None:
    nodes = [
        _row("v", None, "Pesisir maju"), _row("m", None, "Membangun laut", "v"), _row("t", "tujuan", "Naiknya hasil laut", "m"),
        _row("p", "program", "Naiknya hasil tambak", "t"), _row("q", "program", "Naiknya mutu tambak", "t"),
        _row("k", "kegiatan", "Terbinanya petambak", "p"),
    ]  # fmt: skip
    planning = {"p": "3.25.04 PROGRAM TAMBAK", "q": "3.25.04 PROGRAM TAMBAK", "k": "Kegiatan Pembinaan Petambak"}
    (given,) = labelled.read_all(_document(tmp_path, nodes, [], planning=planning))
    assert ["Visi", "Misi", "Tujuan"] == [given.tree.find(key).komponen for key in "vmt"]
    assert given.tree.find("p").program == given.tree.find("q").program == ("3.25.04",)
    assert ["PROGRAM TAMBAK", "Pembinaan Petambak"] == [row.nama for row in given.tree.program]
    assert given.tree.programs[given.tree.find("k").program[0]].nama == "Pembinaan Petambak"
    assert "Kabupaten Pesisir" == given.tree.pemerintah


def test_the_table_names_rules_that_exist() -> None:
    codes = {entry.code for entry in _registry.entries()}
    assert {code.partition(".")[0] for code in read_map()} <= codes


def test_an_official_line_is_read_at_its_own_level() -> None:
    lines = [
        ("Meningkatkan mutu ikan", "operasional"),
        ("Penyediaan Bibit Ikan", "subkegiatan"),
        ("Jumlah jumlah bibit", "indicator"),
        ("Terlaksananya pembinaan petambak", "operasional"),
    ]
    loud = [[finding.code for finding in one.alarms] for one in accuracy_official.measure(lines)]
    assert [["BHS02"], [], ["IND04", "BHS28"], []] == [sorted(codes, reverse=True) for codes in loud]


def test_the_report_prints_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = _document(tmp_path, [_row("t", "tujuan", "Meningkatkan hasil laut")], [_fault("t", "level_language")])
    assert 0 == accuracy.main([str(folder), "--misses", "--alarms"])
    assert "1 documents, 1 nodes" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("agency", "position", "classes"),
    [
        ("Dinas Perikanan Kabupaten Pesisir", "Kepala Bidang Tangkap", ["administrator"]),
        ("Dinas Perikanan Kabupaten Pesisir", "Pengelola Data", ["pelaksana"]),
        ("Dinas Perikanan Kabupaten Pesisir", "Koordinator Tambak", []),
        ("Kementerian Kelautan", "Direktur Tangkap", []),
    ],
)
def test_only_a_position_that_tells_its_class_is_held(agency: str, position: str, classes: list[str]) -> None:
    row = {**_row("t", "tujuan", "Naiknya hasil laut"), "position": position}
    tree = labelled.build({"title": "Renstra", "agency": agency, "year": None, "nodes": [row]})
    assert classes == [one.jenjang.value for one in tree.jabatan]
