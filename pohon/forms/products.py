"""From a filled form to the bytes of a file: which module writes which kind."""

from collections.abc import Mapping

from pohon.errors import PohonError

from .tables import Form

__all__ = ["FORMATS", "write"]

FORMATS = ("docx", "xlsx", "csv", "md", "html")
"""Kinds of files, by the ending of the name."""


def write(
    form: Form,
    ending: str,
    *,
    paper: str = "A4",
    template: bytes | None = None,
    facts: Mapping[str, str] | None = None,
) -> bytes:
    """Return the form as a file of this kind. Raises PohonError for another kind, and for a template of no docx."""
    if ending not in FORMATS:
        known = ", ".join(f".{one}" for one in FORMATS)
        raise PohonError(f"formulir berakhiran .{ending} tidak dikenal. Pilih salah satu: {known}.")
    if template is not None and ending != "docx":
        raise PohonError(f"--template hanya untuk dokumen Word (.docx), bukan .{ending}.")
    if ending == "docx":
        from .word import as_docx

        return as_docx(form, paper=paper, template=template, facts=facts)
    if ending == "xlsx":
        from .excel import as_xlsx

        return as_xlsx(form, paper=paper)
    from . import text

    return {"csv": text.as_csv, "md": text.as_markdown, "html": text.as_html}[ending](form)
