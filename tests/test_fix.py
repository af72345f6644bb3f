"""`--fix`: each repair before and after, nothing else touched, and a second run that finds nothing to do."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pohon import api
from pohon.cli.app import run
from pohon.errors import BadInput, Refused
from pohon.forms import tree_file
from pohon.model.finding import Fix
from pohon.model.node import Node
from pohon.model.repair import fitting, now
from pohon.model.tree import Tree
from tests.build import complete, tree
from tests.lively import lively_tree

_HEAD = "pohon:\n  - outcome: Terwujudnya masyarakat sehat\n"
_CSF = _HEAD + "    sebab:\n      - csf: Meningkatnya mutu layanan gizi\n        isu: Mutu layanan gizi rendah\n"
_CELL = _CSF + "        indikator:\n          - "


def fixed(folder: Path, text: str, *, unsafe: bool = False, **head: object) -> api.Fixed:
    path = folder / "a.pohon.yaml"
    path.write_text(complete(text, **head), encoding="utf-8")
    return api.fix(path, unsafe=unsafe)


_SAFE = {
    "BHS15": ("Terlaksanannya penyuluhan gizi", "Terlaksananya penyuluhan gizi", "operasional: {}"),
    "DOK09": ("**Terlaksananya** penyuluhan<br>gizi", "Terlaksananya penyuluhan gizi", "operasional: {}"),
    "spasi": ("Meningkatnya  mutu   gizi", "Meningkatnya mutu gizi", "utama: {}"),
}
_WORDINGS = {
    "BHS02": ("utama: Meningkatkan mutu gizi balita", "utama: Meningkatnya mutu gizi balita"),
    "BHS02 keluaran": ("operasional: Menyediakan makanan tambahan", "operasional: Tersedianya makanan tambahan"),
    "BHS29": ("utama: Meningkatnya Pelaynan gizi", "utama: Meningkatnya Pelayanan gizi"),
    "BHS05": ("utama: Peningkatan mutu gizi balita", "utama: Meningkatnya mutu gizi balita"),
    "BHS07": ("utama: Masih rendahnya mutu gizi balita", "utama: Meningkatnya mutu gizi balita"),
    "BHS07 tinggi": ("utama: MASIH TINGGINYA angka stunting", "utama: MENURUNNYA angka stunting"),
}
_INDICATORS = {
    "IND24": ("nama: Prosentase balita sehat\n", "nama: Persentase balita sehat\n", True),
    "IND04": (
        'nama: Jumlah persentase balita sehat\n            satuan: "%"\n',
        'nama: Persentase balita sehat\n            satuan: "%"\n',
        False,
    ),
    "IND14": (
        "nama: Jumlah laporan gizi yang ditindaklanjuti\n            satuan: Dokumen\n",
        "nama: Jumlah laporan gizi yang ditindaklanjuti\n            satuan: Laporan\n",
        False,
    ),
    "IND25": (
        'nama: Persentase balita sehat\n            satuan: "%"\n            rumus: balita sehat dibagi seluruh balita ditimbang\n',
        'nama: Persentase balita sehat\n            satuan: "%"\n            rumus: balita sehat dibagi seluruh balita ditimbang dikali 100%\n',
        False,
    ),
    "TGT04": (
        'nama: Persentase balita sehat\n            satuan: "%"\n            target: {2024: 97 %, 2025: "98,5%"} # jangan diubah\n',
        'nama: Persentase balita sehat\n            satuan: "%"\n            target: {2024: "97", 2025: "98,5"} # jangan diubah\n',
        True,
    ),
    "TGT05": (
        "nama: Jumlah kunjungan balita\n            satuan: Kunjungan\n            awal: 81,5\n            target: {2025: 1.250,5, 2026: 1,300.5}\n".replace("1.250,5", '"1.250,5"').replace("1,300.5", '"1,300.5"'),
        'nama: Jumlah kunjungan balita\n            satuan: Kunjungan\n            awal: 81,5\n            target: {2025: "1.250,5", 2026: "1.300,5"}\n',
        True,
    ),
    "TGT14": (
        'nama: Persentase balita sehat\n            satuan: "%"\n            target: {2025: "93,3333333"}\n',
        'nama: Persentase balita sehat\n            satuan: "%"\n            target: {2025: "93,33"}\n',
        False,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", _SAFE)
def test_a_safe_repair_of_a_sentence(tmp_path: Path, name: str) -> None:
    wrong, right, line = _SAFE[name]
    text = f"{_CSF}        # catatan tetap\n        sebab:\n          - {line}\n          # penutup\n"
    done = fixed(tmp_path, text.format(wrong), tahap=3)
    assert done.text == complete(text.format(right), tahap=3)
    assert [(one.old, one.new, one.safe) for one in done.applied] == [(wrong, right, True)]


@pytest.mark.parametrize("name", _WORDINGS)
def test_a_better_opening_is_only_a_suggestion(tmp_path: Path, name: str) -> None:
    wrong, right = _WORDINGS[name]
    text = f"{_CSF}        sebab:\n          - {wrong}\n"
    assert fixed(tmp_path, text, tahap=3).applied == ()
    done = fixed(tmp_path, text, unsafe=True, tahap=3)
    assert done.text == complete(text.replace(wrong, right), tahap=3)
    assert {one.code for one in done.applied} == {name[:5]}


@pytest.mark.parametrize("name", _INDICATORS)
def test_repairs_of_an_indicator(tmp_path: Path, name: str) -> None:
    wrong, right, safe = _INDICATORS[name]
    careful = fixed(tmp_path, _CELL + wrong)
    assert bool(careful.applied) is safe
    done = fixed(tmp_path, _CELL + wrong, unsafe=not safe)
    assert done.text == complete(_CELL + right)
    assert name in {one.code for one in done.applied} | {"IND24"}


def test_two_indicators_in_one_cell_become_two(tmp_path: Path) -> None:
    done = fixed(
        tmp_path, f"{_CELL}nama: Jumlah balita & Persentase balita sehat\n            satuan: Balita\n", unsafe=True
    )
    again = tree_file.parse(done.text).find("1.1").indikator
    assert [(one.nama, one.satuan) for one in again] == [("Jumlah balita", "Balita"), ("Persentase balita sehat", "Balita")]  # fmt: skip


def test_a_label_of_the_source_is_put_right_on_every_row(tmp_path: Path) -> None:
    rows = "".join(
        f'          - utama: Meningkatnya mutu layanan {what}\n            asal: [{{tahap: 3, baris: "{place}", keterangan: kinerja antara entah}}]\n'
        for place, what in enumerate(("gizi balita", "gizi ibu hamil"))
    )  # fmt: skip
    text = f"{_CSF}        sebab:\n{rows}"
    assert fixed(tmp_path, text, tahap=3).applied == ()
    done = fixed(tmp_path, text, unsafe=True, tahap=3)
    label = tree_file.parse(done.text).profile.levels["utama"].label[0]  # type: ignore[index]  # a Kind is its word
    assert [one.asal[0].keterangan for one in tree_file.parse(done.text) if one.asal] == [label, label]


def test_a_budget_is_written_the_indonesian_way_where_its_value_is_certain(tmp_path: Path) -> None:
    rows = 'program:\n  - {nama: Program A, anggaran: "437,531,700"}\n  - nama: Program B\n    anggaran: 1.250.000  # pagu\n'
    done = fixed(tmp_path, _HEAD + rows)
    assert done.text == complete(_HEAD + rows.replace("437,531,700", "437.531.700"))


def test_debris_of_a_conversion_goes_wherever_it_stands_and_a_formula_is_only_proposed(tmp_path: Path) -> None:
    text = (
        "pohon:\n  - outcome: Terwujudnya masyarakat sehat\n    dasar:\n      harapan: Layanan **cepat** &amp; ramah\n"
        "    crosscutting:\n      - {mitra: Dinas Sosial<br>Kota, status: menunggu} # janji\n    indikator:\n      - nama: Angka *stunting*\n"
        "        rumus: \\frac{a}{b} \\times 100\n"
    )
    right = (
        text.replace("**cepat** &amp; ramah", "cepat & ramah")
        .replace("Dinas Sosial<br>Kota", '"Dinas Sosial Kota"')
        .replace("*stunting*", "stunting")
    )
    assert fixed(tmp_path, text).text == complete(right)
    every = fixed(tmp_path, text, unsafe=True).text
    assert '        rumus: "(a) / (b) x 100"\n' in every


def test_a_waived_finding_is_left_alone(tmp_path: Path) -> None:
    text = f"{_CSF}        sebab:\n          - operasional: Terlaksanannya penyuluhan gizi\n            abaikan: {{BHS15: nama resmi}}\n"
    assert fixed(tmp_path, text, tahap=3).applied == ()


def test_of_two_repairs_of_one_place_the_first_is_made() -> None:
    given_tree = tree(_CSF)
    first, second = Fix(node="1.1", field="", text="A b c"), Fix(node="1.1", field="", text="D e f")
    other = Fix(node="1.1", field="isu", text="G")
    assert list(fitting(given_tree, [first, second, other])) == [first, other]


def test_a_repair_without_a_place_or_without_change_is_passed_over() -> None:
    given_tree = tree(_CSF)
    same = Fix(node="1.1", field="", text="Meningkatnya mutu layanan gizi")
    nowhere = [
        Fix(node="1.1", field=field, text="x") for field in ("indikator.0.nama", "indikator.x", "entah", "asal.3.teks")
    ]
    assert list(fitting(given_tree, [same, *nowhere])) == []
    assert now(given_tree, nowhere[0]) is None


def test_nothing_is_written_by_the_repair_itself_and_the_whole_file_by_save(tmp_path: Path) -> None:
    done = fixed(tmp_path, f"{_CSF}        sebab:\n          - operasional: Terlaksanannya gizi\n", tahap=3)
    assert done.path.read_text("utf-8") == done.before
    done.save()
    assert done.path.read_text("utf-8") == done.text
    assert [path.name for path in tmp_path.iterdir()] == ["a.pohon.yaml"]


def test_a_file_that_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    done = fixed(tmp_path, f"{_CSF}        sebab:\n          - operasional: Terlaksanannya gizi\n", tahap=3)
    done.path.write_text("baru", encoding="utf-8")
    with pytest.raises(Refused):
        done.save()
    assert done.path.read_text("utf-8") == "baru"


def test_an_unreadable_file_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.pohon.yaml"
    path.write_bytes(b"pohon:\n  - outcome: Terlaksanannya\n entah: [\n")
    with pytest.raises(BadInput):
        api.fix(path)
    assert run(["lint", "--fix", str(path)]) == 2
    assert path.read_bytes() == b"pohon:\n  - outcome: Terlaksanannya\n entah: [\n"
    assert capsys.readouterr().out


@given(st.integers(0, 2**32), st.booleans())
@settings(max_examples=60)
def test_a_second_run_finds_nothing_to_repair(
    tmp_path_factory: pytest.TempPathFactory, seed: int, unsafe: bool
) -> None:
    random = Random(seed)
    path = tmp_path_factory.mktemp("fix") / "a.pohon.yaml"
    path.write_text(_spoilt(tree_file.write(_writable(lively_tree(random))), random), encoding="utf-8")
    done = api.fix(path, unsafe=unsafe)
    done.save()
    again = api.fix(path, unsafe=unsafe)
    assert again.applied == ()
    assert again.text == done.text
    assert again.left.findings == done.left.findings


def _writable(given_tree: Tree) -> Tree:
    """Return the tree without what no file may hold: waivers without a reason, positions that nothing lists."""

    def bare(nodes: Mapping[str, Node]) -> dict[str, Node]:
        return {key: replace(node, abaikan=(), jabatan=()) for key, node in nodes.items()}

    return replace(given_tree, nodes=bare(given_tree.nodes), belum=bare(given_tree.belum))


def _spoilt(text: str, random: Random) -> str:
    """Plant misspellings, doubled spaces, units in cells and foreign figures."""
    slips = {
        "Terlaksananya": "Terlaksanannya", "Persentase": "Prosentase", "mutu": "mutu  ", '"98"': '"98 %"', "dan": "dan  ",
        '"97,5"': '"97.5"', "Meningkatnya": "Meningkatkan",
    }  # fmt: skip
    for right, wrong in slips.items():
        text = text.replace(right, wrong) if random.random() < 0.5 else text
    return text


def test_the_command_says_line_by_line_what_it_changed_and_judges_what_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.pohon.yaml"
    text = complete(
        f"{_CSF}        sebab:\n          - utama: Meningkatnya  mutu gizi\n          - utama: Membaiknya layanan ibu\n",
        tahap=1,
    )
    path.write_text(text, encoding="utf-8")
    assert run(["lint", "--diff", str(path)]) == 0
    shown = capsys.readouterr().out
    assert "-          - utama: Meningkatnya  mutu gizi\n+          - utama: Meningkatnya mutu gizi\n" in shown
    assert path.read_text("utf-8") == text
    assert run(["lint", "--fix", str(path)]) == 0
    said = capsys.readouterr().out
    assert "baris 7  1.1.1 kalimat  [spasi ganda]  “Meningkatnya  mutu gizi” menjadi “Meningkatnya mutu gizi”" in said
    assert path.read_text("utf-8") == text.replace("Meningkatnya  mutu", "Meningkatnya mutu")
    assert run(["lint", "--unsafe", str(path)]) == 2
