"""Bytes of a tree file -> text. Windows editors leave many marks; what can be read is read, with a note."""

import codecs
import re

from pohon.errors import BadInput, Place, Problem
from pohon.frozen import dataclass

__all__ = ["MAX_BYTES", "Decoded", "decode"]

MAX_BYTES = 20_000_000
"""Largest tree file that is read, in bytes (design.md section 3)."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", ""),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|[\ud800-\udfff]")
_BINARY_SHARE = 0.02
_DOCUMENTS = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")
"""How Word, Excel and PDF files begin."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and, in Indonesian, what was unusual about its bytes."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str = "") -> Decoded:
    """Return the text of a tree file.

    Reads UTF-8, UTF-16 (with byte-order mark) and Windows-1252, any kind of line end. Raises BadInput for files
    that are empty, too large, binary or hold control characters.
    """
    if len(data) > MAX_BYTES:
        megabytes = f"{len(data) / 1_000_000:.0f}"
        raise _refusal(name, f"berkas terlalu besar ({megabytes} MB, paling besar 20 MB).", "Pecah menurut instansi.")
    if data.startswith(_DOCUMENTS):
        raise _no_text(data, name)
    text, notes = _to_text(data, name)
    if not text.strip():
        raise _refusal(name, "berkas kosong.", "Mulai dengan `pohon new NAMA`.")
    _refuse_control_characters(text, name)
    if "\r" in text.replace("\r\n", ""):
        notes.append("akhir baris gaya lama (CR) dibaca sebagai baris baru.")
        text = re.sub("\r(?!\n)", "\n", text)
    return Decoded(text, tuple(notes))


def _to_text(data: bytes, name: str) -> tuple[str, list[str]]:
    for bom, encoding, title in _BOMS:
        if data.startswith(bom):
            try:
                text = data[len(bom) :].decode(encoding)
            except UnicodeDecodeError as error:
                message = (
                    f"tanda awal berkas mengatakan {encoding}, tetapi isinya rusak pada bita ke-{error.start + 1}."
                )
                raise _refusal(name, message, "Simpan ulang sebagai UTF-8.") from None
            return text, [f"berkas berenkode {title}; akan disimpan sebagai UTF-8."] if title else []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _from_windows(data, name)


def _from_windows(data: bytes, name: str) -> tuple[str, list[str]]:
    controls = sum(byte < 9 or 13 < byte < 32 for byte in data)
    if controls > len(data) * _BINARY_SHARE:
        raise _no_text(data, name)
    text = data.decode("cp1252", errors="replace")
    return text, ["berkas berenkode Windows-1252; akan disimpan sebagai UTF-8."]


def _no_text(data: bytes, name: str) -> BadInput:
    remedy = "Berkas pohon adalah teks biasa (*.pohon.yaml); mulai dengan `pohon new NAMA`."
    if data.startswith(_DOCUMENTS):
        remedy = "Dokumen Word, Excel, atau PDF dijadikan pohon dahulu dengan `pohon import DOKUMEN`."
    return _refusal(name, "ini bukan berkas teks.", remedy)


def _refuse_control_characters(text: str, name: str) -> None:
    found = list(_CONTROL.finditer(text))
    if not found:
        return
    if len(found) > max(20, len(text) * _BINARY_SHARE):
        raise _no_text(b"", name)
    problems = []
    for match in found:
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        message = f"ada huruf kendali yang tidak terlihat (U+{ord(match[0]):04X})."
        problems.append(Problem(Place(line, column, line, column + 1), message, "Hapus huruf itu."))
    raise BadInput(name, tuple(problems))


def _refusal(name: str, message: str, remedy: str) -> BadInput:
    return BadInput(name, (Problem(Place(), message, remedy),))
