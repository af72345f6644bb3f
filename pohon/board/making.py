"""One door to all operations: who may, and which function makes it."""

from collections.abc import Callable, Mapping
from typing import Any

from . import clashes, meeting, operations
from .operations import Desk, Made
from .refusal import NotMade
from .roles import Member, Role, may
from .state import State, setting

__all__ = ["check_right", "made_of"]

_MAKERS: Mapping[str, Callable[[Desk, Any], Made]] = {
    "tambah": operations.add, "ubah": operations.set_field, "isi": operations.fill,
    "pindah": operations.move, "hapus": operations.remove,
    "sambung": operations.link, "lepas": operations.link, "berkas": operations.file_field,
    "gagasan": meeting.idea, "tempatkan": operations.place, "perbaiki": operations.repair,
    "tutup": operations.close, "buka": operations.open_again, "pilih": clashes.choose, "suara": meeting.vote,
    "komentar": meeting.comment, "komentar-selesai": meeting.settle, "versi": meeting.name_version,
    "atur": meeting.settings, "timer": meeting.set_timer,
}  # fmt: skip


def made_of(desk: Desk, op: Any) -> Made:
    """Return what an operation does. Raises NotMade when it may not or cannot be made, BadEdit when it does not fit."""
    check_right(desk.state, desk.member, op.o, own=_is_own(desk, op))
    clash = clashes.clash_of(desk, op) if op.o == "ubah" else None
    return clash or _MAKERS[op.o](desk, op)


def check_right(state: State, member: Member, operation: str, *, own: bool = True) -> None:
    """Refuse what the member's role may not do."""
    if may(member.peran, operation, editing=setting(state, "peserta_menyunting"), own=own):
        return
    if member.peran is Role.PENONTON:
        raise NotMade("penonton hanya melihat.", "Minta fasilitator memberi peran peserta.")
    if may(member.peran, operation, editing=True, own=own):
        raise NotMade("peserta belum boleh menyunting pohon.", "Kirim gagasan, atau minta fasilitator membukanya.")
    raise NotMade("hal ini hanya dapat dilakukan fasilitator.", "Minta fasilitator melakukannya.")


def _is_own(desk: Desk, op: Any) -> bool:
    """Tell whether the clash or comment that an operation concerns is the member's own (unknown ones are nobody's)."""
    table, key = {"pilih": ("bentrok", "bentrok"), "komentar-selesai": ("komentar", "id")}.get(op.o, ("", ""))
    if not table:
        return True
    one = desk.state.get(table, {}).get(getattr(op, key))
    return one is not None and one["oleh"] == desk.member.id
