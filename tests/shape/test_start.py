"""A lint loads only what it needs: start-up time is what a planner feels first."""

import json
import subprocess
import sys

TREE = """\
versi: 1
judul: Uji
instansi: Dinas Uji
profil: balangan
tahap: 5
pohon:
  - outcome: Meningkatnya derajat kesehatan ibu
    indikator: [Angka kematian ibu]
    sebab:
      - csf: Meningkatnya mutu pelayanan persalinan
        isu: Masih rendahnya mutu pelayanan persalinan
      - csf: Meningkatnya mutu pelayanan persalinan
        isu: Masih rendahnya mutu pelayanan persalinan
"""
SCRIPT = """\
import json, sys
from pohon.cli.app import run
code = run(["lint", sys.argv[1]])
print(json.dumps({"code": code, "modules": sorted(sys.modules)}))
"""
HEAVY = (
    "typer",
    "pydantic",
    "networkx",
    "rich",
    "reportlab",
    "resvg_py",
    "graphviz",
    "PIL",
    "numpy",
    "zipfile",
    "asyncio",
    "inspect",  # comes with the standard dataclasses, see pohon/frozen.py
    "secrets",
)


def loaded(path) -> dict:
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def test_a_lint_loads_no_heavy_library(tmp_path):
    path = tmp_path / "uji.pohon.yaml"
    path.write_text(TREE, encoding="utf-8")
    after = loaded(path)
    assert after["code"] in (0, 1)
    assert [] == [name for name in HEAVY if name in after["modules"]]


def test_a_lint_loads_no_drawing_and_no_writer(tmp_path):
    path = tmp_path / "uji.pohon.yaml"
    path.write_text(TREE, encoding="utf-8")
    ours = [name for name in loaded(path)["modules"] if name.startswith("pohon.")]
    assert [] == [name for name in ours if name.startswith("pohon.render.") and name != "pohon.render.report"]
    assert "pohon.forms.tree_writer" not in ours


def test_importing_the_package_loads_nothing_else():
    script = "import sys, pohon; print([name for name in sys.modules if name.startswith('pohon.')])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
