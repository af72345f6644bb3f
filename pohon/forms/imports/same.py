"""Whether two printed texts say the same: words by letters, figures by value, formulas by what they compute."""

from pohon.forms.equation import spoken
from pohon.forms.wanted import with_unit
from pohon.model.number import Verdict, parse, parse_rupiah

__all__ = ["says_same"]


def says_same(field: str, old: str, new: str, satuan: str = "") -> bool:
    """Tell whether a field that said `old` still says so where a form prints `new`.

    A figure may carry its unit or leave it to the column beside it; a formula may be printed as a fraction.
    """
    if " ".join(new.split()) in {" ".join(text.split()) for text in (old, with_unit(old, satuan))}:
        return True
    name = field.rpartition(".")[2]
    if name == "rumus":
        return spoken(old) == spoken(new)
    if parse_rupiah(old) is not None and parse_rupiah(old) == parse_rupiah(new):
        return True
    return _same_figure(old, new, satuan)


def _same_figure(old: str, new: str, satuan: str) -> bool:
    left, right = parse(old, satuan=satuan), parse(new, satuan=satuan)
    certain = left.verdict is Verdict.CERTAIN and right.verdict is Verdict.CERTAIN
    if not certain or left.value is None or left.value != right.value:
        return False
    unit = " ".join(satuan.casefold().split())
    units = {" ".join(one.casefold().split()) for one in (left.unit, right.unit)}
    return len(units) == 1 or units <= {"", unit}
