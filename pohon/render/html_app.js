(() => {
"use strict";

/* ---------- data and small helpers ---------- */

const $ = id => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const canvas = $("kanvas"), world = $("dunia"), field = $("bidang"), root = document.documentElement;
const SVG = canvas.namespaceURI;
const MANY = 1200;          // from here on only boxes near the screen are kept in the page
const READ = 1.3;           // zoom at which a statement is 13 pixels high: shown as 100%
const GAP = 26;             // room that stays where boxes were hidden
const still = matchMedia("(prefers-reduced-motion: reduce)");

const fold = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const plain = values => values.map(value => Math.round(value * 100) / 100).join(" ");

function make(name, attributes, text) {
  const element = document.createElement(name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  if (text !== undefined) element.textContent = text;
  return element;
}

function draw(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  return element;
}

function say(text) { $("kabar").textContent = text; }

/* ---------- the tree ---------- */

const nodes = data.nodes.map((raw, index) => ({
  ...raw, index, children: [], open: true, shown: true, match: true, below: 0, depth: 0,
  x: raw.box[0], y: raw.box[1], w: raw.box[2], h: raw.box[3], element: null, dressed: false, cut: false,
}));
const tops = [];
for (const node of nodes) {
  node.up = node.parent < 0 ? null : nodes[node.parent];
  node.depth = node.up ? node.up.depth + 1 : 0;
  (node.up ? node.up.children : tops).push(node);
}
for (let at = nodes.length - 1; at > 0; at--) {
  const node = nodes[at];
  if (node.up) node.up.below += node.below + 1;
}
const kinds = [...new Set(nodes.filter(node => !node.loose).map(node => node.kind))];
const wires = data.wires.map(([cause, points]) => ({cause: nodes[cause], points, now: points}));
const supports = data.supports.map(([effect, cause, points]) =>
  ({effect: nodes[effect], cause: nodes[cause], points, now: points}));
const wireOf = new Map(wires.map(wire => [wire.cause, wire]));
const bands = data.bands.map(([name, detail, axis, from, to]) => ({name, detail, axis, from, to, start: from, end: to}));
let pane = data.unplaced;

/* ---------- closing up: hidden boxes leave no hole, order and distances of the rest stay ---------- */

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

/* ---------- drawing ---------- */

const lineGroup = $("garis"), boxGroup = $("kotak"), back = $("latar");
const edgePath = draw("path", {class: "s-edge"}), trail = draw("path", {class: "jejak"});
const supportPath = draw("path", {class: "s-support"}), headPath = draw("path", {class: "s-support-end"});
lineGroup.append(edgePath, trail);
const overLines = draw("g", {"aria-hidden": "true"});
overLines.append(supportPath, headPath);
lineGroup.append(overLines);

function rounded(flat) {
  const points = [];
  for (let at = 0; at < flat.length; at += 2) {
    const [x, y] = [flat[at], flat[at + 1]], [one, two] = points.slice(-2);
    if (two && Math.abs(two[0] - x) + Math.abs(two[1] - y) < 0.01) continue;
    if (one && two && ((Math.abs(one[0] - two[0]) < 0.01 && Math.abs(two[0] - x) < 0.01) ||
        (Math.abs(one[1] - two[1]) < 0.01 && Math.abs(two[1] - y) < 0.01))) points.pop();
    points.push([x, y]);
  }
  const toward = (a, b, by) => {
    const length = Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) || 1;
    return [a[0] + (b[0] - a[0]) / length * by, a[1] + (b[1] - a[1]) / length * by];
  };
  let path = "M" + plain(points[0]);
  for (let at = 1; at < points.length - 1; at++) {
    const [a, b, c] = points.slice(at - 1, at + 2);
    const size = (p, q) => (Math.abs(p[0] - q[0]) + Math.abs(p[1] - q[1])) / 2;
    const radius = Math.min(6, size(a, b), size(b, c));
    path += "L" + plain(toward(b, a, radius)) + "Q" + plain([...b, ...toward(b, c, radius)]);
  }
  return path + "L" + plain(points[points.length - 1]);
}

const extra = draw("g", {"aria-hidden": "true"});
for (const [surface, path] of data.extra.shapes) extra.append(draw("path", {class: "s-" + surface, d: path}));
for (const [look, x, y, size, words, middle, turned] of data.extra.texts) {
  const line = draw("text", {class: "t-" + look, x, y, "font-size": size, "text-anchor": middle ? "middle" : "start"});
  if (turned) line.setAttribute("transform", `rotate(-90 ${x} ${y})`);
  line.textContent = words;
  extra.append(line);
}
world.insertBefore(extra, boxGroup);

function drawLines() {
  edgePath.setAttribute("d", wires.filter(wire => wire.cause.shown).map(wire => rounded(wire.now)).join(""));
  let curves = "", heads = "";
  for (const one of supports) if (one.effect.shown && one.cause.shown) {
    const p = one.now, [x, y] = p.slice(-2), tip = p[p.length - 4] > x ? 5 : -5;
    curves += "M" + plain(p.slice(0, 2)) + "C" + plain(p.slice(2));
    heads += "M" + plain([x, y]) + "L" + plain([x + tip, y - 2.5]) + "L" + plain([x + tip, y + 2.5]) + "z";
  }
  supportPath.setAttribute("d", curves);
  headPath.setAttribute("d", heads);
}

function drawBack(wide = 6000) {
  back.replaceChildren();
  const [x, y, w, h] = bounds(), lines = bands.filter(band => band.end - band.start >= 8);
  const sizes = lines.map(band => Math.min(w / 60, (band.end - band.start) / (band.name.length * 0.56 + 1), 40));
  lines.forEach((band, at) => {
    const long = band.end - band.start, size = Math.min(sizes[at], Math.min(...sizes) * 1.4), far = wide < 6000 ? 8 : wide;
    const area = band.axis ? [x - wide, band.start, w + wide + far, long] : [band.start, y - wide, long, h + wide + far];
    back.append(draw("rect", {class: at % 2 ? "s-band-even" : "s-band", x: area[0], y: area[1], width: area[2], height: area[3]}));
    const sign = draw("g", {class: "pita-cetak"});
    const tab = band.axis ? [x - size * 2.4, band.start + 1, size * 1.8, long - 2] : [band.start + 1, y - size * 2.4, long - 2, size * 1.8];
    sign.append(draw("rect", {class: "s-band-tab", x: tab[0], y: tab[1], width: tab[2], height: tab[3]}));
    const middle = [tab[0] + tab[2] / 2, tab[1] + tab[3] / 2];
    const words = draw("text", {class: "t-band", x: middle[0], y: middle[1], "font-size": size, "text-anchor": "middle"});
    words.setAttribute("dy", size * 0.35);
    if (band.axis) words.setAttribute("transform", `rotate(-90 ${middle.join(" ")})`);
    words.textContent = band.name;
    sign.append(words);
    back.append(sign);
  });
  if (pane) {
    back.append(draw("rect", {class: "s-panel", x: pane[0], y: pane[1], width: pane[2], height: pane[3], rx: 4}));
    const words = draw("text", {class: "t-panel", x: pane[0] + 10, y: pane[1] + 15, "font-size": 11});
    words.textContent = "Belum ditempatkan";
    back.append(words);
  }
}

function label(node) {
  const marks = node.codes.length ? ` Temuan: ${node.codes.join(", ")}.` : "";
  return `${node.number} ${node.level}: ${node.text}.${marks}`;
}

function shell(node) {
  const group = draw("g", {role: "treeitem", id: "k" + node.index, tabindex: "-1", class: node.kind, "aria-level": node.depth + 1});
  const family = node.up ? node.up.children : tops;
  group.setAttribute("aria-label", label(node));
  group.setAttribute("aria-setsize", family.length);
  group.setAttribute("aria-posinset", family.indexOf(node) + 1);
  group.setAttribute("aria-selected", "false");
  const [surface, path] = data.shapes[node.shapes[0]];
  group.append(draw("path", {class: "bingkai s-" + surface, d: path, "aria-hidden": "true"}));
  node.element = group;
}

/* Lines are set for Arial and its metric twins; where the machine has neither, each line is given its width. */
const foreign = (() => {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "100px Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif";
  return Math.abs(pen.measureText("Meningkatnya kualitas").width - 980.7) > 8;
})();

/* In a hanging column the first cause stands close below: the knob then sits on the line at the left. */
function hangs(node) {
  const [x, y, w, h] = node.box;
  return node.children.some(({box}) => box[1] < y + h + 16 && box[0] < x + w / 2 + 9 && box[0] + box[2] > x + w / 2 - 9);
}

function dress(node) {
  if (node.dressed) return;
  node.dressed = true;
  const inside = draw("g", {class: "isi", "aria-hidden": "true"});
  for (const index of node.shapes.slice(1)) {
    const [surface, path] = data.shapes[index];
    inside.append(draw("path", {class: "s-" + surface, d: path}));
  }
  for (const [look, x, y, size, width, text] of node.lines) {
    const line = draw("text", {class: "t-" + look, x, y, "font-size": size});
    if (foreign) { line.setAttribute("textLength", width); line.setAttribute("lengthAdjust", "spacingAndGlyphs"); }
    line.textContent = text;
    inside.append(line);
  }
  node.element.append(inside);
  if (node.children.length) {
    const knob = draw("g", {class: "simpai", "aria-hidden": "true", transform: `translate(${plain([hangs(node) ? 8 : node.w / 2, node.h + 5])})`});
    knob.append(draw("circle", {r: 7}), draw("text", {y: 3.2}));
    const tip = draw("title", {});
    knob.append(tip);
    node.element.append(knob);
  }
  redress(node);
}

function redress(node) {
  if (!node.children.length) return;
  const closed = !node.open;
  node.element.classList.toggle("tertutup", closed);
  node.element.setAttribute("aria-expanded", String(node.open));
  if (!node.dressed) return;
  const knob = node.element.lastElementChild, words = String(node.below);
  knob.classList.toggle("tetap", closed);
  knob.children[0].setAttribute("r", closed ? Math.max(7.5, 3 + words.length * 2.8) : 7);
  knob.children[1].textContent = closed ? words : "−";
  knob.children[2].textContent = closed ? `Buka ${words} kotak` : "Tutup cabang ini";
}

function place() {
  for (const node of nodes) {
    node.element.setAttribute("transform", `translate(${plain([node.x, node.y])})`);
    redress(node);
  }
  drawLines();
  drawBack();
  drawTrail();
  cull(true);
  ring();
}

/* ---------- view: world -> screen is k * place + (x, y) ---------- */

const view = {x: 0, y: 0, k: 1};
let pending = 0, motion = 0, rest = 0, moving = false, fitted = false;

function screen() { return {w: field.clientWidth, h: field.clientHeight}; }

function limits() {
  const [, , w, h] = bounds(), size = screen();
  return [Math.min(size.w / (w + 80), size.h / (h + 80), READ) * 0.6, 8];
}

function paint() {
  pending = 0;
  world.setAttribute("transform", `matrix(${view.k} 0 0 ${view.k} ${view.x} ${view.y})`);
  const tall = view.k * 10;
  canvas.classList.toggle("jauh", tall < (nodes.length > MANY ? 4 : 2.2) || (moving && tall < 5));
  $("skala").textContent = Math.round(view.k / READ * 100) + "%";
  signs();
  cull(false);
}

function later() { if (!pending) pending = requestAnimationFrame(paint); }

/* Small print of a large tree is left out while the drawing moves: it could not be read anyway. */
function refresh() {
  if (nodes.length > 300) {
    moving = true;
    clearTimeout(rest);
    rest = setTimeout(() => { moving = false; later(); }, 160);
  }
  later();
}

/* Only what is near the screen is drawn once a tree is large. */
function cull(all) {
  const size = screen(), margin = 80, printing = root.classList.contains("cetak");
  const left = (-margin - view.x) / view.k, right = (size.w + margin - view.x) / view.k;
  const top = (-margin - view.y) / view.k, bottom = (size.h + margin - view.y) / view.k;
  const large = nodes.length > MANY && !printing, far = canvas.classList.contains("jauh");
  for (const node of nodes) {
    const near = !large || (node.x < right && node.x + node.w > left && node.y < bottom && node.y + node.h > top);
    const cut = !node.shown || !near;
    if (cut !== node.cut || all) {
      node.cut = cut;
      if (cut) node.element.setAttribute("display", "none"); else node.element.removeAttribute("display");
    }
    if (!cut && (printing || !far)) dress(node);
  }
}

const signList = $("jenjang");
for (const band of bands) {
  band.sign = make("li", {class: band.axis ? "baris" : "lajur"});
  band.sign.append(make("span", {}, band.name));
  signList.append(band.sign);
}

function signs() {
  for (const band of bands) {
    const origin = band.axis ? view.y : view.x, most = band.axis ? screen().h : screen().w;
    const from = Math.max(0, band.start * view.k + origin), to = Math.min(most, band.end * view.k + origin);
    const long = to - from - 2, words = band.sign.firstChild, style = band.sign.style;
    band.sign.hidden = long < 4 || band.end - band.start < 8;
    style[band.axis ? "top" : "left"] = from + 1 + "px";
    style[band.axis ? "height" : "width"] = long + "px";
    if (band.long !== Math.round(long)) {
      band.long = Math.round(long);
      const [across, along] = band.axis ? [words.offsetWidth, words.scrollHeight] : [words.offsetHeight, words.scrollWidth];
      band.sign.classList.toggle("sempit", across > (band.axis ? band.sign.clientWidth : band.sign.clientHeight) || along > long + 1);
    }
  }
}

function go(target, quick) {
  fitted = false;
  cancelAnimationFrame(motion);
  const [least, most] = limits();
  target.k = Math.min(most, Math.max(least, target.k));
  if (quick || still.matches || nodes.length > MANY) { Object.assign(view, target); refresh(); return; }
  const start = {...view}, began = performance.now();
  const step = now => {
    const t = Math.min(1, (now - began) / 220), ease = 1 - (1 - t) ** 3;
    for (const key of ["x", "y", "k"]) view[key] = start[key] + (target[key] - start[key]) * ease;
    refresh();
    if (t < 1) motion = requestAnimationFrame(step);
  };
  motion = requestAnimationFrame(step);
}

function zoom(factor, at, quick) {
  const size = screen(), [px, py] = at || [size.w / 2, size.h / 2], [least, most] = limits();
  const k = Math.min(most, Math.max(least, view.k * factor));
  go({k, x: px - (px - view.x) * k / view.k, y: py - (py - view.y) * k / view.k}, quick);
}

function pan(dx, dy, quick) { go({k: view.k, x: view.x + dx, y: view.y + dy}, quick); }

function fit(quick) {
  const [x, y, w, h] = bounds(), size = screen(), right = 16, bottom = 18;
  const left = bands.some(band => band.axis) ? 44 : 16, top = bands.some(band => !band.axis) ? 44 : 18;
  const [across, down] = [size.w - left - right, size.h - top - bottom], k = Math.min(across / w, down / h, READ * 1.4);
  go({k, x: left + (across - w * k) / 2 - x * k, y: top + Math.max(0, (down - h * k) / 2) - y * k}, quick);
  fitted = true;
}

/* What a panel that lies over the drawing leaves free. */
function free() {
  const size = screen(), panel = [$("rincian"), $("saring")].find(one => !one.hidden && getComputedStyle(one).position === "absolute");
  return {w: size.w, h: panel ? Math.max(80, size.h - panel.offsetHeight) : size.h};
}

function readable() { return Math.min(READ, (screen().w - 60) / 180); }

/* How far something must move to stand between two limits; its beginning counts more than its end. */
function nearest(start, length, low, high) {
  const back = Math.min(0, high - start - length);
  return start + back < low ? low - start : back;
}

function reveal(node, k, quick) {
  const room = free(), scale = k || view.k;
  const x = node.x * scale + view.x, y = node.y * scale + view.y;
  if (!k) {
    const dx = nearest(x, node.w * scale, 44, room.w - 12), dy = nearest(y, node.h * scale, 12, room.h - 18);
    if (dx || dy) pan(dx, dy, quick);
    return;
  }
  go({k: scale, x: room.w / 2 - (node.x + node.w / 2) * scale, y: room.h / 2 - (node.y + node.h / 2) * scale}, quick);
}

/* ---------- selection and focus ---------- */

let current = null;

function ring() {
  const mark = $("fokus");
  mark.toggleAttribute("hidden", !current || !current.shown);
  if (!current) return;
  const pad = 3;
  for (const [key, value] of [["x", current.x - pad], ["y", current.y - pad], ["width", current.w + 2 * pad], ["height", current.h + 2 * pad], ["rx", 6]])
    mark.setAttribute(key, value);
}

function drawTrail() {
  let path = "";
  for (let node = current; node && node.shown; node = node.up) if (wireOf.has(node)) path += rounded(wireOf.get(node).now);
  trail.setAttribute("d", path);
}

function select(node, options = {}) {
  if (current) { current.element.setAttribute("tabindex", "-1"); current.element.setAttribute("aria-selected", "false"); }
  current = node;
  node.element.setAttribute("tabindex", "0");
  node.element.setAttribute("aria-selected", "true");
  show(node);
  ring();
  drawTrail();
  if (!$("rincian").hidden) details(node);
  reveal(node, options.k, options.quick);
  node.element.removeAttribute("display");
  node.cut = false;
  if (options.focus !== false) node.element.focus({preventScroll: true});
}

function unselect() {
  if (!current) return;
  current.element.setAttribute("aria-selected", "false");
  if (document.activeElement === current.element) current.element.blur();
  current = null;
  ring();
  drawTrail();
  (tops[0] || {element: make("i")}).element.setAttribute("tabindex", "0");
}

/* ---------- folding ---------- */

function update(anchor) {
  const before = anchor && [anchor.x, anchor.y];
  for (const node of nodes) {
    const seen = !node.up || (node.up.shown && node.up.open);
    node.shown = seen && (!hideOthers || node.match || node.wanted);
  }
  arrange();
  if (before) { view.x += (before[0] - anchor.x) * view.k; view.y += (before[1] - anchor.y) * view.k; }
  if (current && !current.shown) { const up = ancestor(current); if (up) select(up, {focus: document.activeElement === current.element}); else unselect(); }
  place();
  refresh();
}

function ancestor(node) {
  for (let up = node.up; up; up = up.up) if (up.shown) return up;
  return null;
}

function toggle(node, open = !node.open) {
  if (!node.children.length || node.open === open) return;
  node.open = open;
  update(node);
  redress(node);
  $("tingkat").value = "";
  say(open ? `Cabang ${node.number} dibuka.` : `Cabang ${node.number} ditutup, ${node.below} kotak tersembunyi.`);
  if (current === node && !$("rincian").hidden) foldButton(node);
}

/* Opens everything above a node. */
function show(node) {
  if (node.shown) return;
  for (let up = node.up; up; up = up.up) up.open = true;
  if (hideOthers && !node.match && !node.wanted) { $("sembunyi").checked = false; hideOthers = false; }
  update(null);
}

const levelSelect = $("tingkat");
levelSelect.append(make("option", {value: "", hidden: ""}, "pilihan sendiri"));
kinds.forEach((kind, at) => {
  const level = nodes.find(node => node.kind === kind).level;
  levelSelect.append(make("option", {value: at}, at === kinds.length - 1 ? `${level} (semua)` : level));
});
levelSelect.value = kinds.length - 1;
levelSelect.addEventListener("change", () => {
  const last = Number(levelSelect.value);
  for (const node of nodes) node.open = !node.children.length || last === kinds.length - 1 || kinds.indexOf(node.kind) < last;
  update(null);
  fit();
  say(`Terbuka sampai ${levelSelect.selectedOptions[0].textContent}.`);
});

/* ---------- details ---------- */

function facts(rows) {
  const list = make("dl", {});
  for (const [name, value] of rows) list.append(make("dt", {}, name), make("dd", {dir: "auto"}, value));
  return list;
}

function heading(text, tone) {
  const title = make("h3", {});
  if (tone) title.append(make("span", {class: "nada " + tone, "aria-hidden": "true"}));
  title.append(text);
  return title;
}

function foldButton(node) {
  const button = $("lipat");
  button.hidden = !node.children.length;
  button.textContent = node.open ? `Tutup cabang (${node.below})` : `Buka cabang (${node.below})`;
}

function neighbours(title, list) {
  const part = make("div", {class: "tetangga"});
  if (!list.length) return part;
  part.append(make("h3", {}, title));
  for (const node of list) {
    const button = make("button", {type: "button", dir: "auto"}, `${node.number} ${node.text}`);
    button.addEventListener("click", () => { select(node, {focus: false}); details(node); $("judul-rincian").focus(); });
    part.append(button);
  }
  return part;
}

function details(node) {
  $("nomor-rincian").textContent = `${node.number} · ${node.level}`;
  $("judul-rincian").textContent = node.text;
  const body = $("isi-rincian");
  body.replaceChildren();
  for (const [title, rows, tone] of node.details) {
    if (title !== "Kondisi") body.append(heading(title, tone));
    body.append(facts(rows));
  }
  body.append(neighbours("Mendukung", node.up ? [node.up] : []));
  body.append(neighbours("Mendukung juga", supports.filter(one => one.cause === node).map(one => one.effect)));
  body.append(neighbours("Disebabkan oleh", node.children));
  body.append(neighbours("Didukung juga oleh", supports.filter(one => one.effect === node).map(one => one.cause)));
  foldButton(node);
  $("rincian").scrollTop = 0;
  if ($("rincian").hidden) beside(() => { $("rincian").hidden = false; });
}

/* A panel beside the drawing narrows it: what filled the screen fills it again. */
function beside(change) {
  change();
  if (fitted) fit(true); else refresh();
}

function openDetails(node) {
  details(node);
  reveal(node);
  $("judul-rincian").focus({preventScroll: true});
}

function closePanel(panel) {
  if (panel.hidden) return;
  beside(() => { panel.hidden = true; });
  if (panel.id === "saring") { $("tombol-saring").setAttribute("aria-expanded", "false"); $("tombol-saring").focus(); }
  else if (current) current.element.focus({preventScroll: true});
}

$("lipat").addEventListener("click", () => current && toggle(current));
$("dekatkan").addEventListener("click", () => current && reveal(current, readable()));
for (const panel of [$("rincian"), $("saring")])
  panel.querySelector(".tutup").addEventListener("click", () => closePanel(panel));

/* ---------- search ---------- */

const input = $("cari"), list = $("hasil");
let hits = [], chosen = -1;
for (const node of nodes) {
  node.head = fold(node.number + " " + node.text);
  node.words = fold([node.number, node.text, ...node.details.flatMap(part => [part[0], ...part[1].map(row => row[1])])].join("\n"));
}

function marked(element, text, words) {
  const low = fold(text);
  if (low.length !== text.length || !words.length) { element.append(text); return; }
  let at = 0;
  while (at < text.length) {
    let next = -1, size = 0;
    for (const word of words) {
      const found = low.indexOf(word, at);
      if (found >= 0 && (next < 0 || found < next)) { next = found; size = word.length; }
    }
    if (next < 0) break;
    element.append(text.slice(at, next), make("mark", {}, text.slice(next, next + size)));
    at = next + size;
  }
  element.append(text.slice(at));
}

function search() {
  const words = fold(input.value).split(/\s+/).filter(Boolean);
  const first = node => words.every(word => node.head.includes(word)) ? 0 : 1;
  hits = words.length ? nodes.filter(node => words.every(word => node.words.includes(word))) : [];
  hits.sort((a, b) => first(a) - first(b) || a.index - b.index);
  const found = new Set(hits);
  for (const node of nodes) node.element.classList.toggle("kena", found.has(node));
  chosen = -1;
  list.replaceChildren();
  input.removeAttribute("aria-activedescendant");
  open_(words.length > 0);
  if (!words.length) return;
  list.append(make("li", {class: "hitung", role: "presentation"}, hits.length ? `${hits.length} dari ${nodes.length} kotak` : "Tidak ada kotak yang memuat kata itu."));
  hits.slice(0, 200).forEach((node, at) => {
    const item = make("li", {role: "option", id: "h" + at, "aria-selected": "false"});
    item.append(make("small", {}, `${node.number} · ${node.level}`));
    const line = make("span", {dir: "auto"});
    marked(line, node.text, words);
    item.append(line);
    const other = words.every(word => fold(node.text).includes(word)) ? null :
      node.details.flatMap(part => part[1]).find(row => words.some(word => fold(row[1]).includes(word)));
    if (other) { const small = make("small", {}, other[0] + ": "); marked(small, other[1], words); item.append(small); }
    item.addEventListener("click", () => pick(at));
    list.append(item);
  });
  if (hits.length > 200) list.append(make("li", {class: "hitung", role: "presentation"}, `dan ${hits.length - 200} lagi: tambahkan kata`));
  say(`${hits.length} hasil.`);
}

function open_(yes) { list.hidden = !yes; input.setAttribute("aria-expanded", String(yes)); }

function mark(at) {
  const items = list.querySelectorAll("[role=option]");
  if (!items.length) return;
  if (chosen >= 0) items[chosen].setAttribute("aria-selected", "false");
  chosen = (at + items.length) % items.length;
  items[chosen].setAttribute("aria-selected", "true");
  items[chosen].scrollIntoView({block: "nearest"});
  input.setAttribute("aria-activedescendant", items[chosen].id);
}

function pick(at) {
  const node = hits[at];
  if (!node) return;
  open_(false);
  select(node, {k: Math.max(view.k, readable())});
}

input.addEventListener("input", search);
input.addEventListener("focus", () => open_(input.value.trim() !== ""));
input.addEventListener("keydown", event => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    open_(hits.length > 0);
    mark(chosen < 0 && event.key === "ArrowUp" ? -1 : chosen + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter") { event.preventDefault(); pick(Math.max(0, chosen)); }
  else if (event.key === "Escape") {
    event.stopPropagation();
    if (!list.hidden) open_(false); else { input.value = ""; search(); }
  }
});
document.addEventListener("pointerdown", event => { if (!event.target.closest(".cari")) open_(false); });
document.addEventListener("focusin", event => { if (!event.target.closest(".cari")) open_(false); });

/* ---------- filter ---------- */

let hideOthers = false;
const picked = new Map(data.filters.map(([, key]) => [key, new Set()]));

for (const [title, key, values] of data.filters) {
  const set = make("fieldset", {});
  set.append(make("legend", {}, title));
  for (const [value, name] of values) {
    const line = make("label", {class: "pilih"}), box = make("input", {type: "checkbox", value, "data-saring": key});
    const number = nodes.filter(node => [].concat(node[key]).includes(value)).length;
    box.addEventListener("change", () => { picked.get(key)[box.checked ? "add" : "delete"](value); filter(); });
    line.append(box, make("span", {}, name), make("small", {}, number));
    set.append(line);
  }
  $("pilihan").append(set);
}

function filter() {
  const groups = [...picked].filter(([, values]) => values.size);
  for (const node of nodes) {
    node.match = groups.every(([key, values]) => [].concat(node[key]).some(value => values.has(value)));
    node.wanted = false;
    node.element.classList.toggle("redup", !node.match);
  }
  if (groups.length)
    for (const node of nodes) if (node.match) for (let up = node.up; up && !up.wanted; up = up.up) up.wanted = true;
  const before = hideOthers;
  hideOthers = $("sembunyi").checked && groups.length > 0;
  const number = nodes.filter(node => node.match).length;
  $("cocok").textContent = groups.length ? `${number} dari ${nodes.length} kotak cocok.` : "";
  $("hapus-saring").hidden = !groups.length;
  $("tombol-saring").setAttribute("aria-pressed", String(groups.length > 0));
  say($("cocok").textContent);
  if (before || hideOthers) { update(null); fit(); }
}

$("sembunyi").addEventListener("change", filter);
$("hapus-saring").addEventListener("click", () => {
  for (const box of document.querySelectorAll("[data-saring]")) box.checked = false;
  for (const values of picked.values()) values.clear();
  filter();
});
$("hapus-saring").hidden = true;
$("tombol-saring").addEventListener("click", () => {
  const panel = $("saring");
  if (!panel.hidden) { closePanel(panel); return; }
  beside(() => { panel.hidden = false; });
  $("tombol-saring").setAttribute("aria-expanded", "true");
  (panel.querySelector("input") || panel.querySelector("button")).focus();
});

/* ---------- pointer: drag, pinch, wheel, click ---------- */

const pointers = new Map();
let dragged = false, spread = null;

field.addEventListener("pointerdown", event => {
  if (event.button || event.target.closest(".pojok")) return;
  cancelAnimationFrame(motion);
  pointers.set(event.pointerId, [event.clientX, event.clientY]);
  if (pointers.size === 1) dragged = false;
  spread = null;
});
field.addEventListener("pointermove", event => {
  const last = pointers.get(event.pointerId);
  if (!last) return;
  const [dx, dy] = [event.clientX - last[0], event.clientY - last[1]];
  if (!dragged && Math.abs(dx) + Math.abs(dy) < 5) return;
  if (!dragged) { dragged = true; field.setPointerCapture(event.pointerId); field.classList.add("seret"); }
  pointers.set(event.pointerId, [event.clientX, event.clientY]);
  fitted = false;
  if (pointers.size === 1) { view.x += dx; view.y += dy; refresh(); return; }
  const [[ax, ay], [bx, by]] = [...pointers.values()], edge = field.getBoundingClientRect();
  const now = [Math.hypot(ax - bx, ay - by), (ax + bx) / 2 - edge.left, (ay + by) / 2 - edge.top];
  if (spread) {
    view.x += now[1] - spread[1];
    view.y += now[2] - spread[2];
    zoom(now[0] / (spread[0] || 1), [now[1], now[2]], true);
  }
  spread = now;
});
for (const name of ["pointerup", "pointercancel"])
  addEventListener(name, event => {
    pointers.delete(event.pointerId);
    spread = null;
    if (!pointers.size) field.classList.remove("seret");
  });
field.addEventListener("wheel", event => {
  event.preventDefault();
  const edge = field.getBoundingClientRect(), lines = event.deltaMode === 1 ? 30 : 1;
  if (event.shiftKey) { pan(-(event.deltaY || event.deltaX) * lines, 0, true); return; }
  const by = Math.max(-240, Math.min(240, event.deltaY * lines));
  zoom(Math.exp(-by * (event.ctrlKey ? 0.01 : 0.0022)), [event.clientX - edge.left, event.clientY - edge.top], true);
}, {passive: false});

const nodeAt = target => {
  const item = target.closest && target.closest("[role=treeitem]");
  return item ? nodes[Number(item.id.slice(1))] : null;
};
field.addEventListener("click", event => {
  if (event.target.closest(".pojok")) return;
  if (dragged) { dragged = false; return; }
  const node = nodeAt(event.target);
  if (!node) { unselect(); return; }
  if (event.target.closest(".simpai")) { toggle(node); return; }
  select(node);
  details(node);
  reveal(node);
});
field.addEventListener("dblclick", event => {
  const node = nodeAt(event.target);
  if (node && !event.target.closest(".simpai")) reveal(node, Math.max(readable(), view.k));
});

/* ---------- keys ---------- */

function neighbour(node, step) {
  const row = nodes.filter(one => one.shown && one.depth === node.depth && one.loose === node.loose);
  return row[row.indexOf(node) + step];
}

const moves = {
  ArrowDown: node => { toggle(node, true); return node.children.find(child => child.shown); },
  ArrowUp: node => node.up,
  ArrowLeft: node => neighbour(node, -1),
  ArrowRight: node => neighbour(node, 1),
  Home: () => nodes.find(node => node.shown),
  End: () => nodes.filter(node => node.shown).pop(),
};
const drift = {ArrowDown: [0, -60], ArrowUp: [0, 60], ArrowLeft: [60, 0], ArrowRight: [-60, 0]};
const shortcuts = {
  "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), "0": () => fit(),
  "/": () => { input.focus(); input.select(); }, "?": () => $("dialog").showModal(),
};

function onNode(event, node) {
  if (event.key === "Enter") openDetails(node);
  else if (event.key === " ") toggle(node);
  else if (moves[event.key] && !event.shiftKey) {
    const next = moves[event.key](node);
    if (next) select(next);
  } else return false;
  return true;
}

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || $("dialog").open) return;
  const typing = event.target.matches("input[type=search], select");
  if (event.key === "Escape") {
    if (!$("rincian").hidden) closePanel($("rincian"));
    else if (!$("saring").hidden) closePanel($("saring"));
    else unselect();
    return;
  }
  if (typing) return;
  const node = nodeAt(event.target), inPanel = event.target.closest(".panel");
  let done = Boolean(node) && onNode(event, node);
  if (!done && shortcuts[event.key]) { shortcuts[event.key](); done = true; }
  if (!done && drift[event.key] && !inPanel) { pan(...drift[event.key], true); done = true; }
  if (done) event.preventDefault();
});
field.addEventListener("focusin", event => {
  const node = nodeAt(event.target);
  if (node && node !== current) select(node);
});

