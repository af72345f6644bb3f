"""One tree drawn in every way that offices draw it: Word boxes and groups, old VML, slides, SmartArt, Excel shapes."""

import io
import re
import zipfile
from pathlib import Path

import docx
import xlsxwriter
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.util import Pt

__all__ = ["DRAWN", "TREE"]

TREE = (
    ("a", "", "OUTCOME\nMeningkatnya ketahanan pangan keluarga\nIndikator: Indeks ketahanan pangan", 300, 0),
    ("b", "a", "Meningkatnya ketersediaan pangan lokal", 60, 100),
    ("c", "a", "Meningkatnya keterjangkauan pangan", 500, 110),
    ("d", "b", "Meningkatnya produksi pangan pekarangan\nIKU: Persentase keluarga berkebun", 0, 200),
    ("e", "b", "Meningkatnya cadangan pangan desa", 330, 205),
    ("f", "c", "Menurunnya gejolak harga pangan", 500, 200),
    ("g", "d", "Terlaksananya pelatihan kebun keluarga", 180, 300),
    ("h", "e", "Tersedianya lumbung pangan desa", 360, 300),
)
"""Name, name of the parent, text, left and top: a place alone would give e and g another parent."""

_W, _H, _EMU = 150, 60, 12_700
_AT = {name: (left, top) for name, _, _, left, top in TREE}
_ID = {name: place for place, (name, *_) in enumerate(TREE, 2)}
_EDGES = tuple((parent, name) for name, parent, *_ in TREE if parent)
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def _paragraphs(text: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.split("\n"))


def _box(name: str, text: str, left: int, top: int) -> str:
    return (
        f'<wps:wsp><wps:cNvPr id="{_ID[name]}" name="kotak {name}"/><wps:cNvSpPr/><wps:spPr><a:xfrm>'
        f'<a:off x="{left * _EMU}" y="{top * _EMU}"/><a:ext cx="{_W * _EMU}" cy="{_H * _EMU}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"/></wps:spPr><wps:txbx><w:txbxContent>{_paragraphs(text)}</w:txbxContent></wps:txbx>'
        "<wps:bodyPr/></wps:wsp>"
    )


def _ends(upper: str, lower: str) -> tuple[tuple[float, float], tuple[float, float]]:
    return (_AT[upper][0] + _W / 2, _AT[upper][1] + _H), (_AT[lower][0] + _W / 2, _AT[lower][1])


def _line(number: int, upper: str, lower: str, *, glued: bool) -> str:
    (x1, y1), (x2, y2) = _ends(upper, lower)
    turned = ' flipH="1"' if x2 < x1 else ""
    ends = f'<a:stCxn id="{_ID[upper]}" idx="2"/><a:endCxn id="{_ID[lower]}" idx="0"/>' if glued else ""
    return (
        f'<wps:wsp><wps:cNvPr id="{100 + number}" name="garis"/><wps:cNvCnPr>{ends}</wps:cNvCnPr><wps:spPr>'
        f'<a:xfrm{turned}><a:off x="{min(x1, x2) * _EMU:.0f}" y="{y1 * _EMU:.0f}"/>'
        f'<a:ext cx="{abs(x2 - x1) * _EMU:.0f}" cy="{(y2 - y1) * _EMU:.0f}"/></a:xfrm>'
        '<a:prstGeom prst="bentConnector3"/></wps:spPr><wps:bodyPr/></wps:wsp>'
    )


