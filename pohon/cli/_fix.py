"""What `pohon lint --fix` and `--diff` do once their options are known."""

import sys
from collections.abc import Sequence
from pathlib import Path

from pohon import api

from . import _console
from ._lint import Order, exit_code

__all__ = ["fix"]

_FIELDS = {"": "kalimat", "nama": "nama indikator", "isu": "isu"}
_LONGEST = 110


def fix(paths: Sequence[Path], order: Order, *, unsafe: bool, only_show: bool) -> int:
    """Repair the files and report line by line what was changed; the exit code is by what is left.

    With `only_show` nothing is written and the changes are shown as a diff.
    """
    choice = api.Choice(order.stage, order.select, order.ignore)
    fixed = list(api.fix_all(paths, unsafe=unsafe, choice=choice))
    if only_show:
        _console.out("".join(one.diff() for one in fixed))
        return exit_code([one.left for one in fixed], order.fail_on)
    for one in fixed:
        one.save()
    said = "".join(line + "\n" for one in fixed for line in _told(one))
    form = order.form or "text"
    if form == "text":
        _console.out(f"{said}\n" if said else "")
    else:
        sys.stderr.write(said)
    left = [one.left for one in fixed]
    _console.out(api.report(left, form, color=_console.colorful(sys.stdout), fail_on=order.fail_on))
    return exit_code(left, order.fail_on)


def _told(one: api.Fixed) -> list[str]:
    """Return the repairs of a file, one on a line."""
    if not one.applied:
        return []
    lines = [f"{one.path.as_posix()}: {len(one.applied)} perbaikan ditulis."]
    for repair in one.applied:
        rule = f"{repair.code} {repair.name}".strip()
        where = " ".join(part for part in (repair.number, _field(repair.field)) if part)
        lines.append(f"  baris {repair.line}  {where}  [{rule}]  {_short(repair.old)} menjadi {_short(repair.new)}")
    return lines


def _field(path: str) -> str:
    last = path.rpartition(".")[2]
    return _FIELDS.get(last, "indikator" if last.isdigit() and "target" not in path else path.replace(".", " "))


def _short(text: str) -> str:
    plain = _console.plain(" ".join(text.split(" ")))
    return f"“{plain}”" if len(plain) <= _LONGEST else f"“{plain[:_LONGEST]} ...”"