/* ---------- day and night, print, frame ---------- */

const night = matchMedia("(prefers-color-scheme: dark)");
function theme(dark) {
  root.dataset.tema = dark ? "gelap" : "terang";
  $("tema").setAttribute("aria-pressed", String(dark));
}
theme(night.matches);
night.addEventListener("change", () => theme(night.matches));
$("tema").addEventListener("click", () => theme(root.dataset.tema !== "gelap"));

function beforePrint() {
  if (root.classList.contains("cetak")) return;
  root.classList.add("cetak");
  const [x, y, w, h] = bounds(), side = Math.min(w / 60, 40) * 2.6;
  drawBack(side);
  const rows = bands.some(band => band.axis), columns = bands.some(band => !band.axis);
  const [left, above] = [rows ? side : 8, columns ? side : 6];
  canvas.setAttribute("viewBox", plain([x - left, y - above, w + left + 8, h + above + 8]));
  world.removeAttribute("transform");
  cull(true);
}
function afterPrint() {
  root.classList.remove("cetak");
  canvas.removeAttribute("viewBox");
  drawBack();
  cull(true);
  refresh();
}
addEventListener("beforeprint", beforePrint);
addEventListener("afterprint", afterPrint);
$("cetak").addEventListener("click", () => print());
$("bantuan").addEventListener("click", () => $("dialog").showModal());
$("perbesar").addEventListener("click", () => zoom(1.25));
$("perkecil").addEventListener("click", () => zoom(0.8));
$("pas").addEventListener("click", () => fit());
$("asli").addEventListener("click", () => current ? reveal(current, READ) : zoom(READ / view.k));

