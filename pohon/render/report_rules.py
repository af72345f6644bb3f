"""What a report says about the rules themselves: plain values, so that reports know nothing of the rules' code."""

from typing import NamedTuple

from pohon.model.finding import Severity

from .report import UNREADABLE

__all__ = ["TOOL_RULES", "RuleInfo", "every", "first_lines"]


class RuleInfo(NamedTuple):
    """One rule: `page` is its explanation in Markdown, "" when it has none."""

    code: str
    name: str
    severity: Severity
    stage: int = 1
    summary: str = ""
    source: str = ""
    page: str = ""


TOOL_RULES = (
    RuleInfo("P000", "aturan-rusak", Severity.ERROR, summary="Sebuah aturan gagal dijalankan."),
    RuleInfo("P001", "abaikan-sia-sia", Severity.HINT, summary="Sebuah `abaikan` tidak mengecualikan apa-apa."),
    RuleInfo(UNREADABLE, "berkas-tidak-terbaca", Severity.ERROR, summary="Berkas tidak dapat dibaca sebagai pohon."),
    RuleInfo("P003", "aturan-terlalu-lama", Severity.ERROR, summary="Sebuah aturan dihentikan karena terlalu lama."),
)
"""What the tool reports in its own name."""


def every(rules: tuple[RuleInfo, ...]) -> dict[str, RuleInfo]:
    """Return all rules by code, those of the tool itself included."""
    return {rule.code: rule for rule in (*TOOL_RULES, *rules)}


def first_lines(page: str, heading: str) -> str:
    """Return what a rule's page says under one heading, on one line."""
    _, _, rest = page.partition(f"\n## {heading}\n")
    return " ".join(rest.partition("\n## ")[0].split())
