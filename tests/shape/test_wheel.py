"""What is installed is what stands in the repository: code, rule pages, word lists, fonts, and the built board."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_package(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("pohon/")}
    assert {name for name in packed if not name.startswith("pohon/board/page/")} == package_files()
    assert "pohon/board/page/index.html" in packed or not shutil.which("npm")


def package_files() -> set[str]:
    """Every file of the package but the sources of the page and what was built of them."""
    files = (path for path in (ROOT / "pohon").rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    names = (path.relative_to(ROOT).as_posix() for path in files)
    return {name for name in names if not name.startswith(("pohon/board/page/", "pohon/board/client/"))}
