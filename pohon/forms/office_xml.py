"""Small helps for the XML of office files: names without namespaces, boxes and connectors of DrawingML and VML.

Only called behind the guard: a DOCTYPE, and with it every entity, has been refused by then.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element  # the guard refuses DOCTYPE before

from pohon.errors import Place

from .source import Box

__all__ = ["Drawing", "attribute", "child_of", "children_of", "inside", "math_text", "tag"]

_SKIPPED = frozenset({"Fallback", "del", "delText", "moveFrom", "instrText"})
_EMU_POINT = 12_700


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


@dataclass(slots=True)
class Drawing:
    """Boxes and connectors found in a file. `text` reads what stands in a box."""

    boxes: list[Box] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)

    def shape(self, shape: Element, text: str, where: str, origin: tuple[int, int] = (0, 0)) -> None:
        """Add a DrawingML shape (wps:wsp, p:sp)."""
        if not text.strip():
            return
        properties = child_of(shape, "spPr")
        off, ext = child_of(properties, "xfrm", "off"), child_of(properties, "xfrm", "ext")
        colour = child_of(properties, "solidFill")
        fill = attribute(colour[0], "val") if colour is not None and len(colour) else ""
        name = next((attribute(one, "id") for one in inside(shape) if tag(one) == "cNvPr"), "")
        self.boxes.append(
            Box(
                name=name or f"+{len(self.boxes)}", text=text, place=Place(label=where), fill=fill,
                left=origin[0] + _points(attribute(off, "x")), top=origin[1] + _points(attribute(off, "y")),
                width=_points(attribute(ext, "cx")), height=_points(attribute(ext, "cy")),
            )
        )  # fmt: skip

    def connector(self, shape: Element) -> None:
        """Add a connector that is glued to two shapes."""
        ends = {tag(one): attribute(one, "id") for one in inside(shape) if tag(one) in {"stCxn", "endCxn"}}
        if "stCxn" in ends and "endCxn" in ends:
            self.links.append((ends["stCxn"], ends["endCxn"]))

    def vml(self, shape: Element, text: str, where: str) -> None:
        """Add an old VML shape; its place stands in its style."""
        if not text.strip():
            return
        style = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", attribute(shape, "style")))
        self.boxes.append(
            Box(
                name=attribute(shape, "id") or f"+{len(self.boxes)}", text=text, place=Place(label=where),
                left=_length(style.get("margin-left") or style.get("left", "")), fill=attribute(shape, "fillcolor"),
                top=_length(style.get("margin-top") or style.get("top", "")), width=_length(style.get("width", "")),
                height=_length(style.get("height", "")),
            )
        )  # fmt: skip


def _points(emu: str) -> int:
    return int(emu) // _EMU_POINT if re.fullmatch(r"-?\d{1,12}", emu) else 0


def _length(text: str) -> int:
    found = re.match(r"\s*(-?\d{1,6}(?:\.\d+)?)\s*(pt|in|cm|mm|px)?", text)
    if found is None:
        return 0
    unit = {"in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}.get(found[2] or "pt", 1.0)
    return int(float(found[1]) * unit)
