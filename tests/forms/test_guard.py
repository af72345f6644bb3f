"""Hostile and unusable files are refused quickly, in one plain message, and leave nothing behind."""

import io
import random
import resource
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from pohon.errors import BadInput
from pohon.forms import guard
from pohon.forms.imports.reading import read_source

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def packed(path: Path, parts: dict[str, bytes | str], *, encrypted: bool = False) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    if encrypted:
        raw = bytearray(path.read_bytes())
        for mark, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
            start = raw.find(mark)
            while start >= 0:
                raw[start + at] |= 1
                start = raw.find(mark, start + 4)
        path.write_bytes(raw)
    return path


def word(path: Path, body: str = "<w:p/>", head: str = "", **more: str) -> Path:
    parts: dict[str, bytes | str] = {"[Content_Types].xml": "<Types/>"}
    parts["word/document.xml"] = f"{head}<w:document {W}><w:body>{body}</w:body></w:document>"
    return packed(path, parts | more)


def book(path: Path, sheet: str, **more: str) -> Path:
    """Write the least workbook that readers open."""
    stream = io.BytesIO()
    made = xlsxwriter.Workbook(stream)
    made.add_worksheet("A").write_string(0, 0, "x")
    made.close()
    with zipfile.ZipFile(stream) as archive:
        parts: dict[str, bytes | str] = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet1.xml"] = sheet
    return packed(path, parts | more)


def zip_bomb(folder: Path) -> Path:
    return word(folder / "bom.docx", "<w:p/>", **{"word/media/a.bin": "0" * 150_000_000})


def many_members(folder: Path) -> Path:
    return word(folder / "banyak.docx", **{f"word/x{number}.xml": "<a/>" for number in range(2100)})


def huge_comment(folder: Path) -> Path:
    path = folder / "komentar.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            part.write(f"<w:document {W}><!--".encode())
            piece = b"x" * (1 << 22)
            for _ in range(358):
                part.write(piece)
            part.write(b"--><w:body/></w:document>")
    return path


def far_cell(folder: Path) -> Path:
    return book(
        folder / "jauh.xlsx",
        f'<worksheet {S}><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
    )


def far_row(folder: Path) -> Path:
    return book(
        folder / "turun.xlsx",
        f'<worksheet {S}><sheetData><row r="900000"><c r="A900000"><v>1</v></c></row></sheetData></worksheet>',
    )


def far_column(folder: Path) -> Path:
    return book(
        folder / "kanan.xlsx",
        f"<worksheet {S}><sheetData><row r='5'><c r='XFD5'><v>1</v></c></row></sheetData></worksheet>",
    )


def external_entity(folder: Path) -> Path:
    head = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    return word(folder / "xxe.docx", "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", head)


def late_doctype(folder: Path) -> Path:
    return word(
        folder / "doctype.docx",
        "<w:p/>",
        **{"word/styles.xml": random.Random(1).randbytes(524_285).hex() + "<!DOCTYPE a><a/>"},
    )


def wide_doctype(folder: Path) -> Path:
    text = '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE d [<!ENTITY a "b">]><d/>'
    return word(folder / "utf16.docx", "<w:p/>", **{"word/settings.xml": text.encode("utf-16").decode("latin-1")})


def laughs(folder: Path) -> Path:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    return book(
        folder / "tawa.xlsx", f'<!DOCTYPE d [<!ENTITY e0 "ha">{entities}]><worksheet {S}><sheetData/></worksheet>'
    )


def macro(folder: Path) -> Path:
    return book(folder / "makro.xlsx", f"<worksheet {S}><sheetData/></worksheet>", **{"xl/vbaProject.bin": "x"})


def macro_name(folder: Path) -> Path:
    return packed(folder / "makro.xlsm", {"xl/workbook.xml": "<a/>"})


def encrypted_zip(folder: Path) -> Path:
    return packed(folder / "sandi.docx", {"word/document.xml": "<a/>"}, encrypted=True)


def encrypted_office(folder: Path) -> Path:
    path = folder / "sandi.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000)
    return path


def truncated(folder: Path) -> Path:
    path = word(folder / "potong.docx", "<w:p/>" * 4000)
    path.write_bytes(path.read_bytes()[:-150])
    return path


