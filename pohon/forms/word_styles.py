"""Styles of the Word forms: added to a document that lacks them, left alone where the user's template has its own.

The font is that of the template's normal text; without a template Arial 11, as government letters are printed.
"""

__all__ = ["PARAGRAPHS", "TABLE", "paragraph_style"]


def _space(before: int, after: int, align: str = "", *, keep: bool = False) -> str:
    """Return paragraph properties: space in twentieths of a point, where the text stands."""
    place = f'<w:jc w:val="{align}"/>' if align else ""
    return f'{"<w:keepNext/>" if keep else ""}<w:spacing w:before="{before}" w:after="{after}"/>{place}'


def _hanging(after: int, left: int, hanging: int) -> str:
    """Return paragraph properties of a list item."""
    return f'<w:spacing w:before="20" w:after="{after}"/><w:ind w:left="{left}" w:hanging="{hanging}"/>'


def _runs(half_points: int, *, bold: bool = False, italic: bool = False) -> str:
    """Return run properties."""
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    return f'{look}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


_LINE = '<w:pBdr><w:bottom w:val="thinThickSmallGap" w:sz="18" w:space="4" w:color="auto"/></w:pBdr>'
_BODY = '<w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto"/><w:jc w:val="both"/>'
_GAP = '<w:spacing w:before="0" w:after="0" w:line="160" w:lineRule="exact"/>'
_END = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_SIZES = (("", 20, 30), (" Kecil", 17, 24), (" Rapat", 14, 16), (" Tipis", 12, 10))

PARAGRAPHS: dict[str, tuple[str, str, str]] = {
    "IsiFormulir": ("Isi Formulir", _BODY, ""),
    "TengahFormulir": ("Tengah Formulir", _space(0, 120, "center"), ""),
    "JudulFormulir": ("Judul Formulir", _space(120, 160, "center", keep=True), _runs(26, bold=True)),
    "KopFormulir": ("Kop Formulir", _LINE + _space(0, 120, "center"), _runs(28, bold=True)),
    "ButirFormulir": ("Butir Formulir", _hanging(60, 720, 360), ""),
    "CatatanFormulir": ("Catatan Formulir", _space(60, 120), _runs(18, italic=True)),
    "BarisFormulir": ("Baris Formulir", _space(20, 20), ""),
    "ButirTabel": ("Butir Tabel", _hanging(20, 340, 340), ""),
    "JarakFormulir": ("Jarak Formulir", _GAP, ""),
    "AkhirFormulir": ("Akhir Formulir", _END, ""),
    "TandaTangan": ("Tanda Tangan", _space(0, 0, "center"), ""),
    "NamaTandaTangan": ("Nama Tanda Tangan", _space(1300, 0, "center"), ""),
}
"""Id -> (name, paragraph properties, run properties)."""
for _name, _half, _gap in _SIZES:
    PARAGRAPHS[f"IsiTabel{_name.strip()}"] = (f"Isi Tabel{_name}", _space(_gap, _gap), _runs(_half))
    _head = _space(20, 20, "center", keep=True)
    PARAGRAPHS[f"KepalaTabel{_name.strip()}"] = (f"Kepala Tabel{_name}", _head, _runs(_half, bold=True))


def _border(side: str) -> str:
    size = 4 if side.startswith("inside") else 6
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>'


_BORDERS = "".join(map(_border, ("top", "left", "bottom", "right", "insideH", "insideV")))
TABLE = (
    '<w:style {ns} w:type="table" w:customStyle="1" w:styleId="TabelFormulir"><w:name w:val="Tabel Formulir"/>'
    f'<w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr></w:style>'
)
"""The lines of a form: one thin frame, thinner lines inside."""


def paragraph_style(namespaces: str, id_: str) -> str:
    """Return the XML of one paragraph style."""
    name, paragraph, runs = PARAGRAPHS[id_]
    return (
        f'<w:style {namespaces} w:type="paragraph" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{runs}</w:rPr></w:style>'
    )
