"""Formulas of indicators: `hitung` is computed exactly, `rumus` (as printed) is read for its parts by `read_rumus`.

`hitung` knows names of `variabel`, whole numbers, + - * / (also x × ÷), brackets and five functions. The comma
separates arguments, so a figure with decimals or thousands ("98,5", "6.800") stands in `variabel`, where the Indonesian
convention is read with a verdict. Nothing is run: the text becomes a syntax tree whose every node is on a short list,
there are no powers and no exponents, and length, digits and depth are capped.
Source: domain.md 3.6 (TGT07), libraries.md 9.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from pohon.errors import PohonError
from pohon.frozen import dataclass, field

from .number import parse as parse_number
from .rumus import Rumus, looks_like_division, read_rumus

if TYPE_CHECKING:  # ast and decimal cost 4 ms and serve only trees that have a `hitung`
    import ast
    from decimal import Decimal

__all__ = ["FUNCTIONS", "Formula", "FormulaError", "Rumus", "compute", "looks_like_division", "parse", "read_rumus"]

FUNCTIONS = ("rata", "jumlah", "min", "maks", "bulat")
"""Functions of `hitung`: mean, sum, smallest, largest, round (half away from zero)."""

_LONGEST_TEXT = 2000
_MOST_TOKENS = 300
_MOST_DIGITS = 18
_DEEPEST = 20
_LARGEST_POWER = 60
_PRECISION = 50
_SIGN = r"\s*(?:(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<number>[0-9]+)|(?P<mark>[-+*/(),×÷−]))"


class FormulaError(PohonError):
    """A formula cannot be read or computed; the text is Indonesian and says what to change."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that has passed every check; `names` are its variables in order of appearance."""

    text: str
    names: tuple[str, ...]
    _root: "ast.expr" = field(repr=False, compare=False)

    def evaluate(self, values: Mapping[str, "Decimal"]) -> "Decimal":
        """Return the value of the formula; FormulaError for an unknown name, division by zero or a huge result."""
        from decimal import Context, localcontext

        missing = [name for name in self.names if name not in values]
        if missing:
            raise FormulaError(f"Nama {_listed(missing)} belum ada di `variabel`: tambahkan, atau betulkan `hitung`.")
        for name in self.names:
            _checked(values[name], f"Nilai `{name}`")
        try:
            with localcontext(Context(prec=_PRECISION)):
                return _checked(_value(self._root, values), "Hasil hitungan")
        except ArithmeticError as error:  # decimal's signals: nothing of Python reaches the user
            raise FormulaError("Hitungan ini tidak punya hasil: periksa pembagi dan besarnya angka.") from error


