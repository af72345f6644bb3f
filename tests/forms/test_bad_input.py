"""Bad input is refused whole, with every problem, its place, cause and remedy; odd input is read with a note."""

import codecs

import pytest

from pohon.errors import BadInput
from pohon.forms.tree_file import decode, parse, untab

from ..build import complete, tree

GOOD = complete(
    "pohon:\n  - outcome: Terwujudnya A\n    id: o1\n    sebab:\n      - csf: Meningkatnya B\n        id: c1\n"
)


def problems(text: str | bytes) -> list[str]:
    """Return what the reader says about a text."""
    with pytest.raises(BadInput) as caught:
        parse(decode(text, "x").text if isinstance(text, bytes) else text, "x")
    return [problem.describe() for problem in caught.value.problems]


def with_tree(lines: str, **head: object) -> str:
    return complete(f"pohon:\n{lines}", **head)


MANY_CHILDREN = "".join(f"      - csf: Meningkatnya C{number}\n" for number in range(3000))
CHAIN = "".join(f"{'  ' * (2 * n)}  - antara: Kondisi {n}\n{'  ' * (2 * n)}    sebab:\n" for n in range(1500))
BOMB = "a: &a [x,x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n" for n in range(8))

REFUSED = {
    "not YAML": ("Ini catatan rapat biasa.\n", ["baris 1 kolom 1: ini bukan berkas pohon"]),
    "broken YAML": ("pohon: [a\njudul: b\n", ["tidak tertutup"]),
    "tabs and spaces mixed": (with_tree("  - outcome: A\n\t  sebab:\n"), ["baris 3 kolom 1: baris ini menjorok dengan tab"]),
    "two kinds in one node": (with_tree("  - outcome: A\n    csf: B\n"), ["baris 3 kolom 5: satu simpul berisi outcome dan csf"]),
    "unknown key": (with_tree("  - outcome: A\n    indikatr: B\n"), ['baris 3 kolom 5: kunci "indikatr" tidak dikenal', "indikator?"]),
    "unknown kind": (with_tree("  - outcom: A\n"), ['kunci "outcom" tidak dikenal', "outcome?"]),
    "duplicate id": (with_tree("  - outcome: A\n    id: x\n    sebab:\n      - csf: B\n        id: x\n"), ['baris 6 kolom 13: id "x" sudah dipakai di baris 3']),
    "duplicate key": (with_tree("  - outcome: A\n    isu: B\n    isu: C\n"), ['kunci "isu" tertulis dua kali (pertama di baris 3)']),
    "ref to nothing": (with_tree("  - outcome: A\n    id: o1\n    sebab:\n      - ref: o2\n"), ['ref "o2" tidak menunjuk simpul mana pun', "o1"]),
    "ref at the top": (with_tree("  - outcome: A\n    id: o1\n  - ref: o1\n"), ["ref hanya dapat berdiri di dalam sebab"]),
    "alias bomb": (BOMB, ['kunci "a" tidak dikenal']),
    "alias bomb in braces": ("{" + ", ".join(BOMB.split("\n")[:-1]) + "}", ["tanda * (alias YAML) tidak dipakai", "tanda & dari YAML"]),
    "merge key": (with_tree("  - outcome: A\n    <<: {isu: B}\n"), ["kunci gabung <<"]),
    "tag": (with_tree("  - outcome: A\n    dasar: {harapan: !!python/object:os.system x}\n"), ["tanda ! dari YAML"]),
    "60,000 nested dashes": ("- " * 60_000, ["susunan terlalu dalam"]),
    "200,000 brackets": ("pohon: " + "[" * 200_000, ["susunan terlalu dalam"]),
    "chain of 1,500": (complete("pohon:\n" + CHAIN), ["susunan terlalu dalam"]),
    "30 MB": (b"# " + b"x" * 30_000_000, ["berkas terlalu besar (30 MB"]),
    "binary": (bytes(range(256)) * 40, ["bukan berkas teks"]),
    "NUL byte": (GOOD.replace("Terwujudnya", "Terwu\0judnya").encode(), ["baris 2 kolom 19: ada huruf kendali", "U+0000"]),
    "cut in the middle": (GOOD[: GOOD.index("nya B")], []),
    "cut in a quote": ('versi: 1\npohon:\n  - {outcome: "Terwu', ["terputus"]),
    "empty": (b"", ["berkas kosong"]),
    "only comments": (b"# apa\n", ["bukan berkas pohon"]),
    "label of 20,000 characters": (with_tree("  - outcome: " + "kata " * 4000 + "\n"), ["terlalu panjang (19.999 huruf, paling panjang 2.000)"]),
    "wrong number": (with_tree('  - outcome: A\n    indikator:\n      - nama: I\n        target: {2024: "1.23.4"}\n'), ['baris 5 kolom 24: target "1.23.4" bukan angka']),
    "target outside periode": (
        with_tree('  - outcome: A\n    indikator:\n      - nama: I\n        target: {2031: "5"}\n', periode="2021-2026"),
        ["baris 5 kolom 24: target tahun 2031 berada di luar periode 2021-2026"],
    ),
    "not a year": (with_tree('  - outcome: A\n    indikator:\n      - nama: I\n        target: {dua: "5"}\n'), ['"dua" bukan tahun']),
    "periode upside down": (with_tree("  - outcome: A\n", periode="2026-2021"), ['periode "2026-2021" terbalik']),
    "unsure amount": (with_tree("  - outcome: A\n    anggaran: banyak\n"), ['anggaran "banyak" bukan jumlah rupiah']),
    "unknown profile": (with_tree("  - outcome: A\n", profil="balngan"), ['profil "balngan" tidak dikenal. Mungkin maksudnya balangan?']),
    "unknown position": (with_tree("  - outcome: A\n    jabatan: kadis\n"), ['jabatan "kadis" tidak ada']),
    "stage 6": (with_tree("  - outcome: A\n", tahap=6), ['tahap "6" tidak dapat dipakai. Isilah 1 sampai 5.']),
    "missing keys": ("versi: 1\npohon:\n  - outcome: A\n", ["kunci wajib belum ada pada berkas: judul, instansi, profil, tahap"]),
    "no kind": (with_tree("  - isu: A\n"), ["tidak punya kalimat kondisi"]),
    "sentence without kind": (with_tree("  - Terwujudnya A\n"), ["jenis kondisi belum ditulis"]),
    "no space after the colon": (with_tree("  - outcome:Terwujudnya A\n"), ["kurang satu spasi sesudah titik dua"]),
    "empty statement": (with_tree("  - outcome:\n"), ["kalimat outcome masih kosong"]),
    "list in place of a sentence": (with_tree("  - outcome:\n    - csf: A\n"), ["sesudah outcome harus ada satu kalimat"]),
    "deeper than its key": (with_tree("  - outcome: A\n      sebab:\n        - csf: B\n"), ["baris 3 kolom 7: baris ini menjorok lebih dalam"]),
    "two documents": (GOOD + "---\n" + GOOD, ["lebih dari satu dokumen"]),
    "idea in the tree": (with_tree("  - gagasan: A\n"), ["gagasan hanya dapat berdiri di belum_ditempatkan"]),
    "empty tree": (complete("pohon: []\n"), ["pohon masih kosong"]),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_bad_input_is_refused_with_its_reason(case: str):
    text, parts = REFUSED[case]
    said = "\n".join(problems(text))
    assert [] == [part for part in parts if part not in said], said


def test_a_file_cut_in_the_middle_never_loads_silently():
    """Wherever a file is cut, it is refused or still holds whole nodes of the original, never a changed sentence."""
    whole = {node.statement for node in parse(GOOD)}
    for end in range(len(GOOD)):
        try:
            cut = parse(GOOD[:end])
        except BadInput:
            continue
        assert {node.statement for node in cut} <= whole


def test_all_problems_come_at_once():
    text = with_tree(
        '  - outcome: A\n    satu: 1\n    dua: 2\n    indikator:\n      - {target: {2024: "1.2.3.4"}}\n', tahap=9
    )
    assert 5 == len(problems(text))


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (codecs.BOM_UTF8 + GOOD.encode(), ""),
        (codecs.BOM_UTF16_LE + GOOD.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + GOOD.encode("utf-16-be"), "UTF-16"),
        (GOOD.replace("\n", "\r\n").encode(), ""),
        (GOOD.replace("\n", "\r").encode(), "gaya lama"),
        (GOOD.replace("  - outcome", "# “½” –\n  - outcome").encode("cp1252"), "Windows-1252"),
    ],
    ids=["BOM", "UTF-16 LE", "UTF-16 BE", "CRLF", "CR", "Windows-1252"],
)
def test_odd_bytes_are_read_with_a_note(data: bytes, note: str):
    decoded = decode(data)
    assert parse(GOOD) == parse(decoded.text)
    assert note in " ".join(decoded.notes)
    assert bool(note) == bool(decoded.notes)


