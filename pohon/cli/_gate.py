"""What `pohon lint --gate N` shows: whether a stage may be closed, and what is missing."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from pohon import api
from pohon.errors import PohonError

from . import _console
from ._lint import Order

__all__ = ["gate"]


def gate(paths: Sequence[Path], stage: int, order: Order) -> int:
    """Tell for every tree whether the stage may be closed; exit code 0 when all may, 1 else, 2 unreadable, 3 broken."""
    if order.form not in {"", "text", "json"} or order.out is not None:
        raise PohonError("--gate hanya ditulis sebagai text atau json, ke layar.")
    if order.stage or order.baseline:
        raise PohonError(
            "--gate menentukan sendiri tahapnya dan menghitung semua temuan: tanpa --stage dan --baseline."
        )
    choice = api.Choice(None, order.select, order.ignore)
    gated = list(api.gate(paths, stage, choice))
    if order.form == "json":
        import json

        _console.out(json.dumps(_as_json(gated, stage), ensure_ascii=False, indent=1) + "\n")
    else:
        _console.out("\n".join(line for one in gated for line in _lines(one, stage)) + "\n")
    return _code(gated)


def _code(gated: Sequence[api.Gated]) -> int:
    if any(one.gate and one.gate.broken for one in gated):
        return 3
    if any(one.problems for one in gated):
        return 2
    return int(any(one.gate is None or not one.gate.closed for one in gated))


def _lines(one: api.Gated, stage: int) -> Iterator[str]:
    name = one.path.as_posix()
    if one.gate is None:
        yield f"{name}: tidak dapat dibaca."
        yield from (f"  {_console.plain(problem.describe())}" for problem in one.problems)
        return
    if one.gate.closed:
        yield f"{name}: tahap {stage} dapat ditutup."
    else:
        yield f"{name}: tahap {stage} belum dapat ditutup, {len(one.gate.obstacles)} hal belum beres."
    for obstacle in one.gate.obstacles:
        where = f"baris {obstacle.place.line}" if obstacle.place.line else "berkas"
        about = "  ".join(part for part in (where, obstacle.reason.value, obstacle.code, obstacle.number) if part)
        yield f"  {about}  {_console.plain(obstacle.message)}"
        if obstacle.hint:
            yield f"      {_console.plain(obstacle.hint)}"
    yield from _notes(one, stage)


def _notes(one: api.Gated, stage: int) -> Iterator[str]:
    """Yield what does not keep the stage open but belongs to closing it."""
    if one.gate is None:
        return
    if one.gate.closed and one.stage <= stage < 5:
        yield f"  Untuk melanjutkan, ubah `tahap` menjadi {stage + 1}."
    if one.gate.warnings:
        yield f"  {one.gate.warnings} peringatan tidak menghalangi: perbaiki, atau terima dengan alasan (`abaikan`)."
    if one.open_questions:
        yield f"  {one.open_questions} pertanyaan fasilitator belum dijawab: pohon tanya {_console.quoted(one.path)}"


def _as_json(gated: Iterable[api.Gated], stage: int) -> dict[str, Any]:
    return {"version": 1, "gate": stage, "files": [_file(one) for one in gated]}


def _file(one: api.Gated) -> dict[str, Any]:
    answer = one.gate
    return {
        "path": one.path.as_posix(),
        "stage": one.stage,
        "closed": answer is not None and answer.closed,
        "missing": [
            {
                "reason": obstacle.reason.value,
                "code": obstacle.code,
                "stage": obstacle.stage,
                "node": obstacle.node,
                "number": obstacle.number,
                "line": obstacle.place.line,
                "column": obstacle.place.column,
                "message": obstacle.message,
                "hint": obstacle.hint,
            }
            for obstacle in (answer.obstacles if answer else ())
        ],
        "warnings": answer.warnings if answer else 0,
        "open_questions": one.open_questions,
        "broken": list(answer.broken) if answer else [],
        "problems": [problem.describe() for problem in one.problems],
    }
