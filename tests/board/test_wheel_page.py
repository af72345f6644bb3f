"""The page of the board gets into the wheel on every machine that can make it, and never keeps a wheel from being made."""

import importlib.util
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = ("pyproject.toml", "README.md", "LICENSE", "hatch_build.py")


def hook():
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def sources(tmp_path):
    """The repository as a user gets it: nothing built."""
    copy = tmp_path / "sumber"
    ignore = shutil.ignore_patterns("node_modules", "page", "__pycache__")
    shutil.copytree(ROOT / "pohon", copy / "pohon", ignore=ignore)
    for name in NEEDED:
        shutil.copy(ROOT / name, copy / name)
    return copy


def program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def wheel(sources: Path, path: str, **environment: str) -> set[str]:
    """Build without isolation and return the names in the wheel."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(sources / "dist")]
    done = subprocess.run(
        command,
        cwd=sources,
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": path, **environment},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (made,) = (sources / "dist").glob("*.whl")
    return set(zipfile.ZipFile(made).namelist())


@pytest.mark.skipif(os.name == "nt", reason="programs of this test are shell scripts")
@pytest.mark.parametrize("script", ["exit 1", "echo tidak ada jaringan >&2; exit 7"])
def test_a_page_that_cannot_be_made_leaves_a_wheel_that_works(sources, tmp_path, script):
    tools = tmp_path / "alat"
    tools.mkdir()
    program(tools, "node", "echo v22.1.0")
    program(tools, "npm", script)
    names = wheel(sources, f"{tools}:/usr/bin:/bin")
    assert "pohon/board/app.py" in names
    assert "pohon/board/page/index.html" not in names
    assert not any("client" in name for name in names)


def test_who_wants_no_page_gets_none(sources):
    names = wheel(sources, os.environ["PATH"], POHON_TANPA_PAPAN="1")
    assert "pohon/board/page/index.html" not in names


@pytest.mark.skipif(os.name == "nt", reason="programs of this test are shell scripts")
@pytest.mark.parametrize(
    ("told", "asked"), [("v18.20.4", True), ("v20.19.0", False), ("v24.1.0", False), ("kacau", True), (None, True)]
)
def test_node_is_asked_for_only_where_the_machine_has_none_that_will_do(sources, tmp_path, monkeypatch, told, asked):
    tools = tmp_path / "alat"
    tools.mkdir()
    if told:
        program(tools, "node", f"echo {told}")
        program(tools, "npm", "exit 0")
    monkeypatch.setenv("PATH", str(tools) + (":/bin" if shutil.which("node", path="/bin") is None else ""))
    for name in ("PIP_NO_INDEX", "POHON_TANPA_PAPAN"):
        monkeypatch.delenv(name, raising=False)
    module = hook()
    made = module.BoardPage(str(sources), {}, None, None, str(tmp_path), "wheel")
    wanted = made.dependencies()
    assert bool(wanted) is (asked and module._has_wheel())
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    assert made.dependencies() == []


def test_the_fingerprint_of_the_sources_does_not_depend_on_line_ends_or_on_what_is_installed(tmp_path):
    module = hook()
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.ts").write_bytes(b"a\nb\n")
    before = module.digest(tmp_path)
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "x.js").write_bytes(b"x")
    (tmp_path / "src" / "a.ts").write_bytes(b"a\r\nb\r\n")
    assert module.digest(tmp_path) == before
    (tmp_path / "src" / "a.ts").write_bytes(b"a\nc\n")
    assert module.digest(tmp_path) != before


def test_the_lock_names_no_place_to_fetch_from():
    text = (ROOT / "pohon/board/client/package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text
    assert '"integrity"' in text


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a search path without node is made of links")
def test_pip_installs_everything_where_there_is_no_node(sources, tmp_path):
    bare = tmp_path / "bin"
    bare.mkdir()
    for name in ("sh", "env", "uname", "ldd", "cat", "ls", "grep", "sed", "tail", "dirname", "rm", "mkdir"):
        found = shutil.which(name)
        if found:
            (bare / name).symlink_to(found)
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(tmp_path / "dist"), str(sources)]
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, "PATH": str(bare)}, check=False, timeout=900
    )
    if "No matching distribution" in done.stderr or "Could not find a version" in done.stderr:
        pytest.skip("NOT TESTED: no index of packages can be reached from here")
    assert done.returncode == 0, done.stderr
    (made,) = (tmp_path / "dist").glob("*.whl")
    names = set(zipfile.ZipFile(made).namelist())
    assert "pohon/board/page/index.html" in names, done.stderr
    assert made.stat().st_size < 3_000_000
