"""Power cuts: `python -m benchmarks.board_kill [--times 200]` ends the board while people edit, again and again.

After every cut the tree file must be whole; after every start the room must hold every edit that was acknowledged,
and the file must come to say the same as the room.
"""

import argparse
import json
import random
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.board_server import Server
from benchmarks.made import tree_text
from pohon.errors import PohonError
from pohon.forms.tree_file import parse

__all__ = ["Report", "cut", "join"]

_RATE = 20.0
_VIEW = {"mode": "garis", "arah": "bawah", "lipat": []}
_CAUGHT_UP = 15.0


@dataclass(slots=True)
class Report:
    """What the cuts did: edits acknowledged, and everything that must never happen."""

    times: int = 0
    acknowledged: int = 0
    unanswered: int = 0
    lost: list[str] = field(default_factory=list)
    torn: list[str] = field(default_factory=list)
    apart: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """True when nothing was lost, torn or left apart."""
        return self.acknowledged > 0 and not (self.lost or self.torn or self.apart)


@dataclass(slots=True)
class _Known:
    """What must be in the tree: the acknowledged sentence of a node, and those that may have come after it."""

    certain: dict[str, str] = field(default_factory=dict)
    maybe: dict[str, list[str]] = field(default_factory=dict)


def cut(folder: Path, times: int, *, nodes: int = 60, seed: int = 0) -> Report:
    """Start, edit and end the board `times` times on one tree file of this folder."""
    path = folder / "uji.pohon.yaml"
    path.write_text(tree_text(nodes), encoding="utf-8")
    report, known, chance = Report(), _Known(), random.Random(seed)  # noqa: S311 - a test, not a secret
    for turn in range(times):
        with Server(folder) as server:
            _once(server, turn, report, known, chance)
        report.times += 1
        try:
            parse(path.read_text(encoding="utf-8"))
        except (PohonError, UnicodeDecodeError) as error:
            report.torn.append(f"{turn}: {error}")
    with Server(folder) as server:
        _check(server, times, report, known, path)
    return report


def _once(server: Server, turn: int, report: Report, known: _Known, chance: random.Random) -> None:
    """Look whether everything is there, then edit until the cut."""
    socket, state = join(server)
    _compare(state, turn, report, known)
    names = sorted(key for key, node in state["pohon"]["simpul"].items() if node["kind"] != "gagasan")
    waiting: dict[str, tuple[str, str]] = {}
    end = time.perf_counter() + chance.uniform(0.1, 1.6)
    number = 0
    while (now := time.perf_counter()) < end:
        n, key = f"t{turn}-{number}", chance.choice(names)
        before = known.certain.get(key, state["pohon"]["simpul"][key]["statement"])
        if key in {node for node, _ in waiting.values()}:
            continue
        text = f"Terwujudnya hal {turn} ke-{number}"
        op = {"o": "ubah", "id": key, "field": "statement", "nilai": text, "dasar": before}
        if chance.random() < 0.2:
            key = f"b{turn}x{number}"
            op = {"o": "tambah", "id": key, "parent": names[0], "sesudah": "", "statement": text}
        socket.send(json.dumps({"t": "op", "n": n, "op": op}))
        waiting[n] = (key, text)
        number += 1
        _hear(socket, waiting, known, report, until=now + 1 / _RATE)
    server.kill()
    report.unanswered += len(waiting)
    for key, text in waiting.values():
        known.maybe.setdefault(key, []).append(text)
    _close(socket)


def _hear(socket: Any, waiting: dict[str, tuple[str, str]], known: _Known, report: Report, *, until: float) -> None:
    while (left := until - time.perf_counter()) > 0:
        try:
            message = json.loads(socket.recv(timeout=left))
        except TimeoutError:
            return
        if message["t"] == "op" and message.get("n") in waiting:
            key, text = waiting.pop(message["n"])
            known.certain[key] = text
            known.maybe.pop(key, None)
            report.acknowledged += 1
        elif message["t"] == "tolak" and message["n"] in waiting:
            waiting.pop(message["n"])


def _compare(state: dict[str, Any], turn: int, report: Report, known: _Known) -> None:
    """Note every acknowledged sentence that the room does not hold; learn what became of the unanswered ones."""
    nodes = state["pohon"]["simpul"]
    for key, text in known.certain.items():
        found = nodes.get(key, {}).get("statement")
        if found != text and found not in known.maybe.get(key, []):
            report.lost.append(f"{turn}: {key}: {text!r}, found {found!r}")
    for key in known.maybe:
        if key in nodes:
            known.certain[key] = nodes[key]["statement"]
    known.maybe.clear()


def _check(server: Server, turn: int, report: Report, known: _Known, path: Path) -> None:
    """Look whether room and file come to say the same."""
    socket, state = join(server)
    _compare(state, turn, report, known)
    wanted = {key: node["statement"] for key, node in state["pohon"]["simpul"].items()}
    found: dict[str, str] = {}
    end = time.perf_counter() + _CAUGHT_UP
    while found != wanted and time.perf_counter() < end:
        time.sleep(0.2)
        tree = parse(path.read_text(encoding="utf-8"))
        found = {node.key: node.statement for node in (*tree.nodes.values(), *tree.belum.values())}
    report.apart += [
        f"{key}: {text!r}, file {found.get(key)!r}" for key, text in wanted.items() if found.get(key) != text
    ]
    _close(socket)


def join(server: Server) -> tuple[Any, dict[str, Any]]:
    """Return a socket of the facilitator and the state that the room sent first."""
    from websockets.sync.client import connect

    origin: Any = f"http://127.0.0.1:{server.port}"
    opened = connect(f"ws://127.0.0.1:{server.port}/ws?berkas=uji.pohon.yaml", origin=origin, max_size=None)
    socket = opened.__enter__()  # ended by cutting the line, not by a farewell
    socket.send(json.dumps({"t": "masuk", "kunci": server.key, "pandang": _VIEW}))
    while (message := json.loads(socket.recv(timeout=10)))["t"] != "awal":
        pass
    return socket, message


def _close(socket: Any) -> None:
    socket.socket.close()


def main() -> int:
    """Print the report; exit code 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=200)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = cut(Path(folder), wanted.times)
    print(
        f"{report.times} kali dimatikan paksa; "
        f"{report.acknowledged} suntingan sudah dijawab, {report.unanswered} belum; "
        f"hilang {len(report.lost)}, berkas rusak {len(report.torn)}, berkas berbeda {len(report.apart)}"
    )
    for line in (*report.lost, *report.torn, *report.apart)[:20]:
        print(" ", line)
    return int(not report.good)


if __name__ == "__main__":
    sys.exit(main())
