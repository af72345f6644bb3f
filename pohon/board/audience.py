"""Who looks at one room: its connections, what each still has to be sent, who is where, and which views are drawn."""

import asyncio
from collections import deque
from contextlib import suppress
from typing import Any

from starlette.websockets import WebSocket

from pohon.render.looking import View

from .roles import Member
from .told import encoded

__all__ = ["Audience", "Session"]

_MOST_VIEWS = 8
_MOST_WAITING = 16_000_000
"""Characters that may wait for one connection; a slower one is dropped and comes back by sequence number."""
_MOST_MESSAGES = 5_000


class Session:
    """One connection of a member. Messages wait in its own line, so that nobody waits for anybody."""

    def __init__(self, socket: WebSocket, member: Member) -> None:
        self.socket, self.member = socket, member
        self.view = ""
        self.drawn = False
        self.node: str | None = None
        self.editing = False
        self._waiting: deque[str] = deque()
        self._size = 0
        self._ready = asyncio.Event()
        self.dropped = False

    def send(self, text: str) -> None:
        """Put a message in line; a connection that is far behind is dropped instead."""
        if self.dropped:
            return
        self._waiting.append(text)
        self._size += len(text)
        if self._size > _MOST_WAITING or len(self._waiting) > _MOST_MESSAGES:
            self.drop()
        self._ready.set()

    def drop(self) -> None:
        """Give the connection up; what waited is forgotten."""
        self.dropped = True
        self._waiting.clear()
        self._ready.set()

    async def deliver(self) -> None:
        """Send what waits until the connection ends."""
        socket = self.socket
        while not self.dropped:
            await self._ready.wait()
            self._ready.clear()
            while self._waiting:
                text = self._waiting.popleft()
                self._size -= len(text)
                await socket.send({"type": "websocket.send", "text": text})
        with suppress(Exception):
            await socket.close(1013, "terlalu lambat")


class Audience:
    """The connections of one room."""

    def __init__(self) -> None:
        self.sessions: dict[Session, None] = {}
        self.views: dict[str, View] = {}

    def broadcast(self, text: str, *, but: Session | None = None) -> None:
        """Send a message to everyone."""
        for one in self.sessions:
            if one is not but:
                one.send(text)

    def to_view(self, view: str, text: str) -> None:
        """Send a drawing to those who have the one before it."""
        for one in self.sessions:
            if one.drawn and one.view == view:
                one.send(text)

    def choose(self, session: Session, mode: str, view: View) -> list[tuple[str, View | None]]:
        """Let a connection look at another view; return the views that begin (and, with None, end) with that.

        Beyond eight views the nearest one serves: the same direction with nothing folded away.
        """
        session.drawn = False
        name = "" if mode == "garis" else _name(view)
        if name and name not in self.views and len(self.views) >= _MOST_VIEWS:
            view = View(view.direction)
            name = _name(view)
        session.view = name
        orders: list[tuple[str, View | None]] = self.ended()
        if name and name not in self.views:
            self.views[name] = view
            orders.append((name, view))
        return orders

    def ended(self) -> list[tuple[str, View | None]]:
        """Forget the views that nobody looks at any more and return them."""
        used = {one.view for one in self.sessions}
        gone = [name for name in self.views if name not in used]
        for name in gone:
            del self.views[name]
        return [(name, None) for name in gone]

    def present(self) -> list[dict[str, Any]]:
        """Return who is here, each member once; the connection that edits counts."""
        found: dict[str, dict[str, Any]] = {}
        for one in self.sessions:
            before = found.get(one.member.id)
            if before is None or (one.editing and not before["sunting"]) or before["simpul"] is None:
                found[one.member.id] = describe(one)
        return list(found.values())

    def told_present(self) -> str:
        """Return the message of who is here."""
        return encoded({"t": "hadir", "anggota": self.present()})


def describe(one: Session) -> dict[str, Any]:
    """Return a member as clients know them."""
    member = one.member
    return {
        "id": member.id, "nama": member.nama, "peran": member.peran.value, "ada": True, "simpul": one.node,
        "sunting": one.editing,
    }  # fmt: skip


def _name(view: View) -> str:
    screen = view.screen
    on = (screen.node, str(screen.width), str(screen.height), str(int(screen.full))) if screen else ()
    gone = str(hash(view.ghosts)) if view.ghosts else ""
    return "|".join((view.direction, ":".join(on), gone, *sorted(view.closed)))