def _anchor(inner: str, left: int = 0, top: int = 0) -> str:
    return (
        '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:positionH relativeFrom="column"><wp:posOffset>{left * _EMU}</wp:posOffset></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{top * _EMU}</wp:posOffset></wp:positionV>'
        f'<a:graphic><a:graphicData uri="x">{inner}</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
        '<mc:Fallback><w:pict><v:rect id="lama" style="left:0;top:0"><v:textbox><w:txbxContent>'
        f"{_paragraphs('Terlaksananya salinan lama')}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )


def _group(kind: str, inner: str) -> str:
    frame = (
        '<wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="4127500" cy="2286000"/>'
        '<a:chOff x="2540" y="2540"/><a:chExt cx="8255000" cy="4572000"/></a:xfrm></wpg:grpSpPr>'
    )
    return f"<{kind}>{frame if kind == 'wpg:wgp' else ''}{inner}</{kind}>"


def _word(path: Path, body: str, parts: dict[str, str] | None = None) -> None:
    document = docx.Document()
    document.add_paragraph("POHON KINERJA DINAS KETAHANAN PANGAN KABUPATEN CONTOH")
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(path, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "word/document.xml":
                text = re.sub(r"<w:document [^>]*>", f"<w:document {_NAMES}>", data.decode(), count=1)
                data = text.replace("<w:sectPr", f"{body}<w:sectPr", 1).encode()
            target.writestr(name, data)
        for name, text in (parts or {}).items():
            target.writestr(name, text)


def _boxes() -> str:
    return "".join(_box(name, text, left, top) for name, _, text, left, top in TREE)


def _lines(*, glued: bool) -> str:
    return "".join(_line(number, *pair, glued=glued) for number, pair in enumerate(_EDGES))


def word_boxes(path: Path) -> None:
    """Every box and glued connector anchored by itself."""
    boxes = (_anchor(_box(name, text, 0, 0), left, top) for name, _, text, left, top in TREE)
    lines = (_anchor(_line(number, *pair, glued=True)) for number, pair in enumerate(_EDGES))
    _word(path, "".join(boxes) + "".join(lines))


def word_group(path: Path) -> None:
    """A group with its own coordinates and lines that only touch the boxes."""
    _word(path, _anchor(_group("wpg:wgp", _boxes() + _lines(glued=False))))


def word_canvas(path: Path) -> None:
    """A drawing canvas."""
    _word(path, _anchor(_group("wpc:wpc", _boxes() + _lines(glued=False))))


def word_old_group(path: Path) -> None:
    """A VML group with lines."""
    boxes = "".join(
        f'<v:rect id="_x0000_s{name}" style="position:absolute;left:{left};top:{top};width:{_W};height:{_H}">'
        f"<v:textbox><w:txbxContent>{_paragraphs(text)}</w:txbxContent></v:textbox></v:rect>"
        for name, _, text, left, top in TREE
    )
    lines = "".join(
        f'<v:line id="g{number}" from="{x1:.0f},{y1:.0f}" to="{x2:.0f},{y2:.0f}"/>'
        for number, ((x1, y1), (x2, y2)) in enumerate(_ends(*pair) for pair in _EDGES)
    )
    style = "position:absolute;margin-left:10pt;margin-top:10pt;width:325pt;height:180pt"
    group = f'<v:group style="{style}" coordorigin="0,0" coordsize="650,360">{boxes}{lines}</v:group>'
    _word(path, f"<w:p><w:r><w:pict>{group}</w:pict></w:r></w:p>")


def word_old_boxes(path: Path) -> None:
    """VML shapes with connectors that are glued by rules."""
    shapes = "".join(
        f'<w:p><w:r><w:pict><v:roundrect id="_x0000_s{_ID[name]}" style="position:absolute;margin-left:{left}pt;'
        f'margin-top:{top}pt;width:{_W}pt;height:{_H}pt"><v:textbox><w:txbxContent>{_paragraphs(text)}'
        "</w:txbxContent></v:textbox></v:roundrect></w:pict></w:r></w:p>"
        for name, _, text, left, top in TREE
    )
    lines = ""
    for number, (upper, lower) in enumerate(_EDGES):
        (x1, y1), (x2, y2) = _ends(upper, lower)
        lines += (
            f'<v:shape id="k{number}" type="#_x0000_t34" o:connectortype="elbow" style="position:absolute;margin-left:'
            f'{min(x1, x2)}pt;margin-top:{y1}pt;width:{abs(x2 - x1)}pt;height:{y2 - y1}pt{";flip:x" if x2 < x1 else ""}"/>'
        )
    _word(path, f"{shapes}<w:p><w:r><w:pict>{lines}</w:pict></w:r></w:p>")


def smart_art(path: Path) -> None:
    """A SmartArt hierarchy."""
    points = '<dgm:pt modelId="0" type="doc"/>' + "".join(
        f'<dgm:pt modelId="{_ID[name]}"><dgm:t><a:bodyPr/>'
        + "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in text.split("\n"))
        + "</dgm:t></dgm:pt>"
        for name, _, text, *_ in TREE
    )
    joined = '<dgm:cxn modelId="90" srcId="0" destId="2" srcOrd="0" destOrd="0"/>' + "".join(
        f'<dgm:cxn modelId="{100 + place}" srcId="{_ID[upper]}" destId="{_ID[lower]}" srcOrd="{place}" destOrd="0"/>'
        for place, (upper, lower) in enumerate(_EDGES)
    )
    model = (
        '<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f"<dgm:ptLst>{points}</dgm:ptLst><dgm:cxnLst>{joined}</dgm:cxnLst></dgm:dataModel>"
    )
    _word(path, "<w:p/>", {"word/diagrams/data1.xml": model})


def _slides(path: Path, *, glued: bool, group: bool) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "POHON KINERJA DINAS KETAHANAN PANGAN"
    shapes = slide.shapes.add_group_shape().shapes if group else slide.shapes
    boxes = {}
    for name, _, text, left, top in TREE:
        boxes[name] = shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(left), Pt(top + 100), Pt(_W), Pt(_H))
        boxes[name].text_frame.text = text
    for upper, lower in _EDGES:
        (x1, y1), (x2, y2) = _ends(upper, lower)
        line = shapes.add_connector(MSO_CONNECTOR.ELBOW, Pt(x1), Pt(y1 + 100), Pt(x2), Pt(y2 + 100))
        if glued:
            line.begin_connect(boxes[upper], 2)
            line.end_connect(boxes[lower], 0)
    deck.save(path)


def slides_glued(path: Path) -> None:
    """Slides with glued connectors."""
    _slides(path, glued=True, group=False)


def slides_loose_group(path: Path) -> None:
    """A group of boxes with lines that only touch them."""
    _slides(path, glued=False, group=True)


def slides_bars(path: Path) -> None:
    """An organigram: a line down to a bar, the bar, and a line down to each box."""
    deck = Presentation()
    shapes = deck.slides.add_slide(deck.slide_layouts[6]).shapes
    for _, _, text, left, top in TREE:
        shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(left), Pt(top), Pt(_W), Pt(_H)).text_frame.text = text
    for upper in dict(_EDGES):
        ends = [_ends(*pair) for pair in _EDGES if pair[0] == upper]
        (x, y), bar = ends[0][0], ends[0][0][1] + 20
        across = [x, *(end[1][0] for end in ends)]
        strokes = [(x, y, x, bar), (min(across), bar, max(across), bar)]
        strokes += [(end[1][0], bar, end[1][0], end[1][1]) for end in ends]
        for x1, y1, x2, y2 in strokes:
            shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(x1), Pt(y1), Pt(x2), Pt(y2))
    deck.save(path)


