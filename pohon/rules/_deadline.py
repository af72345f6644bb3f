"""Stopping a rule that does not come to an end, without tracing and without a second process.

A deadline between two results of a rule is not enough: a rule may hang before its first. So the rule's own thread is
interrupted from outside, by the best means there is:

    a timer signal   in the main thread of a system that has SIGALRM; reaches loops, waiting and regular expressions
    a second thread  everywhere else (Windows, worker threads); raises TooSlow in the rule's thread, which happens
                     between two bytecodes, so a single call into C is waited for

The usual path costs two system calls a rule, or one sleeping thread a run.
"""

import _thread
import signal
import time
from collections.abc import Callable
from typing import Any, Self, TypeVar

__all__ = ["TooSlow", "Watch", "allowance"]

_SECONDS = 2.0
_NODES = 1_000

Result = TypeVar("Result")


class TooSlow(BaseException):
    """A rule has used up its time. No Exception, so that no rule takes it for one of its own."""


def allowance(nodes: int) -> float:
    """Return how long one rule may take: two seconds, and two more for every further thousand nodes."""
    return _SECONDS * max(1.0, nodes / _NODES)


class Watch:
    """Runs functions under a deadline: `with Watch(2.0) as watch: watch.call(work)`; 0 = no deadline.

    `by_signal` = False leaves the signal out.
    """

    def __init__(self, limit: float, *, by_signal: bool = True) -> None:
        self.limit = limit
        self._by_signal = by_signal
        self._armed = False
        self._watcher: _Watcher | None = None

    def __enter__(self) -> Self:
        if self.limit:
            self._by_signal = self._by_signal and self._take_signal()
        return self

    def __exit__(self, *_reason: object) -> None:
        if self._watcher is not None:
            self._watcher.end()
        elif self.limit and self._by_signal:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)

    def call(self, work: Callable[[], Result]) -> Result:
        """Return what the function returns. Raises TooSlow when that takes longer than the limit."""
        if not self.limit:
            return work()
        if self._by_signal:
            return self._call_with_timer(work)
        if self._watcher is None:
            self._watcher = _Watcher()
        return self._watcher.call(work, self.limit)

    def _take_signal(self) -> bool:
        """Install the handler; False where there is no such signal, where it is in use, and outside the main thread."""
        if not hasattr(signal, "SIGALRM") or signal.getsignal(signal.SIGALRM) is not signal.SIG_DFL:
            return False
        try:
            signal.signal(signal.SIGALRM, self._ring)
        except ValueError:
            return False
        return True

    def _ring(self, *_frame: Any) -> None:
        if self._armed:
            self._armed = False
            raise TooSlow

    def _call_with_timer(self, work: Callable[[], Result]) -> Result:
        self._armed = True
        signal.setitimer(signal.ITIMER_REAL, self.limit)
        try:
            return work()
        finally:
            self._armed = False
            signal.setitimer(signal.ITIMER_REAL, 0)


class _Watcher:
    """A thread that sleeps until the deadline of the call that runs. `_lock` guards `_call` and the raising."""

    def __init__(self) -> None:
        self._lock = _thread.allocate_lock()
        self._wake = _thread.allocate_lock()
        self._wake.acquire()
        self._ended = False
        self._call: tuple[int, float] | None = None
        self._started = False

    def call(self, work: Callable[[], Result], limit: float) -> Result:
        self._call = (_thread.get_ident(), time.monotonic() + limit)
        if not self._started:
            self._started = True
            _thread.start_new_thread(self._wait, (limit,))
        try:
            return work()
        finally:
            self._finish()

    def end(self) -> None:
        """Let the thread go."""
        self._ended = True
        self._wake.release()

    def _finish(self) -> None:
        """Leave the call. TooSlow may be on its way still: then it arrives here, or is called back."""
        while True:
            try:
                with self._lock:
                    fired, self._call = self._call is None, None
                if fired:
                    _raise_in(_thread.get_ident(), None)
                return
            except TooSlow:
                continue

    def _wait(self, limit: float) -> None:
        while not self._ended:
            current = self._call
            left = current[1] - time.monotonic() if current else limit
            if left > 0:
                self._wake.acquire(timeout=left)
                continue
            with self._lock:
                if current is not None and self._call is current:
                    self._call = None
                    _raise_in(current[0], TooSlow)


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    """Raise an exception in another thread, at its next bytecode; None takes back one that has not arrived."""
    import ctypes  # 10 ms, only where a rule has to be stopped

    what = None if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), what)
