"""Small helps for the XML of office files: names without namespaces, children, text of equations.

Only called behind the guard: a DOCTYPE, and with it every entity, has been refused by then.
"""

from collections.abc import Iterator
from xml.etree.ElementTree import Element  # the guard refuses DOCTYPE before

__all__ = ["attribute", "child_of", "children_of", "inside", "math_text", "tag"]

_SKIPPED = frozenset({"Fallback", "del", "delText", "moveFrom", "instrText"})


def tag(element: Element) -> str:
    """Return the name of an element without its namespace."""
    name: object = element.tag  # comments have a function here
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def attribute(element: Element | None, name: str) -> str:
    """Return an attribute whatever its namespace, "" when there is none."""
    if element is None:
        return ""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def child_of(element: Element | None, *names: str) -> Element | None:
    """Return what stands at a path of names below an element."""
    for name in names:
        element = next((one for one in element if tag(one) == name), None) if element is not None else None
    return element


def children_of(element: Element, name: str) -> Iterator[Element]:
    """Yield the direct children with a name; those in content controls count too."""
    for one in element:
        if tag(one) == name:
            yield one
        elif tag(one) in {"sdt", "sdtContent", "ins", "smartTag", "customXml"}:
            yield from children_of(one, name)


def inside(element: Element, *stop: str) -> Iterator[Element]:
    """Yield everything below an element in order; old copies, deleted text and `stop` elements are passed over."""
    pending = list(element)[::-1]
    while pending:
        one = pending.pop()
        if tag(one) in _SKIPPED:
            continue
        yield one
        if tag(one) not in stop:
            pending.extend(list(one)[::-1])


def math_text(element: Element) -> str:
    """Return an equation on one line: a fraction as "A / B", words that were broken over lines joined again."""
    kind = tag(element)
    if kind == "t":
        return element.text or ""
    inner = [math_text(one) for one in element]
    if kind == "f":
        above, below = (math_text(one) if one is not None else "" for one in _fraction(element))
        return f"{above} / {below}"
    return (" " if kind == "eqArr" else "").join(text for text in inner if text)


def _fraction(element: Element) -> tuple[Element | None, Element | None]:
    return child_of(element, "num"), child_of(element, "den")
