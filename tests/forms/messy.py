"""Messy office files from any tree: what people do to tables, by seed.

Merged or repeated or empty upper cells, shifted rows, blank rows, tables split over pages with or without their heading,
numbers inside cells, synonyms and slips in headings, figures in several notations, titles, notes and images around.
"""

import io
import random
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import xlsxwriter

__all__ = ["Grown", "Mess", "cascading", "docx", "grow", "stages", "xlsx"]

_AREAS = (
    ("layanan kesehatan ibu", "puskesmas"), ("produksi padi sawah", "kelompok tani"), ("jalan lingkungan", "kelurahan"),
    ("perpustakaan desa", "sekolah dasar"), ("air bersih pedesaan", "pengelola sumur"), ("pasar rakyat", "pedagang"),
    ("angkutan umum", "terminal"), ("arsip vital", "unit kearsipan"), ("perikanan budidaya", "pembudidaya ikan"),
    ("penanganan sampah", "bank sampah"), ("keluarga berencana", "penyuluh"), ("pencegahan kebakaran", "relawan"),
)  # fmt: skip
_QUALITIES = ("mutu", "jangkauan", "ketepatan", "keamanan", "pemerataan", "kecepatan", "kelengkapan", "keterpaduan")
_UP = ("Meningkatnya", "Terwujudnya", "Membaiknya", "Menguatnya")
_DOWN = ("Terlaksananya", "Tersusunnya", "Terselenggaranya", "Tersalurkannya")
_UNITS = (("Persentase", "%"), ("Jumlah", "orang"), ("Nilai", "Nilai"), ("Indeks", "Indeks"))
LEVELS = ("outcome", "csf", "utama", "antara", "operasional")


@dataclass(eq=False)
class Grown:
    """A condition of the true tree."""

    kind: str
    text: str
    parent: "Grown | None" = None
    children: list["Grown"] = field(default_factory=list)
    measure: str = ""
    unit: str = ""
    target: str = ""

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    @property
    def leaves(self) -> int:
        return sum(child.leaves for child in self.children) or 1


def grow(seed: int) -> Grown:
    """Return a random tree whose statements all differ."""
    dice = random.Random(seed)
    used: set[str] = set()

    def statement(kind: str) -> tuple[str, str]:
        while True:
            area, who = dice.choice(_AREAS)
            head = dice.choice(_DOWN if kind == "operasional" else _UP)
            words = f"{dice.choice(_QUALITIES)} {area} bagi {who} wilayah {dice.randint(1, 400)}"
            if words not in used:
                used.add(words)
                return f"{head} {words}", words

    def node(kind: str, parent: Grown | None) -> Grown:
        text, words = statement(kind)
        measure, unit = dice.choice(_UNITS)
        figure = dice.choice(("98,5", "75", "6.800", "12.450", "81,33", "100", "3"))
        made = Grown(kind, text, parent, [], f"{measure} {words}", unit, figure)
        deeper = LEVELS.index(kind) + 1
        if deeper < len(LEVELS):
            count = {"outcome": 3, "csf": 1, "utama": 2, "antara": 2}[kind]
            made.children = [node(LEVELS[deeper], made) for _ in range(dice.randint(1, count) if kind != "csf" else 1)]
        return made

    return node("outcome", None)


_HEADINGS = {
    "outcome": ("Tujuan", "TUJUAN RENSTRA", "Tujuan Perangkat Daerah", "Tujuan (Ultimate Outcome)"),
    "csf": ("Sasaran", "SASARAN STRATEGIS", "Sasaran Renstra", "Sasaran Eselon II", "Sasaran Stategis"),
    "utama": ("Sasaran Program", "SASARAN PROGRAM", "Outcome Program", "Sasaran Ess III", "Sasaran Porgram"),
    "antara": ("Sasaran Kegiatan", "SASARAN  KEGIATAN", "Output Kegiatan", "Sasaran IV/JF"),
    "operasional": ("Sasaran Sub Kegiatan", "Output Sub Kegiatan", "SASARAN SUB-KEGIATAN", "Sasaran Pelaksana"),
    "indikator": ("Indikator", "INDIKATOR KINERJA", "Indikator Kinerja", "Idikator Kinerja"),
    "satuan": ("Satuan", "SATUAN", "Sat."),
    "target": ("Target", "TARGET", "Target Kinerja"),
    "kondisi": (
        "Kondisi yang diperlukan",
        "KONDISI YANG DIPERLUKAN",
        "Kondisi yang dibutuhkan",
        "Kondisi yg diperlukan",
    ),
    "factor": ("CSF yang sudah dirubah ke bahasa kondisi", "Kondisi CSF", "CSF (bahasa kondisi)"),
    "label": ("keterangan", "Keterangan", "Jenis Kondisi", "Level"),
    "rujukan": ("Rujukan Tahapan", "Rujukan", "RUJUKAN TAHAPAN"),
    "kinerja": ("Kinerja", "KINERJA", "Pernyataan Kinerja"),
}
_LABELS = {
    "utama": ("kondisi antara Utama", "Kondisi Antara Utama"),
    "antara": ("kondisi antara", "Kondisi antara"),
    "operasional": ("kondisi operasional", "Kondisi Operasional", "kondisi oprasional"),
}
_KINDS = {
    "outcome": ("kinerja strategis SKPD",), "csf": ("kinerja strategis", "Kinerja strategis"),
    "utama": ("kinerja taktikal intermediate",), "antara": ("kinerja taktikal immediate", "kinerja immediate"),
    "operasional": ("kinerja operasional",),
}  # fmt: skip