function frame() {
  document.title = data.title;
  $("judul").textContent = data.title;
  $("instansi").textContent = data.agency;
  for (const [name, value] of data.summary) {
    const item = make("li", {}, name + " ");
    item.append(make("b", {}, value));
    $("ringkas").append(item);
  }
  for (const [name, box, shapes] of data.legend) {
    const item = make("li", {}), sample = draw("svg", {viewBox: box.join(" "), "aria-hidden": "true", width: box[2] * 1.1, height: box[3] * 1.1});
    for (const [surface, path] of shapes) sample.append(draw("path", {class: "s-" + surface, d: path}));
    item.append(sample, make("span", {}, name));
    $("legenda").append(item);
  }
  for (const [title, rows, tone] of data.general) $("umum").append(heading(title, tone), facts(rows));
  $("kosong").hidden = nodes.length > 0;
  $("tombol-saring").hidden = !data.filters.length;
}

function begin() {
  frame();
  if (extra.childNodes.length) around = extra.getBBox();
  for (const node of nodes) shell(node);
  boxGroup.append(...nodes.map(node => node.element));
  if (tops[0]) tops[0].element.setAttribute("tabindex", "0");
  place();
  const small = screen().w < 640 && tops.length > 0;
  if (small) {
    const top = tops[0], k = Math.max(0.62, Math.min(READ, (screen().w - 50) / top.w));
    const x = Math.max(38, screen().w / 2 + 10 - top.w * k / 2);
    go({k, x: x - top.x * k, y: 14 - top.y * k}, true);
  } else fit(true);
  let last = screen();
  new ResizeObserver(() => {
    const now = screen();
    if (root.classList.contains("cetak")) return;
    if (fitted && (now.w !== last.w || now.h !== last.h)) fit(true); else refresh();
    last = now;
  }).observe(field);
  root.dataset.siap = "ya";
}
begin();
})();
