"""One door for every file format: path -> Source. Office files and PDF only through the guard and its child."""

from pathlib import Path

from pohon.errors import BadInput, Place, Problem, why
from pohon.forms import guard

from .headers import Own
from .source import Source, from_plain

__all__ = ["read_source"]

_TEXTUAL = frozenset({"txt", "csv", "tsv", "tab"})


def read_source(path: Path, own: Own = ()) -> Source:
    """Return what a file holds. Raises BadInput for everything that cannot or must not be read."""
    form = guard.form_of(path)
    if form in _TEXTUAL or form == "html":
        try:
            data = path.read_bytes()
        except OSError as error:
            problem = Problem(Place(), f"tidak dapat dibaca ({why(error)}).", "Periksa nama dan izinnya.")
            raise BadInput(path.name, (problem,)) from None
        if form == "html":
            from .read_html import read_html

            return read_html(data, path.name)
        from .read_text import read_text

        return read_text(data, path.name, own)
    return from_plain(path.name, form, guard.child(path, form))
