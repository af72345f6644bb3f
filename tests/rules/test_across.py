"""Rules over several trees: they never run on one, and everything that holds for other rules holds for them."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from pohon import api
from pohon.cli.app import run
from pohon.model.beside import Beside, Group, Placed
from pohon.model.facts import facts
from pohon.model.finding import Severity
from pohon.model.lexicon import Lexicon, default
from pohon.model.node import Crosscutting
from pohon.rules import _across, _registry
from pohon.rules._base import Hit, Scope
from pohon.rules._engine import Options, Outcome
from tests.lively import lively_tree

_DATA = Path(__file__).parents[1] / "data" / "mitra"
_ACROSS = _registry.across()
_FOUND = [("XCT08", 29), ("XCT09", 40)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path in _DATA.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def _found(folder: Path, **choice: object) -> list[tuple[str, int]]:
    given = {"select": ["XCT", "P001"], **choice}
    return [(found.code, found.place.line) for one in api.lint_all([folder], **given) for found in one.findings]


def _edit(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("entry", _registry.entries(), ids=lambda entry: entry.code)
def test_the_registry_marks_exactly_the_rules_over_several_trees(entry: _registry.Entry) -> None:
    rule = _registry.load(entry)
    assert entry.across == (rule.scope is Scope.TREES) == (rule.across is not None)


def test_two_agencies_that_need_each_other_are_compared_and_the_findings_stand_where_the_partner_is_named() -> None:
    assert _found(_DATA) == _FOUND
    (first, second) = api.lint_all([_DATA], select=["XCT"])
    assert [one.message.count("dinsos.pohon.yaml") for one in first.findings] == [1, 1]
    assert (second.path.name, second.findings) == ("dinsos.pohon.yaml", ())
    assert {"XCT08", "XCT09"} <= set(first.ran) & set(second.ran)


def test_one_tree_alone_never_meets_them(folder: Path) -> None:
    alone = api.lint(_DATA / "dinkes.pohon.yaml", select=["XCT"])
    assert not {"XCT08", "XCT09"} & set(alone.ran)
    assert alone.findings == ()
    assert alone.tree is not None
    assert "crosscutting" in facts(alone.tree)
    assert {one.code for one in api.lint_tree(alone.tree)}.isdisjoint({"XCT08", "XCT09"})
    _edit(folder, "dinsos.pohon.yaml", "pohon:", "pohon: [")
    assert _found(folder) == []


def test_selection_ignoring_stage_and_severity_are_those_of_every_rule(folder: Path) -> None:
    assert _found(_DATA, select=["XCT09"]) == _FOUND[1:]
    assert _found(_DATA, select=["tanpa-resiprokal"]) == _FOUND[:1]
    assert _found(_DATA, ignore=["XCT08"]) == _FOUND[1:]
    assert _found(_DATA, stage=2) == []
    (folder / "pohon.toml").write_text(
        '[lint]\nignore = ["XCT09"]\n[lint.severity]\nXCT08 = "galat"\n', encoding="utf-8"
    )
    every = [found for one in api.lint_all([folder], select=["XCT"]) for found in one.findings]
    assert [(one.code, one.severity) for one in every] == [("XCT08", Severity.ERROR)]


def test_a_waiver_covers_a_finding_and_is_idle_only_where_the_partner_is_there(folder: Path) -> None:
    _edit(
        folder,
        "dinkes.pohon.yaml",
        "            crosscutting:\n              # ditolak",
        "            abaikan: {XCT08: dibahas lagi bulan depan}\n            crosscutting:\n              # ditolak",
    )
    found = [one for linted in api.lint_all([folder], select=["XCT", "P001"]) for one in linted.findings]
    assert [(one.code, one.waiver is not None) for one in found] == [("XCT08", True), ("XCT09", False)]
    _edit(folder, "dinsos.pohon.yaml", "status: ditolak", "status: disetujui")
    assert ("P001", 27) in _found(folder)
    (folder / "dinsos.pohon.yaml").rename(folder / "dinsos.yaml")
    (folder / "lain.pohon.yaml").write_text(
        (folder / "dinkes.pohon.yaml").read_text("utf-8").replace("Dinas Kesehatan", "Dinas Lain"), "utf-8"
    )
    assert _found(folder) == []
    assert api.lint(folder / "dinkes.pohon.yaml", select=["XCT", "P001"]).findings == ()


def test_a_waiver_of_a_duplicate_is_never_idle_and_one_of_iku_only_beside_the_year_before(folder: Path) -> None:
    waived = "            abaikan: {RED05: memang berdua, XCT08: dibahas lagi}\n            crosscutting:\n              # ditolak"
    _edit(folder, "dinkes.pohon.yaml", "            crosscutting:\n              # ditolak", waived)
    _edit(folder, "dinsos.pohon.yaml", "status: ditolak", "status: disetujui")
    assert [code for code, _ in _found(folder, select=["RED05", "XCT08", "P001"])] == ["P001"]
    text = (
        "versi: 1\njudul: Uji\nprofil: balangan\ninstansi: Dinas Uji\ntahap: 4\ntahun: {}\nperiode: 2025-2029\nabaikan: {{IND22: sudah disepakati}}\n"
        "pohon:\n  - outcome: Naiknya mutu\n    indikator: [{{nama: Indeks mutu, satuan: indeks, iku: ya}}]\n"
    )
    (folder / "uji-2.pohon.yaml").write_text(text.format(2026), encoding="utf-8")
    assert _found(folder, select=["IND22"]) == []
    (folder / "uji-1.pohon.yaml").write_text(text.format(2025), encoding="utf-8")
    assert _found(folder, select=["IND22"]) == [("P001", 8)]


def test_a_baseline_knows_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = folder / "lama.json"
    command = ["lint", str(folder), "--select", "XCT", "--baseline", str(known)]
    assert run([*command, "--baseline-write"]) == 0
    assert run([*command, "--fail-on", "saran"]) == 0
    assert "2 temuan lama disembunyikan" in capsys.readouterr().err
    alone = ["lint", str(folder / "dinkes.pohon.yaml"), *command[2:]]
    assert run(alone) == 0
    assert "tidak ditemukan lagi" not in capsys.readouterr().err, "they were not looked for"
    assert run([*alone, "--baseline-write"]) == 0
    _edit(folder, "dinsos.pohon.yaml", "pendamping sudah penuh", "belum ada petugas")
    assert run([*command, "--fail-on", "saran"]) == 0


@pytest.mark.slow
def test_processes_find_the_same(folder: Path) -> None:
    text = (folder / "dinsos.pohon.yaml").read_text("utf-8").replace("status: ditolak", "status: disetujui")
    text = text.replace("Meningkatnya keaktifan posyandu desa", "Tersedianya timbangan")
    name = "Dinas Sosial, Pemberdayaan Perempuan dan Perlindungan Anak"
    for number in range(6):
        (folder / f"uji-{number}.pohon.yaml").write_text(text.replace(name, f"Badan Uji {number}"), encoding="utf-8")
    alone = [replace(one, tree=None) for one in api.lint_all([folder])]
    assert [replace(one, tree=None) for one in api.lint_all([folder], jobs=2)] == alone
    assert sum(found.code == "XCT08" for one in alone for found in one.findings) == 7


def test_each_tree_alone_and_then_together_is_the_same(folder: Path) -> None:
    choice = api.Choice(None, ("XCT",), ())
    apart = list(api.lint_each([folder], choice))
    assert [one.findings for one in apart] == [(), ()]
    assert api.compared(apart, choice) == tuple(api.lint_all([folder], select=["XCT"]))


def test_what_is_left_after_a_repair_holds_them_too(folder: Path) -> None:
    first, _ = api.fix_all([folder], choice=api.Choice(None, ("XCT",), ()))
    assert [one.code for one in first.left.findings] == [code for code, _ in _FOUND]


def test_a_rule_that_breaks_is_told_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    load = _registry.load
    (bad,) = (entry for entry in _ACROSS if entry.code == "XCT08")
    broken = replace(load(bad), across=_breaks)
    monkeypatch.setattr(_registry, "load", lambda one: broken if one is bad else load(one))
    first, second = api.lint_all([_DATA], select=["XCT"])
    assert [one.code for one in first.findings] == ["P000", "XCT09"]
    assert (first.broken, second.broken) == (("XCT08",), ("XCT08",))


def _breaks(_beside: Beside, _lexicon: Lexicon) -> Iterator[Hit]:
    raise ZeroDivisionError
    yield


_HOSTILE = [
    "<script>alert(1)</script>",
    "a " * 3_000,
    "\u202eDinas\u200b",
    "---",
    "#",
    "..\\..#x",
    "x" * 20_000,
    "Dinas " * 1_500,
]


@pytest.mark.parametrize("text", _HOSTILE, ids=range(len(_HOSTILE)))
@pytest.mark.parametrize("seed", range(6))
def test_no_trees_beside_each_other_break_a_rule(seed: int, text: str) -> None:
    random = Random(seed)
    given_trees = [lively_tree(random, size=8) for _ in range(2 + seed % 3)]
    names = [row.mitra for one in given_trees for node in one for row in node.crosscutting] or ["Dinas Uji"]
    placed = []
    for number, one in enumerate(given_trees):
        row = Crosscutting(mitra=names[0] if number else text, kontribusi=text, rujuk=f"{text}#{text}")
        nodes = {key: replace(node, crosscutting=(*node.crosscutting, row)) for key, node in one.nodes.items()}
        office = (names[number % len(names)], text, f"{text} dan lain")[number % 3]
        placed.append(Placed(f"{number}/{text[:20]}.pohon.yaml", replace(one, nodes=nodes, instansi=office)))
    group = Group(placed, default())
    for place, (_, one) in enumerate(placed):
        outcome = _across.run(group.seen_from(place), default(), Options(stage=3 + seed % 3, strict=True), Outcome())
        assert {found.node for found in outcome.findings} <= {"", *one.nodes, *one.belum}
        assert all(found.message and len(found.message) < 600 for found in outcome.findings)


def test_words_of_the_office_read_the_names_of_partners(folder: Path) -> None:
    _edit(folder, "dinkes.pohon.yaml", "mitra: Dinsos", "mitra: Kantor Pak Camat")
    assert ("XCT08", 29) not in _found(folder)
    words = '[glosarium]\n"kantor pak camat" = "dinas sosial pemberdayaan perempuan dan perlindungan anak"\n'
    (folder / "pohon.toml").write_text(words, encoding="utf-8")
    assert ("XCT08", 29) in _found(folder)