def cut_in_the_middle(folder: Path) -> Path:
    path = book(folder / "tengah.xlsx", f"<worksheet {S}><sheetData/></worksheet>")
    raw = path.read_bytes()
    path.write_bytes(raw[: len(raw) // 2])
    return path


def wrong_ending(folder: Path) -> Path:
    path = word(folder / "a.docx")
    return path.rename(folder / "sebenarnya-word.xlsx")


def text_called_word(folder: Path) -> Path:
    path = folder / "teks.docx"
    path.write_text("bukan zip", encoding="utf-8")
    return path


def zip_called_text(folder: Path) -> Path:
    return word(folder / "a.docx").rename(folder / "b.txt")


def binary_text(folder: Path) -> Path:
    path = folder / "biner.txt"
    path.write_bytes(bytes(range(256)) * 200)
    return path


def old_word(folder: Path) -> Path:
    path = folder / "lama.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000)
    return path


def broken_xls(folder: Path) -> Path:
    path = folder / "rusak.xls"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 20)
    return path


def very_large(folder: Path) -> Path:
    path = folder / "besar.xlsx"
    with path.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(300_000_000)
    return path


def empty(folder: Path) -> Path:
    path = folder / "kosong.docx"
    path.touch()
    return path


def deep_xml(folder: Path) -> Path:
    return word(folder / "dalam.docx", "<w:tbl><w:tr><w:tc>" * 50_000)


def broken_xml(folder: Path) -> Path:
    return word(folder / "xml.docx", "<w:p>")


def broken_sheet(folder: Path) -> Path:
    return book(
        folder / "lembar.xlsx",
        "<worksheet><sheetData><row><c r='A1' t='s'><v>99999</v></c></row></sheetData></worksheet",
    )


def unknown(folder: Path) -> Path:
    path = folder / "gambar.png"
    path.write_bytes(b"\x89PNG")
    return path


HOSTILE = {
    zip_bomb: "bila dibuka", many_members: "bagian", huge_comment: "bila dibuka", far_cell: "XFD1048576",
    far_row: "A900000", far_column: "XFD5", external_entity: "DOCTYPE", late_doctype: "DOCTYPE", wide_doctype: "DOCTYPE",
    laughs: "DOCTYPE", macro: "makro", macro_name: "makro", encrypted_zip: "sandi", encrypted_office: "sandi",
    truncated: "terpotong", cut_in_the_middle: "terpotong", wrong_ending: "isinya berkas docx",
    text_called_word: "akhiran", zip_called_text: "isinya berkas zip", binary_text: "bukan berkas teks",
    old_word: ".docx", broken_xls: "rusak", very_large: "terlalu besar", empty: "kosong", deep_xml: "rusak",
    broken_xml: "rusak", broken_sheet: "rusak", unknown: "tidak dikenal",
}  # fmt: skip


@pytest.mark.parametrize("make", list(HOSTILE), ids=lambda make: make.__name__)
def test_a_hostile_file_is_refused_with_one_plain_message(tmp_path, make):
    path = make(tmp_path)
    before = set(Path(tempfile.gettempdir()).iterdir())
    with pytest.raises(BadInput) as caught:
        read_source(path)
    said = str(caught.value)
    assert path.name in said
    assert HOSTILE[make] in said
    assert "Traceback" not in said
    assert 1 == len(caught.value.problems)
    assert set(tmp_path.iterdir()) == {path}
    assert {entry for entry in Path(tempfile.gettempdir()).iterdir() if "pohon" in entry.name} <= before


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured through /proc")
@pytest.mark.parametrize(
    "make", [huge_comment, far_cell, zip_bomb, laughs, very_large, deep_xml], ids=lambda m: m.__name__
)
def test_refusing_takes_at_most_ten_seconds_and_500_megabytes(tmp_path, make):
    path = make(tmp_path)
    code = (
        "import sys, time, resource; from pathlib import Path; from pohon.errors import BadInput;"
        "from pohon.forms.imports.reading import read_source\n"
        "start = time.process_time()\n"
        "try: read_source(Path(sys.argv[1])); sys.exit('read')\n"
        "except BadInput: pass\n"
        "own, child = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))\n"
        # ru_maxrss of a process starts with the memory of the one that started it; VmHWM is its own
        "high = next(int(row.split()[1]) for row in open('/proc/self/status') if row.startswith('VmHWM'))\n"
        "print(max(high, child.ru_maxrss) // 1000, own.ru_utime + own.ru_stime + child.ru_utime + child.ru_stime)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, timeout=120, check=False
    )
    assert 0 == done.returncode, done.stderr
    megabytes, seconds = done.stdout.split()
    print(f"{make.__name__}: {megabytes} MB, {seconds} s of CPU")
    assert int(megabytes) <= 500
    assert float(seconds) <= 10
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > 0


def test_a_reader_that_never_ends_is_stopped(tmp_path, monkeypatch):
    path = word(tmp_path / "a.docx")
    monkeypatch.setattr(guard, "LIMITS", {**guard.LIMITS, "seconds": 0.001})
    with pytest.raises(BadInput, match="melebihi"):
        guard.child(path, "docx")


def test_good_files_pass(tmp_path):
    assert "docx" == guard.form_of(word(tmp_path / "a.docx"))
    source = read_source(word(tmp_path / "b.docx", "<w:p><w:r><w:t>Tahap 1</w:t></w:r></w:p>"))
    assert ["Tahap 1"] == [line.text for line in source.lines()]


def test_a_missing_file_and_a_folder_are_told_plainly(tmp_path):
    with pytest.raises(BadInput, match="tidak dapat dibaca"):
        guard.form_of(tmp_path / "tiada.xlsx")
    with pytest.raises(BadInput):
        guard.form_of(tmp_path)
