/* Filter. */

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
