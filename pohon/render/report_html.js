"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const items = all(".t");
  const files = all(".berkas");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

  /* ---- drawings: move, zoom, go to a box ---- */
  const views = new Map();
  for (const file of files) {
    const svg = one("svg", file);
    if (svg) views.set(file, makeView(svg, one(".gambar", file)));
  }

  function makeView(svg, frame) {
    const whole = svg.viewBox.baseVal;
    const full = [whole.x, whole.y, whole.width, whole.height];
    let box = full.slice();
    const set = (next) => {
      box = next;
      svg.setAttribute("viewBox", box.join(" "));
    };
    const glide = (next) => {
      if (calm || document.hidden) return set(next);
      const from = box.slice();
      const start = performance.now();
      const step = (now) => {
        const part = Math.min(1, (now - start) / 220);
        const ease = 1 - (1 - part) ** 3;
        set(from.map((value, place) => value + (next[place] - value) * ease));
        if (part < 1) requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    };
    const zoom = (factor, x = box[0] + box[2] / 2, y = box[1] + box[3] / 2) => {
      const width = Math.min(full[2] * 1.5, Math.max(160, box[2] * factor));
      const real = width / box[2];
      set([x - (x - box[0]) * real, y - (y - box[1]) * real, width, box[3] * real]);
    };
    const scale = () => Math.max(box[2] / frame.clientWidth, box[3] / frame.clientHeight);
    const at = (event) => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      return [point.x, point.y];
    };
    svg.addEventListener("wheel", (event) => {
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, ...at(event));
    }, { passive: false });
    let held = null;
    svg.addEventListener("pointerdown", (event) => { held = { x: event.clientX, y: event.clientY, box: box.slice(), moved: false }; });
    svg.addEventListener("pointermove", (event) => {
      if (!held) return;
      const [dx, dy] = [event.clientX - held.x, event.clientY - held.y];
      if (!held.moved && Math.hypot(dx, dy) < 4) return;
      if (!held.moved) svg.setPointerCapture(event.pointerId);
      held.moved = true;
      svg.classList.add("geser");
      const unit = scale();
      set([held.box[0] - dx * unit, held.box[1] - dy * unit, box[2], box[3]]);
    });
    const release = () => {
      svg.classList.remove("geser");
      const moved = held && held.moved;
      held = null;
      if (moved) svg.addEventListener("click", (event) => event.stopPropagation(), { capture: true, once: true });
      setTimeout(() => svg.dispatchEvent(new Event("lepas")), 0);
    };
    svg.addEventListener("pointerup", release);
    svg.addEventListener("pointercancel", release);
    const show = (group) => {
      const place = group.getBBox();
      const ratio = frame.clientHeight / frame.clientWidth;
      const width = Math.min(full[2], Math.max(place.width * 3.2, (place.height * 2.6) / ratio, 500));
      const height = width * ratio;
      glide([place.x + place.width / 2 - width / 2, place.y + place.height / 2 - height / 2, width, height]);
    };
    svg.addEventListener("keydown", (event) => {
      const step = box[2] / 8;
      const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
      if (moves[event.key]) set([box[0] + moves[event.key][0], box[1] + moves[event.key][1], box[2], box[3]]);
      else if (event.key === "+" || event.key === "=") zoom(1 / 1.25);
      else if (event.key === "-") zoom(1.25);
      else if (event.key === "0") glide(full.slice());
      else return;
      event.preventDefault();
    });
    const controls = all(".kendali button", frame);
    controls[0].addEventListener("click", () => zoom(1 / 1.3));
    controls[1].addEventListener("click", () => zoom(1.3));
    controls[2].addEventListener("click", () => glide(full.slice()));
    addEventListener("beforeprint", () => set(full.slice()));
    return { show, fit: () => set(full.slice()) };
  }

  /* ---- choosing a finding marks its box, choosing a box marks its findings ---- */
  const boxOf = (item) => item.dataset.kotak ? document.getElementById(item.dataset.kotak) : null;

  function clear() {
    all(".dipilih").forEach((item) => item.classList.remove("dipilih"));
    all(".terpilih").forEach((group) => group.classList.remove("terpilih"));
    items.forEach((item) => one("button", item).setAttribute("aria-pressed", "false"));
  }

  function choose(item, move) {
    clear();
    item.classList.add("dipilih");
    one("button", item).setAttribute("aria-pressed", "true");
    const group = boxOf(item);
    if (!group) return;
    group.classList.add("terpilih");
    const view = views.get(item.closest(".berkas"));
    if (move && view) view.show(group);
  }

  function chooseBox(group) {
    const found = items.filter((item) => item.dataset.kotak === group.id);
    const shown = found.filter((item) => !item.hidden);
    if (!shown.length) return;
    clear();
    group.classList.add("terpilih");
    shown.forEach((item) => item.classList.add("dipilih"));
    shown[0].scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  }

  items.forEach((item) => one("button", item).addEventListener("click", () => choose(item, true)));
  for (const id of new Set(items.map((item) => item.dataset.kotak).filter(Boolean))) {
    const group = document.getElementById(id);
    if (!group) continue;
    group.classList.add("bertemuan");
    group.setAttribute("tabindex", "0");
    group.setAttribute("role", "button");
    group.addEventListener("click", () => chooseBox(group));
    group.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      chooseBox(group);
    });
  }

  /* ---- filters ---- */
  const levels = all("button[data-saring]");
  const family = one("#keluarga");
  const branch = one("#cabang");
  const words = one("#cari");
  const file = one("#berkas");

  function current() { return file ? Number(file.value) : 0; }

  function filter() {
    const off = new Set(levels.filter((level) => level.getAttribute("aria-pressed") === "false").map((level) => level.dataset.saring));
    const sought = words.value.trim().toLowerCase();
    let shown = 0;
    let total = 0;
    const counts = {};
    for (const item of items) {
      const here = files.indexOf(item.closest(".berkas")) === current();
      const fits = !off.has(item.dataset.tingkat)
        && (!family.value || item.dataset.keluarga === family.value)
        && (!branch.value || item.dataset.cabang === branch.value)
        && (!sought || item.textContent.toLowerCase().includes(sought));
      item.hidden = !fits;
      if (here) counts[item.dataset.tingkat] = (counts[item.dataset.tingkat] || 0) + 1;
      total += here;
      shown += here && fits;
    }
    for (const group of all(".kelompok")) group.hidden = !all(".t", group).some((item) => !item.hidden);
    for (const [place, section] of files.entries()) {
      section.hidden = place !== current();
      const empty = one(".kosong", section);
      if (empty && all(".t", section).length) empty.hidden = all(".t", section).some((item) => !item.hidden);
    }
    const open = new Set(items.filter((item) => !item.hidden).map((item) => item.dataset.kotak));
    const narrowed = off.size || family.value || branch.value || sought;
    for (const group of all("g.bertemuan")) group.classList.toggle("pudar", Boolean(narrowed) && !open.has(group.id));
    for (const level of levels) one("b", level).textContent = counts[level.dataset.saring] || 0;
    one("#jumlah").textContent = shown === total ? `${total} temuan` : `${shown} dari ${total} temuan`;
  }

  function fillBranches() {
    const section = files[current()];
    const known = new Map();
    for (const item of section ? all(".t", section) : []) known.set(item.dataset.cabang, item.dataset.cabangNama);
    branch.replaceChildren(new Option("semua cabang", ""), ...[...known].map(([value, name]) => new Option(name, value)));
    branch.parentElement.hidden = known.size < 2;
  }

  levels.forEach((level) => level.addEventListener("click", () => {
    level.setAttribute("aria-pressed", String(level.getAttribute("aria-pressed") === "false"));
    filter();
  }));
  [family, branch].forEach((select) => select.addEventListener("change", filter));
  words.addEventListener("input", filter);
  if (file) file.addEventListener("change", () => { fillBranches(); clear(); filter(); });

  /* ---- keys ---- */
  addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select");
    if (event.key === "Escape") { words.value = ""; clear(); filter(); event.target.blur(); return; }
    if (typing) return;
    if (event.key === "/") { event.preventDefault(); words.focus(); return; }
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.target.closest("svg")) return;
    const visible = items.filter((item) => !item.hidden && item.offsetParent);
    const from = visible.findIndex((item) => item.contains(document.activeElement));
    const next = visible[event.key === "ArrowDown" ? from + 1 : Math.max(0, from - 1)];
    if (!next) return;
    event.preventDefault();
    one("button", next).focus();
    choose(next, true);
  });

  fillBranches();
  filter();
})();
