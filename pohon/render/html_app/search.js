/* Search. */

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
