/* Closing up: hidden boxes leave no hole, order and distances of the rest stay. */

function union(spans) {
  const done = [];
  for (const [from, to] of spans.sort((a, b) => a[0] - b[0])) {
    const last = done[done.length - 1];
    if (last && from <= last[1] + 0.01) last[1] = Math.max(last[1], to);
    else done.push([from, to]);
  }
  return done;
}

function spansOf(axis, boxes, lines) {
  const from = axis, size = axis + 2, margin = axis ? 5 : 10, spans = [];
  for (const node of boxes) spans.push([node.box[from], node.box[from] + node.box[size]]);
  for (const line of lines)
    for (let at = axis; at < line.points.length; at += 2)
      spans.push([line.points[at] - margin, line.points[at] + margin]);
  return union(spans);
}

/* Returns a rising function old place -> new place: the gaps between what is shown shrink, the rest moves along. */
function closing(now, before) {
  const kept = new Map();
  for (let at = 1; at < before.length; at++) kept.set(before[at - 1][1].toFixed(2), before[at][0]);
  const starts = [], shifts = [];
  let shift = 0;
  now.forEach((span, at) => {
    if (at) {
      const gap = span[0] - now[at - 1][1], same = kept.get(now[at - 1][1].toFixed(2));
      const length = same !== undefined && Math.abs(same - span[0]) < 0.02 ? gap : Math.min(gap, GAP);
      starts.push([now[at - 1][1], span[0], length / gap]);
      shift += gap - length;
    }
    shifts.push([span[0], span[1], shift]);
  });
  return value => {
    let low = 0, high = shifts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (shifts[middle][0] <= value) low = middle; else high = middle - 1;
    }
    if (!shifts.length) return value;
    const [, end, by] = shifts[low];
    if (low === shifts.length - 1) return Math.min(value, end + GAP / 2) - by;
    if (value <= end) return value - by;
    const [left, , factor] = starts[low];
    return left - by + (value - left) * factor;
  };
}

const placed = nodes.filter(node => !node.loose), loose = nodes.filter(node => node.loose);
let allX, allY;

function arrange() {
  const everything = placed.every(node => node.shown);
  const boxes = placed.filter(node => node.shown), lines = wires.filter(wire => wire.cause.shown);
  let toX = value => value, toY = value => value;
  if (!everything && boxes.length) {
    allX = allX || spansOf(0, placed, wires);
    allY = allY || spansOf(1, placed, wires);
    toX = closing(spansOf(0, boxes, lines), allX);
    toY = closing(spansOf(1, boxes, lines), allY);
  }
  for (const node of boxes) { node.x = toX(node.box[0]); node.y = toY(node.box[1]); }
  for (const line of [...wires, ...supports])
    line.now = everything ? line.points : line.points.map((value, at) => at % 2 ? toY(value) : toX(value));
  for (const band of bands) { const to = band.axis ? toY : toX; band.start = to(band.from); band.end = to(band.to); }
  const floor = list => Math.max(0, ...list.map(([y, h]) => y + h));
  const lift = everything ? 0 : floor(placed.map(one => [one.box[1], one.h])) - floor(boxes.map(one => [one.y, one.h]));
  for (const node of loose) node.y = node.box[1] - lift;
  pane = data.unplaced && [data.unplaced[0], data.unplaced[1] - lift, data.unplaced[2], data.unplaced[3]];
}

let around = null;          // what stands beside the boxes: measured once it is drawn

function bounds() {
  let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
  for (const node of nodes) if (node.shown) {
    left = Math.min(left, node.x); top = Math.min(top, node.y);
    right = Math.max(right, node.x + node.w); bottom = Math.max(bottom, node.y + node.h);
  }
  if (pane) {
    left = Math.min(left, pane[0]); right = Math.max(right, pane[0] + pane[2]);
    bottom = Math.max(bottom, pane[1] + pane[3]);
  }
  if (around) {
    left = Math.min(left, around.x); right = Math.max(right, around.x + around.width);
    top = Math.min(top, around.y); bottom = Math.max(bottom, around.y + around.height);
  }
  return left === Infinity ? [0, 0, 100, 60] : [left, top, right - left, bottom - top];
}
