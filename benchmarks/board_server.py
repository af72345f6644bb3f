"""A board started as people start it, for measurements and for tests that end it roughly."""

import json
import os
import re
import socket
import subprocess
import sys
import textwrap
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

__all__ = ["Server", "floor_server", "memory_of"]

_PATIENCE = 20.0
_FLOOR = """
    import asyncio, sys
    from websockets.asyncio.server import broadcast, serve
    async def run():
        sockets = set()
        async def talk(one):
            sockets.add(one)
            try:
                async for text in one:
                    broadcast(sockets, text)
            finally:
                sockets.discard(one)
        async with serve(talk, "127.0.0.1", int(sys.argv[1]), compression=None):
            print("siap", flush=True)
            await asyncio.get_running_loop().create_future()
    asyncio.run(run())
"""


class Server:
    """`pohon board FOLDER` as a process. `key` is the facilitator's, `pin` that of participants ("" without `lan`)."""

    def __init__(self, folder: Path, *, lan: bool = False, port: int = 0) -> None:
        self.port, self.key, self.pin, self.listening = port or free_port(), "", "", 0.0
        command = [sys.executable, "-m", "pohon", "board", str(folder), "--port", str(self.port), "--no-browser"]
        self._start = time.perf_counter()
        self._process = subprocess.Popen(
            [*command, "--lan"] if lan else command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            env={**os.environ, "NO_COLOR": "1"},
        )
        self.said: list[str] = []
        self._lan = lan
        self._wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def first_page(self) -> float:
        """Return the seconds that the first page takes."""
        start = time.perf_counter()
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/", timeout=_PATIENCE) as answer:
            answer.read()
        return time.perf_counter() - start

    def join(self, name: str) -> str:
        """Return the key of a new participant."""
        body = json.dumps({"pin": self.pin, "nama": name}).encode()
        address = f"http://127.0.0.1:{self.port}/api/masuk"
        call = urllib.request.Request(address, body, {"content-type": "application/json"})
        with urllib.request.urlopen(call, timeout=_PATIENCE) as answer:  # noqa: S310 - this machine
            return str(json.load(answer)["kunci"])

    def kill(self) -> None:
        """End the server as a power cut would, its children too."""
        for pid in (*children(self.pid), self.pid):
            try:
                os.kill(pid, 9)
            except ProcessLookupError:
                continue
        self._process.wait()

    def stop(self) -> None:
        """End the server in order."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self.kill()

    def _wait(self) -> None:
        threading.Thread(target=self._listen, daemon=True).start()
        while time.perf_counter() - self._start < _PATIENCE:
            text = "".join(self.said)
            link, pin = re.search(r"#k=([\w-]+)", text), re.search(r"PIN\D*(\d{6})", text)
            if link and (pin or not self._lan):
                self.listening = time.perf_counter() - self._start
                self.key, self.pin = link[1], pin[1] if pin else ""
                return
            if self._process.poll() is not None:
                break
            time.sleep(0.005)
        self.kill()
        raise RuntimeError(f"the board did not start:\n{''.join(self.said)}")

    def _listen(self) -> None:
        stream = self._process.stdout
        if stream is not None:
            with stream:
                self.said.extend(stream)


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def children(pid: int) -> list[int]:
    """Return the processes below a process (Linux)."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for word in task.read_text().split():
            found += [int(word), *children(int(word))]
    return found


def memory_of(pid: int) -> float:
    """Return the memory in MB that a process and those below it hold (Linux, resident)."""
    total = 0
    for one in (pid, *children(pid)):
        status = Path(f"/proc/{one}/status").read_text()
        total += int(re.search(r"VmRSS:\s+(\d+)", status)[1])  # type: ignore[index]
    return total / 1024


@contextmanager
def floor_server() -> Iterator[int]:
    """Run a server that passes every text on to everybody, and yield its port."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(_FLOOR), str(port)], stdout=subprocess.PIPE, text=True
    )
    if process.stdout is not None:
        process.stdout.readline()
    try:
        yield port
    finally:
        process.kill()
        process.wait()
