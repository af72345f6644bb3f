/** Where the cursor of a grid goes: keys as in a spreadsheet, a selected block, pasting and filling down. */

import type { Blok } from "./paste";

export interface Sel {
  baris: number;
  kolom: number;
}
/** `dari` = where the selection began, `ke` = where the cursor stands. */
export interface Pilihan {
  dari: Sel;
  ke: Sel;
}
export interface Ukuran {
  baris: number;
  kolom: number;
  halaman: number;
}
export interface Tombol {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
}
export interface Isi extends Sel {
  nilai: string;
}

export const satu = (baris: number, kolom: number): Pilihan => ({ dari: { baris, kolom }, ke: { baris, kolom } });

/** The corners of a selection, top left first. */
export function kotak({ dari, ke }: Pilihan): { atas: number; kiri: number; bawah: number; kanan: number } {
  return {
    atas: Math.min(dari.baris, ke.baris),
    kiri: Math.min(dari.kolom, ke.kolom),
    bawah: Math.max(dari.baris, ke.baris),
    kanan: Math.max(dari.kolom, ke.kolom),
  };
}

export function memuat(pilihan: Pilihan, baris: number, kolom: number): boolean {
  const { atas, kiri, bawah, kanan } = kotak(pilihan);
  return baris >= atas && baris <= bawah && kolom >= kiri && kolom <= kanan;
}

/** The selection after a key, or null when the key does not move it. */
export function gerak(pilihan: Pilihan, tombol: Tombol, ukuran: Ukuran): Pilihan | null {
  const to = target(pilihan.ke, tombol, ukuran);
  if (!to) return null;
  const ke = {
    baris: Math.max(0, Math.min(ukuran.baris - 1, to.baris)),
    kolom: Math.max(0, Math.min(ukuran.kolom - 1, to.kolom)),
  };
  const stretch = tombol.shiftKey && tombol.key !== "Tab" && tombol.key !== "Enter";
  return { dari: stretch ? pilihan.dari : ke, ke };
}

function target({ baris, kolom }: Sel, { key, shiftKey, ctrlKey }: Tombol, ukuran: Ukuran): Sel | null {
  const far = ctrlKey ? Infinity : 1;
  switch (key) {
    case "ArrowUp":
      return { baris: baris - far, kolom };
    case "ArrowDown":
      return { baris: baris + far, kolom };
    case "ArrowLeft":
      return { baris, kolom: kolom - far };
    case "ArrowRight":
      return { baris, kolom: kolom + far };
    case "Home":
      return { baris: ctrlKey ? 0 : baris, kolom: 0 };
    case "End":
      return { baris: ctrlKey ? ukuran.baris - 1 : baris, kolom: ukuran.kolom - 1 };
    case "PageUp":
      return { baris: baris - ukuran.halaman, kolom };
    case "PageDown":
      return { baris: baris + ukuran.halaman, kolom };
    case "Enter":
      return { baris: baris + (shiftKey ? -1 : 1), kolom };
    case "Tab":
      return langkahTab({ baris, kolom }, shiftKey ? -1 : 1, ukuran);
    default:
      return null;
  }
}

/** Tab runs on into the next row; at either end of the grid it is left to the browser, so that nobody is trapped. */
function langkahTab({ baris, kolom }: Sel, step: number, ukuran: Ukuran): Sel | null {
  const next = baris * ukuran.kolom + kolom + step;
  if (next < 0 || next >= ukuran.baris * ukuran.kolom) return null;
  return { baris: Math.floor(next / ukuran.kolom), kolom: next % ukuran.kolom };
}

/** The cells that a pasted block fills: one cell fills the whole selection, a block starts at its top left corner. */
export function tempelan(pilihan: Pilihan, blok: Blok, ukuran: Ukuran): { isi: Isi[]; lewat: number } {
  const { atas, kiri, bawah, kanan } = kotak(pilihan);
  const single = blok.length === 1 && blok[0]!.length === 1;
  const rows = single ? bawah - atas + 1 : blok.length;
  const isi: Isi[] = [];
  let lewat = 0;
  for (let y = 0; y < rows; y++) {
    const row = single ? Array<string>(kanan - kiri + 1).fill(blok[0]![0]!) : blok[y]!;
    row.forEach((nilai, x) => {
      if (atas + y < ukuran.baris && kiri + x < ukuran.kolom) isi.push({ baris: atas + y, kolom: kiri + x, nilai });
      else if (nilai !== "") lewat++;
    });
  }
  return { isi, lewat };
}

/** Ctrl+D: the first row of the selection (or the row above a single one) is repeated below. */
export function isiKeBawah(pilihan: Pilihan, baca: (baris: number, kolom: number) => string): Isi[] {
  const { atas, kiri, bawah, kanan } = kotak(pilihan);
  const source = atas === bawah ? atas - 1 : atas;
  if (source < 0) return [];
  const isi: Isi[] = [];
  for (let baris = source + 1; baris <= bawah; baris++) {
    for (let kolom = kiri; kolom <= kanan; kolom++) isi.push({ baris, kolom, nilai: baca(source, kolom) });
  }
  return isi;
}

/** Which rows to draw of a long list: those in sight and a few around them. */
export function jendela(gulir: number, tinggi: number, baris: number, jumlah: number): { dari: number; sampai: number } {
  const spare = 6;
  const dari = Math.max(0, Math.floor(gulir / baris) - spare);
  return { dari, sampai: Math.min(jumlah, Math.ceil((gulir + tinggi) / baris) + spare) };
}
