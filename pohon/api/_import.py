"""Documents of offices into tree files: read, show, write, or bring an existing tree up to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pohon.errors import PohonError
from pohon.forms import disk
from pohon.forms.imports.importer import Imported, import_source
from pohon.forms.imports.source import Source
from pohon.forms.imports.step import Step
from pohon.settings import FILE_NAME, find
from pohon.settings import load as load_settings

from ._files import Loaded, load

__all__ = [
    "ImportedDocument", "Step", "changes_into", "import_document", "import_into", "remember_columns", "report_import",
    "save_import",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedDocument:
    """A document with what it gave. `text` is the tree file that would be written, notes beside the nodes."""

    path: Path
    found: Imported
    text: str
    source: Source = field(repr=False)


def import_document(path: Path | str, *, columns: Sequence[tuple[str, str]] = ()) -> ImportedDocument:
    """Read a document (docx xlsx xls ods pptx pdf html csv tsv md txt). Raises BadInput for what cannot be read.

    `columns` tells what unknown headings mean: (heading, role). Those of pohon.toml are known already.
    """
    from pohon.forms.imports.commented import commented
    from pohon.forms.imports.reading import read_source

    path = Path(path)
    own = (*load_settings(path.parent).columns, *columns)
    _check_roles(own)
    source = read_source(path, own)
    found = import_source(source, own)
    return ImportedDocument(path=path, found=found, text=commented(found.tree, found.notes, found.left), source=source)


def save_import(document: ImportedDocument, path: Path | str, *, force: bool = False) -> Path:
    """Write the tree of a document and return its path. Raises Refused when the file exists."""
    target = Path(path)
    disk.write(target, document.text.encode("utf-8"), force=force, expected=None)
    return target


def report_import(document: ImportedDocument, path: Path | str, *, force: bool = False) -> None:
    """Write the notes of an import: xlsx, csv, md or html by the ending of the name."""
    from pohon.forms.imports.report_of_import import notes_form

    target = Path(path)
    form = notes_form(document.path.name, document.found)
    ending = target.suffix.casefold()
    if ending == ".xlsx":
        from pohon.forms.excel import as_xlsx

        data = as_xlsx(form)
    else:
        from pohon.forms.text import as_csv, as_html, as_markdown

        writers = {".csv": as_csv, ".md": as_markdown, ".html": as_html}
        if ending not in writers:
            raise PohonError(f"{target.name}: catatan ditulis sebagai .xlsx, .csv, .md, atau .html.")
        data = writers[ending](form)
    disk.write(target, data, force=force, expected=None)


def changes_into(path: Path | str, tree: Path | str, *, remove: bool = False) -> tuple[Loaded, tuple[Step, ...]]:
    """Return a tree file and the steps that bring it up to a document; nothing is written. Raises BadInput.

    With `remove` what the document does not have is taken out too.
    """
    from pohon.errors import BadInput
    from pohon.forms.imports.into import plan
    from pohon.forms.imports.reading import read_source
    from pohon.forms.imports.recognise import sheets
    from pohon.forms.imports.returned import find_form

    path, loaded = Path(path), load(tree)
    own = load_settings(path.parent).columns
    source = read_source(path, own)
    found = sheets(source, own)
    try:
        read = import_source(source, own)
    except BadInput:
        read = None
    shaped = read is not None and read.shaped
    steps = plan(loaded.tree, read.tree if read else None, found, shaped=shaped, remove=remove)
    if read is None and not steps and find_form(loaded.tree, found) is None:
        import_source(source, own)
    return loaded, steps


def import_into(loaded: Loaded, steps: Sequence[Step]) -> None:
    """Write the steps into their tree file; only their lines change. Raises BadEdit, or Refused."""
    from pohon.forms.imports.step import write_steps

    text = write_steps(loaded.text, loaded.tree, steps)
    disk.write(loaded.path, text.encode("utf-8"), force=False, expected=loaded.raw)


def remember_columns(folder: Path, columns: Sequence[tuple[str, str]]) -> Path:
    """Write what headings mean into pohon.toml (section [kolom]) and return its path."""
    _check_roles(columns)
    path = find(folder) or folder / FILE_NAME
    raw = path.read_bytes() if path.exists() else None
    text = raw.decode("utf-8-sig") if raw else ""
    lines = [f"{_quoted(heading)} = {_quoted(role)}" for heading, role in columns]
    if "\n[kolom]\n" in f"\n{text}":
        at = f"\n{text}".index("\n[kolom]\n") + len("[kolom]\n")
        text = text[:at] + "".join(f"{line}\n" for line in lines) + text[at:]
    else:
        text = text + ("\n" if text and not text.endswith("\n") else "") + "\n[kolom]\n" + "\n".join(lines) + "\n"
    disk.write(path, text.encode("utf-8"), force=False, expected=raw)
    return path


def _quoted(text: str) -> str:
    import json

    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _check_roles(columns: Sequence[tuple[str, str]]) -> None:
    from difflib import get_close_matches

    from pohon.forms.imports.columns import role_names

    known = role_names()
    for heading, role in columns:
        if role not in known:
            near = get_close_matches(role, sorted(known), n=1)
            remedy = f"Maksud Anda {near[0]}?" if near else f"Pilih salah satu: {', '.join(sorted(known))}."
            raise PohonError(f'arti "{role}" untuk kolom "{heading}" tidak dikenal. {remedy}')
