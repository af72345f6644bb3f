"""Ways for the lines of further effects: between the boxes, never across one, with round turns.

A line leaves its cause sideways into the gap beside it, runs in the corridors between the rows, crosses a row only in
a gap, and arrives sideways at its effect. Where no such way exists the line is drawn straight behind the boxes.
"""

from bisect import bisect_left
from collections.abc import Sequence

from pohon.frozen import dataclass

__all__ = ["Field", "curve"]

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_OUT, _NEAR, _ROUND, _ROUND_SHARE = 5.0, 3.5, 9.0, 0.5523
_LEAST_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Field:
    """The boxes of a drawing by row, and the x where each row can be crossed, left to right."""

    boxes: Sequence[Rect]
    row: Sequence[int]
    spans: Sequence[Point]
    gates: tuple[tuple[float, ...], ...]
    members: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, boxes: Sequence[Rect], row: Sequence[int], spans: Sequence[Point]) -> "Field":
        """Find the gaps of every row; `spans` = top and bottom of the rows."""
        members: list[list[int]] = [[] for _ in spans]
        for box, at in enumerate(row):
            members[at].append(box)
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        gates = tuple(_gates([boxes[one] for one in some], (left - _OUT, right + _OUT)) for some in members)
        return cls(boxes, row, spans, gates, tuple(map(tuple, members)))

    def way(self, cause: int, effect: int, lane: int) -> list[Point]:
        """Return the corner points from a cause to its further effect; `lane` keeps neighbours apart."""
        shift = (lane % 3) * 1.2
        start_y = _level(self.boxes[cause], 0.38)
        end_y = _level(self.boxes[effect], 0.62)
        target = (self.boxes[effect][0] + self.boxes[effect][2]) / 2
        source = (self.boxes[cause][0] + self.boxes[cause][2]) / 2
        out, into = self._exit(cause, start_y, target), self._exit(effect, end_y, source)
        if out is None or into is None:
            return []
        out, into = (out[0], out[1] + shift), (into[0], into[1] + shift)
        points = [(out[0], start_y), (out[1], start_y)]
        above, below = self.row[cause], self.row[effect]
        if above == below:
            points += self._corridor(above, out[1], into[1], lane)
        elif above > below:
            x = out[1]
            for row in range(above, below, -1):
                gate = self._gate(row - 1, into[1]) + shift if row - 1 > below else into[1]
                points += self._corridor(row, x, gate, lane)
                x = gate
        else:
            x = out[1]
            for row in range(above + 1, below + 1):
                gate = self._gate(row, into[1]) + shift if row < below else into[1]
                points += self._corridor(row, x, gate, lane)
                x = gate
        return _straightened([*points, (into[1], end_y), (into[0], end_y)])

    def _corridor(self, row: int, x: float, end: float, lane: int) -> list[Point]:
        """Return the two corners of a way along the corridor above a row."""
        bottom = self.spans[row - 1][1] if row else self.spans[0][0] - 2 * _OUT
        y = bottom + (self.spans[row][0] - bottom) * (0.16 + 0.08 * (lane % 3))
        return [(x, y), (end, y)]

    def _gate(self, row: int, near: float) -> float:
        return min(self.gates[row], key=lambda x: abs(x - near))

    def _exit(self, box: int, y: float, towards: float) -> Point | None:
        """Return (side of the box, x of a gap that can be reached from there), on the nearer side if it has one."""
        left, _, right, _ = self.boxes[box]
        gates = self.gates[self.row[box]]
        beside = [self.boxes[one] for one in self.members[self.row[box]] if one != box]
        level = [one for one in beside if one[1] - _NEAR <= y <= one[3] + _NEAR]
        found = []
        at = bisect_left(gates, right)
        if at < len(gates) and gates[at] < min((one[0] for one in level if one[0] >= right), default=gates[at] + 1):
            found.append((right, gates[at]))
        at = bisect_left(gates, left) - 1
        if at >= 0 and gates[at] > max((one[2] for one in level if one[2] <= left), default=gates[at] - 1):
            found.append((left, gates[at]))
        return min(found, key=lambda one: abs(one[1] - towards), default=None)


def _level(box: Rect, share: float) -> float:
    return box[1] + (box[3] - box[1]) * share


def _gates(boxes: Sequence[Rect], outer: Point) -> tuple[float, ...]:
    """Return where a row can be crossed: close to the right side of what stands left of each gap."""
    gates, reach = [outer[0]], None
    for left, _, right, _ in sorted(boxes):
        if reach is not None and left - reach >= _LEAST_GAP:
            gates.append(reach + min(_NEAR, (left - reach) / 3))
        reach = right if reach is None else max(reach, right)
    return (*gates, outer[1])


def _straightened(points: Sequence[Point]) -> list[Point]:
    """Leave out repeated points and points in the middle of a straight line."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) + abs(kept[-1][1] - point[1]) < 0.01:
            continue
        if len(kept) > 1 and any(
            abs(kept[-2][axis] - kept[-1][axis]) < 0.01 and abs(kept[-1][axis] - point[axis]) < 0.01 for axis in (0, 1)
        ):
            kept.pop()
        kept.append(point)
    return kept


def curve(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return Bezier curves along corner points, each turn as round as there is room."""
    found = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        radius = min(_ROUND, _length(before, corner) / 2, _length(corner, after) / 2)
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        inner = radius * (1 - _ROUND_SHARE)
        found += [found[-1], start, start, _towards(corner, before, inner), _towards(corner, after, inner), end]
    last, end = found[-1], points[-1]
    return (*found, _towards(last, end, _length(last, end) / 3), _towards(end, last, _length(last, end) / 3), end)


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, end: Point, by: float) -> Point:
    length = _length(start, end) or 1.0
    return start[0] + (end[0] - start[0]) / length * by, start[1] + (end[1] - start[1]) / length * by
