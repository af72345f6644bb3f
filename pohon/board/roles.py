"""Who may do what on the board: the table of docs/papan/protokol.md as data, asked by one function."""

from enum import StrEnum

from pohon.frozen import dataclass

__all__ = ["OPERATIONS", "Member", "Role", "may"]


class Role(StrEnum):
    """What a member is; the value is the word that travels."""

    FASILITATOR = "fasilitator"
    PESERTA = "peserta"
    PENONTON = "penonton"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person on the board; `id` names them in the journal and never changes, `nama` is what they typed."""

    id: str
    nama: str
    peran: Role


_ALWAYS = "always"
_EDITING = "editing"
_OWN = "own"
_NEVER = "never"

OPERATIONS = {
    "gagasan": _ALWAYS, "suara": _ALWAYS, "komentar": _ALWAYS, "komentar-selesai": _OWN,
    "tambah": _EDITING, "ubah": _EDITING, "isi": _EDITING, "pindah": _EDITING, "hapus": _EDITING, "sambung": _EDITING,
    "lepas": _EDITING, "perbaiki": _EDITING, "pilih": "own and editing", "urung": "own and editing",
    "ulang": "own and editing", "tempatkan": _NEVER, "berkas": _NEVER, "tutup": _NEVER, "buka": _NEVER,
    "versi": _NEVER, "atur": _NEVER, "timer": _NEVER,
}  # fmt: skip
"""Operation -> when a participant may make it. The facilitator may make all of them, an onlooker none."""


def may(role: Role, operation: str, *, editing: bool, own: bool = True) -> bool:
    """Tell whether a role may make an operation.

    `editing` = the setting `peserta_menyunting`; `own` = the comment, clash or operation concerned is the member's own.
    """
    if operation not in OPERATIONS or role is Role.PENONTON:
        return False
    if role is Role.FASILITATOR:
        return True
    needs = OPERATIONS[operation]
    return needs != _NEVER and (editing or _EDITING not in needs) and (own or _OWN not in needs)
