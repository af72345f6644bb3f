"""The tree file of a room: written whole and only over what is known, merged when somebody else wrote it.

The painter makes the text; here it is noted in the journal first and then written in a thread. Every second the file
is looked at: a text that nobody here wrote is merged through the room.
"""

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pohon.errors import BadInput, PohonError, Refused
from pohon.forms import disk, tree_file

from .room import Room
from .told import encoded

if TYPE_CHECKING:
    from .table import Table

__all__ = ["Held", "Keeper", "held_by"]

_LOOK_EVERY = 1.0
_AGAIN_AFTER = 5.0
_MANY = 30
"""More edits than this are not made one by one: the painter works out what they came to."""
Stamp = tuple[int, int]
Held = tuple[bytes | None, Stamp]
"""What a file holds (None = it is not there), and when it was written."""


class Keeper:
    """Keeps one file. `state` is what clients are told about it."""

    def __init__(self, table: "Table", room: Room, held: Held) -> None:
        """Begin with what the disk held before the room was opened: what came later is merged, never written over."""
        self._table, self._room = table, room
        self.state: dict[str, Any] = {"seq": room.seq, "keadaan": "tersimpan", "pesan": ""}
        self._epoch = 0
        self._base = room.base
        self._wanted = room.seq
        self._held, self._stamp = held
        self._busy = asyncio.Lock()
        self._ready = asyncio.Event()
        self._broken = ""
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def text(self) -> str:
        """The text that the file holds, or held last."""
        return self._base[1]

    def begin(self) -> None:
        """Tell the painter what the file holds; it makes the text of what came after."""
        self._epoch += 1
        seq, text = self._base
        edits = tuple(one for _, some in self._room.pending(seq, text) for one in some)
        self._table.say("dasar", self._epoch, text, edits if len(edits) <= _MANY else None)

    def start(self) -> None:
        """Begin to look at the file."""
        if self._held is None or _text(self._held) != self._base[1]:
            self._spawn(self._write(self._epoch, *self._base, ""))
        self._spawn(self._watch())

    def edited(self, seq: int, *, tree: bool) -> None:
        """Note that the room went on; `tree` = in a way that the file has to follow."""
        if tree:
            self._wanted = seq
            if self.state["keadaan"] == "tersimpan":
                self._tell("menyimpan", self.state["seq"])
        elif self.state["keadaan"] == "tersimpan":
            self.state = {**self.state, "seq": seq}

    def failed(self, words: str) -> None:
        """Say that something could not be written."""
        self._tell("gagal", self.state["seq"], words)

    def arrived(self, epoch: int, seq: int, text: str, note: str) -> None:
        """Take a text from the painter; "" = the file needs none."""
        self._spawn(self._write(epoch, seq, text, note))

    async def settle(self, seconds: float = 10.0) -> None:
        """Write what is still missing and wait for it."""
        self._ready.clear()
        self._table.say("tulis")
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ready.wait(), seconds)
        for task in list(self._tasks):
            task.cancel()

    async def _write(self, epoch: int, seq: int, text: str, note: str) -> None:
        async with self._busy:
            if epoch == self._epoch and text:
                await self._written(seq, text, note)
            elif epoch == self._epoch and (self._held is None or self.state["keadaan"] == "gagal"):
                await self._written(*self._base, "")
            if not text or seq >= self._wanted:
                self._ready.set()

    async def _written(self, seq: int, text: str, note: str) -> None:
        if self._broken:
            self._again(seq, self._broken)
            return
        data = text.encode("utf-8")
        try:
            self._room.saving(seq, text)
            if data != self._held or not self._table.path.exists():
                await asyncio.to_thread(disk.write, self._table.path, data, expected=self._held)
        except Refused as error:
            held, _ = await asyncio.to_thread(held_by, self._table.path)
            if held is not None and held != self._held:
                await self._look()
            else:
                self._again(seq, str(error))
            return
        except PohonError as error:
            self._again(seq, str(error))
            return
        self._base, self._held = (seq, text), data
        self._stamp = _stamp(self._table.path)
        if note:
            self._table.announce("peringatan", f"Berkas ditulis ulang seluruhnya: {note}")
        self._tell("tersimpan" if seq >= self._wanted else "menyimpan", seq)

    def _again(self, seq: int, reason: str) -> None:
        """Say that the file could not be written, and try later: the journal holds everything."""
        told = f"{reason} Perubahan tetap tercatat di papan dan ditulis lagi sebentar lagi."
        self._tell("gagal", min(seq, self.state["seq"]), told)
        self._ready.set()
        asyncio.get_running_loop().call_later(_AGAIN_AFTER, self._retry)

    def _retry(self) -> None:
        self.begin()
        self._table.say("tulis")

    def _tell(self, keadaan: str, seq: int, pesan: str = "") -> None:
        state = {"seq": seq, "keadaan": keadaan, "pesan": pesan}
        if state != self.state:
            self.state = state
            self._table.audience.broadcast(encoded({"t": "simpan", **state}))

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            if await asyncio.to_thread(_stamp, self._table.path) != self._stamp:
                async with self._busy:
                    await self._look()

    async def _look(self) -> None:
        """See what the file holds now; merge what nobody here wrote."""
        held, stamp = await asyncio.to_thread(held_by, self._table.path)
        self._stamp = stamp
        if held is None:
            if self._held is not None:
                self._table.announce(
                    "peringatan", f"Berkas {self._table.name} tidak ada lagi di disk; ditulis kembali."
                )
            self._held, self._broken = None, ""
            self.begin()
            self._table.say("tulis")
            return
        if held == self._held:
            return
        try:
            outside = self._room.outside(_text(held))
        except BadInput as error:
            self._refuse(error)
            return
        except PohonError as error:
            self.failed(str(error))
            return
        self._broken, self._held = "", held
        outcome = outside.outcome
        if outcome.broadcast is not None:
            self._table.audience.broadcast(encoded(outcome.broadcast))
            self._table.made(outcome.seq, outcome.edits)
        self._epoch += 1
        self._base = (self._room.seq, outside.base)
        self._table.say("dasar", self._epoch, outside.base, tuple(outside.base_edits))
        self._table.say("tulis")

    def _refuse(self, error: BadInput) -> None:
        """Leave a file alone that somebody is editing and that cannot be read at the moment."""
        first = error.problems[0].describe() if error.problems else ""
        self._broken = (
            f"Berkas {self._table.name} diubah dari luar papan dan sekarang tidak dapat dibaca ({first}). "
            "Papan tidak menulisnya sampai berkas itu diperbaiki atau dihapus."
        )
        self._table.announce("galat", self._broken)
        self.failed(self._broken)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _text(data: bytes) -> str:
    """Return the text of a tree file as a room reads it. Raises BadInput."""
    return tree_file.untab(tree_file.decode(data).text).text


def _stamp(path: Path) -> Stamp:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def held_by(path: Path) -> Held:
    """Return what a tree file holds now."""
    stamp = _stamp(path)
    try:
        return disk.read(path), stamp
    except PohonError:
        return None, _stamp(path)
