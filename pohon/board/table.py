"""One open room with everything around it: its audience, its replica in the painter, its file on disk."""

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from pohon.model.edits import Edit
from pohon.model.finding import Fix
from pohon.render.looking import View

from .audience import Audience, Session, describe
from .keeper import Held, Keeper
from .messages import Message
from .operations import Offer
from .room import Room
from .told import Judged, encoded

__all__ = ["Table"]

Say = Callable[[tuple[Any, ...]], None]


class Table:
    """A room, served. All methods run in the loop of the server."""

    def __init__(self, name: str, room: Room, held: Held, *, say: Say, share: Callable[[str], None]) -> None:
        self.name, self.room, self._say, self._share = name, room, say, share
        self.audience = Audience()
        self.findings: dict[str, list[dict[str, Any]]] = {}
        self.counted: Mapping[str, int] = {}
        self.groups = ""
        self._fixes: Mapping[tuple[str, str, str], Fix] = {}
        self._fixed_at = 0
        self._first_findings = True
        self._told_present: asyncio.TimerHandle | None = None
        self.used = time.monotonic()
        room.fixes = self._offer
        self.keeper = Keeper(self, room, held)

    @property
    def path(self) -> Path:
        """The tree file."""
        return self.room.path

    def say(self, what: str, *rest: Any) -> None:
        """Give the painter an order for this room."""
        self._say((what, self.name, *rest))

    def begin(self) -> None:
        """Hand the room to the painter, as it is now; again after the painter was lost."""
        room = self.room
        self._first_findings = True
        self.say("buka", room.seq, room.tree, str(self.path.parent))
        self.keeper.begin()
        for name, view in self.audience.views.items():
            self.say("pandang", name, view)
        for one in self.audience.sessions:
            if one.view:
                one.drawn = False
                self.say("penuh", one.view, id(one))

    def join(self, session: Session, since: int | None, mark: str | None) -> None:
        """Seat a connection: what it missed, or everything."""
        room = self.room
        room.join(session.member)
        missed = None if since is None or mark is None else room.since(since, mark, session.member)
        self.audience.sessions[session] = None
        if missed is None:
            state = room.state(session.member)
            around = {"saya": describe(session), "anggota": self.audience.present(), "temuan": self.findings}
            session.send(encoded({"t": "awal", **state, **around, "simpan": self.keeper.state}))
        else:
            session.send(encoded({"t": "susul", "dari": since, "ke": room.seq, "op": list(missed)}))
            nodes = ("", *room.tree.nodes, *room.tree.belum)
            known = {node: self.findings.get(node, []) for node in nodes}
            session.send(encoded({"t": "temuan", "seq": room.seq, "ganti": known, "jumlah": self.counted}))
            session.send(encoded({"t": "simpan", **self.keeper.state}))
        if self.groups:
            session.send(self.groups)
        self.tell_present()

    def leave(self, session: Session) -> None:
        """Let a connection go."""
        self.audience.sessions.pop(session, None)
        for name, view in self.audience.ended():
            self.say("pandang", name, view)
        self.used = time.monotonic()
        self.tell_present()

    def look(self, session: Session, mode: str, view: View) -> None:
        """Let a connection look at another view; its drawing follows."""
        for name, one in self.audience.choose(session, mode, view):
            self.say("pandang", name, one)
        if session.view:
            self.say("penuh", session.view, id(session))

    def handle(self, session: Session, message: Message) -> None:
        """Make what a member asks for, and tell everyone."""
        out = self.room.handle(session.member, message)
        for one in out.reply:
            session.send(encoded(one))
        if out.broadcast is not None:
            self.audience.broadcast(encoded(out.broadcast), but=session)
        if out.failed:
            self.keeper.failed("Catatan papan tidak dapat ditulis ke disk; perubahan tidak diterima.")
        elif out.broadcast is not None:
            self.made(out.seq, out.edits)
            if out.broadcast["o"] == "atur" and self.room.setting("bagikan"):
                self._share(self.name)

    def made(self, seq: int, edits: Iterable[Edit]) -> None:
        """Pass edits on to the painter."""
        every = tuple(edits)
        self.say("sunting", seq, every)
        self.keeper.edited(seq, tree=bool(every))

    def tell_present(self) -> None:
        """Tell everyone who is here, soon: the more people, the less often."""
        if self._told_present is None:
            wait = 0.05 + 0.008 * len(self.audience.sessions)
            self._told_present = asyncio.get_running_loop().call_later(wait, self._present_now)

    def _present_now(self) -> None:
        self._told_present = None
        self.audience.broadcast(self.audience.told_present())

    def judged(self, text: str, judged: Judged) -> None:
        """Take new findings over from the painter."""
        if self._first_findings:
            self._first_findings = False
            judged.changed |= {node: [] for node in self.findings if node not in judged.changed}
            text = judged.message()
        for node, rows in judged.changed.items():
            if rows:
                self.findings[node] = rows
            else:
                self.findings.pop(node, None)
        self.counted, self._fixes, self._fixed_at = judged.counted, judged.fixes, judged.seq
        self.audience.broadcast(text)

    def grouped(self, text: str) -> None:
        """Take new groups of ideas over from the painter."""
        self.groups = text
        self.audience.broadcast(text)

    def drawn(self, view: str, token: int, text: str) -> None:
        """Give a connection the whole drawing it waits for."""
        for one in self.audience.sessions:
            if id(one) == token and one.view == view:
                one.drawn = True
                one.send(text)

    def announce(self, level: str, words: str) -> None:
        """Tell everyone something they should read."""
        self.audience.broadcast(encoded({"t": "pesan", "tingkat": level, "pesan": words}))

    def _offer(self, node: str, code: str, field: str) -> Offer | None:
        fix = self._fixes.get((node, code, field))
        return None if fix is None else Offer(fix=fix, seq=self._fixed_at)