def test_tab_indentation_is_read_with_a_note():
    text = complete(
        "pohon:\n\t- outcome: Terwujudnya A\n\t\tid: o1\n\t\tsebab:\n\t\t\t- csf: Meningkatnya B\n\t\t\t\tid: c1\n"
    )
    assert parse(GOOD) == parse(text)
    assert ("jorokan dengan tab dibaca sebagai dua spasi tiap tab.",) == untab(text).notes


def test_three_thousand_children_are_read():
    read = tree("pohon:\n  - outcome: Terwujudnya A\n    sebab:\n" + MANY_CHILDREN)
    assert 3001 == len(read)


def test_thirty_levels_are_read():
    lines = "".join(f"{'  ' * (2 * n)}  - antara: Kondisi {n}\n{'  ' * (2 * n)}    sebab:\n" for n in range(30))
    assert 30 == len(tree("pohon:\n" + lines))


def test_words_of_other_yaml_types_stay_text():
    read = next(
        iter(
            tree(
                "pohon:\n  - outcome: no\n    indikator:\n      - nama: 12:30:45\n        target: {2024: 6.800}\n        satuan: %  # tanda\n"
            )
        )
    )
    indikator = read.indikator[0]
    assert ("no", "12:30:45", "6.800", "%") == (
        read.statement,
        indikator.nama,
        indikator.target[0].nilai,
        indikator.satuan,
    )


