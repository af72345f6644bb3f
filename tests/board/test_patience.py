"""What must not make the others wait: slow and countless connections, a long journal, a comparison of old states."""

import asyncio
import json
import socket
import time
from contextlib import ExitStack

import pytest

pytest.importorskip("starlette", reason="the board is an extra: pip install 'pohon[board]'")

from benchmarks.board_server import Server
from pohon.board import hub as hubs
from pohon.board import serve
from pohon.board.hub import Hub
from pohon.board.room import Room
from pohon.errors import PohonError

from .desk import NAME, TEXT, board

GET = b"GET /tema.css HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"


class Clock:
    """A loop whose time runs when it is told to."""

    def __init__(self):
        self.now, self.due = 0.0, []

    def time(self):
        return self.now

    def call_later(self, seconds, call):
        entry = [self.now + seconds, call]
        self.due.append(entry)
        return type("Handle", (), {"cancel": lambda _: self.due.remove(entry) if entry in self.due else None})()

    def run(self, seconds):
        end = self.now + seconds
        while due := [one for one in self.due if one[0] <= end]:
            first = min(due, key=lambda one: one[0])
            self.due.remove(first)
            self.now = first[0]
            first[1]()
        self.now = end


class Wire:
    """The other end of a connection, as far as a protocol asks for it."""

    def __init__(self, host="192.0.2.7"):
        self.host, self.aborted, self.written = host, False, b""

    def get_extra_info(self, name):
        return {"peername": (self.host, 5), "sockname": ("127.0.0.1", 8765)}.get(name)

    def abort(self):
        self.aborted = True

    def write(self, data):
        self.written += data

    def is_closing(self):
        return self.aborted

    def close(self):
        self.aborted = True


@pytest.fixture
def connect():
    """Make connections to an application that never answers."""
    clock, made = Clock(), []

    async def silent(scope, receive, send):
        await receive()

    def connect(host="192.0.2.7"):
        config = serve._config(silent)
        state = serve.uvicorn.server.ServerState()
        protocol = serve.Patient(config=config, server_state=state, app_state={}, _loop=clock)
        wire = Wire(host)
        protocol.connection_made(wire)
        made.append(protocol)
        return clock, protocol, wire

    yield connect
    for one in made:
        one.connection_lost(None)
    assert not serve.Patient.held


def test_a_connection_that_says_nothing_is_ended(connect):
    clock, _, wire = connect()
    clock.run(10)
    assert not wire.aborted
    clock.run(10)
    assert wire.aborted


@pytest.mark.parametrize(
    "sent", [b"GET / HTTP/1.1\r\nHost: a\r\nX: ", b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 999\r\n\r\n"]
)
def test_a_request_that_comes_letter_by_letter_is_ended(connect, sent, monkeypatch):
    monkeypatch.setattr(serve.Patient, "handle_events", lambda self: self.conn.next_event())
    clock, protocol, wire = connect()
    protocol.data_received(sent)
    for _ in range(30):
        protocol.data_received(b"x")
        clock.run(1)
    assert wire.aborted


def test_a_large_document_over_a_slow_network_is_waited_for(connect, monkeypatch):
    monkeypatch.setattr(serve.Patient, "handle_events", lambda self: self.conn.next_event())
    clock, protocol, wire = connect()
    protocol.data_received(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9000000\r\n\r\n")
    for _ in range(100):
        protocol.data_received(b"x" * 20_000)
        clock.run(1)
    assert not wire.aborted


def test_one_address_cannot_hold_every_connection(connect):
    wires = [connect("192.0.2.7")[2] for _ in range(serve._MOST_FROM_ADDRESS + 5)]
    assert [wire.aborted for wire in wires].count(True) == 5
    assert not connect("192.0.2.8")[2].aborted


def test_a_board_answers_while_a_hundred_connections_dawdle(tmp_path):
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    with Server(tmp_path) as server, ExitStack() as open_ones:
        for _ in range(100):
            slow = open_ones.enter_context(socket.create_connection(("127.0.0.1", server.port)))
            slow.sendall(b"GET / HTTP/1.1\r\nHost: ")
        start = time.monotonic()
        with socket.create_connection(("127.0.0.1", server.port), timeout=5) as quick:
            quick.sendall(GET)
            assert quick.recv(12) == b"HTTP/1.1 200"
        assert time.monotonic() - start < 2


def test_the_loop_goes_on_while_a_long_journal_is_read(tmp_path, monkeypatch):
    (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
    opened = []

    def slow(path, journal):
        opened.append(path)
        time.sleep(0.6)
        return Room.open(path, journal)

    monkeypatch.setattr(hubs, "_read", lambda path, journal: (hubs.held_by(path), slow(path, journal)))

    async def run():
        hub = Hub(tmp_path)
        await hub.start()
        first, second = asyncio.create_task(hub.open(NAME)), asyncio.create_task(hub.open(NAME))
        left = asyncio.create_task(hub.open(NAME))
        await asyncio.sleep(0.05)
        left.cancel()
        beats, start = 0, time.monotonic()
        while not first.done() and time.monotonic() - start < 5:
            await asyncio.sleep(0.01)
            beats += 1
        assert await first is await second
        await hub.close()
        return beats

    assert asyncio.run(run()) > 20
    assert len(opened) == 1


def test_a_tree_that_cannot_be_read_is_refused_each_time(tmp_path):
    (tmp_path / NAME).write_text("bukan: [pohon", encoding="utf-8")

    async def run():
        hub = Hub(tmp_path)
        await hub.start()
        for _ in range(2):
            with pytest.raises(PohonError):
                await hub.open(NAME)
        (tmp_path / NAME).write_text(TEXT, encoding="utf-8")
        assert (await hub.open(NAME)).name == NAME
        await hub.close()

    asyncio.run(run())


def test_states_are_compared_by_the_process_beside_the_server(tmp_path, monkeypatch):
    monkeypatch.setattr(Room, "compare", None)
    monkeypatch.setattr(Room, "tree_at", None)
    with board(tmp_path) as desk, desk.seat() as line:
        line.op({"o": "ubah", "id": "c1", "field": "statement", "nilai": "Meningkatnya yang lain"})
        line.op({"o": "hapus", "id": "c2"})
        found = desk.get(f"/api/banding?berkas={NAME}&dari=1&ke=0").json()["simpul"]
        assert set(found) == {"c2"}
        assert found["c2"]["asal"] == {"induk": "o1", "nomor": "1.2", "kind": "csf"}
        answer = desk.get(f"/api/banding?berkas={NAME}&dari=99&ke=0")
        assert answer.status_code == 404
        assert "tidak tercatat" in json.loads(answer.text)["pesan"]