def parse(text: str) -> Formula:
    """Read a `hitung`; FormulaError says in Indonesian what is not understood."""
    import ast

    tokens = _tokens(text)
    _check_depth(tokens)
    try:
        root = ast.parse(_source(tokens), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise FormulaError(f"Susunan `{_short(text)}` tidak lengkap: periksa tanda hitung, koma dan kurung.") from error
    names: dict[str, None] = {}
    _check(root, names)
    return Formula(text, tuple(names), root)


def compute(hitung: str, variabel: Iterable[tuple[str, str]]) -> "Decimal":
    """Compute an indicator's `hitung` with its `variabel` as printed ("99,85%", "76.226 layanan").

    A figure that is not certain ("6,800", "60-70", "B") is refused: nothing is guessed.
    """
    formula = parse(hitung)
    values: dict[str, Decimal] = {}
    for name, text in variabel:
        reading = parse_number(text)
        if reading.sure is not None:
            values[name] = reading.sure
        elif name in formula.names:
            told = reading.explanation or "Yang diperlukan satu angka, bukan rentang."
            raise FormulaError(f"Nilai `{name}` tertulis “{_short(text)}”. {told}")
    return formula.evaluate(values)


def _tokens(text: str) -> list[tuple[str, str]]:
    """Return (kind, text) of every token, or say which sign is not understood."""
    if len(text) > _LONGEST_TEXT:
        raise FormulaError(f"`hitung` terlalu panjang (paling banyak {_LONGEST_TEXT} huruf).")
    if re.search(r"[0-9][.,][0-9]", text):
        raise FormulaError(
            "Koma memisahkan isi kurung, jadi angka dengan koma atau titik (98,5 atau 6.800) ditulis di `variabel`, "
            "lalu namanya dipakai di `hitung`. Untuk dua angka, beri spasi sesudah koma."
        )
    tokens, at, step = [], 0, re.compile(_SIGN)
    stripped = text.strip()
    while at < len(stripped):
        match = step.match(stripped, at)
        if match is None or match.lastgroup is None:
            raise FormulaError(f"Tanda “{stripped[at:].lstrip()[:1]}” tidak dikenal di `hitung`. {_allowed()}")
        tokens.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    if not tokens:
        raise FormulaError(f"`hitung` kosong. {_allowed()}")
    if len(tokens) > _MOST_TOKENS:
        raise FormulaError(f"`hitung` terlalu panjang (paling banyak {_MOST_TOKENS} nama, angka dan tanda).")
    return tokens


def _check_depth(tokens: list[tuple[str, str]]) -> None:
    """Refuse powers, long numbers, rows of signs and deep brackets before anything reads the text."""
    depth = signs = 0
    before = ""
    for kind, text in tokens:
        if kind == "number" and len(text) > _MOST_DIGITS:
            raise FormulaError(f"Angka {text[:6]}… terlalu panjang (paling banyak {_MOST_DIGITS} digit).")
        if text == before == "*":
            raise FormulaError("Pangkat (**) tidak dikenal di `hitung`: tulis perkaliannya.")
        if text == before == "/":
            raise FormulaError("Tanda // tidak dikenal di `hitung`: pakai satu garis miring.")
        depth += {"(": 1, ")": -1}.get(text, 0)
        signs = signs + 1 if text in {"+", "-", "−"} else 0
        if depth > _DEEPEST or signs > 2:
            raise FormulaError("`hitung` terlalu rumit: kurangi kurung atau tanda yang berderet.")
        before = text


def _source(tokens: list[tuple[str, str]]) -> str:
    """Return Python source; names get an underscore, so that no word of Python ("in", "is") is special."""
    parts = []
    for index, (kind, text) in enumerate(tokens):
        follows_value = index > 0 and (tokens[index - 1][0] != "mark" or tokens[index - 1][1] == ")")
        if kind == "name":
            parts.append("*" if text in {"x", "X"} and follows_value else f"{text}_")
        elif kind == "number":
            parts.append(text.lstrip("0") or "0")
        else:
            parts.append({"×": "*", "÷": "/", "−": "-"}.get(text, text))
    return " ".join(parts)


def _check(node: "ast.AST", names: dict[str, None]) -> None:
    """Refuse every node that is not on the list; gather the names of variables."""
    import ast

    match node:
        case ast.Constant():
            return
        case ast.Name(id=name):
            if name[:-1] in FUNCTIONS:
                raise FormulaError(
                    f"`{name[:-1]}` adalah fungsi: tulis isinya dalam kurung, misalnya {name[:-1]}(a, b)."
                )
            names[name[:-1]] = None
        case ast.UnaryOp(operand=operand):
            _check(operand, names)
        case ast.BinOp(left=left, right=right):
            _check(left, names)
            _check(right, names)
        case ast.Call(func=ast.Name(id=name), args=arguments) if name[:-1] in FUNCTIONS:
            _check_arguments(name[:-1], arguments, names)
        case ast.Call(func=ast.Name(id=name)):
            raise FormulaError(f"Fungsi `{name[:-1]}` tidak dikenal. {_allowed()}")
        case ast.Call():
            raise FormulaError("Tanda hitung di depan kurung belum ada: tulis misalnya 2 * (a + b).")
        case ast.Tuple():
            raise FormulaError(
                "Koma hanya memisahkan isi fungsi, misalnya rata(a, b); angka desimal ditulis di `variabel`."
            )
        case _:
            raise FormulaError(f"Susunan ini tidak dikenal di `hitung`. {_allowed()}")


def _check_arguments(name: str, arguments: "list[ast.expr]", names: dict[str, None]) -> None:
    """Check what stands in the brackets of a function."""
    if not arguments:
        raise FormulaError(f"Fungsi `{name}` belum berisi: tulis misalnya {name}(a, b).")
    if name == "bulat" and len(arguments) > 2:
        raise FormulaError("Fungsi `bulat` berisi satu angka dan, kalau perlu, jumlah desimal: bulat(a, 2).")
    for argument in arguments:
        _check(argument, names)


def _value(node: "ast.AST", values: Mapping[str, "Decimal"]) -> "Decimal":
    """Compute a node that `_check` has let pass."""
    import ast
    from decimal import Decimal

    match node:
        case ast.Constant(value=int(whole)):
            return Decimal(whole)
        case ast.Name(id=name):
            return values[name[:-1]]
        case ast.UnaryOp(op=sign, operand=operand):
            inner = _value(operand, values)
            return -inner if isinstance(sign, ast.USub) else inner
        case ast.BinOp(left=left, op=operator, right=right):
            return _combined(_value(left, values), operator, _value(right, values))
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _applied(name[:-1], [_value(argument, values) for argument in arguments])
    raise FormulaError("Susunan ini tidak dikenal di `hitung`.")


def _combined(left: "Decimal", operator: "ast.operator", right: "Decimal") -> "Decimal":
    """Apply one of the four operations."""
    import ast

    if isinstance(operator, ast.Div) and not right:
        raise FormulaError("Pembagi bernilai nol: periksa `variabel`.")
    operations: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
        ast.Add: lambda a, b: a + b,
        ast.Sub: lambda a, b: a - b,
        ast.Mult: lambda a, b: a * b,
        ast.Div: lambda a, b: a / b,
    }
    result: Decimal = operations[type(operator)](left, right)
    return result


def _applied(name: str, numbers: "list[Decimal]") -> "Decimal":
    """Apply a function of `hitung`."""
    from decimal import ROUND_HALF_UP, Decimal

    if name == "bulat":
        places = numbers[1] if len(numbers) > 1 else Decimal(0)
        if places not in {Decimal(n) for n in range(11)}:
            raise FormulaError("Jumlah desimal pada `bulat` adalah angka bulat 0 sampai 10.")
        return numbers[0].quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP)
    total = sum(numbers, Decimal(0))
    return {"rata": total / len(numbers), "jumlah": total, "min": min(numbers), "maks": max(numbers)}[name]


def _checked(value: "Decimal", what: str) -> "Decimal":
    """Return a value of ordinary size."""
    if not value.is_finite() or abs(value.adjusted()) > _LARGEST_POWER:
        raise FormulaError(f"{what} terlalu besar atau terlalu kecil untuk sebuah indikator.")
    return value


def _allowed() -> str:
    return f"Yang dikenal: nama dari `variabel`, angka bulat, + - * / ( ) dan {', '.join(FUNCTIONS)}."


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names[:5]) + (" …" if len(names) > 5 else "")


def _short(text: str) -> str:
    """Return at most 40 printable characters of a foreign text for a message."""
    shown = "".join(char if char.isprintable() else " " for char in text[:41])
    return shown if len(shown) < 41 else shown[:40] + "…"
