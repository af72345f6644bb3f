"""The same input gives the same bytes, whatever the hash seed of the process."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TREE = ROOT / "trees" / "pohon-disdukcapil-balangan.pohon.yaml"
RUNS = 20
SCRIPT = """
import hashlib, sys
from pathlib import Path
from pohon import api
from pohon.forms import tree_file
tree = api.load(sys.argv[1]).tree
made = {
    "findings": api.report(api.lint_all([sys.argv[1]]), "json").encode(),
    "tree": tree_file.write(tree).encode(),
    "svg": api.draw(tree, "svg"),
    "pdf": api.draw(tree, "pdf"),
    "dot": api.draw(tree, "dot"),
    "mmd": api.draw(tree, "mmd"),
}
print({name: hashlib.sha256(data).hexdigest() for name, data in made.items()})
"""


def made_with(seed: int) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", SCRIPT, str(TREE)]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


@pytest.mark.slow
def test_findings_drawings_and_tree_file_are_the_same_on_twenty_runs():
    first = made_with(0)
    assert hashlib.sha256(b"").hexdigest() not in first
    assert {first} == {made_with(seed) for seed in range(1, RUNS)}
