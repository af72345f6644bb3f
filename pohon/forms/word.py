"""Forms as Word documents, on plain paper or inside the user's own template with its letterhead and fonts.

The same form gives the same bytes: nothing in the file depends on clock or machine.
"""

import datetime
import io
import re
import zipfile
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from docx import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from pohon.errors import PohonError

from .paper import Page, page
from .tables import Block, Form, Look, Paragraph, clean
from .word_styles import PARAGRAPHS, TABLE, paragraph_style
from .word_template import fill, opened
from .word_xml import end, page_break, section, twips

__all__ = ["as_docx"]

_NAMES: str = nsdecls("w", "m", "r")
_MARK = "00F0E010"
_PLACE = re.compile(rb'<w:p [^<>]*w:rsidR="00F0E010"[^<>]*/>')
"""Where the form is put into the finished document: text into text, which is ten times faster than moving elements."""
_FONT = "Arial"
_CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_BODY = "word/document.xml"
_ZIPPED = (1980, 1, 1, 0, 0, 0)
_HEADINGS = {1: 13, 2: 11.5, 3: 11}


def as_docx(
    form: Form, *, paper: str = "A4", template: bytes | None = None, facts: Mapping[str, str] | None = None
) -> bytes:
    """Return the form as a Word document.

    `template` is the user's own docx with placeholders; `facts` are the words for them ("instansi" ...).
    Raises PohonError when the template cannot be used.
    """
    document = Document() if template is None else opened(template)
    if template is None:
        _plain(document, form)
    _styles(document)
    content = _content(document, form, paper, plain=template is None)
    mark = parse_xml(f'<w:p {_NAMES} w:rsidR="{_MARK}"/>')
    if template is None:
        body = document.element.body
        for child in list(body):
            if child.tag != qn("w:sectPr"):
                body.remove(child)
        body.insert(0, mark)
    else:
        fill(document, mark, {"judul": form.title, **(facts or {})})
    _properties(document, form)
    stream = io.BytesIO()
    document.save(stream)
    return _steady(stream.getvalue(), content)


def _plain(document: Any, form: Form) -> None:
    """Prepare the empty document of python-docx: font, language, headings, page numbers."""
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(11)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    for which in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(which), _FONT)
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), "id-ID")
    for level, size in _HEADINGS.items():
        _heading(document.styles[f"Heading {level}"], size, level)
    _modern(document)
    document.sections[0].footer_distance = Mm(10)
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    footer.paragraphs[0]._p.getparent().replace(footer.paragraphs[0]._p, parse_xml(_footer(form)))  # noqa: SLF001


def _modern(document: Any) -> None:
    """Make the empty document one of today's Word: no "Compatibility Mode" in the title, no picture of another file."""
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
    for zoom in document.settings.element.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")
    links = document.part.package.rels
    for name in [name for name, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[name]


def _heading(style: Any, size: float, level: int) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = _FONT, Pt(size), True, False
    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        if child.tag in (qn("w:color"), qn("w:rFonts")):
            properties.remove(child)
    fonts = properties.get_or_add_rFonts()
    for which in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(which), _FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6 if level == 1 else 10), Pt(4)
    style.paragraph_format.alignment = 1 if level == 1 else 0
    style.paragraph_format.keep_with_next = True


def _footer(form: Form) -> str:
    from xml.sax.saxutils import escape

    def field(code: str) -> str:
        return f'<w:fldSimple w:instr=" {code} "><w:r>{small}<w:t>1</w:t></w:r></w:fldSimple>'

    small = '<w:rPr><w:color w:val="595959"/><w:sz w:val="16"/></w:rPr>'
    title = escape(clean(form.title).replace("\n", " ")[:120])

    def words(text: str) -> str:
        return f'<w:r>{small}<w:t xml:space="preserve">{text}</w:t></w:r>'

    told = (words(f"{title} – halaman "), field("PAGE"), words(" dari "), field("NUMPAGES"))
    return f'<w:p {_NAMES}><w:pPr><w:jc w:val="center"/></w:pPr>{"".join(told)}</w:p>'


