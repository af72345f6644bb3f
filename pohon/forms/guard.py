"""The door for files from anyone: refuses what is hostile or unusable before any reader sees it.

Limits: 50 MB on disk; office files are zips of at most 2,000 members, 100 MB unpacked and 200 times their size,
without DOCTYPE, macros or passwords; sheets of at most 100,000 rows and 200 columns. What passes is read in a child
process with limits of memory and time. Source: design.md section 9; libraries.md section 5 (measured attacks).
"""

import json
import re
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pohon.errors import BadInput, Place, Problem, why

__all__ = ["LIMITS", "child", "form_of"]

LIMITS: Mapping[str, int] = {
    "bytes": 50_000_000,
    "members": 2_000,
    "unpacked": 100_000_000,
    "ratio": 200,
    "rows": 100_000,
    "columns": 200,
    "memory": 500_000_000,
    "seconds": 10,
}
_SMALL = 1_000_000
_CHUNK = 1 << 20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPPED = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml", "ods": "content.xml"}
_TEXT = frozenset({"txt", "csv", "tsv", "tab", "md", "markdown"})
_KNOWN = (*_ZIPPED, "xls", "pdf", "html", "htm", *sorted(_TEXT))
_OLD = {
    "doc": "docx",
    "ppt": "pptx",
    "docm": "docx",
    "xlsm": "xlsx",
    "pptm": "pptx",
    "rtf": "docx",
    "odt": "docx",
    "xlsb": "xlsx",
}
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]{0,400}?\br\s*=\s*["\']([A-Za-z]{1,4})(\d{1,9})["\']')
_DOCTYPE = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OVERLAP = 500


def form_of(path: Path) -> str:
    """Return the format of a file: docx xlsx ods pptx xls pdf html txt csv ... Raises BadInput for what is refused."""
    name = path.name
    if path.exists() and not path.is_file():  # opening a pipe would wait for ever
        raise _refusal(name, "bukan berkas biasa.", "Beri nama berkas dokumen.")
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError as error:
        raise _refusal(name, f"tidak dapat dibaca ({why(error)}).", "Periksa nama dan izinnya.") from None
    if size > LIMITS["bytes"]:
        raise _refusal(
            name, f"terlalu besar ({size / 1e6:.0f} MB, paling besar 50 MB).", "Hapus gambarnya, atau pecah berkasnya."
        )
    if not size:
        raise _refusal(name, "kosong.", "Simpan ulang dari aplikasinya.")
    ending = path.suffix.casefold().lstrip(".")
    form = _by_content(name, head, ending)
    if form in _ZIPPED:
        _check_zip(path, form)
    return form


def _by_content(name: str, head: bytes, ending: str) -> str:
    if ending in _OLD:
        raise _refusal(name, f"bentuk .{ending} tidak dibaca.", f"Simpan sebagai .{_OLD[ending]} tanpa makro.")
    if ending in ("yaml", "yml"):
        raise _refusal(name, "sudah berupa pohon, bukan dokumen.", "Periksa dengan `pohon lint`.")
    if ending not in _KNOWN:
        raise _refusal(name, f'bentuk ".{ending}" tidak dikenal.', f"Yang dibaca: {', '.join(_KNOWN)}.")
    if head.startswith(_OLE):
        if ending in _ZIPPED:
            raise _refusal(name, "berkata sandi, atau bentuk lama.", "Buka, hapus kata sandinya, lalu simpan ulang.")
        if ending != "xls":
            raise _wrong(name, ending, "berkas Office lama")
        return "xls"
    zipped = head.startswith(b"PK\x03\x04")
    if zipped != (ending in _ZIPPED):
        raise _wrong(name, ending, "berkas zip" if zipped else "bukan berkas Office")
    if head.startswith(b"%PDF") != (ending == "pdf"):
        raise _wrong(name, ending, "PDF" if ending != "pdf" else "bukan PDF")
    if ending == "xls":
        raise _wrong(name, ending, "bukan berkas Excel lama")
    return "txt" if ending in _TEXT - {"csv", "tsv", "tab"} else "html" if ending == "htm" else ending


