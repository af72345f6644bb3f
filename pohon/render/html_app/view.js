/* The view: world -> screen is k * place + (x, y). */

const view = {x: 0, y: 0, k: 1};
const drawnAt = {x: 0, y: 0, k: 0};   // the view for which the drawing was last painted
const large = nodes.length > LARGE, SPARE = large ? 0.15 : 0;
let pending = 0, motion = 0, rest = 0, moving = false, fitted = false;
canvas.classList.toggle("luas", large);

/* How far the canvas of a large tree reaches beyond the screen, so that a moved picture has no bare edge. */
function spare() { return {x: field.clientWidth * SPARE, y: field.clientHeight * SPARE}; }

function screen() { return {w: field.clientWidth, h: field.clientHeight}; }

function limits() {
  const [, , w, h] = bounds(), size = screen();
  return [Math.min(size.w / (w + 80), size.h / (h + 80), READ) * 0.6, 8];
}

/* True when the picture painted last, moved and stretched, shows all that the view shows. */
function stretches() {
  const s = view.k / drawnAt.k, size = screen(), edge = spare();
  if (!large || !moving || !(s > 0.35 && s < 2.6)) return false;
  const [x, y, w, h] = bounds();
  const covered = (at, was, from, length, side, beyond) => {
    const low = Math.max(0, from * view.k + at), high = Math.min(side, (from + length) * view.k + at), start = at - was * s;
    return high <= low || (start - beyond * s <= low + 1 && start + (side + beyond) * s >= high - 1);
  };
  return covered(view.x, drawnAt.x, x, w, size.w, edge.x) && covered(view.y, drawnAt.y, y, h, size.h, edge.y);
}

/* While a large tree moves, its last picture is moved and stretched; it is painted anew when it rests. */
function paint() {
  pending = 0;
  $("skala").textContent = Math.round(view.k / READ * 100) + "%";
  signs();
  const edge = spare();
  if (stretches()) {
    const s = view.k / drawnAt.k;
    canvas.style.transform = `translate(${view.x - drawnAt.x * s + edge.x * (1 - s)}px,${view.y - drawnAt.y * s + edge.y * (1 - s)}px) scale(${s})`;
    return;
  }
  canvas.style.transform = "";
  Object.assign(drawnAt, view);
  world.setAttribute("transform", `matrix(${view.k} 0 0 ${view.k} ${view.x + edge.x} ${view.y + edge.y})`);
  canvas.classList.toggle("jauh", view.k * 10 < (nodes.length > MANY ? 4 : 2.2));
  cull(false);
}

function later() { if (!pending) pending = requestAnimationFrame(paint); }

function refresh() {
  if (large) {
    moving = true;
    clearTimeout(rest);
    rest = setTimeout(() => { moving = false; later(); }, 160);
  }
  later();
}

/* Only what is near the screen is drawn once a tree is large. */
function cull(all) {
  const size = screen(), edge = spare(), printing = root.classList.contains("cetak");
  const left = (-80 - edge.x - view.x) / view.k, right = (size.w + edge.x + 80 - view.x) / view.k;
  const top = (-80 - edge.y - view.y) / view.k, bottom = (size.h + edge.y + 80 - view.y) / view.k;
  const some = nodes.length > MANY && !printing, far = canvas.classList.contains("jauh");
  for (const node of nodes) {
    const near = !some || (node.x < right && node.x + node.w > left && node.y < bottom && node.y + node.h > top);
    const cut = !node.shown || !near;
    if (cut !== node.cut || all) {
      node.cut = cut;
      if (cut) node.element.setAttribute("display", "none"); else node.element.removeAttribute("display");
    }
    if (!cut && (printing || !far)) dress(node);
  }
}

const SMALL = 0.75;          // how much smaller the name of a level may be written to stand in its sign
const signList = $("jenjang");
for (const band of bands) {
  band.sign = make("li", {class: band.axis ? "baris" : "lajur"});
  band.sign.append(make("span", {}, band.name));
  signList.append(band.sign);
}

function signs() {
  const size = screen(), changed = [];
  for (const band of bands) {
    const origin = band.axis ? view.y : view.x, most = band.axis ? size.h : size.w;
    const from = Math.max(0, band.start * view.k + origin), to = Math.min(most, band.end * view.k + origin);
    const long = to - from - 2, style = band.sign.style;
    band.sign.hidden = long < 4 || band.end - band.start < 8;
    style[band.axis ? "top" : "left"] = from + 1 + "px";
    style[band.axis ? "height" : "width"] = long + "px";
    if (band.long !== Math.round(long)) { band.long = Math.round(long); changed.push(band); }
  }
  const narrow = changed.map(({axis, sign, long}) => {
    const words = sign.firstChild;
    const [across, along] = axis ? [words.offsetWidth, words.scrollHeight] : [words.offsetHeight, words.scrollWidth];
    const times = sign.classList.contains("kecil") ? SMALL : 1, room = axis ? sign.clientWidth : sign.clientHeight;
    return Math.max(across / times / room, along / times / (long + 1));
  });
  changed.forEach(({sign}, at) => {
    sign.classList.toggle("kecil", narrow[at] > 1 && narrow[at] * SMALL <= 1);
    sign.classList.toggle("sempit", narrow[at] * SMALL > 1);
  });
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
