"""Findings and entries for the tests of the reports."""

from pohon.errors import Place, Problem
from pohon.model.finding import Finding, Severity
from pohon.model.node import Waiver
from pohon.render.report import Entry
from pohon.render.report_rules import RuleInfo
from tests.build import complete
from tests.build import tree as parsed

__all__ = ["HOSTILE", "RULES", "TEXT", "TREE", "UNREAD", "WAIVED", "entry", "finding"]

HOSTILE = "<script>alert(1)</script>]]>\"&'\x00\x1b[31m\u202e=1+1,::error::%0A {x}"
TEXT = """\
pohon:
  - outcome: Meningkatnya derajat kesehatan ibu
    sebab:
      - csf: Meningkatnya mutu pelayanan persalinan
        id: mutu
        sebab:
          - utama: Meningkatnya kompetensi bidan
      - csf: Meningkatnya cakupan pemeriksaan ibu hamil
        id: cakupan
belum_ditempatkan:
  - gagasan: Posyandu keliling
"""
TREE = parsed(TEXT)
RULES = (
    RuleInfo(
        "RED01", "kembar-persis", Severity.ERROR, 2, "Kalimat ditulis dua kali.", "praktik",
        "# RED01 kembar-persis\nRingkas.\n\n## Apa\nApa.\n\n## Mengapa\nSebab itu\nmembingungkan.\n\n## Cara memperbaiki\nHapus satu.\n",
    ),
    RuleInfo("BHS05", "nominal", Severity.WARNING, 1, "Kalimat dibuka kata benda."),
)  # fmt: skip


def finding(code="RED01", severity=Severity.ERROR, node="mutu", message="Kalimat ini kembar.", **more):
    number = TREE.number(node) if node else ""
    facts = {"name": "kembar-persis", "stage": 2, "place": Place(4, 14, 4, 52), "hint": "Bedakan.", "number": number}
    return Finding(code=code, severity=severity, node=node, message=message, **(facts | more))


def entry(*findings, path="a.pohon.yaml", problems=(), ran=("RED01", "BHS05"), tree=TREE):
    return Entry(path, complete(TEXT), findings, problems, tree, ran)


WAIVED = finding("BHS05", Severity.WARNING, waiver=Waiver(kode="BHS05", alasan="nama resmi", oleh="Bappeda"))
UNREAD = Entry("b.pohon.yaml", "", (), (Problem(Place(2, 1), "baris ini bukan YAML.", "Periksa tanda bacanya."),))
