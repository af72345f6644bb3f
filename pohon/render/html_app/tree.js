/* Data and small helpers. */

const $ = id => document.getElementById(id);
const data = JSON.parse($("data").textContent);
const canvas = $("kanvas"), world = $("dunia"), field = $("bidang"), root = document.documentElement;
const SVG = canvas.namespaceURI;
const MANY = 1200;          // from here on only boxes near the screen are kept in the page
const LARGE = 300;          // from here on the picture is stretched while it moves
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

/* The tree. */

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
