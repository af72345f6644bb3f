"""Stage 1 is prose: the outcome and what it rests on. Source: domain.md sections 2.3 and 5.1."""

import re
from collections.abc import Iterator

from pohon.errors import Place
from pohon.model.lexicon import default
from pohon.model.node import Dasar, Kind
from pohon.model.origin import Origin
from pohon.model.wording import head

from .draft import Draft
from .labels import stage_of
from .notes import Ledger
from .source import Line, Source, row_name, tidy

__all__ = ["read_outcome"]

_ADVICE = re.compile(r"^\s*(?:[-•*▪]|\d+[.)]|cara\b|trik\b|tips\b|contoh\b|catatan\b|identifikasi\b)", re.IGNORECASE)
_DASAR = (
    ("harapan", r"ekspektasi|harap|menginginkan|tuntutan"),
    ("mandat", r"mandat|tugas|tupoksi|amanat|undang-undang|peraturan"),
    ("permasalahan", r"permasalahan|masalah|belum|rendah|isu"),
)


def read_outcome(source: Source, ledger: Ledger) -> Draft | None:
    """Return the outcome that the lines of stage 1 state, None when there is none."""
    paragraphs = [one for one in _paragraphs(source) if not _ADVICE.match(one[0].text)]
    found = [one for one in paragraphs if "hasil" in head(_text(one), default()).lists and len(_text(one).split()) > 2]
    if not found:
        return None
    outcome = found[-1]
    place = Place(line=outcome[0].place.line, end_line=outcome[-1].place.line, label=outcome[0].place.label)
    text = _text(outcome)
    ledger.use(*outcome)
    if len(found) > 1:
        ledger.note(
            place, text, "ada beberapa kalimat hasil pada tahap 1; yang terakhir dibaca sebagai outcome.", "Periksa."
        )
    draft = Draft(Kind.OUTCOME, text, place, asal=[Origin(tahap=1, baris=row_name(place), teks=text)])
    basis: dict[str, str] = {}
    for one in paragraphs:
        words = _text(one)
        name = next((name for name, pattern in _DASAR if re.search(pattern, words, re.IGNORECASE)), "")
        if one is not outcome and name and not stage_of(words) and name not in basis:
            basis[name] = words
            ledger.use(*one)
    draft.dasar = Dasar(**basis) if basis else None
    return draft


def _paragraphs(source: Source) -> Iterator[list[Line]]:
    """Yield the paragraphs of stage 1: from "Tahap 1" to the next stage or the first table."""
    block: list[Line] = []
    inside = False
    for item in source.items:
        if not isinstance(item, Line) or stage_of(item.text) > 1:
            break
        if stage_of(item.text) == 1:
            inside = True
            continue
        if not inside:
            continue
        if block and (item.after_blank or _ADVICE.match(item.text)):
            yield block
            block = []
        block.append(item)
    if block:
        yield block


def _text(block: list[Line]) -> str:
    return " ".join(tidy(line.text) for line in block)
