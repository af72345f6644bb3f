/* Day and night, print, frame, beginning. */

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
  canvas.style.transform = "";
  cull(true);
}
function afterPrint() {
  root.classList.remove("cetak");
  canvas.removeAttribute("viewBox");
  drawBack();
  cull(true);
  drawnAt.k = 0;
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
