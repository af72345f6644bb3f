"""`pohon tanya`: the facilitator's questions, and their answers."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from pohon import api
from pohon.errors import PohonError

from . import _console
from .rules import Format

__all__ = ["command"]

_END = "."


def command(
    path: Annotated[Path, typer.Argument(metavar="BERKAS", help="Berkas pohon.")],
    *,
    stage: Annotated[
        int | None, typer.Option("--tahap", metavar="N", min=1, max=5, help="Pertanyaan sampai tahap ini.")
    ] = None,
    answer: Annotated[
        tuple[str, str, str] | None,
        typer.Option("--jawab", metavar="SIMPUL KODE JAWABAN", help="Tulis satu jawaban; kosong = buka lagi."),
    ] = None,
    talk: Annotated[bool, typer.Option("--interaktif", help="Jawab satu per satu di terminal.")] = False,
    everything: Annotated[bool, typer.Option("--semua", help="Tampilkan juga yang sudah dijawab.")] = False,
    form: Annotated[Format, typer.Option("--format", help="Bentuk daftar.")] = Format.TEXT,
) -> None:
    """Pertanyaan fasilitator per tahap: apa yang tidak dapat diputuskan oleh aturan.

    Pertanyaan bukan temuan. Jawabannya disimpan pada berkas pohon, pada kunci `jawab`.
    """
    if answer is not None:
        asked = api.answer(path, *answer)
        _console.out(f"{path.as_posix()}: jawaban {asked.code} untuk simpul {asked.number} disimpan.\n")
        return
    loaded, questions = api.ask(path, stage or 0)
    if talk:
        _talk(path, questions)
        return
    limit = stage or loaded.tree.tahap
    if form is Format.JSON:
        import json

        _console.out(json.dumps(_as_json(path, limit, questions), ensure_ascii=False, indent=1) + "\n")
        return
    shown = questions if everything else tuple(one for one in questions if one.is_open)
    _console.out("".join(f"{line}\n" for line in _lines(path, limit, questions, shown)))


def _lines(path: Path, stage: int, questions: Sequence[api.Asked], shown: Iterable[api.Asked]) -> Iterator[str]:
    still = sum(one.is_open for one in questions)
    yield f"{path.as_posix()}: {len(questions)} pertanyaan sampai tahap {stage}, {still} belum dijawab."
    before = 0
    for one in shown:
        if one.stage != before:
            before = one.stage
            yield f"\nTahap {one.stage}"
        yield f"  {one.number}  {one.code}  {one.name} ({one.principle})"
        yield f"      {_console.plain(one.text)}"
        if not one.is_open:
            yield f"      Jawab: {_console.plain(one.answer)}"
    if still:
        yield f'\nMenjawab: pohon tanya {_console.quoted(path)} --jawab NOMOR KODE "jawaban", atau --interaktif'


def _as_json(path: Path, stage: int, questions: Sequence[api.Asked]) -> dict[str, Any]:
    keys = ("code", "name", "stage", "scope", "principle", "node", "number", "effect", "text", "answer")
    rows = [{key: getattr(one, key) for key in keys} for one in questions]
    still = sum(one.is_open for one in questions)
    summary = {"open": still, "answered": len(questions) - still}
    return {"version": 1, "path": path.as_posix(), "stage": stage, "questions": rows, "summary": summary}


def _talk(path: Path, questions: Sequence[api.Asked]) -> None:
    """Ask on the terminal; every answer is written at once, so that stopping loses nothing."""
    if not (_console.interactive(sys.stdin) and _console.interactive(sys.stdout)):
        raise PohonError("--interaktif memerlukan terminal. Tanpa terminal, pakai --jawab.")
    still = [one for one in questions if one.is_open]
    _console.out(f"{len(still)} pertanyaan. Enter = lewati, {_END} = selesai.\n")
    written = 0
    for place, one in enumerate(still, 1):
        _console.out(f"\n({place}/{len(still)}) {one.number} {one.code}\n{_console.plain(one.text)}\n")
        words = _read()
        if words is None or words == _END:
            break
        if words:
            api.answer(path, one.node, one.code, words)
            written += 1
    _console.out(f"\n{written} jawaban disimpan.\n")


def _read() -> str | None:
    """Return what was typed, None at the end of the input."""
    try:
        return input("> ").strip()
    except (EOFError, KeyboardInterrupt):
        return None