def _styles(document: Any) -> None:
    """Add the styles that the document lacks."""
    styles = document.styles.element
    known = {style.get(qn("w:styleId")) for style in styles.iter(qn("w:style"))}
    for id_ in PARAGRAPHS:
        if id_ not in known:
            styles.append(parse_xml(paragraph_style(_NAMES, id_)))
    if "TabelFormulir" not in known:
        styles.append(parse_xml(TABLE.replace("{ns}", _NAMES)))
    for level in _HEADINGS:
        if f"Heading{level}" not in known:
            latent = (
                f'<w:style {_NAMES} w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
            )
            rest = f'<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
            styles.append(parse_xml(f"{latent}{rest}<w:rPr><w:b/></w:rPr></w:style>"))


def _content(document: Any, form: Form, paper: str, *, plain: bool) -> bytes:
    """Return the XML of the form; the page of its last section becomes the page of the document."""
    final = document.element.body.find(qn("w:sectPr"))
    if final is None:
        final = document.element.body._add_sectPr()  # noqa: SLF001
    base = deepcopy(final)
    pages = [_page(document, paper, landscape=part.landscape, plain=plain) for part in form.sections]
    xml = []
    for place, (part, sheet) in enumerate(zip(form.sections, pages, strict=True)):
        blocks = [one for one in part.blocks if plain or not _letterhead(one)]
        xml.append(section(blocks, sheet))
        if place + 1 == len(pages):
            xml.append(end())
        else:
            turned = form.sections[place + 1].landscape != part.landscape
            xml.append(_turn(base, sheet) if turned else page_break())
    if pages:
        _resize(final, pages[-1])
    return "".join(xml).replace("<m:oMath>", f"<m:oMath {nsdecls('m')}>").encode("utf-8")


def _letterhead(one: Block) -> bool:
    """Tell whether a block is the letterhead: a template brings its own."""
    return isinstance(one, Paragraph) and one.look in (Look.LETTERHEAD, Look.ADDRESS)


def _page(document: Any, paper: str, *, landscape: bool, plain: bool) -> Page:
    """Return a page of the wanted paper, or the template's own page turned as the form needs it."""
    if plain:
        return page(paper, landscape=landscape)
    own = document.sections[0]
    short, long = sorted((own.page_width or Mm(210), own.page_height or Mm(297)))
    width, height = (long, short) if landscape else (short, long)
    left, right = own.left_margin or Mm(25), own.right_margin or Mm(20)
    top, bottom = own.top_margin or Mm(20), own.bottom_margin or Mm(18)
    return Page(width.mm, height.mm, left.mm, right.mm, top.mm, bottom.mm)


def _turn(base: Any, sheet: Page) -> str:
    """Return the paragraph that ends a section whose page lies another way."""
    ended = deepcopy(base)
    _resize(ended, sheet)
    text = serialize_part_xml(ended).decode("utf-8").partition("?>")[2]
    return end(text)


def _resize(turned: Any, sheet: Page) -> None:
    size = turned.get_or_add_pgSz()
    size.set(qn("w:w"), str(twips(sheet.width)))
    size.set(qn("w:h"), str(twips(sheet.height)))
    if sheet.width > sheet.height:
        size.set(qn("w:orient"), "landscape")
    elif size.get(qn("w:orient")) is not None:
        del size.attrib[qn("w:orient")]
    margins = turned.get_or_add_pgMar()
    for side, value in (("left", sheet.left), ("right", sheet.right), ("top", sheet.top), ("bottom", sheet.bottom)):
        margins.set(qn(f"w:{side}"), str(twips(value)))


def _properties(document: Any, form: Form) -> None:
    core = document.core_properties
    core.title, core.author, core.last_modified_by = clean(form.title)[:250], "pohon", "pohon"
    core.comments, core.keywords, core.subject, core.revision = "", "", "", 1
    core.created = core.modified = _CREATED


def _steady(data: bytes, content: bytes) -> bytes:
    """Return the package with the form inside and with fixed dates, so that the same form gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for item in old.infolist():
            entry = zipfile.ZipInfo(item.filename, _ZIPPED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 0
            part, times = old.read(item), 1
            if item.filename == _BODY:
                part, times = _PLACE.subn(lambda _: content, part)
            if times != 1:
                raise PohonError("templat tidak dapat dipakai: simpan ulang dengan Word sebagai .docx, lalu coba lagi.")
            new.writestr(entry, part)
    return stream.getvalue()
