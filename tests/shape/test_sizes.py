"""Files and functions stay small: a limit is an alarm that something wants to be cut in two."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "pohon").rglob("*.py"))
IDS = [path.relative_to(ROOT).as_posix() for path in FILES]
FILE_LINES, BODY_LINES, RULE_LINES = 400, 40, 120


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function without its head and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_a_file_has_at_most_400_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= FILE_LINES


@pytest.mark.parametrize("path", FILES, ids=IDS)
def test_a_function_body_has_at_most_40_lines(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    assert {} == {one.name: body_lines(one) for one in functions if body_lines(one) > BODY_LINES}


@pytest.mark.parametrize("path", sorted((ROOT / "pohon/rules").glob("*/*.py")), ids=lambda path: path.stem)
def test_a_rule_file_has_at_most_120_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= RULE_LINES
