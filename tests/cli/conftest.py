"""A command line in this process: arguments in; exit code, output and errors out."""

from pathlib import Path
from typing import NamedTuple

import pytest

from pohon.cli.app import run

HEAD = "versi: 1\njudul: Uji\ninstansi: Dinas Uji\nprofil: balangan\ntahap: 3\npohon:\n"
TWINS = HEAD + (
    "  - outcome: Meningkatnya derajat kesehatan ibu\n"
    "    sebab:\n"
    "      - csf: Meningkatnya mutu pelayanan persalinan\n"
    "        isu: Masih rendahnya mutu pelayanan persalinan\n"
    "      - csf: Meningkatnya mutu pelayanan persalinan\n"
    "        isu: Masih rendahnya mutu pelayanan persalinan\n"
)
"""A tree with two CSF of the same words: RED01, a galat."""

WAIVED = TWINS.replace("      - csf", '      - abaikan: {RED01: "sasarannya berbeda"}\n        csf').replace(
    '      - abaikan: {RED01: "sasarannya berbeda"}\n        csf', "      - csf", 1
)
"""The same tree with the finding, which stands at the second CSF, accepted."""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def pohon(capsys):
    """Run `pohon` with these arguments."""

    def call(*args: str | Path) -> Ran:
        code = run([str(arg) for arg in args])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return call


@pytest.fixture
def write(tmp_path):
    """Write a file below the test's folder and return its path."""

    def call(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return call


@pytest.fixture
def twins(write):
    """The file of a tree with one finding for sure."""
    return write("kembar.pohon.yaml", TWINS)
