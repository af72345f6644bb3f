"""One room: a tree file that many people edit at once. No network, no process, no clock of its own.

Interface (what the network, the worker and the tests use)::

    room = Room.open(path, journal, clock=time.time)   # BadInput, BadSettings, BadEdit, JournalError
    room.join(member)                       # members.Member(id, nama, peran): remembers the name for the history
    out = room.handle(member, message)      # message: the decoded JSON of t = op, urung, ulang (or a messages.* model)
    out.reply        tuple of messages for the connection that sent it: op with its `n`, or tolak, or both (clash)
    out.broadcast    the op message for every other connection, None when nothing was made
    out.edits        pohon.model.edits edits in order: the worker applies them to its replica
    out.seq          seq after it (unchanged when refused)
    out.failed       True when the journal could not be written: nothing was made; say so with `simpan: gagal`

    room.tree, room.seq, room.mark (the `tanda` of the journal), room.path
    room.state(member)    {"seq", "tanda", "pohon", "papan"}: those fields of `awal`
    room.since(seq, tanda, member)   op messages after seq for `susul`, or None = send `awal`
    room.history(before, count)      rows of /api/riwayat, newest first
    room.tree_at(seq)                the tree as it stood after seq (0 = as opened); LookupError
    room.compare(dari, ke)           `simpul` of /api/banding

  What others put in (both may stay unset; then the operation is refused with a plain sentence)::

    room.gate  = Callable[[int], Sequence[str]]    what keeps stage n open, in words; empty = may be closed.
                 `tutup` asks it at once, so the network asks the worker first and sets the answer, then calls handle.
    room.fixes = Callable[[id, kode, field], Offer | None]   Offer(fix=finding.Fix, seq=seq of the lint that found it)

  The file (worker)::

    room.base        (seq, text): what the disk holds, or is to hold first (ids given); tree(text) is the tree at seq
    room.pending(seq, text)      [(seq, edits), ...] in order: they bring `text`, the file at seq, to the tree
    room.saving(seq, text)       call BEFORE disk.write(path, text): notes seq and text in the journal; JournalError
    room.outside(text)           the disk holds a text that nobody here wrote: merged. -> Outside(outcome, base)
                                 outcome: broadcast + edits as above (made by member "berkas"); base = their text with
                                 ids; `base_edits` turn it into the room's tree. BadInput when it is no tree.

Times are milliseconds since 1970. `handle` never raises for what a client sent.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from pohon.errors import BadEdit
from pohon.frozen import dataclass
from pohon.model.edits import Edit, Reword, SetField, apply
from pohon.model.tree import Tree

from . import messages
from .clashes import refreshed
from .codec import Json, edit_from_json, edit_to_json
from .coherence import check
from .compared import states_compared
from .difference import difference
from .journal import Entry, Journal, JournalError, SqliteJournal
from .making import check_right, made_of
from .merge import merge
from .opening import Opened, identified, nearest, opened, read, tree_at
from .operations import Desk, Made, Offer
from .refusal import NotMade
from .roles import Member, Role
from .state import Put, State, papan, patch_of, put, setting, votes_of
from .travel import patch_between, tree_to_json
from .undo import Undos, reversal

__all__ = ["FILE_MEMBER", "Outcome", "Outside", "Room"]

FILE_MEMBER = Member(id="berkas", nama="Berkas di luar papan", peran=Role.FASILITATOR)
"""Who makes the changes that come with a file changed outside the board."""
_LONGEST_CATCH_UP, _LOOK_BACK = 1_000, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a message; see the module."""

    seq: int
    reply: tuple[Json, ...] = ()
    broadcast: Json | None = None
    edits: tuple[Edit, ...] = ()
    failed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """A merged file: what it changed here, its text with ids, and the edits that turn that into the room's tree."""

    outcome: Outcome
    base: str
    base_edits: tuple[Edit, ...]


class _Asked:
    """What an entry says of itself besides what it does."""

    def __init__(self, member: Member, n: str | None, o: str, op: Json, of: int = 0) -> None:
        self.member, self.n, self.o, self.op, self.of = member, n, o, op, of


