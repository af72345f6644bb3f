"""STR02: edges of the rule."""

import pytest

from tests.rules.hits import hits, numbers

_CHAIN = """pohon:
  - outcome: A
    id: a
    sebab:
      - csf: B
        id: b
        sebab:
          - utama: C
            id: c
            sebab:
              - ref: {target}
      - csf: D
        id: d
        sebab:
          - ref: b
"""


@pytest.mark.parametrize(("target", "expected"), [("a", ["c", "d"]), ("b", ["c"]), ("c", ["c"]), ("d", ["c"])])
def test_a_support_edge_from_above_or_from_itself_closes_a_cycle(target: str, expected: list[str]) -> None:
    assert expected == numbers("STR02", _CHAIN.replace("{target}", target), tahap=3)


def test_a_cycle_over_two_support_edges_is_told_once_and_names_its_way() -> None:
    text = "pohon:\n  - csf: A\n    id: a\n    sebab: [{ref: b}]\n  - csf: B\n    id: b\n    sebab: [{ref: a}]\n"
    (found,) = hits("STR02", text, tahap=2)
    assert ("a", ("b",)) == (found.node, found.related)
    assert "1 → 2 → 1" in found.message


def test_a_long_ring_of_support_edges_is_found() -> None:
    size = 300
    rows = [f"  - csf: K{n}\n    id: k{n}\n    sebab: [{{ref: k{(n + 1) % size}}}]\n" for n in range(size)]
    (found,) = hits("STR02", "pohon:\n" + "".join(rows), tahap=2)
    assert size - 1 == len(found.related)
