"""What Word itself would complain about: order of elements, empty cells, unequal rows, broken references.

The orders are those of the schema of ECMA-376 part 1 (wml.xsd); elements that we never write are left out.
"""

import io
import re
import zipfile
from collections import Counter
from xml.etree import ElementTree

import pytest

from pohon.forms.kinds import KINDS, build
from pohon.forms.wanted import Wanted
from pohon.forms.word import as_docx
from tests.trees.reading import example

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
ORDER = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": (
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
        "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
        "eastAsianLayout specVanish oMath"
    ),
    "tblPr": (
        "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
        "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tblCellMar": "top start left bottom end right",
    "tblBorders": "top start left bottom end right insideH insideV",
    "tcPr": ("cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark"),
    "sectPr": (
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType "
        "cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
    ),
    "style": (
        "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
        "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "zoom": "",
}
PARTS = ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml")
each_kind = pytest.mark.parametrize("kind", KINDS)


def parts(kind: str, tree: str = "pohon-disdukcapil-balangan-perbaikan") -> dict[str, bytes]:
    data = as_docx(build(example(tree), kind, Wanted(year=2026)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def xml(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)  # noqa: S314 - our own bytes


def disorder(root: ElementTree.Element) -> list[str]:
    """Return the elements whose children stand in another order than the schema wants, or are unknown to it."""
    wrong = []
    for element in root.iter():
        name = element.tag.removeprefix(W)
        if not element.tag.startswith(W) or name not in ORDER:
            continue
        known = ORDER[name].split()
        found = [child.tag.removeprefix(W) for child in element if child.tag.startswith(W)]
        if any(one not in known for one in found) or found != sorted(found, key=known.index):
            wrong.append(f"{name}: {' '.join(found)}")
    return wrong


def test_the_check_of_the_order_sees_a_wrong_one():
    root = xml(f'<a xmlns:w="{W[1:-1]}"><w:pPr><w:jc/><w:spacing/></w:pPr><w:tcPr><w:x/></w:tcPr></a>'.encode())
    assert disorder(root) == ["pPr: jc spacing", "tcPr: x"]


@each_kind
def test_elements_stand_in_the_order_of_the_schema(kind):
    found = parts(kind)
    assert [] == [wrong for name in PARTS for wrong in disorder(xml(found[name]))]


@each_kind
def test_every_cell_ends_with_a_paragraph_and_every_row_fills_the_grid(kind):
    root = xml(parts(kind)["word/document.xml"])
    assert [] == [cell for cell in root.iter(f"{W}tc") if cell[-1].tag != f"{W}p"]
    for table in root.iter(f"{W}tbl"):
        grid = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        for row in table.findall(f"{W}tr"):
            spans = (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(f"{W}tc"))
            assert grid == sum(1 if span is None else int(span.get(f"{W}val")) for span in spans)


@each_kind
def test_a_merged_cell_continues_only_below_one_that_began(kind):
    for table in xml(parts(kind)["word/document.xml"]).iter(f"{W}tbl"):
        merged: dict[int, bool] = {}
        for row in table.findall(f"{W}tr"):
            at = 0
            for cell in row.findall(f"{W}tc"):
                mark, span = cell.find(f"{W}tcPr/{W}vMerge"), cell.find(f"{W}tcPr/{W}gridSpan")
                assert mark is None or mark.get(f"{W}val") == "restart" or merged.get(at)
                merged[at] = mark is not None
                at += 1 if span is None else int(span.get(f"{W}val"))


@each_kind
def test_every_reference_has_an_aim_and_every_part_a_type(kind):
    found = parts(kind)
    links = Counter(re.findall(rb'\bId="([^"]+)"', found["word/_rels/document.xml.rels"]))
    assert [] == [name for name, times in links.items() if times > 1]
    used = {value for one in xml(found["word/document.xml"]).iter() for key, value in one.items() if key.startswith(R)}
    assert used <= {name.decode() for name in links}
    styles = {style.get(f"{W}styleId") for style in xml(found["word/styles.xml"]).iter(f"{W}style")}
    named = ("pStyle", "rStyle", "tblStyle", "basedOn")
    asked = {
        one.get(f"{W}val")
        for name in ("word/document.xml", "word/styles.xml")
        for word in named
        for one in xml(found[name]).iter(f"{W}{word}")
    }
    assert asked <= styles
    types = found["[Content_Types].xml"].decode()
    assert [] == [name for name in found if f'"/{name}"' not in types and f'"{name.rpartition(".")[2]}"' not in types]


def test_the_document_is_one_of_todays_word_without_a_picture_of_another_one():
    found = parts("tahap1")
    assert (
        b'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
        in (found["word/settings.xml"])
    )
    assert [] == [name for name in found if "thumbnail" in name]
    assert b"thumbnail" not in found["_rels/.rels"]


def test_behaviour_and_signatures_of_a_skp_stay_on_one_page():
    root = xml(parts("skp")["word/document.xml"])
    tables = [table for table in root.iter(f"{W}tbl") if "Berorientasi Pelayanan" in "".join(table.itertext())]
    assert tables
    for table in tables:
        assert all(row.find(f".//{W}keepNext") is not None for row in table.findall(f"{W}tr")[1:])
