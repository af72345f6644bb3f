"""Talking to the terminal: UTF-8 everywhere, colour only where it helps, nothing extra in pipes."""

import os
import re
import sys
from pathlib import Path
from typing import TextIO

__all__ = ["colorful", "err", "interactive", "out", "plain", "quoted", "use_utf8"]

_SPECIAL = re.compile(r"[^\w./:@%+,=~-]")


def use_utf8() -> None:
    """Let both streams take every character, whatever the console says, and write the same bytes on every system."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


def out(words: str) -> None:
    """Write the result of a command."""
    sys.stdout.write(words)


def err(words: str) -> None:
    """Write lines that are not part of the result: a note, a problem. Names and texts in it are shown, never obeyed."""
    sys.stderr.write("".join(f"{plain(line)}\n" for line in words.rstrip("\n").split("\n")))


def quoted(path: Path) -> str:
    """Return a path as it is typed into a command line: in quotes when it holds a space; sh and PowerShell agree."""
    name = path.as_posix()
    return f'"{name}"' if _SPECIAL.search(name) else name


def plain(words: str) -> str:
    """Return text of a tree as a terminal may show it: one line, no control characters."""
    from pohon.render.report import printable

    return printable(words)


def interactive(stream: TextIO) -> bool:
    """Tell whether a person sits at the other end."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def colorful(stream: TextIO) -> bool:
    """Tell whether colours are wanted: a terminal that knows them, and no NO_COLOR."""
    if os.environ.get("NO_COLOR") or not interactive(stream):
        return False
    return os.name != "nt" or any(os.environ.get(name) for name in ("WT_SESSION", "ANSICON", "TERM"))
