"""What people do to Word and Excel tables does not hide the tree: many made files, each with its habits."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pohon.forms.imports.importer import Imported, import_source
from pohon.forms.imports.read_excel import read_excel
from pohon.forms.imports.read_word import read_word
from pohon.model.number import parse
from tests.forms.messy import Mess, cascading, docx, grow, stages, xlsx

LAYOUTS = {"cascading": cascading, "stages": stages}


def imported(folder, seed: int, layout: str, form: str, mess: Mess) -> Imported:
    tables = LAYOUTS[layout](grow(seed), mess, seed)
    path = folder / f"berkas.{form}"
    path.write_bytes(xlsx(tables, mess) if form == "xlsx" else docx(tables, mess))
    return import_source(read_excel(path, "xlsx") if form == "xlsx" else read_word(path))


def counted(seed: int, found: Imported) -> Counter[str]:
    nodes = {node.statement: node for node in found.tree}
    counts: Counter[str] = Counter()
    for true in grow(seed).walk():
        node = nodes.get(true.text)
        above = found.tree.parent(node) if node else None
        measure = next((one for one in node.indikator if one.nama == true.measure), None) if node else None
        target = measure.target[0].nilai if measure and measure.target else ""
        counts.update(
            all=1, statement=node is not None,
            parent=node is not None and (above.statement if above else None) == (true.parent.text if true.parent else None),
            indicator=measure is not None, unit=measure is not None and measure.satuan == true.unit,
            target=bool(target) and parse(target).value == parse(true.target).value,
        )  # fmt: skip
    return counts


@pytest.mark.parametrize("form", ["xlsx", "docx"])
@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_statements_are_found_and_nearly_all_parents_indicators_units_and_targets_are_right(tmp_path, layout, form):
    total: Counter[str] = Counter()
    for seed in range(1000, 1040):
        found = imported(tmp_path, seed, layout, form, Mess.of(seed))
        assert found.count.complete
        total += counted(seed, found)
    print(f"{layout} {form}: {dict(total)}")
    assert total["all"] == total["statement"]
    for fact in ("parent", "indicator", "unit", "target"):
        assert 0.98 * total["all"] <= total[fact], fact


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(sorted(LAYOUTS)), st.sampled_from(["xlsx", "docx"])
)
def test_no_habit_loses_a_statement(tmp_path, seed, habits, layout, form):
    found = imported(tmp_path, seed, layout, form, Mess.of(habits))
    counts = counted(seed, found)
    assert counts["all"] == counts["statement"]
    assert found.count.read == found.count.used + found.count.listed


def test_a_count_of_no_mess_at_all_is_complete_too(tmp_path):
    found = imported(tmp_path, 5, "cascading", "xlsx", Mess())
    assert 0 == found.count.listed
    assert len(list(grow(5).walk())) == len(found.tree)