@dataclass(frozen=True)
class Mess:
    """Which habits a file shows."""

    merged: bool = True
    repeated: bool = False
    numbered_cells: bool = False
    row_numbers: bool = False
    column_numbers: bool = False
    blank_rows: bool = False
    shifted: bool = False
    split: str = ""
    notes: bool = False
    image: bool = False
    percent: str = "text"

    @classmethod
    def of(cls, seed: int) -> "Mess":
        dice = random.Random(seed)
        coin = lambda: dice.random() < 0.5  # noqa: E731
        return cls(
            merged=coin(), repeated=coin(), numbered_cells=coin(), row_numbers=coin(), column_numbers=coin(),
            blank_rows=coin(), shifted=coin(), split=dice.choice(("", "bare", "heading")), notes=coin(), image=coin(),
            percent=dice.choice(("text", "spaced", "format")),
        )  # fmt: skip


@dataclass(frozen=True)
class At:
    """A cell: text, and how many rows it covers."""

    text: str
    rows: int = 1


def _figure(node: Grown, mess: Mess) -> str:
    if node.unit == "%":
        return {"text": f"{node.target}%", "spaced": f"{node.target} %", "format": f"{node.target}%%"}[mess.percent]
    return node.target


def cascading(root: Grown, mess: Mess, seed: int) -> list[list[list[At | None]]]:
    """Return the table of one level a column as parts (more than one when it is split over pages)."""
    dice = random.Random(seed + 1)
    per = ("", "indikator", "satuan", "target")
    heading = [dice.choice(_HEADINGS[part or level]) for level in LEVELS for part in per]
    width = len(heading)
    rows: list[list[At | None]] = [[At("") for _ in range(width)] for _ in range(root.leaves)]
    counters = dict.fromkeys(LEVELS, 0)

    def put(node: Grown, row: int) -> None:
        column = LEVELS.index(node.kind) * len(per)
        counters[node.kind] += 1
        number = f"{counters[node.kind]}. " if mess.numbered_cells else ""
        texts = (number + node.text, node.measure, node.unit, _figure(node, mess))
        for line in range(row, row + node.leaves):
            for place, text in enumerate(texts):
                first = line == row
                if mess.merged:
                    rows[line][column + place] = At(text, node.leaves) if first else None
                elif first or (mess.repeated and place == 0):
                    rows[line][column + place] = At(text)
        for child in node.children:
            put(child, row)
            row += child.leaves

    put(root, 0)
    if mess.blank_rows and not mess.merged:
        _insert_blanks(rows, width, dice)
    head = [[At(text) for text in heading]]
    if mess.row_numbers:
        head[0].insert(0, At(dice.choice(("No", "NO.", "No Urut"))))
        for place, row in enumerate(rows, 1):
            row.insert(0, At(str(place) if any(cell and cell.text for cell in row) else ""))
    return _parts(head, rows, mess)


def _insert_blanks(rows: list[list[At | None]], width: int, dice: random.Random) -> None:
    for at in sorted(dice.sample(range(1, len(rows)), min(2, len(rows) - 1)), reverse=True):
        rows.insert(at, [At("")] * width)


def _parts(head: list[list[At | None]], rows: list[list[At | None]], mess: Mess) -> list[list[list[At | None]]]:
    """Number the columns and split the table over pages."""
    numbers = [[At(f"({place})") for place in range(1, len(head[0]) + 1)]] if mess.column_numbers else []
    if mess.split and not mess.merged and len(rows) > 4:
        cut = len(rows) // 2
        again = head if mess.split == "heading" else []
        return [head + numbers + rows[:cut], again + rows[cut:]]
    return [head + numbers + rows]


