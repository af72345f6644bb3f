"""The command `pohon`: runs one command line and turns every end into one of four exit codes.

    0  clean                       2  unusable input or usage
    1  findings that count         3  a rule or the tool itself failed

No traceback ever reaches a user; with POHON_DEBUG=1 it does.
"""

import gc
import os
import sys
from contextlib import suppress

from pohon.errors import PohonError, how_to_install

from . import _console

__all__ = ["BROKEN", "INTERRUPTED", "UNUSABLE", "main", "run"]

UNUSABLE, BROKEN, INTERRUPTED = 2, 3, 130

_EXTRAS = {
    "docx": "office", "pptx": "office", "python_calamine": "office", "xlsxwriter": "office", "pdfplumber": "pdf",
    "starlette": "board", "uvicorn": "board", "h11": "board", "websockets": "board", "segno": "board",
}  # fmt: skip
"""Optional libraries and the extra of the package that brings each."""


def run(args: list[str]) -> int:
    """Run one command line and return its exit code."""
    try:
        code = _call(args)
        sys.stdout.flush()
    except PohonError as error:
        _console.err(str(error))
        return UNUSABLE
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: `pohon lint | head`
        return UNUSABLE
    except ModuleNotFoundError as error:
        return _lacking(error)
    except Exception as error:  # noqa: BLE001 - the last door: users get one sentence instead of a traceback
        return _failed(error)
    if code == INTERRUPTED:
        _console.err("Dihentikan.")
    return code


def _call(args: list[str]) -> int:
    """Hand the arguments to typer, except for `pohon lint FILE...`: that needs no parser, and typer costs 40 ms."""
    if len(args) > 1 and args[0] == "lint" and not any(arg.startswith("-") for arg in args):
        from ._lint import lint

        return lint(args[1:])
    from ._commands import call

    return call(args)


def _lacking(error: ModuleNotFoundError) -> int:
    """Say which extra brings a library that this installation was made without."""
    extra = _EXTRAS.get((error.name or "").partition(".")[0])
    if extra is None:
        return _failed(error)
    what = {"office": "Word, Excel, dan PowerPoint", "pdf": "membaca PDF", "board": "papan"}[extra]
    _console.err(f"Pustaka untuk {what} belum terpasang. {how_to_install(extra)}")
    return UNUSABLE


def _failed(error: Exception) -> int:
    if os.environ.get("POHON_DEBUG"):
        raise error
    detail = " ".join(str(error).split())[:200]
    _console.err(
        f"pohon berhenti karena kesalahan yang tidak terduga ({type(error).__name__}: {detail}).\n"
        "Ini kesalahan alat, bukan kesalahan Anda. Rinciannya tampil bila dijalankan dengan POHON_DEBUG=1."
    )
    return BROKEN


def main() -> None:
    """Run the command line of this process."""
    gc.disable()  # a short process frees everything at its end; collecting costs a tenth of a large lint
    _console.use_utf8()
    code = run(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # closed by the reader, as in `pohon lint | head`
            stream.flush()
    os._exit(code)  # the system frees memory in one stroke; Python would take 15 ms to do it object by object
