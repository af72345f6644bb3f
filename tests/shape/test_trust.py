"""Nothing in the repository points to a network, a machine or a person."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEXT = {".py", ".toml", ".md", ".txt", ".yaml", ".yml", ".cfg", ".sh", ".ps1", ".svg", ".json", ""}
CLIENT = {".ts", ".svelte", ".css", ".html"}
NAMES_OF_FORMATS = (
    "https://json-schema.org/draft/2020-12/schema",
    "http://www.w3.org/2000/svg",
    "http://www.w3.org/1999/xlink",
    "http://www.w3.org/XML/1998/namespace",
    "http://graphml.graphdrawing.org/xmlns",
)
"""Addresses that are names: a format demands them and nothing is ever fetched from them."""
OWN = ("http://{", "http://127.0.0.1")
"""How the board speaks of itself."""


def package_files() -> list[Path]:
    made = {"__pycache__", "node_modules", "page"}
    found = (path for path in (ROOT / "pohon").rglob("*") if path.is_file() and made.isdisjoint(path.parts))
    locked = "package-lock.json"  # says who made the tools of the build; none of it is packed
    return sorted(path for path in found if path.suffix in TEXT | CLIENT and path.name != locked)


def repository_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("not a git checkout: the list of files of the repository is not known")
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file() and path.suffix in TEXT]


@pytest.mark.parametrize("path", package_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_package_holds_no_network_address(path):
    text = path.read_text(encoding="utf-8")
    for name in (*NAMES_OF_FORMATS, *OWN):
        text = text.replace(name, "")
    assert re.findall(r"\b(?:https?|ftp|wss?)://[^\s\"']+|\bwww\.\w+\.\w+", text) == []


def test_no_file_holds_a_machine_path_or_a_registry_host():
    pattern = re.compile(
        r"/(?:home|root|Users|work|opt|tmp)/[\w.-]+|[A-Z]:\\\\?Users|index-url|pypi\.org|files\.pythonhosted"
    )
    this = Path(__file__)
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in repository_files()
        if path != this
        for match in pattern.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_no_file_holds_a_personnel_number():
    nip = re.compile(r"\b(?:19|20)\d{6}[ .]?(?:19|20)\d{4}[ .]?[12][ .]?\d{3}\b")
    found = [path.name for path in repository_files() if nip.search(path.read_text(encoding="utf-8", errors="replace"))]
    assert found == []
