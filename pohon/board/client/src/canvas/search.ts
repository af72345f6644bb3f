/** Search in sentences, indicators, positions and numbers; capital letters and accents do not matter. Pure. */

import type { Id, Pohon } from "../protocol";
import { baris } from "../sync/tree";

export function lipatHuruf(teks: string): string {
  return teks.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
}

/** Return the nodes that hold every word, in the order of the tree; a number such as "1.2" finds that node. */
export function cari(pohon: Pohon, teks: string): Id[] {
  const kata = lipatHuruf(teks).split(/\s+/).filter(Boolean);
  if (!kata.length) return [];
  return baris(pohon).filter(({ id, nomor }) => {
    if (kata.length === 1 && nomor === kata[0]) return true;
    const simpul = pohon.simpul[id];
    const tahap = pohon.berkas.tahap;
    const isi = [simpul?.statement, ...(tahap >= 4 ? (simpul?.indikator ?? []).map((satu) => satu.nama) : [])];
    const rata = lipatHuruf(isi.join(" "));
    return kata.every((satu) => rata.includes(satu));
  }).map(({ id }) => id);
}
