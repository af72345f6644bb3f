"""Use cases: what a user wants done, in one call each. The only package that joins the layers.

    load   a tree file -> Loaded            lint    tree files -> findings, and their report in many forms
    save   a tree or its text -> a file     gate    may a stage be closed?
    new    a tree file to start from        ask     the facilitator's questions, and answers into the file
    fmt    a tree file in its usual form    draw    a tree -> svg, pdf, png, dot ...
    diff   what changed between two tree files
    fill_form   a tree -> official forms: docx, xlsx, csv, md, html
    explain, rules, schema                  what the rules and the file formats are

Each name is loaded with its module when it is first used, so that a lint loads only what it needs.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._ask import Asked, answer, ask, questions
    from ._baseline import Quieted, apply_baseline, write_baseline
    from ._beside import compared
    from ._diff import Difference, diff
    from ._draw import Drawing, draw, draw_file, draw_sheets
    from ._files import Loaded, fmt, load, new, outline, save, schema
    from ._fix import Fixed, Repair, fix, fix_all
    from ._forms import Filled, Filling, fill_file, fill_form, form_facts, form_kinds
    from ._gate import Gated, gate, gate_tree
    from ._import import (
        ImportedDocument,
        Step,
        changes_into,
        import_document,
        import_into,
        remember_columns,
        report_import,
        save_import,
    )
    from ._lint import Choice, Linted, count, lint, lint_all, lint_each, lint_tree, watched_files
    from ._relint import relint
    from ._reports import FORMS, report, report_bytes, save_report
    from ._rules import explain, rules

__all__ = [
    "FORMS",
    "Asked",
    "Choice",
    "Difference",
    "Drawing",
    "Filled",
    "Filling",
    "Fixed",
    "Gated",
    "ImportedDocument",
    "Linted",
    "Loaded",
    "Quieted",
    "Repair",
    "Step",
    "answer",
    "apply_baseline",
    "ask",
    "changes_into",
    "compared",
    "count",
    "diff",
    "draw",
    "draw_file",
    "draw_sheets",
    "explain",
    "fill_file",
    "fill_form",
    "fix",
    "fix_all",
    "fmt",
    "form_facts",
    "form_kinds",
    "gate",
    "gate_tree",
    "import_document",
    "import_into",
    "lint",
    "lint_all",
    "lint_each",
    "lint_tree",
    "load",
    "new",
    "outline",
    "questions",
    "relint",
    "remember_columns",
    "report",
    "report_bytes",
    "report_import",
    "rules",
    "save",
    "save_import",
    "save_report",
    "schema",
    "watched_files",
    "write_baseline",
]

_HOMES = {
    "_ask": "Asked answer ask questions",
    "_baseline": "Quieted apply_baseline write_baseline",
    "_diff": "Difference diff",
    "_draw": "Drawing draw draw_file draw_sheets",
    "_files": "Loaded fmt load new outline save schema",
    "_forms": "Filled Filling fill_file fill_form form_facts form_kinds",
    "_fix": "Fixed Repair fix fix_all",
    "_gate": "Gated gate gate_tree",
    "_import": (
        "ImportedDocument Step changes_into import_document import_into remember_columns report_import save_import"
    ),
    "_beside": "compared",
    "_lint": "Choice Linted count lint lint_all lint_each lint_tree watched_files",
    "_relint": "relint",
    "_reports": "FORMS report report_bytes save_report",
    "_rules": "explain rules",
}


def __getattr__(name: str) -> Any:
    for home, names in _HOMES.items():
        if name in names.split():
            value = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
            return value
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
