"""What a screen looks at; apart from the canvas, so that a server can pass it on without knowing how to draw."""

from pohon.model.frozen import dataclass

__all__ = ["View"]


@dataclass(frozen=True, slots=True)
class View:
    """Where causes stand (bawah, kanan), and the nodes whose causes are folded away."""

    direction: str = "bawah"
    closed: frozenset[str] = frozenset()
