"""The websocket of the board: one loop for each connection. docs/papan/protokol.md has the messages."""

import asyncio
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from pohon.errors import PohonError
from pohon.model.node import Kind
from pohon.render.looking import Ghost, Screen, View

from .access import Throttle
from .answers import Wrong
from .audience import Session
from .hub import Hub
from .messages import Denyut, Hadir, Masuk, Message, OpMessage, Pandang, PandangMessage, Tahap, read_message
from .refusal import NotMade
from .roles import Member, Role
from .table import Table
from .told import encoded

__all__ = ["LARGEST", "Live"]

LARGEST = 524_288
"""Bytes of the largest message that a client may send: a sheet of indicators pasted at once."""
_ORDINARY = 16_384
"""Letters that count as one message; a longer one counts as several, so that size is held back like number."""
_FIRST_WITHIN = 5.0
_SILENT_FOR = 60.0
_EACH_MEMBER, _EACH_ADDRESS = (30.0, 120.0), (400.0, 800.0)
_MOST_FROM_ADDRESS, _MOST = 120, 300
_UNKNOWN, _FULL, _GONE = 4001, 4002, 4004


class Live:
    """All connections of a board."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self._addresses: dict[str, Throttle] = {}

    async def serve(self, socket: WebSocket) -> None:
        """Serve one connection from its first to its last message."""
        address = socket.client.host if socket.client else ""
        held = self.hub.connections
        if held.get(address, 0) >= _MOST_FROM_ADDRESS or sum(held.values()) >= _MOST:
            await socket.close(_FULL)
            return
        held[address] = held.get(address, 0) + 1
        try:
            await socket.accept()
            await self._welcome(socket, address)
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            held[address] -= 1
            if not held[address]:
                del held[address]
                self._addresses.pop(address, None)

    async def _welcome(self, socket: WebSocket, address: str) -> None:
        """Find out who it is and lead them to their room."""
        try:
            first, _ = await asyncio.wait_for(_next(socket, _ORDINARY), _FIRST_WITHIN)
        except (TimeoutError, NotMade):
            first = None
        if not isinstance(first, Masuk):
            await _end(socket, _UNKNOWN, "pesan pertama harus `masuk`.")
            return
        member = self.hub.keys.of(first.kunci)
        if member is None:
            await _end(socket, _UNKNOWN, "kunci ini tidak dikenal. Masuk lagi dengan PIN.")
            return
        self.hub.keys.seen(first.kunci)
        try:
            table = await self._table(member, socket.query_params.get("berkas", ""))
        except PohonError as error:
            await _end(socket, _GONE, error.pesan if isinstance(error, Wrong) else str(error))
            return
        session = Session(socket, member)
        sender = asyncio.create_task(session.deliver())
        try:
            table.join(session, first.sejak, first.tanda)
            _look(table, session, first.pandang)
            await self._listen(session, table, address)
        finally:
            table.leave(session)
            sender.cancel()
            with suppress(asyncio.CancelledError, Exception):
                await sender

    async def _table(self, member: Member, name: str) -> Table:
        if member.peran is not Role.FASILITATOR and name != await self.hub.shared():
            raise Wrong(403, "pohon itu belum dibagikan oleh fasilitator.", "Tunggu sampai fasilitator membagikannya.")
        return await self.hub.open(name)

    async def _listen(self, session: Session, table: Table, address: str) -> None:
        own = Throttle(*_EACH_MEMBER)
        shared = self._addresses.setdefault(address, Throttle(*_EACH_ADDRESS))
        while not session.dropped:
            try:
                message, size = await asyncio.wait_for(_next(session.socket, LARGEST), _SILENT_FOR)
            except NotMade as error:
                session.send(encoded({"t": "tolak", "n": error.n, "pesan": error.pesan, "saran": error.saran}))
                message, size = None, 0
            except TimeoutError:
                return
            count = 1 + size // _ORDINARY
            wait = max(own.delay(count), shared.delay(count))
            if wait > 0:
                await asyncio.sleep(min(wait, 5.0))
            if message is not None:
                await self._take(session, table, message)

    async def _take(self, session: Session, table: Table, message: Message) -> None:
        if isinstance(message, Denyut):
            session.send('{"t":"denyut"}')
        elif isinstance(message, Hadir):
            session.node, session.editing = message.simpul, message.sunting
            table.tell_present()
        elif isinstance(message, PandangMessage):
            _look(table, session, message.pandang)
        elif not isinstance(message, Masuk):
            if isinstance(message, OpMessage) and isinstance(message.op, Tahap) and message.op.o == "tutup":
                await self._ask_gate(session, table, message.op.tahap)
            table.handle(session, message)

    async def _ask_gate(self, session: Session, table: Table, stage: int) -> None:
        """Ask what keeps a stage open before the room is asked to close it."""
        table.room.gate = None
        if session.member.peran is not Role.FASILITATOR:
            return
        try:
            missing = await self.hub.errands.ask("gerbang", table.room.tree, str(table.path.parent), stage)
        except PohonError as error:
            missing = [str(error)]
        table.room.gate = lambda asked: missing if asked == stage else ["Tahap ini belum diperiksa."]


def _look(table: Table, session: Session, pandang: Pandang) -> None:
    one = pandang.layar
    screen = Screen(one.simpul or "", one.lebar, one.tinggi, one.rinci) if one else None
    ghosts = tuple(Ghost(each.id, each.induk, Kind(each.kind), each.kalimat) for each in pandang.hantu or ())
    table.look(session, pandang.mode, View(pandang.arah, frozenset(pandang.lipat), screen, ghosts))


async def _next(socket: WebSocket, largest: int) -> tuple[Message, int]:
    """Return the next message and its length. Raises NotMade for one that cannot be read, WebSocketDisconnect."""
    event = await socket.receive()
    if event["type"] != "websocket.receive":
        raise WebSocketDisconnect(event.get("code", 1005))
    text = event.get("text")
    if text is None or len(text) > largest:
        raise NotMade("pesan dari halaman ini tidak dapat dibaca.", "Muat ulang halaman.")
    name = ""
    try:
        data: Any = json.loads(text)
        name = _name(data)
        return read_message(data), len(text)
    except (ValueError, RecursionError) as error:
        raise NotMade("pesan dari halaman ini tidak dapat dibaca.", "Muat ulang halaman.") from error
    except NotMade as error:
        error.n = name
        raise


def _name(data: Any) -> str:
    """Return the client's own name of an operation, as far as it can be told."""
    found = data.get("n") if isinstance(data, Mapping) else None
    return found[:64] if isinstance(found, str) else ""


async def _end(socket: WebSocket, code: int, words: str) -> None:
    with suppress(RuntimeError):
        await socket.send_text(encoded({"t": "pesan", "tingkat": "galat", "pesan": words[:1].upper() + words[1:]}))
        await socket.close(code, words.encode("utf-8")[:100].decode("utf-8", "ignore"))
