"""The user's own Word template: letterhead, fonts and margins of the office, with placeholders for what `pohon` knows.

    {{isi}}         the form itself; a paragraph of its own, exactly once
    {{judul}} {{instansi}} {{pemerintah}} {{tahun}} {{jabatan}} {{tempat}} {{tanggal}}

A template comes from anyone: it is looked into before it is opened, and an unknown placeholder is an error.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from docx import Document
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn

from pohon.errors import PohonError

from .tables import clean

__all__ = ["PLACEHOLDERS", "fill", "opened"]

PLACEHOLDERS = ("isi", "judul", "instansi", "pemerintah", "tahun", "jabatan", "tempat", "tanggal")
_MARK = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_LARGEST, _MEMBERS, _UNPACKED = 20_000_000, 2_000, 100_000_000
_BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, zipfile.BadZipFile, OSError)
"""What python-docx raises for parts that are missing or misshapen."""
_HOW = "Simpan sebagai dokumen Word (.docx), lalu coba lagi."


def opened(data: bytes) -> Any:
    """Return the document of a template. Raises PohonError when it is no sound docx."""
    trouble = _trouble(data)
    if trouble:
        raise PohonError(f"templat tidak dapat dipakai: {trouble}")
    try:
        document = Document(io.BytesIO(data))
        whole = document.element.body is not None and bool(document.styles["Normal"])
    except (*_BROKEN, OpcError) as error:
        raise PohonError(f"templat tidak dapat dipakai: berkas Word ini rusak. {_HOW}") from error
    if not whole:
        raise PohonError(f"templat tidak dapat dipakai: berkas Word ini rusak. {_HOW}")
    return document


def _trouble(data: bytes) -> str:
    """Return why the bytes are no docx that may be opened, "" when they are."""
    if len(data) > _LARGEST:
        return "lebih besar dari 20 MB."
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return f"ini bukan dokumen Word. {_HOW}"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _unsound(package)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
        return f"berkas Word ini rusak atau dikunci kata sandi. {_HOW}"


def _unsound(package: zipfile.ZipFile) -> str:
    items = package.infolist()
    if len(items) > _MEMBERS or sum(item.file_size for item in items) > _UNPACKED:
        return "isinya terlalu besar setelah dibuka."
    if not {"[Content_Types].xml", "word/document.xml"} <= {item.filename for item in items}:
        return f"ini bukan dokumen Word. {_HOW}"
    if any(_declares(package, item) for item in items if item.filename.endswith((".xml", ".rels"))):
        return "berkas ini memuat deklarasi yang tidak boleh ada pada dokumen Word."
    return ""


def _declares(package: zipfile.ZipFile, item: zipfile.ZipInfo) -> bool:
    """Tell whether a part begins with a document type: Word never writes one."""
    with package.open(item) as stream:
        start = stream.read(4_096)
    return b"<!DOCTYPE" in start or b"<!D\0O" in start or b"<\0!\0D" in start


def fill(document: Any, content: Any, facts: Mapping[str, str]) -> None:
    """Put the mark of the form and the facts where the placeholders stand.

    Raises PohonError when `{{isi}}` is missing or a placeholder is not known.
    """
    paragraphs = list(_paragraphs(document))
    _check(paragraphs)
    for paragraph in paragraphs:
        text = _text(paragraph)
        if "{{" not in text:
            continue
        if _MARK.sub(lambda found: found[1], text).strip() == "isi" and _MARK.search(text):
            paragraph.getparent().replace(paragraph, content)
        else:
            _reword(paragraph, _MARK.sub(lambda found: clean(facts.get(found[1], "")), text))


def _paragraphs(document: Any) -> Iterator[Any]:
    """Yield every paragraph of the body and of the headers and footers, tables and text boxes included."""
    yield from list(document.element.body.iter(qn("w:p")))
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            yield from list(relation.target_part.element.iter(qn("w:p")))


def _check(paragraphs: list[Any]) -> None:
    found = [name for paragraph in paragraphs for name in _MARK.findall(_text(paragraph))]
    unknown = sorted(set(found) - set(PLACEHOLDERS))
    if unknown:
        near = get_close_matches(unknown[0], PLACEHOLDERS, n=1)
        hint = f" Maksud Anda {{{{{near[0]}}}}}?" if near else ""
        known = " ".join(f"{{{{{name}}}}}" for name in PLACEHOLDERS)
        raise PohonError(f"templat: penanda {{{{{unknown[0]}}}}} tidak dikenal.{hint} Yang dikenal: {known}.")
    whole = sum(1 for paragraph in paragraphs if _stands_alone(paragraph))
    if found.count("isi") != 1 or whole != 1:
        raise PohonError(
            "templat: penanda {{isi}} harus ada tepat satu kali, sendirian pada satu paragraf di badan dokumen. "
            "Di situlah formulir diletakkan."
        )


def _stands_alone(paragraph: Any) -> bool:
    inside = paragraph.getparent().tag == qn("w:body")
    return inside and bool(re.fullmatch(r"\s*\{\{\s*isi\s*\}\}\s*", _text(paragraph)))


def _text(paragraph: Any) -> str:
    return "".join(part.text or "" for part in paragraph.iter(qn("w:t")))


def _reword(paragraph: Any, text: str) -> None:
    """Give a paragraph another text; its first run keeps its look."""
    parts = list(paragraph.iter(qn("w:t")))
    for place, part in enumerate(parts):
        part.text = text if place == 0 else ""
        part.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
