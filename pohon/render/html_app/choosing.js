/* Selection and focus. */

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

/* Folding. */

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
