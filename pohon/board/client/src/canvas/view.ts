/** Where the drawing stands on the screen: screen = k * place + (x, y). Pure. */

export interface Tampak { readonly x: number; readonly y: number; readonly k: number }
export interface Ukuran { readonly w: number; readonly h: number }
export type Petak = readonly [x: number, y: number, w: number, h: number];

/** Largest scale of "fit": a sentence is then 16 pixels high. */
export const BACA = 1.6;
/** Largest scale of a part that is shown alone: the room at the back reads it. */
export const BESAR = 3.2;
export const K_MAKS = 6;

/** Return the smallest useful scale for a drawing. */
export function kMin(isi: Petak, ruang: Ukuran): number {
  return Math.min(ruang.w / (isi[2] + 80), ruang.h / (isi[3] + 80), BACA) * 0.6;
}

/** Zoom about a point of the screen. */
export function zumDi(t: Tampak, k: number, px: number, py: number): Tampak {
  const kali = k / t.k;
  return { k, x: px - (px - t.x) * kali, y: py - (py - t.y) * kali };
}

export function geser(t: Tampak, dx: number, dy: number): Tampak {
  return { k: t.k, x: t.x + dx, y: t.y + dy };
}

/** Return the view in which `isi` fills the room, not larger than `maks`. */
export function muat(isi: Petak, ruang: Ukuran, tepi = 32, maks = BACA): Tampak {
  const k = Math.max(0.02, Math.min((ruang.w - 2 * tepi) / Math.max(isi[2], 1), (ruang.h - 2 * tepi) / Math.max(isi[3], 1), maks));
  return { k, x: (ruang.w - isi[2] * k) / 2 - isi[0] * k, y: (ruang.h - isi[3] * k) / 2 - isi[1] * k };
}

function tarik(dari: number, sampai: number, ruang: number, tepi: number): number {
  if (sampai - dari > ruang - 2 * tepi) return tepi - dari;
  if (dari < tepi) return tepi - dari;
  if (sampai > ruang - tepi) return ruang - tepi - sampai;
  return 0;
}

/** Return the view moved as little as shows the rectangle whole. */
export function bawaKe(t: Tampak, petak: Petak, ruang: Ukuran, tepi = 48): Tampak {
  const [x, y] = [petak[0] * t.k + t.x, petak[1] * t.k + t.y];
  return geser(t, tarik(x, x + petak[2] * t.k, ruang.w, tepi), tarik(y, y + petak[3] * t.k, ruang.h, tepi));
}

/** Return the part of the drawing that is on the screen, `lebih` pixels around it included. */
export function jendela(t: Tampak, ruang: Ukuran, lebih = 0): Petak {
  return [(-t.x - lebih) / t.k, (-t.y - lebih) / t.k, (ruang.w + 2 * lebih) / t.k, (ruang.h + 2 * lebih) / t.k];
}

export function bertemu(a: Petak, b: Petak): boolean {
  return a[0] <= b[0] + b[2] && a[0] + a[2] >= b[0] && a[1] <= b[1] + b[3] && a[1] + a[3] >= b[1];
}

/** Return the rectangle around all, null when there is none. */
export function lingkup(semua: Iterable<Petak>): Petak | null {
  let [kiri, atas, kanan, bawah] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y, w, h] of semua) {
    kiri = Math.min(kiri, x);
    atas = Math.min(atas, y);
    kanan = Math.max(kanan, x + w);
    bawah = Math.max(bawah, y + h);
  }
  return kiri === Infinity ? null : [kiri, atas, kanan - kiri, bawah - atas];
}

export function diantara(dari: number, ke: number, t: number): number {
  return dari + (ke - dari) * t;
}

/** Slow at the end. */
export function landai(t: number): number {
  return 1 - (1 - t) ** 3;
}