class Room:
    """A tree, its board records and its journal."""

    def __init__(self, path: Path, journal: Journal, found: Opened, clock: Callable[[], float]) -> None:
        self.path, self.journal, self.mark = path, journal, journal.mark
        self.tree: Tree = found.tree
        self.base: tuple[int, str] = (found.base.seq, found.base.text)
        self.seq = 0
        self.gate: Callable[[int], Sequence[str]] | None = None
        self.fixes: Callable[[str, str, str], Offer | None] | None = None
        self._profiles = found.profiles
        self._clock = clock
        self._state: State = {}
        self._told: tuple[Tree, Json] | None = None
        self._undos = Undos()
        self._gone: dict[str, str] = {}
        self._touched: dict[tuple[str, str], int] = {}
        self._lead: tuple[int, str, tuple[Edit, ...]] = (0, "", ())
        self._members = {member.id: member for member, _ in journal.members()}
        for entry in journal.outline():
            self._note(entry, [Put(*one) for one in entry.puts])

    @classmethod
    def open(cls, path: Path, journal: Journal | Path, *, clock: Callable[[], float] = time.time) -> Room:
        """Open the room of a tree file; `journal` may be the path of its journal.

        Raises BadInput, BadSettings, BadEdit and JournalError.
        """
        kept = SqliteJournal(journal) if isinstance(journal, Path) else journal
        try:
            found = opened(path, kept)
            room = cls(path, kept, found, clock)
            if found.outside is not None:
                outside = room.outside(found.outside)
                room.base = (room.seq, outside.base)
        except BaseException:
            kept.close()
            raise
        return room

    def close(self) -> None:
        """Let the journal go."""
        self.journal.close()

    def join(self, member: Member) -> None:
        """Remember a member for the history. A journal that fails now fails at the first operation too."""
        if self._members.get(member.id) != member:
            self._members[member.id] = member
            try:
                self.journal.remember(member)
            except JournalError:
                return

    def setting(self, name: str) -> Any:
        """Return a setting of the board (`atur`)."""
        return setting(self._state, name)

    def state(self, member: Member) -> dict[str, Json]:
        """Return the fields of `awal` that the room knows."""
        if self._told is None or self._told[0] is not self.tree:
            self._told = (self.tree, tree_to_json(self.tree))
        told = {"pohon": self._told[1], "papan": papan(self._state, member.id)}
        return {"seq": self.seq, "tanda": self.mark, **told}

    def handle(self, member: Member, message: Json | messages.Message) -> Outcome:
        """Make what a client asks for, or say why not. Never raises for what a client sent."""
        n = ""
        try:
            asked = messages.read_message(message) if isinstance(message, dict | list | str | None) else message
            if not isinstance(asked, messages.OpMessage | messages.Urung | messages.Ulang):
                told = _refusal("", "pesan ini bukan operasi.", "Muat ulang halaman.")
                return Outcome(seq=self.seq, reply=(told,))
            n = asked.n
            known = self.journal.find(member.id, n)
            if known is not None:
                return Outcome(seq=self.seq, reply=self._reply(known))
            return self._made(member, asked)
        except NotMade as error:
            return Outcome(seq=self.seq, reply=(_refusal(n or error.n, error.pesan, error.saran),))
        except BadEdit as error:
            return Outcome(seq=self.seq, reply=(_refusal(n, str(error), "Periksa keadaan yang terbaru."),))
        except JournalError as error:
            return Outcome(
                seq=self.seq, reply=(_refusal(n, str(error), "Perubahan Anda belum tersimpan."),), failed=True
            )

    def _made(self, member: Member, asked: messages.OpMessage | messages.Urung | messages.Ulang) -> Outcome:
        if isinstance(asked, messages.OpMessage):
            op = asked.op
            made = made_of(self._desk(member), op)
            told = op.model_dump(exclude_unset=True)
            return self._commit(_Asked(member, asked.n, op.o, told), made)
        if isinstance(asked, messages.Ulang):
            seq = self._undos.last_undone(member.id)
            return self._revert(_Asked(member, asked.n, "ulang", {"o": "ulang"}, seq), "mengulangi")
        seq = asked.seq or self._undos.last(member.id)
        return self._revert(_Asked(member, asked.n, "urung", {"o": "urung"}, seq), "membatalkan")

    def _desk(self, member: Member) -> Desk:
        return Desk(
            tree=self.tree, state=self._state, member=member, at=int(self._clock() * 1000), seq=self.seq + 1,
            gone=self._gone, touched=self._touched, gate=self.gate, fixes=self.fixes,
        )  # fmt: skip

    def _revert(self, asked: _Asked, word: str) -> Outcome:
        """Take an operation back, or an undo of one."""
        member = asked.member
        entry = self.journal.entry(asked.of) if asked.of else None
        check_right(self._state, member, asked.o, own=entry is None or entry.member == member.id)
        if entry is None:
            what = "batalkan" if asked.o == "urung" else "ulangi"
            raise NotMade(f"tidak ada lagi yang dapat Anda {what}.")
        if not (entry.can_undo and self._undos.stands(entry.seq)):
            raise NotMade("operasi itu tidak dapat dibatalkan, atau sudah dibatalkan.", "Lihat riwayat.")
        try:
            edits, puts = reversal(entry, self.tree, self._state)
        except NotMade as error:
            self._undos.drop(entry.member, entry.seq)
            raise NotMade(f"{error.pesan}{self._last_at(entry)}", error.saran) from error
        if entry.op.get("anonim"):
            asked.op["anonim"] = True
        asked.op["seq"] = entry.seq
        base = entry.ringkas.removeprefix("membatalkan: ").removeprefix("mengulangi: ")
        made = Made(ringkas=f"{word}: {base}", edits=edits, puts=puts, simpul=tuple(entry.simpul))
        return self._commit(asked, made)

    def _last_at(self, entry: Entry) -> str:
        """Return who changed last what an operation had made; nothing when it was nobody else."""
        mine = {*entry.simpul, *(key for key, _ in entry.gone)}
        rows = (one for one in self.journal.before(self.seq + 1, _LOOK_BACK) if one.seq > entry.seq)
        last = next((one for one in rows if mine & set(one.simpul)), None)
        name = _author(last)["nama"] if last and last.member != entry.member else ""
        return f" Yang terakhir mengubahnya: {name}." if name else ""

    def _commit(self, asked: _Asked, made: Made) -> Outcome:
        """Note what was made, then let it be so. Raises BadEdit, NotMade or JournalError; nothing has then changed."""
        tree, undo = self.tree, list[Edit]()
        for edit in made.edits:
            tree, inverse = apply(tree, edit)
            undo.append(inverse)
        check(self.tree, tree, made.edits)
        patch = patch_between(self.tree, tree)
        state, unputs = self._put(made.puts)
        touched = [*patch.get("simpul", ()), *patch.get("hilang", ()), *([""] if "berkas" in patch else [])]
        fresh = refreshed(state, tree, touched)
        for one in fresh:
            state, _ = put(state, one)
        if made.puts or fresh:
            patch["papan"] = patch_of(state, (*made.puts, *fresh))
        gone = [[key, self.tree.find(key).statement] for key in patch.get("hilang", ())]
        entry = Entry(
            seq=self.seq + 1, at=int(self._clock() * 1000), member=asked.member.id, nama=asked.member.nama, n=asked.n,
            o="bentrok" if made.bentrok else asked.o, op=asked.op, ringkas=made.ringkas, patch=patch,
            edits=[edit_to_json(one) for one in made.edits], undo=[edit_to_json(one) for one in reversed(undo)],
            puts=[list(one) for one in (*made.puts, *fresh)], unputs=[list(one) for one in unputs], gone=gone,
            simpul=list(made.simpul), of=asked.of, bentrok=made.bentrok,
            can_undo=made.can_undo and bool(made.edits or made.puts),
        )  # fmt: skip
        self.journal.append(entry)
        self.tree = tree
        self._note(entry, [*made.puts, *fresh], made.edits)
        broadcast = _message(entry)
        return Outcome(seq=self.seq, reply=self._reply(entry), broadcast=broadcast, edits=made.edits)

    def _put(self, puts: Iterable[Put]) -> tuple[State, list[Put]]:
        state, inverses = self._state, list[Put]()
        for one in puts:
            state, inverse = put(state, one)
            inverses.insert(0, inverse)
        return state, inverses

    def _note(self, entry: Entry, puts: Iterable[Put], edits: Iterable[Edit] = ()) -> None:
        """Let an entry be part of what the room knows."""
        self.seq = entry.seq
        for one in puts:
            self._state, _ = put(self._state, one)
        self._gone.update((key, statement) for key, statement in entry.gone)
        self._undos.note(entry)
        for edit in edits:
            if isinstance(edit, SetField):
                self._touched[edit.key, edit.field] = entry.seq
            elif isinstance(edit, Reword):
                self._touched[edit.key, "statement"] = entry.seq

    def _reply(self, entry: Entry) -> tuple[Json, ...]:
        """Return what the sender of an operation hears: the operation with its name, or that it became a clash."""
        if entry.bentrok:
            pesan = "Kalimat ini baru saja diubah orang lain." if self._stands(entry) else "Kondisi ini sudah dihapus."
            refusal = _refusal(entry.n or "", pesan, "Tulisan Anda disimpan; pilih salah satu.")
            return _message(entry), {**refusal, "bentrok": entry.bentrok}
        message = {**_message(entry), "n": entry.n}
        return (self._own(message, entry),)

    def _stands(self, entry: Entry) -> bool:
        return any(key in self.tree.nodes or key in self.tree.belum for key in entry.simpul)

    def _own(self, message: Json, entry: Entry) -> Json:
        """Return an operation with what only its author is told: their own votes."""
        patch = message["patch"]
        if "gagasan" not in patch.get("papan", {}):
            return message
        board = {**patch["papan"], "suara_saya": votes_of(self._state, entry.member)}
        return {**message, "patch": {**patch, "papan": board}}

    def since(self, seq: int, mark: str, member: Member) -> list[Json] | None:
        """Return the operations after a seq, None when the client must begin anew."""
        if mark != self.mark or not max(0, self.seq - _LONGEST_CATCH_UP) <= seq <= self.seq:
            return None
        told = []
        for entry in self.journal.since(seq):
            own = entry.member == member.id and entry.n is not None and not entry.bentrok
            message = {**_message(entry), "n": entry.n} if own else _message(entry)
            told.append(self._own(message, entry) if own else message)
        return told

    def history(self, before: int | None = None, count: int = 100) -> list[Json]:
        """Return rows of the history, newest first: `before` a seq, or the newest of all."""
        return [
            {
                "seq": one.seq, "at": one.at, "ringkas": one.ringkas, "simpul": one.simpul, **_author(one),
                "bisa_urung": one.can_undo and self._undos.stands(one.seq),
            }
            for one in self.journal.before(before or self.seq + 1, count)
        ]  # fmt: skip

    def tree_at(self, seq: int) -> Tree:
        """Return the tree as it stood after an operation. Raises LookupError when nobody knows any more."""
        return tree_at(self.journal, seq, (self.seq, self.tree), self._profiles)

    def compare(self, dari: int, ke: int) -> dict[str, Json]:
        """Return what differs between the states after two seqs, 0 = now. Raises LookupError."""
        return states_compared(self.journal, (self.seq, self.tree), (dari, ke), self._profiles)

    def pending(self, seq: int, text: str | None = None) -> list[tuple[int, tuple[Edit, ...]]]:
        """Return what was done after a seq; for the `text` of a merged file first what brings it to the room's tree."""
        at, base, lead = self._lead
        first = [(seq, lead)] if lead and at == seq and text == base else []
        after = self.journal.since(seq)
        return first + [(one.seq, tuple(edit_from_json(each, self._profiles) for each in one.edits)) for one in after]

    def saving(self, seq: int, text: str) -> None:
        """Note a text before it is written to the file. Raises JournalError.

        The text of a file that was merged is not noted: it is not what the room holds, only what that is written on.
        """
        _, base, lead = self._lead
        if not (lead and text == base):
            self.journal.save(seq, text)

    def outside(self, text: str) -> Outside:
        """Merge a file that was changed outside the board. Raises BadInput, BadEdit, JournalError."""
        taken = frozenset({*self.tree.nodes, *self.tree.belum, *self._gone})
        before = read(nearest(text, self.journal.saves()).text, self._profiles)
        base = identified(text, self._profiles, before, taken)
        theirs = read(base, self._profiles)
        found = merge(before, theirs, self._desk(FILE_MEMBER))
        outcome = Outcome(seq=self.seq)
        if found.edits or found.puts:
            op = {"o": "berkas-luar", "beda": list(found.beda)}
            made = Made(ringkas=found.ringkas, edits=found.edits, puts=found.puts, simpul=found.simpul)
            outcome = self._commit(_Asked(FILE_MEMBER, None, "berkas-luar", op), made)
        edits = difference(theirs, self.tree)
        self._lead = (self.seq, base, edits)
        return Outside(outcome=outcome, base=base, base_edits=edits)


def _author(entry: Entry) -> dict[str, Json]:
    """Return who made an operation; nobody for an anonymous idea."""
    if entry.op and entry.op.get("anonim"):
        return {"oleh": "", "nama": ""}
    return {"oleh": entry.member, "nama": entry.nama}


def _message(entry: Entry) -> Json:
    """Return an entry as the `op` message for everyone."""
    what = {"o": entry.o, "ringkas": entry.ringkas, "patch": entry.patch}
    return {"t": "op", "seq": entry.seq, "at": entry.at, **_author(entry), **what}


def _refusal(n: str, pesan: str, saran: str) -> dict[str, Json]:
    pesan = pesan[:1].upper() + pesan[1:]
    return {"t": "tolak", "n": n, "pesan": pesan, "saran": saran}
