"""What only the styles of a workbook tell: which cells are percents, and how far a cell is indented.

calamine gives raw values; openpyxl takes ten times as long for these two facts (libraries.md section 5).
"""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

__all__ = ["Styles", "styles_of"]

_PERCENT_BUILTIN = frozenset({9, 10})
_STYLED = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*? s="(\d+)"')
_LARGEST_INDENT = 250


@dataclass(frozen=True, slots=True)
class Styles:
    """Facts of one sheet, by reference of the cell ("B4")."""

    percent: frozenset[str] = frozenset()
    indent: Mapping[str, int] = field(default_factory=dict)


def styles_of(path: Path) -> dict[str, Styles]:
    """Return sheet name -> its styles; only sheets with such styles are named."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        if "xl/styles.xml" not in names:
            return {}
        percent, indent = _formats(archive.read("xl/styles.xml").decode("utf-8", "replace"))
        if not percent and not indent:
            return {}
        found: dict[str, Styles] = {}
        for name, part in _parts(archive, names).items():
            cells = [(ref.decode(), int(style)) for ref, style in _STYLED.findall(archive.read(part))]
            found[name] = Styles(
                frozenset(ref for ref, style in cells if style in percent),
                {ref: indent[style] for ref, style in cells if style in indent},
            )
    return found


def _parts(archive: zipfile.ZipFile, names: set[str]) -> dict[str, str]:
    """Return sheet name -> its part of the zip, as the workbook links them."""
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return {}
    book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
    links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    targets: dict[str, str] = {}
    for one in re.findall(r"<Relationship\b[^>]*>", links):
        identity, target = re.search(r'\bId="([^"]*)"', one), re.search(r'\bTarget="([^"]*)"', one)
        if identity and target:
            targets[identity[1]] = target[1].lstrip("/")
    found: dict[str, str] = {}
    for one in re.findall(r"<sheet\b[^>]*>", book):
        name, link = re.search(r'\bname="([^"]*)"', one), re.search(r'\br:id="([^"]*)"', one)
        target_ = targets.get(link[1], "") if link else ""
        part = target_ if target_.startswith("xl/") else f"xl/{target_}"
        if name and part in names:
            found[unescape(name[1])] = part
    return found


def _formats(text: str) -> tuple[frozenset[int], dict[int, int]]:
    """Return the styles that print percents, and style -> indent."""
    own = {
        int(one)
        for one, code in re.findall(r'<numFmt numFmtId="(\d{1,9})" formatCode="([^"]*)"', text)
        if _is_percent(code)
    }
    formats = re.search(r"<cellXfs.*?</cellXfs>", text, re.DOTALL)
    parts = re.split(r"<xf\b", formats[0])[1:] if formats else []
    percent, indent = set[int](), dict[int, int]()
    for style, part in enumerate(parts):
        number, depth = re.search(r'numFmtId="(\d{1,9})"', part), re.search(r'\bindent="(\d{1,3})"', part)
        if number and int(number[1]) in own | _PERCENT_BUILTIN:
            percent.add(style)
        if depth and 0 < int(depth[1]) <= _LARGEST_INDENT:
            indent[style] = int(depth[1])
    return frozenset(percent), indent


def _is_percent(code: str) -> bool:
    """Tell whether a number format multiplies by a hundred; a percent sign in quotes is only a letter."""
    return "%" in re.sub(r"&quot;.*?&quot;|\\.", "", code)