def stages(root: Grown, mess: Mess, seed: int) -> list[list[list[At | None]]]:
    """Return the tables of stage 3 and stage 4."""
    dice = random.Random(seed + 2)
    three: list[list[At | None]] = [[At(dice.choice(_HEADINGS[name])) for name in ("factor", "kondisi", "label")]]
    for csf in root.children:
        below = [one for one in csf.walk() if one is not csf]
        for place, one in enumerate(below):
            label = dice.choice(_LABELS[one.kind])
            if place == 0:
                three.append([At(csf.text, len(below)), At(one.text), At(label)])
            elif mess.shifted and not mess.merged and dice.random() < 0.2:
                three.append([At(one.text), At(label), At("")])
            else:
                three.append([None if mess.merged else At(""), At(one.text), At(label)])
    if not mess.merged:
        three = [[At(cell.text) if cell else None for cell in row] for row in three]
    names = ("rujukan", "kinerja", "indikator", "label", "satuan", "target")
    four: list[list[At | None]] = [[At(dice.choice(_HEADINGS[name])) for name in names]]
    for one in root.walk():
        stage = {"outcome": "Tahap 1", "csf": "Tahap 2"}.get(one.kind, "Tahap 3")
        texts = (stage, one.text, one.measure, dice.choice(_KINDS[one.kind]), one.unit, _figure(one, mess))
        four.append([At(text) for text in texts])
        if mess.blank_rows and dice.random() < 0.1:
            four.append([At("")] * len(names))
    return [three, four]


def _picture() -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b"")
    )


def _write(sheet, number: int, column: int, cell: At, percent) -> None:
    """Write one cell, as a figure with a percent format where the mess says so."""
    value: str | float = cell.text
    look = None
    if cell.text.endswith("%%"):
        value, look = float(cell.text[:-2].replace(".", "").replace(",", ".")) / 100, percent
    if cell.rows > 1:
        sheet.merge_range(number, column, number + cell.rows - 1, column, value, look)
    else:
        sheet.write(number, column, value, look)


def xlsx(tables: list[list[list[At | None]]], mess: Mess) -> bytes:
    """Return a workbook, one sheet a table."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    percent = book.add_format({"num_format": "0.00%"})
    for place, table in enumerate(tables, 1):
        sheet = book.add_worksheet(f"Lembar{place}")
        top = 0
        if mess.notes:
            sheet.merge_range(0, 0, 0, len(table[0]) - 1, "DINAS CONTOH KABUPATEN MISAL")
            sheet.write_string(1, 0, "Disusun oleh tim kerja")
            top = 3
        for number, row in enumerate(table, top):
            for column, cell in enumerate(row):
                if cell is not None and cell.text:
                    _write(sheet, number, column, cell, percent)
        if mess.notes:
            sheet.write_string(top + len(table) + 2, 0, "Catatan: angka sementara")
        if mess.image:
            sheet.insert_image(top + len(table) + 4, 0, "cap.png", {"image_data": io.BytesIO(_picture())})
    book.close()
    return stream.getvalue()


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(tables: list[list[list[At | None]]], mess: Mess) -> bytes:
    """Return a Word document; cells over several rows are merged with vMerge."""
    body = []
    if mess.notes:
        body.append("<w:p><w:r><w:t>DINAS CONTOH KABUPATEN MISAL</w:t></w:r></w:p>")
    for table in tables:
        open_: dict[int, int] = {}
        lines = []
        for row in table:
            cells = []
            for column, cell in enumerate(row):
                if cell is None and open_.get(column, 0) > 0:
                    open_[column] -= 1
                    cells.append("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>")
                    continue
                text = cell.text.replace("%%", "%") if cell else ""
                merge = ""
                if cell and cell.rows > 1:
                    merge = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>'
                    open_[column] = cell.rows - 1
                half = len(text) // 2
                runs = f'<w:r><w:t xml:space="preserve">{escape(text[:half])}</w:t></w:r><w:r><w:t xml:space="preserve">{escape(text[half:])}</w:t></w:r>'
                cells.append(f"<w:tc>{merge}<w:p>{runs}</w:p></w:tc>")
            lines.append(f"<w:tr>{''.join(cells)}</w:tr>")
        body.append(f"<w:tbl>{''.join(lines)}</w:tbl><w:p/>")
    if mess.notes:
        body.append("<w:p><w:r><w:t>Catatan: angka sementara</w:t></w:r></w:p>")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {_W}><w:body>{''.join(body)}</w:body></w:document>")
        if mess.image:
            archive.writestr("word/media/image1.png", _picture())
    return stream.getvalue()
