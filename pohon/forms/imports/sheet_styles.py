"""What only the styles of a workbook tell: how figures are printed, how far a cell is indented, what fills it.

calamine gives raw values; openpyxl takes ten times as long for these facts (libraries.md section 5).
"""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path

from .colours import resolved, theme_colours

__all__ = ["Figure", "Styles", "styles_of"]

_BUILTIN = {2: "0.00", 4: "#,##0.00", 9: "0%", 10: "0.00%", 39: "#,##0.00", 40: "#,##0.00"}
"""Formats that every workbook knows by number (ISO/IEC 29500-1, 18.8.30) and that say something of a figure."""

_STYLED = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*? s="(\d+)"')
_LARGEST_INDENT = 250
_LONGEST_UNIT = 20


@dataclass(frozen=True, slots=True)
class Figure:
    """How a number is printed: decimals at least, times a hundred or not, and the unit behind it ("%", " orang")."""

    decimals: int = 0
    percent: bool = False
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Styles:
    """Facts of one sheet, by reference of the cell ("B4")."""

    figure: Mapping[str, "Figure"] = field(default_factory=dict)
    indent: Mapping[str, int] = field(default_factory=dict)
    fill: Mapping[str, str] = field(default_factory=dict)


def styles_of(path: Path) -> dict[str, Styles]:
    """Return sheet name -> its styles; only sheets with such styles are named."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist())
        if "xl/styles.xml" not in names:
            return {}
        text = archive.read("xl/styles.xml").decode("utf-8", "replace")
        figure, indent = _formats(text)
        fill = _fills(text, archive, names)
        if not figure and not indent and not fill:
            return {}
        found: dict[str, Styles] = {}
        for name, part in _parts(archive, names).items():
            cells = [(ref.decode(), int(style)) for ref, style in _STYLED.findall(archive.read(part))]
            found[name] = Styles(
                {ref: figure[style] for ref, style in cells if style in figure},
                {ref: indent[style] for ref, style in cells if style in indent},
                {ref: fill[style] for ref, style in cells if style in fill},
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


def _formats(text: str) -> tuple[dict[int, Figure], dict[int, int]]:
    """Return style -> how it prints figures (only where the number alone does not tell), and style -> indent."""
    codes = _BUILTIN | {
        int(one): unescape(code)
        for one, code in re.findall(r'<numFmt numFmtId="(\d{1,9})" formatCode="([^"]{0,255})"', text)
    }
    formats = re.search(r"<cellXfs.*?</cellXfs>", text, re.DOTALL)
    parts = re.split(r"<xf\b", formats[0])[1:] if formats else []
    figure, indent = dict[int, Figure](), dict[int, int]()
    for style, part in enumerate(parts):
        number, depth = re.search(r'numFmtId="(\d{1,9})"', part), re.search(r'\bindent="(\d{1,3})"', part)
        read = _figure(codes.get(int(number[1]), "")) if number else Figure()
        if read != Figure():
            figure[style] = read
        if depth and 0 < int(depth[1]) <= _LARGEST_INDENT:
            indent[style] = int(depth[1])
    return figure, indent


def _fills(text: str, archive: zipfile.ZipFile, names: set[str]) -> dict[int, str]:
    """Return style -> the colour that fills its cells."""
    part = next((name for name in sorted(names) if re.fullmatch(r"xl/theme/theme\d{1,3}\.xml", name)), "")
    theme = theme_colours(archive.read(part).decode("utf-8", "replace")) if part else ()
    fills = re.search(r"<fills.*?</fills>", text, re.DOTALL)
    colours = []
    for one in re.split(r"<fill\b(?!s)", fills[0])[1:] if fills else []:
        told = re.search(r"<fgColor\b[^>]*>", one) if 'patternType="solid"' in one else None
        colours.append(resolved(told[0], theme) if told else "")
    formats = re.search(r"<cellXfs.*?</cellXfs>", text, re.DOTALL)
    found = {}
    for style, one in enumerate(re.split(r"<xf\b", formats[0])[1:] if formats else []):
        number = re.search(r'\bfillId="(\d{1,6})"', one)
        if number and int(number[1]) < len(colours) and colours[int(number[1])]:
            found[style] = colours[int(number[1])]
    return found


def _figure(code: str) -> Figure:
    """Return what a number format says; a percent sign in quotes is only a letter that stands behind the figure."""
    positive = re.sub(r"\[[^\]]*\]", "", code.partition(";")[0])
    plain = re.sub(r'"[^"]*"|\\.|_.|\*.', "", positive)
    if not re.search(r"[0#]", plain) or re.search(r"[ymdhsEe@?/]", plain):
        return Figure()
    decimals = re.search(r"\.(0+)", plain)
    behind = re.findall(r'"([^"]*)"', positive[max(positive.rfind("0"), positive.rfind("#")) :])
    unit = "".join(behind)
    return Figure(
        decimals=len(decimals[1]) if decimals else 0, percent="%" in plain,
        unit=unit if len(unit) <= _LONGEST_UNIT and re.search(r"[^\W\d_]|%", unit) else "",
    )  # fmt: skip
