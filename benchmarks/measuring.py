"""Rows of the table of budgets, and the CPU time that processes and calls take."""

import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Row", "command", "cpu_in", "cpu_of"]

_RUNS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One budget: what was measured, the floor beside it, and what the budget allows."""

    what: str
    value: float
    unit: str
    floor: float
    floor_name: str
    budget: float
    compared: float
    """The figure that the budget is about: a ratio, or a difference in `unit`."""

    def line(self) -> str:
        """Return the row of the table."""
        ratio = self.value / self.floor if self.floor else 0
        verdict = "ok" if self.compared <= self.budget else "OVER"
        floor = f"{self.floor:.1f} {self.floor_name}"
        numbers = f"{self.value:9.1f} {self.unit:<3}{floor:>38}{ratio:8.1f} x"
        return f"{self.what:<52}{numbers}{self.compared:10.2f}{self.budget:9.2f}  {verdict}"


def command() -> tuple[str, ...]:
    """Return the command as users start it: the installed script, else the module."""
    script = Path(sys.executable).with_name("pohon")
    return (str(script),) if script.exists() else (sys.executable, "-m", "pohon")


def cpu_of(*words: str) -> float:
    """Return the CPU milliseconds of a process, the middle one of several runs."""
    spent = []
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(_RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(spent) * 1_000


def cpu_in(work: Callable[[], object], runs: int = 3) -> float:
    """Return the CPU milliseconds of a call in this process, the middle one of several."""
    spent = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        work()
        spent.append(time.process_time() - start)
    return statistics.median(spent) * 1_000
