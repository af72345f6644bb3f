"""What a fresh machine needs: scripts that run, versions that are pinned, no dependency that nothing uses."""

import ast
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
IMPORTED_AS = {
    "python-calamine": "python_calamine",
    "pyyaml": "yaml",
    "pystemmer": "Stemmer",
    "resvg-py": "resvg_py",
    "python-docx": "docx",
    "python-pptx": "pptx",
}
SCRIPTS = ("scripts/demo", "scripts/test", "scripts/bench", ".ci/run")


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return {plain(name): version for name, _, version in (line.partition("==") for line in lines if "==" in line)}


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.skipif(os.name == "nt", reason="POSIX scripts")
def test_scripts_can_be_run_and_are_sound_bash(script):
    assert os.access(ROOT / script, os.X_OK)
    subprocess.run(["bash", "-n", str(ROOT / script)], check=True)


def test_the_check_of_every_change_is_the_test_script():
    assert "scripts/test" in (ROOT / ".ci/run").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line", [*PROJECT["dependencies"], *(line for extra in EXTRAS.values() for line in extra if line[:6] != "pohon[")]
)
def test_every_dependency_is_pinned_to_a_version_it_allows(line):
    wanted = Requirement(line)
    assert wanted.specifier.contains(pins()[plain(wanted.name)])


def test_constraints_name_no_place_to_fetch_from():
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    assert re.findall(r"^(?!#|[\w.-]+==[\w.]+$).+", text, flags=re.MULTILINE) == []


def test_every_dependency_is_used():
    used = set()
    for path in (ROOT / "pohon").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                used |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                used.add(node.module.partition(".")[0])
    names = [plain(Requirement(line).name) for line in PROJECT["dependencies"]]
    assert [] == [name for name in names if IMPORTED_AS.get(name, name) not in used]
