"""A board for tests: a folder with one tree, its application in this process, members, and what they hear."""

import json
import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient, WebSocketTestSession

from pohon.board.app import create_app
from pohon.board.hub import Hub
from pohon.board.page import FOLDER, Page, load
from pohon.board.roles import Role

from ..build import complete

OWN = {"origin": "http://127.0.0.1:8765", "host": "127.0.0.1:8765"}
NAME = "dinas.pohon.yaml"
BASE = "http://127.0.0.1:8765"
TEXT = complete("""# catatan orang
pohon:
  - outcome: Meningkatnya derajat kesehatan ibu
    id: o1
    sebab:
      - csf: Meningkatnya mutu pelayanan persalinan
        id: c1
        isu: Masih rendahnya mutu pelayanan persalinan
      - csf: Meningkatnya akses rujukan persalinan
        id: c2
        isu: "Masih terbatasnya akses rujukan"   # tetap
""")
_PATIENCE = 30.0
"""Seconds after which a message that does not come is a failure."""
VIEW = {"mode": "kanvas", "arah": "bawah", "lipat": []}


class Desk:
    """The board of a test."""

    def __init__(self, hub: Hub, http: TestClient, folder: Path) -> None:
        self.hub, self.http, self.folder = hub, http, folder
        self.file = folder / NAME
        self.key = hub.keys.issue("", Role.FASILITATOR)[0]

    def enter(self, name: str = "Sari", **more: Any) -> str:
        """Let a participant come in and return their key."""
        answer = self.http.post("/api/masuk", json={"pin": self.hub.pin, "nama": name, **more})
        assert answer.status_code == 200, answer.text
        return answer.json()["kunci"]

    def share(self) -> None:
        """Lead participants to the tree."""
        with self.seat() as line:
            line.op({"o": "atur", "nilai": {"bagikan": True}})

    def get(self, path: str, key: str | None = None) -> Any:
        """Make a call as a member, the facilitator unless another key is given."""
        return self.http.get(path, headers=bearer(self.key if key is None else key))

    def post(self, path: str, key: str | None = None, **more: Any) -> Any:
        """Make a call with a body."""
        return self.http.post(path, headers=bearer(self.key if key is None else key), **more)

    @contextmanager
    def seat(
        self, key: str | None = None, *, view: dict | None = None, name: str = NAME, **more: Any
    ) -> "Iterator[Line]":
        """Sit down at the tree."""
        with self.http.websocket_connect(f"/ws?berkas={name}", headers=OWN) as socket:
            first = {"t": "masuk", "kunci": self.key if key is None else key, "pandang": view or VIEW, **more}
            socket.send_text(json.dumps(first))
            yield Line(socket)


class Line:
    """One connection: what it says and hears."""

    def __init__(self, socket: WebSocketTestSession) -> None:
        self.socket = socket
        self.heard: list[dict] = []
        self.count = 0
        self._inbox: queue.Queue[str | Exception] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        """Collect what is heard, so that a test that waits in vain ends."""
        try:
            while True:
                self._inbox.put(self.socket.receive_text())
        except Exception as error:  # noqa: BLE001 - the test decides what the end means
            self._inbox.put(error)

    def say(self, message: Any) -> None:
        """Send a message."""
        self.socket.send_text(message if isinstance(message, str) else json.dumps(message))

    def op(self, op: dict, n: str = "") -> dict:
        """Send an operation and return its answer."""
        self.count += 1
        name = n or f"n{id(self)}.{self.count}"
        self.say({"t": "op", "n": name, "op": op})
        return self.wait(lambda one: one.get("n") == name and one["t"] in {"op", "tolak"})

    def wait(self, fits: Any) -> dict:
        """Return the next message that fits; a word stands for messages of that kind."""
        if isinstance(fits, str):
            kind = fits
            fits = lambda one: one["t"] == kind  # noqa: E731
        while True:
            text = self._inbox.get(timeout=_PATIENCE)
            if isinstance(text, Exception):
                raise text
            message = json.loads(text)
            self.heard.append(message)
            if fits(message):
                return message


def bearer(key: str) -> dict[str, str]:
    """Return the header that carries a key."""
    return {"authorization": f"Bearer {key}"} if key else {}


@contextmanager
def board(folder: Path, *, lan: dict | None = None) -> Iterator[Desk]:
    """Run a board on a folder."""
    if not (folder / NAME).exists():
        (folder / NAME).write_text(TEXT, encoding="utf-8")
    hub = Hub(folder, lan=lan)
    page = load() if (FOLDER / "index.html").is_file() else Page({})
    app = create_app(hub, page, lan=lan is not None)
    with TestClient(app, base_url=BASE, client=("127.0.0.1", 50_000)) as http:
        yield Desk(hub, http, folder)
