"""All that is known of a node, as headed lists of facts: the details panel of a page, the notes of a slide."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pohon.model.finding import Finding
from pohon.model.indicator import Indicator, Target
from pohon.model.node import Crosscutting, Node
from pohon.model.number import format_rupiah
from pohon.model.planning import Program
from pohon.model.position import Position
from pohon.model.tree import Tree

from .content import component

__all__ = ["Section", "sections"]

Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with facts (name, value); `tone` is the severity of a finding: galat, peringatan, saran."""

    heading: str
    rows: Rows
    tone: str = ""


def sections(tree: Tree, node: Node, found: Sequence[Finding] = (), *, stage: int = 0) -> tuple[Section, ...]:
    """Return what is known of a node in reading order; empty parts are left out.

    `found` = the findings of this node, `stage` = show only what this stage knows (0 = everything).
    """
    early = 0 < stage < 4
    parts: list[Section] = [Section("Kondisi", _rows(_condition(node)))]
    if not early:
        parts += [_indicator(one, place, len(node.indikator)) for place, one in enumerate(node.indikator, 1)]
    if not 0 < stage < 5:
        parts.append(Section("Perencanaan", _rows(_planning(tree, node))))
        parts += [_position(tree, key) for key in node.jabatan]
    parts += [_partner(one) for one in node.crosscutting]
    parts += [_finding(one) for one in found]
    return tuple(part for part in parts if part.rows or part.tone)


def _rows(pairs: Iterable[tuple[str, str]]) -> Rows:
    return tuple((name, value) for name, value in pairs if value.strip())


def _condition(node: Node) -> Iterator[tuple[str, str]]:
    yield "Isu", node.isu
    if node.dasar:
        yield "Mandat", node.dasar.mandat
        yield "Permasalahan", node.dasar.permasalahan
        yield "Harapan", node.dasar.harapan
    yield "Waktu", {"kini": "kondisi kini", "depan": "kondisi yang dituju"}.get(node.waktu, node.waktu)
    yield "Uraian", node.uraian
    yield "Dasar hukum", "; ".join(node.dasar_hukum)
    yield "Bukti", "; ".join(node.bukti)
    yield "Pengaruh", node.pengaruh
    yield "Status", node.status
    yield "Catatan", node.catatan


def _indicator(one: Indicator, place: int, total: int) -> Section:
    facts = (
        ("Nama", one.nama),
        ("Satuan", one.satuan),
        ("Arah", {"naik": "makin naik makin baik", "turun": "makin turun makin baik"}.get(one.arah or "", "tetap"))
        if one.arah
        else ("", ""),
        ("Indikator kinerja utama", "ya" if one.iku else ""),
        ("Target", _values(one.target)),
        ("Realisasi", _values(one.realisasi)),
        ("Kondisi awal", one.awal),
        ("Rumus", one.rumus),
        ("Hitung", one.hitung),
        ("Variabel", "; ".join(f"{name} = {value}" for name, value in one.variabel)),
        ("Sumber data", one.sumber),
        ("Penanggung jawab", one.penanggung_jawab),
        ("Relevansi", one.relevansi),
        ("Penjelasan target", one.penjelasan_target),
        ("Hubungan", one.hubungan),
        ("Catatan", one.catatan),
    )
    return Section(f"Indikator {place}" if total > 1 else "Indikator", _rows(facts))


def _values(targets: Iterable[Target]) -> str:
    return "; ".join(f"{target.tahun}: {target.nilai}" for target in targets)


def _planning(tree: Tree, node: Node) -> Iterator[tuple[str, str]]:
    yield "Komponen", component(tree, node) if tree.tahap >= 5 or node.komponen else ""
    for code in node.program:
        row = tree.programs.get(code)
        yield "Program", _program(row) if row else code
    yield "Anggaran", node.anggaran


def _program(row: Program) -> str:
    amount = row.rupiah
    money = format_rupiah(amount) if amount is not None else row.anggaran
    return " \u00b7 ".join(part for part in (f"{row.kode} {row.nama}".strip(), money, row.sumber_dana) if part)


def _position(tree: Tree, key: str) -> Section:
    found = tree.positions.get(key)
    if found is None:
        return Section("Jabatan pengampu", (("Jabatan", key),))
    return Section("Jabatan pengampu", _rows(_holder(found)))


def _holder(one: Position) -> Iterator[tuple[str, str]]:
    yield "Jabatan", one.nama
    yield "Jenjang", one.jenjang.label
    yield "Pemangku", one.pemangku.value.upper() if one.pemangku and one.pemangku != "definitif" else ""
    yield "Tugas", one.tugas
    yield "Fungsi", "; ".join(one.fungsi)


def _partner(one: Crosscutting) -> Section:
    facts = (
        ("Mitra", one.mitra),
        ("Peran", one.peran),
        ("Kontribusi", one.kontribusi),
        ("Status", one.status.value.replace("-", " ") if one.status else ""),
        ("Alasan", one.alasan),
        ("Rujukan", one.rujuk),
    )
    return Section("Crosscutting", _rows(facts))


def _finding(one: Finding) -> Section:
    waived = f"diterima: {one.waiver.alasan}" if one.waiver else ""
    facts = (("Temuan", one.message), ("Bukti", one.evidence), ("Cara memperbaiki", one.hint), ("Catatan", waived))
    tone = "" if one.waiver else one.severity.label
    grade = one.severity.label[:1].upper() + one.severity.label[1:]
    return Section(f"{grade} {one.code} {one.name}", _rows(facts), tone)
