"""A tree full of hostile texts: every kind in every format is written, can be read, and computes and runs nothing."""

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import docx
import openpyxl
import pytest

from pohon import api
from pohon.forms.kinds import KINDS
from pohon.model.document import Party
from pohon.model.node import Dasar
from pohon.model.tree import Tree
from tests.trees.reading import example

TEXTS = (
    "<script>alert(1)</script>",
    "]]><w:p/>&amp;{{isi}}",
    "\x00\x07\x1b[31mmerah\x1b[0m\ufffe\ud800",
    "[b]tebal[/b]|pipa|`kode`",
    '=HYPERLINK("x")',
    "-1+1\n@SUM(A1)",
    "\u202egnitit\u202c \u200fRTL\u2066",
    "👩\u200d👩\u200d👧 🇮🇩 é",
    "kata " * 4_000,
    "x" * 2_000,
    "",
    "   \n\t ",
    r"$\frac{\text{<a>}}{\text{&b}} \times 100\%$",
    "../../berkas:[]*?/\\",
)


def hostile(place: int) -> Tree:
    """Return the repaired tree with hostile texts in every field, another one in each place."""
    tree, at = example("pohon-disdukcapil-balangan-perbaikan"), [place]

    def bad(_: str = "") -> str:
        at[0] += 1
        return TEXTS[at[0] % len(TEXTS)]

    def node(one):
        indicators = tuple(
            replace(
                i, nama=bad(), satuan=bad()[:20], rumus=bad(), sumber=bad(), relevansi=bad(), penjelasan_target=bad(),
                penanggung_jawab=bad(), awal=bad(), target=tuple(replace(t, nilai=bad()) for t in i.target),
            )
            for i in one.indikator
        )  # fmt: skip
        partners = tuple(replace(partner, mitra=bad()) for partner in one.crosscutting)
        basis = Dasar(mandat=bad(), permasalahan=bad(), harapan=bad())
        return replace(
            one, statement=bad(), isu=bad(), uraian=bad(), komponen=bad(), dasar=basis, indikator=indicators,
            crosscutting=partners,
        )  # fmt: skip

    def position(one):
        below = tuple(map(position, one.bawahan))
        return replace(one, nama=bad(), tugas=bad(), fungsi=(bad(), bad()), bawahan=below)

    def program(one):
        return replace(one, nama=bad(), anggaran=bad(), sumber_dana=bad(), isi=tuple(map(program, one.isi)))

    pk = example("pk-disdukcapil-luwu-timur-2024").dokumen[0]
    party = Party(jabatan=bad(), instansi=bad())
    document = replace(
        pk, judul=bad(), tempat=bad(), tanggal=bad(), kop=bad(), alamat=bad(), pihak_pertama=party, pihak_kedua=party,
        uraian=tuple((key, bad()) for key, _ in pk.uraian),
    )  # fmt: skip
    return replace(
        tree,
        judul=bad(),
        instansi="Dinas <b>Uji</b> & =1",
        nodes={key: node(one) for key, one in tree.nodes.items()},
        jabatan=tuple(map(position, tree.jabatan)),
        program=tuple(map(program, tree.program)),
        dokumen=(document, replace(document, jenis="rkt"), replace(document, jenis="iku")),
    )


@pytest.mark.parametrize("place", range(0, len(TEXTS), 3))
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_and_format_takes_hostile_texts(kind, place):
    tree = hostile(place)
    wanted = api.Filling(year=2025, totals=True, words=True)
    made = {ending: api.fill_form(tree, kind, ending, wanted) for ending in ("docx", "xlsx", "csv", "md", "html")}
    assert docx.Document(io.BytesIO(made["docx"])).paragraphs
    assert openpyxl.load_workbook(io.BytesIO(made["xlsx"])).sheetnames
    for data in (made["docx"], made["xlsx"]):
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    part = package.read(name)
                    ElementTree.fromstring(part)  # noqa: S314 - our own bytes
                    assert b"<f>" not in part
    page = made["html"].decode("utf-8")
    assert "<script" not in page
    assert "\x1b" not in page + made["md"].decode("utf-8") + made["csv"].decode("utf-8")
