"""A child process of our own, spoken to over its standard streams: values in order, both ways, never blocking the loop.

The same on every system: no fork, no signal. The child ends when its input ends, so it never outlives the server.
"""

import pickle
import queue
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

__all__ = ["Child", "Inbox", "say", "streams"]

_HEAD = struct.Struct("!I")


def _write(stream: IO[bytes], value: Any) -> None:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_HEAD.pack(len(data)) + data)
    stream.flush()


def _read(stream: IO[bytes]) -> Any:
    """Return the next value. Raises EOFError when the other side is gone."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        raise EOFError
    (size,) = _HEAD.unpack(head)
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return pickle.loads(data)  # noqa: S301 - written by ourselves, over a pipe that nobody else holds


class Child:
    """A running child. `heard` is called with every value it says, `ended` once; both from a thread of ours."""

    def __init__(self, module: str, heard: Callable[[Any], None], ended: Callable[[], None]) -> None:
        """Start `python -m module`."""
        flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        command = [sys.executable, "-X", "utf8", "-m", module]
        self._process = subprocess.Popen(  # noqa: S603 - our own module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, creationflags=flags
        )
        self._heard, self._ended = heard, ended
        self._outbox: queue.SimpleQueue[Any] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=one, daemon=True) for one in (self._send, self._receive)]
        for thread in self._threads:
            thread.start()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def say(self, value: Any) -> None:
        """Hand a value to the child; returns at once."""
        self._outbox.put((value,))

    def close(self, seconds: float = 5.0) -> None:
        """Let the child finish what it was told, and end it when that takes too long."""
        self._outbox.put(None)
        try:
            self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """End the child at once."""
        with suppress(OSError):
            self._process.kill()
        self._process.wait()

    def _send(self) -> None:
        stream = self._process.stdin
        with suppress(OSError, ValueError):
            while stream is not None and (packed := self._outbox.get()) is not None:
                _write(stream, packed[0])
        with suppress(OSError, ValueError):
            if stream is not None:
                stream.close()

    def _receive(self) -> None:
        stream = self._process.stdout
        with suppress(EOFError, OSError, ValueError):
            while stream is not None:
                self._heard(_read(stream))
        with suppress(OSError, ValueError):
            if stream is not None:
                stream.close()
        self._outbox.put(None)
        self._process.wait()
        self._ended()


def streams() -> tuple[IO[bytes], IO[bytes]]:
    """Return the streams of this process as a child: nothing else may print, and Ctrl+C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    inward, outward = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    return inward, outward


def say(stream: IO[bytes], value: Any) -> None:
    """Say something to the parent. Raises OSError when it is gone."""
    _write(stream, value)


class Inbox:
    """What the parent says, collected by a thread so that a long task can look whether something waits."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._queue: queue.SimpleQueue[Any] = queue.SimpleQueue()
        threading.Thread(target=self._collect, args=(stream,), daemon=True).start()

    def _collect(self, stream: IO[bytes]) -> None:
        with suppress(EOFError, OSError):
            while True:
                self._queue.put((_read(stream),))
        self._queue.put(None)

    def next(self, seconds: float | None) -> Any:
        """Return the next value; None after `seconds` (0 = do not wait). Raises EOFError when the parent is gone."""
        try:
            packed = self._queue.get(timeout=seconds) if seconds != 0 else self._queue.get_nowait()
        except queue.Empty:
            return None
        if packed is None:
            self._queue.put(None)
            raise EOFError
        return packed[0]
