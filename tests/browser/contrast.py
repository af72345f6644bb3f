"""Which texts on a page are too pale to read: computed from colours as the browser paints them (WCAG 2, 1.4.3)."""

__all__ = ["pale_texts"]

_SCRIPT = r"""() => {
  const pen = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const known = new Map();
  const rgba = colour => {
    if (!known.has(colour)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = '#000';
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  };
  const over = (top, below, alpha = top[3]) => [0, 1, 2].map(n => top[n] * alpha + below[n] * (1 - alpha));
  const light = colour => {
    const [r, g, b] = colour.map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const around = one => one.parentElement ?? null;
  const ground = one => {
    const layers = [];
    for (let at = one; at; at = around(at)) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3]) layers.push(colour);
      if (colour[3] === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
  };
  const drawn = (x, y) => {
    const layers = [];
    for (const one of document.elementsFromPoint(x, y)) {
      const style = getComputedStyle(one);
      if (one instanceof SVGGeometryElement) {
        if (style.fill === 'none') continue;
        const colour = rgba(style.fill);
        layers.push([...colour.slice(0, 3), colour[3] * Number(style.fillOpacity)]);
      } else if (!(one instanceof SVGElement)) { layers.push([...ground(one), 1]); break; }
      if (layers.at(-1)?.[3] === 1) break;
    }
    return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255]);
  };
  const strength = one => {
    let product = 1;
    for (let at = one; at; at = around(at)) product *= Number(getComputedStyle(at).opacity);
    return product;
  };
  const found = [];
  let looked = 0;
  for (const one of document.querySelectorAll('body *')) {
    const words = [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent.trim()).join(' ').trim();
    if (!words || one.closest(':disabled, [aria-disabled=true], .hanya-dengar, script, style, option')) continue;
    const box = one.getBoundingClientRect();
    if (!box.width || !box.height || !one.checkVisibility({ visibilityProperty: true })) continue;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (x < 0 || y < 0 || x >= innerWidth || y >= innerHeight) continue;
    const style = getComputedStyle(one);
    const svg = one instanceof SVGElement;
    if (svg && document.elementFromPoint(x, y)?.closest('svg') !== one.ownerSVGElement) continue;
    if (!svg && !one.contains(document.elementFromPoint(x, y)) && !document.elementFromPoint(x, y)?.contains(one)) continue;
    const behind = svg ? drawn(x, y) : ground(one);
    const ink = rgba(svg ? style.fill : style.color);
    const seen = over(ink, behind, ink[3] * strength(one));
    const size = parseFloat(style.fontSize);
    const large = !svg && (size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700));
    looked += 1;
    const value = ratio(seen, behind);
    if (value < (large ? 3 : 4.5)) found.push(`${value.toFixed(2)} ${words.slice(0, 40)} <${one.tagName.toLowerCase()} class="${one.getAttribute('class') ?? ''}">`);
  }
  return [looked, found];
}"""


def pale_texts(page):
    """Return how many texts were looked at, and those that are too pale."""
    looked, found = page.evaluate(_SCRIPT)
    return looked, found