def test_a_value_in_yaml_quotes_over_several_lines_is_read_as_yaml_does():
    text = "pohon:\n  - outcome: \"Terwujudnya\n      tertib: # satu\"\n    isu: >-\n      dua\n      tiga\n    catatan: 'it''s'  # ya\n"
    node = next(iter(tree(text)))
    assert ("Terwujudnya tertib: # satu", "dua tiga", "it's") == (node.statement, node.isu, node.catatan)


def test_a_sentence_may_go_on_on_deeper_lines():
    node = next(iter(tree("pohon:\n  - outcome: Terwujudnya: satu\n      dua # tiga\n    isu: empat\n")))
    assert ("Terwujudnya: satu dua # tiga", "empat") == (node.statement, node.isu)


def test_places_are_those_of_the_file():
    read = tree("pohon:\n  - outcome: A 😀 é\n    indikator:\n      - nama: I\n        satuan: %\n      - J: K\n")
    assert (2, 14) == (read.place("1").line, read.place("1").column)
    assert (5, 17) == (read.place("1", "indikator.0.satuan").line, read.place("1", "indikator.0.satuan").column)
    assert (6, 9) == (read.place("1", "indikator.1").line, read.place("1", "indikator.1").column)
    assert read.place("1", "indikator.1.nama") == read.place("1", "indikator.1")


def test_a_sentence_may_open_with_a_hash_but_a_list_key_takes_a_comment():
    node = next(iter(tree("pohon:\n  - outcome: #1 di provinsi\n    indikator: # daftar\n      - nama: # dua\n")))
    assert ("#1 di provinsi", "# dua") == (node.statement, node.indikator[0].nama)
