"""Clean statements of many fields: whatever the trade, its terms and its ways of joining words are no faults."""

from pathlib import Path

import pytest

from pohon.forms.tree_file import parse
from pohon.model.lexicon import default
from pohon.rules._engine import Options, run

_FIELDS = sorted((Path(__file__).parents[1] / "data" / "bidang").glob("*.pohon.yaml"))
_STATEMENTS = ("BHS", "RED", "SEB")
_NOT_THESE = ("BHS11", "BHS19")
"""Vague words are judged with the indicator, which these trees lack; two words of a trade may be all there is to say."""


def test_there_are_fields_to_judge() -> None:
    assert 15 <= len(_FIELDS)


@pytest.mark.parametrize("path", _FIELDS, ids=lambda path: path.name.partition(".")[0])
@pytest.mark.parametrize("stage", [3, 5])
def test_a_clean_tree_of_a_field_has_no_finding_on_its_statements(path: Path, stage: int) -> None:
    text = path.read_text(encoding="utf-8").replace("tahap: 3\n", f"tahap: {stage}\n")
    options = Options(select=_STATEMENTS, ignore=_NOT_THESE, strict=True)
    found = run(parse(text), default(), options).findings
    assert [] == [(one.code, one.evidence, one.message) for one in found]