def sheet_shapes(path: Path) -> None:
    """Text boxes of Excel with connectors written beside them."""
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for _, _, text, left, top in TREE:
        pixels = {"x_offset": left * 4 / 3, "y_offset": top * 4 / 3, "width": _W * 4 / 3, "height": _H * 4 / 3}
        sheet.insert_textbox(0, 0, text, pixels)
    book.close()
    name = "xl/drawings/drawing1.xml"
    lines = "".join(
        f'<xdr:absoluteAnchor><xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="{200 + place}" name="g"/><xdr:cNvCxnSpPr>'
        f'<a:stCxn id="{_ID[upper]}" idx="2"/><a:endCxn id="{_ID[lower]}" idx="0"/></xdr:cNvCxnSpPr></xdr:nvCxnSpPr>'
        "<xdr:spPr/></xdr:cxnSp><xdr:clientData/></xdr:absoluteAnchor>"
        for place, (upper, lower) in enumerate(_EDGES)
    )
    with zipfile.ZipFile(path) as source:
        parts = {one: source.read(one) for one in source.namelist()}
    parts[name] = parts[name].replace(b"</xdr:wsDr>", f"{lines}</xdr:wsDr>".encode())
    with zipfile.ZipFile(path, "w") as target:
        for one, data in parts.items():
            target.writestr(one, data)


DRAWN = {
    "kotak.docx": word_boxes, "grup.docx": word_group, "kanvas.docx": word_canvas, "vml-grup.docx": word_old_group,
    "vml.docx": word_old_boxes, "smartart.docx": smart_art, "salindia.pptx": slides_glued,
    "salindia-grup.pptx": slides_loose_group, "bagan.pptx": slides_bars, "lembar.xlsx": sheet_shapes,
}  # fmt: skip
"""Name of a file -> what writes it."""
