"""No module outside the layers: what stands directly below `pohon` is what pyproject.toml declares."""

import ast
import re
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]


def declared() -> set[str]:
    """The modules named by the layers contract."""
    config = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (layers,) = (one for one in config["tool"]["importlinter"]["contracts"] if one.get("exhaustive"))
    assert layers["exhaustive"] is True
    return {word.strip("() ") for layer in layers["layers"] for word in re.split("[|:]", layer)}


def test_every_module_belongs_to_a_layer():
    found = {
        path.stem for path in (ROOT / "pohon").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert found - declared() == {"__init__"}


def test_every_folder_with_code_is_a_package():
    folders = {path.parent for path in (ROOT / "pohon").rglob("*.py")}
    assert [] == sorted(folder for folder in folders if not (folder / "__init__.py").exists())


def test_a_rule_imports_only_the_rule_base_the_model_and_the_standard_library():
    allowed = re.compile(r"pohon\.rules\._base$|pohon\.model(\.|$)")
    strays = [
        f"{path.name}: {name}"
        for path in sorted((ROOT / "pohon/rules").glob("*/*_*.py"))
        if path.stem != "__init__"
        for name in imported(ast.parse(path.read_text(encoding="utf-8")))
        if name.partition(".")[0] not in sys.stdlib_module_names and not allowed.match(name)
    ]
    assert strays == []


def imported(tree: ast.Module) -> list[str]:
    """Full names of the modules that a file imports."""
    nodes = list(ast.walk(tree))
    plain = [alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names]
    return plain + [f"{'.' * node.level}{node.module or ''}" for node in nodes if isinstance(node, ast.ImportFrom)]