def _check_zip(path: Path, form: str) -> None:
    name = path.name
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _check_members(name, form, members, path.stat().st_size)
            unpacked = 0
            for member in members:
                unpacked += _check_member(archive, member, name, unpacked)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        raise _refusal(name, "rusak atau terpotong.", "Buka dengan aplikasinya, lalu simpan ulang.") from None


def _check_members(name: str, form: str, members: list[zipfile.ZipInfo], size: int) -> None:
    names = {member.filename for member in members}
    if len(members) > LIMITS["members"]:
        raise _refusal(name, f"berisi {len(members)} bagian, paling banyak {LIMITS['members']}.", "Simpan ulang.")
    if any(member.flag_bits & 1 for member in members):
        raise _refusal(name, "berkata sandi.", "Hapus kata sandinya.")
    if any(one.casefold().endswith("vbaproject.bin") for one in names):
        raise _refusal(name, "berisi makro.", "Simpan tanpa makro (.xlsx atau .docx).")
    if _ZIPPED[form] not in names:
        other = next((kind for kind, part in _ZIPPED.items() if part in names), "")
        raise _wrong(name, form, f"berkas {other}" if other else "bukan berkas Office")
    total = sum(member.file_size for member in members)
    if total > LIMITS["unpacked"] or (total > _SMALL and total > size * LIMITS["ratio"]):
        raise _refusal(name, f"isinya {total / 1e6:.0f} MB bila dibuka: terlalu besar.", "Periksa asal berkas ini.")


def _check_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str, before: int) -> int:
    """Read one member in pieces: real size, DOCTYPE, and how far the cells of a sheet reach."""
    is_xml = member.filename.casefold().endswith((".xml", ".rels", ".vml"))
    is_sheet = member.filename.startswith("xl/worksheets/") and is_xml
    total, tail = 0, b""
    with archive.open(member) as stream:
        while piece := stream.read(_CHUNK):
            total += len(piece)
            if before + total > LIMITS["unpacked"]:
                raise _refusal(name, "isinya lebih dari 100 MB bila dibuka.", "Periksa asal berkas ini.")
            if is_xml:
                window = tail + piece
                plain = window.replace(b"\x00", b"") if b"\x00" in window else window
                if _DOCTYPE.search(plain):
                    raise _refusal(name, "berisi DOCTYPE, yang tidak pernah ada di berkas Office.", "Jangan dibuka.")
                if is_sheet:
                    _check_extent(plain, name)
                tail = window[-_OVERLAP:]
    return total


def _check_extent(text: bytes, name: str) -> None:
    for letters, digits in _CELL.findall(text):
        column = 0
        for letter in letters.upper():
            column = column * 26 + letter - 64
        if int(digits) > LIMITS["rows"] or column > LIMITS["columns"]:
            where = f"{letters.decode()}{digits.decode()}"
            limit = f"paling jauh baris {LIMITS['rows']} dan kolom {LIMITS['columns']}"
            raise _refusal(name, f"ada sel di {where}; {limit}.", "Hapus sel yang jauh itu.")


def child(path: Path, form: str) -> Mapping[str, Any]:
    """Read a file in a process of its own, with limits of memory and time; return what it found as plain lists."""
    command = [sys.executable, "-m", "pohon.forms.child", form, str(path.resolve())]
    try:
        done = subprocess.run(command, capture_output=True, timeout=LIMITS["seconds"], check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired:
        raise _refusal(path.name, "pembacaannya melebihi 10 detik.", "Pecah berkasnya.") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        told = said[-1].removeprefix("pohon: ") if said and said[-1].startswith("pohon: ") else ""
        raise _refusal(path.name, told or "rusak, atau terlalu berat untuk dibaca.", "Buka, lalu simpan ulang.")
    found: Mapping[str, Any] = json.loads(done.stdout)
    return found


def _wrong(name: str, ending: str, what: str) -> BadInput:
    return _refusal(name, f"namanya berakhiran .{ending}, isinya {what}.", "Beri nama dengan akhiran yang benar.")


def _refusal(name: str, message: str, remedy: str) -> BadInput:
    return BadInput(name, (Problem(Place(), f"berkas {message}", remedy),))
