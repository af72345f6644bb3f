"""All open rooms of a folder, the painter beside them, and the members; one for each running board."""

import asyncio
import logging
import os
import sqlite3
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from pohon.errors import PohonError, Refused

from . import places
from .access import Attempts, Keys, new_pin
from .errands import Errands
from .keeper import Held, held_by
from .pipe import Child
from .roles import Role
from .room import Room
from .table import Table

__all__ = ["Hub"]

_PAINTER = "pohon.board.painter"
_LOG = logging.getLogger("pohon.board")
_PAINTER_AFTER = 0.4
_RESTARTS, _WITHIN = 5, 60.0
_MOST_ROOMS = 20


class Hub:
    """The board of one folder. `lan` = what the home page shows of the network, None = this machine only."""

    def __init__(self, folder: Path, *, lan: dict[str, str] | None = None) -> None:
        """Take the folder for this process alone. Raises Refused when another board has it."""
        self.folder, self.lan = folder, lan
        self.journals = folder / places.JOURNALS
        self._lock = _locked(self.journals)
        self.keys = Keys(self.journals / "anggota.sqlite")
        self.pin = new_pin()
        self.attempts = Attempts()
        self.errands = Errands()
        self.tables: dict[str, Table] = {}
        self.connections: dict[str, int] = {}
        self.previews: dict[str, tuple[float, str]] = {}
        self._painter: Child | None = None
        self._restarts: deque[float] = deque(maxlen=_RESTARTS)
        self._closing = False
        self._opening: dict[str, asyncio.Task[Table]] = {}

    def link(self) -> str:
        """Return the secret part of the facilitator's link: a new key each time."""
        key, _ = self.keys.issue("", Role.FASILITATOR)
        return f"#k={key}"

    def note(self, error: Exception) -> None:
        """Keep what went wrong inside for whoever runs the board with POHON_DEBUG=1."""
        if os.environ.get("POHON_DEBUG"):
            _LOG.error("kesalahan", exc_info=error)

    async def start(self) -> None:
        """Start the painter soon, so that neither the first page nor the first tree waits for it."""
        self._loop = asyncio.get_running_loop()
        self._loop.call_later(_PAINTER_AFTER, self._paint)

    def _paint(self) -> None:
        if self._painter is None and not self._closing:
            self._painter = self._started()

    def _started(self) -> Child:
        return Child(_PAINTER, self._in_loop(self._heard), self._in_loop(self._lost))

    def _in_loop(self, call: Callable[..., None]) -> Callable[..., None]:
        def made(*arguments: Any) -> None:
            with suppress(RuntimeError):  # the loop has ended
                self._loop.call_soon_threadsafe(call, *arguments)

        return made

    async def open(self, name: str) -> Table:
        """Return the room of a tree file, opened when nobody has it open. Raises PohonError.

        A long journal is read beside the loop: the other rooms go on meanwhile. All who wait for a room get the same.
        """
        table = self.tables.get(name)
        if table is None:
            path = places.tree_file(self.folder, name)
            opening = self._opening.get(name)
            if opening is None:
                opening = self._opening[name] = self._loop.create_task(self._opened(name, path))
                opening.add_done_callback(lambda _: self._opening.pop(name))
            table = await asyncio.shield(opening)
        table.used = time.monotonic()
        return table

    async def _opened(self, name: str, path: Path) -> Table:
        self._make_room()
        self._paint()
        held, room = await asyncio.to_thread(_read, path, places.journal_of(self.folder, name))
        if self._closing:
            room.close()
            raise Refused("papan sedang ditutup.")
        table = self.tables[name] = Table(name, room, held, say=self._say, share=self.share)
        table.begin()
        table.keeper.start()
        return table

    def _make_room(self) -> None:
        """Close the room that was left longest ago when very many are open."""
        empty = [one for one in self.tables.values() if not one.audience.sessions]
        if len(self.tables) >= _MOST_ROOMS and empty:
            oldest = min(empty, key=lambda one: one.used)
            self._loop.create_task(self._close(oldest))

    async def _close(self, table: Table) -> None:
        used = table.used
        await table.keeper.settle()
        if not table.audience.sessions and table.used == used and self.tables.get(table.name) is table:
            del self.tables[table.name]
            table.say("tutup")
            table.room.close()

    def share(self, name: str) -> None:
        """Lead participants to this tree from now on, after a restart too."""
        self.keys.remember("bagikan", name)

    async def shared(self) -> str:
        """Return the tree that participants are led to, "" = none."""
        name = self.keys.recall("bagikan")
        if not name:
            return ""
        try:
            return name if (await self.open(name)).room.setting("bagikan") else ""
        except PohonError:
            return ""

    def _say(self, order: tuple[Any, ...]) -> None:
        if self._painter is not None:
            self._painter.say(order)

    def _heard(self, answer: tuple[Any, ...]) -> None:
        what, name, *rest = answer
        table = self.tables.get(name)
        if table is None:
            return
        if what == "lukis":
            table.audience.to_view(*rest)
        elif what == "penuh":
            table.drawn(*rest)
        elif what == "temuan":
            table.judged(*rest)
        elif what == "kelompok":
            table.grouped(*rest)
        elif what == "teks":
            table.keeper.arrived(*rest)
        elif what == "hilang":
            _LOG.warning("%s: %s", name, rest[0])
            table.begin()

    def _lost(self) -> None:
        """Start the painter again; it gets every room as it stands."""
        if self._closing:
            return
        now = time.monotonic()
        if len(self._restarts) == _RESTARTS and now - self._restarts[0] < _WITHIN:
            self._painter = None
            for table in self.tables.values():
                told = "Gambar dan pemeriksaan berhenti. Isi papan tetap tercatat; jalankan ulang `pohon board`."
                table.announce("galat", told)
            return
        self._restarts.append(now)
        self._painter = self._started()
        for table in self.tables.values():
            table.begin()

    async def close(self) -> None:
        """End in order: files written, processes ended."""
        await asyncio.gather(*(one.keeper.settle() for one in self.tables.values()))
        self._closing = True
        self.errands.close()
        if self._painter is not None:
            await asyncio.to_thread(self._painter.close)
        for table in self.tables.values():
            table.room.close()
        self.keys.close()
        self._lock.close()


def _read(path: Path, journal: Path) -> tuple[Held, Room]:
    """Return what the disk holds and the room of it; in a thread."""
    return held_by(path), Room.open(path, journal)


def _locked(folder: Path) -> sqlite3.Connection:
    """Hold a lock for as long as the process lives: two boards must not write the same files."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(folder / "kunci.sqlite", timeout=0.5, isolation_level=None, check_same_thread=False)
        lock.execute("PRAGMA locking_mode=EXCLUSIVE")
        lock.execute("BEGIN EXCLUSIVE")
    except (sqlite3.OperationalError, OSError) as error:
        where = folder.parent.as_posix()
        if "locked" in str(error):
            raise Refused(
                f"{where}: papan untuk folder ini sudah berjalan. Pakai jendela yang sudah terbuka."
            ) from None
        raise Refused(f"{where}: folder ini tidak dapat ditulisi ({error}). Pilih folder lain.") from None
    return lock
