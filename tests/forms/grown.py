"""Whole trees of stage 5 by seed: conditions of all levels with indicators, formulas, targets, positions, programs."""

import json
import random

from pohon.forms.tree_file import parse
from pohon.model.tree import Tree
from tests.forms.messy import Grown, grow

__all__ = ["grown_tree"]

_PROGRAMS = """program:
  - kode: 3.27.02
    nama: Program Sarana Wilayah
    anggaran: Rp1.250.000.000,-{0}
    sumber_dana: APBD
    kegiatan:
      - kode: 3.27.02.2.01
        nama: Pengelolaan Sarana Wilayah
        anggaran: Rp900.000.000,-{1}
        sub_kegiatan:
          - {{kode: 3.27.02.2.01.0004, nama: Pemeliharaan Sarana Wilayah, pagu: "Rp400.000.000,-"{2}}}
          - {{kode: 3.27.02.2.01.0007, nama: Pembangunan Sarana Wilayah, pagu: "Rp500.000.000,-"{2}}}
"""
_CEILINGS = (
    "\n    pagu_indikatif: {2025: '1.250.000.000', 2026: '1.300.000.000', 2027: '1.400.000.000'}",
    "\n        pagu_indikatif: {2025: '900.000.000', 2026: '950.000.000', 2027: '990.000.000'}",
    ", pagu_indikatif: {2025: '450.000.000', 2026: '475.000.000', 2027: '495.000.000'}",
)
"""Ceilings of the years of a Renstra: of the program, the kegiatan, each sub kegiatan."""
_POSITIONS = """jabatan:
  - id: kadis
    nama: Kepala Dinas Sarana Wilayah
    jenjang: jpt-pratama
    tugas: memimpin urusan sarana wilayah
    fungsi: [a. perumusan kebijakan, b. pelaksanaan kebijakan]
    bawahan:
      - id: kabid
        nama: Kepala Bidang Sarana
        jenjang: administrator
        tugas: memimpin bidang sarana
        bawahan:
          - {id: jf1, nama: Penata Sarana Ahli Muda, jenjang: jf}
          - {id: jf2, nama: Pengelola Sarana Ahli Pertama, jenjang: jf}
"""
_FORMULAS = ("jumlah {0} tuntas dibagi jumlah {0} dikali 100%", "jumlah {0} yang tercatat", "")
_HOLDERS = {"outcome": ("kadis",), "csf": ("kadis",), "utama": ("kabid",), "antara": ("jf1",), "operasional": ("jf2",)}
_CODES = {"utama": ("3.27.02",), "antara": ("3.27.02.2.01",), "operasional": ("3.27.02.2.01.0004", "3.27.02.2.01.0007")}


def grown_tree(seed: int) -> Tree:
    """Return a tree of stage 5 whose statements all differ."""
    dice = random.Random(seed)
    lines = [
        "versi: 1", "judul: Pohon Kinerja Dinas Sarana Wilayah", "instansi: Dinas Sarana Wilayah",
        "pemerintah: Kabupaten Contoh", "profil: balangan", "tahap: 5", "periode: 2025-2027", "tahun: 2025", "pohon:",
    ]  # fmt: skip
    lines += _node(grow(seed), "  ", dice)
    programs = _PROGRAMS.format(*(_CEILINGS if dice.random() < 0.5 else ("", "", "")))
    return parse("\n".join(lines) + "\n" + _POSITIONS + programs)


def _node(one: Grown, indent: str, dice: random.Random) -> list[str]:
    inner = indent + "  "
    made = [f"{indent}- {one.kind}: {one.text}", f"{inner}jabatan: {_HOLDERS[one.kind][0]}"]
    if one.kind == "csf":
        made.append(f"{inner}isu: Masih rendahnya {one.text.partition(' ')[2]}")
    if one.kind in _CODES:
        made.append(f'{inner}program: ["{dice.choice(_CODES[one.kind])}"]')
    made.append(f"{inner}indikator:")
    for name in [one.measure, f"Jumlah aduan tentang {one.text.partition(' ')[2]}"][: 1 + (dice.random() < 0.3)]:
        made += _measure(name, one, inner + "  ", dice)
    if one.children:
        made.append(f"{inner}sebab:")
        for child in one.children:
            made += _node(child, inner + "  ", dice)
    return made


def _measure(name: str, one: Grown, indent: str, dice: random.Random) -> list[str]:
    unit = one.unit if name == one.measure else "aduan"
    facts = {
        "satuan": unit, "rumus": dice.choice(_FORMULAS).format("permohonan"), "sumber": dice.choice(("Laporan dinas", "")),
        "penanggung_jawab": dice.choice(("Kepala Bidang Sarana", "")), "awal": dice.choice(("71,5", "6.800", "")),
        "iku": "ya" if one.kind in {"outcome", "csf"} else "",
    }  # fmt: skip
    figures = [dice.choice(("98,5", "75,00", "6.800", "12.450", "81,33", "100", "3")) for _ in range(3)]
    years = ", ".join(f"{2025 + at}: {json.dumps(figure)}" for at, figure in enumerate(figures))
    told = [f"{indent}  {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items() if value]
    return [f"{indent}- nama: {name}", *told, f"{indent}  target: {{{years}}}"]
