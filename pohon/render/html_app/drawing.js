/* Drawing: boxes, lines, bands. */

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

/* The name of a level for its sign on paper: on one line, or on two where they can be written larger. */
function signed(name, long, base) {
  const words = name.split(" "), ways = [[name]];
  for (let at = 1; at < words.length; at++) ways.push([words.slice(0, at).join(" "), words.slice(at).join(" ")]);
  const size = lines => Math.min(lines.length > 1 ? base * 0.72 : base, long / (Math.max(...lines.map(one => one.length)) * 0.56 + 1));
  const lines = ways.reduce((best, way) => size(way) > size(best) ? way : best);
  return [lines, size(lines)];
}

function drawBack(wide = 6000) {
  back.replaceChildren();
  const [x, y, w, h] = bounds(), base = Math.min(w / 60, 40), thick = base * 1.8, far = wide < 6000 ? 8 : wide;
  const rows = bands.filter(band => band.end - band.start >= 8), names = rows.map(band => signed(band.name, band.end - band.start, base));
  const most = 1.3 * Math.min(...names.map(name => name[1]));
  rows.forEach((band, at) => {
    const long = band.end - band.start, lines = names[at][0], size = Math.min(most, names[at][1]);
    const area = band.axis ? [x - wide, band.start, w + wide + far, long] : [band.start, y - wide, long, h + wide + far];
    back.append(draw("rect", {class: at % 2 ? "s-band-even" : "s-band", x: area[0], y: area[1], width: area[2], height: area[3]}));
    const sign = draw("g", {class: "pita-cetak"});
    const tab = band.axis ? [x - base * 2.4, band.start + 1, thick, long - 2] : [band.start + 1, y - base * 2.4, long - 2, thick];
    sign.append(draw("rect", {class: "s-band-tab", x: tab[0], y: tab[1], width: tab[2], height: tab[3]}));
    const middle = [tab[0] + tab[2] / 2, tab[1] + tab[3] / 2];
    lines.forEach((line, row) => {
      const words = draw("text", {class: "t-band", x: middle[0], y: middle[1], "font-size": size, "text-anchor": "middle"});
      words.setAttribute("dy", size * (0.35 + (row - (lines.length - 1) / 2) * 1.08));
      if (band.axis) words.setAttribute("transform", `rotate(-90 ${middle.join(" ")})`);
      words.textContent = line;
      sign.append(words);
    });
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
  drawnAt.k = 0;
}
