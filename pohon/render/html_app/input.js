/* Pointer: drag, pinch, wheel, click. */

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

/* Keys. */

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
