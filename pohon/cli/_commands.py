"""The typer application: the list of commands, each loaded when it is asked for."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import Abort, TyperException
from typer.main import get_command_from_info
from typer.models import CommandInfo

from . import _console
from ._usage import help_text, usage_message

__all__ = ["COMMANDS", "INTERRUPTED", "UNUSABLE", "Command", "Commands", "Group", "app", "call"]

UNUSABLE, INTERRUPTED = 2, 130

COMMANDS = {
    "new": "Buat berkas pohon baru.",
    "import": "Baca dokumen yang sudah ada: Word, Excel, teks ...",
    "lint": "Periksa pohon kinerja.",
    "tanya": "Pertanyaan fasilitator per tahap.",
    "board": "Papan lokakarya di peramban.",
    "show": "Tampilkan pohon di terminal.",
    "render": "Gambar pohon: svg, pdf, png, dot ...",
    "form": "Tuangkan pohon ke formulir resmi: Word, Excel ...",
    "diff": "Bandingkan dua berkas pohon.",
    "fmt": "Rapikan tulisan berkas pohon.",
    "explain": "Jelaskan satu aturan.",
    "rules": "Daftar aturan.",
    "schema": "JSON Schema untuk penyunting teks.",
}
"""Name of a command, which is also its module in this package -> one line of help; in the order of work."""

_MODULES = {"import": "import_"}
"""Commands whose name cannot be the name of a module."""


class Command(TyperCommand):
    """A command whose help speaks Indonesian."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return help_text(super().get_help(ctx))


class Commands(Mapping[str, Command]):
    """The commands in the order of work; the module of one is imported when that one is asked for."""

    def __init__(self) -> None:
        self._made: dict[str, Command] = {}

    def __getitem__(self, name: str) -> Command:
        if name not in COMMANDS:
            raise KeyError(name)
        if name not in self._made:
            module = import_module(f"pohon.cli.{_MODULES.get(name, name)}")
            info = CommandInfo(name=name, cls=Command, callback=module.command, short_help=COMMANDS[name])
            made = get_command_from_info(info, pretty_exceptions_short=True, rich_markup_mode=None)
            self._made[name] = cast("Command", made)
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


class Group(TyperGroup):
    """The list of commands, in Indonesian and in the order of work."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = Commands()  # type: ignore[assignment]  # only ever read

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return help_text(super().get_help(ctx))

    def list_commands(self, ctx: Any) -> list[str]:
        """Return the commands in the order of work."""
        del ctx
        return list(COMMANDS)


app = typer.Typer(
    name="pohon",
    cls=Group,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)


def _version(wanted: bool) -> None:
    if wanted:
        from pohon import __version__

        _console.out(f"pohon {__version__}\n")
        raise typer.Exit


@app.callback()
def _pohon(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tampilkan versi.")
    ] = False,
) -> None:
    """Pohon kinerja dalam satu berkas teks: diperiksa, digambar, dan dituangkan ke formulir."""
    del version


def call(args: list[str]) -> int:
    """Run one command line and return its exit code; usage errors are told in one Indonesian sentence."""
    try:
        code: Any = app(args, prog_name="pohon", standalone_mode=False)
    except Abort:
        return INTERRUPTED
    except TyperException as error:
        message = error.format_message()
        if type(error).__name__ == "NoArgsIsHelpError":
            _console.err(message)
        else:
            _console.err(f"{usage_message(message)}\nBantuan: `pohon --help` atau `pohon PERINTAH --help`.")
        return UNUSABLE
    return code if isinstance(code, int) else 0
