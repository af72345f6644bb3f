/* Details of one node. */

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
