/** A comparison of two versions: marks for the canvas and a list in words. */

import type { Hantu, Id, Json, Pohon } from "../protocol";
import { nomorSimpul } from "./order";
import type { Keadaan, Tanda } from "./ruang";

export interface Beda {
  keadaan: Keadaan;
  sebelum: Json;
  sesudah: Json;
  asal?: Tanda["asal"];
}
export interface Banding {
  simpul: { [id: Id]: Beda };
}
export interface BarisBeda {
  id: Id;
  nomor: string;
  keadaan: Keadaan;
  sebelum: string;
  sesudah: string;
  ada: boolean;
  dulu: string;
}

export const NAMA_KEADAAN: { [keadaan in Keadaan]: string } = { baru: "Baru", hilang: "Dihapus", berubah: "Diubah", pindah: "Dipindah" };

export function tandaBanding(banding: Banding): Map<Id, Tanda> {
  return new Map(Object.entries(banding.simpul).map(([id, { keadaan, sebelum, asal }]) => [id, { keadaan, kalimat: kata(sebelum), asal }]));
}

const HANTU_TERBANYAK = 80;
const KALIMAT_HANTU = 240;

/** The nodes that are gone and whose place is known, effects before their causes. */
export function hantuBanding(tanda: ReadonlyMap<Id, Tanda>, pohon: Pohon): Hantu[] {
  const hasil = new Map<Id, Hantu>();
  const tambah = (id: Id, dalam: number): boolean => {
    const satu = tanda.get(id);
    if (id in pohon.simpul || hasil.has(id)) return true;
    if (satu?.keadaan !== "hilang" || !satu.asal || dalam > 50 || hasil.size >= HANTU_TERBANYAK) return false;
    const { induk, kind } = satu.asal;
    if (induk !== null && !tambah(induk, dalam + 1)) return false;
    if (hasil.size < HANTU_TERBANYAK) hasil.set(id, { id, induk, kind, kalimat: satu.kalimat.slice(0, KALIMAT_HANTU) });
    return hasil.has(id);
  };
  for (const id of tanda.keys()) tambah(id, 0);
  return [...hasil.values()];
}

/** What the sign on a box says: a mark that is told by its shape, a word, and where a moved node hung. */
export function kataTanda({ keadaan, asal }: Tanda): string {
  const dari = keadaan === "pindah" && asal ? ` dari ${asal.nomor}` : "";
  return `${LAMBANG[keadaan]} ${NAMA_KEADAAN[keadaan]}${dari}`;
}
const LAMBANG: { [keadaan in Keadaan]: string } = { baru: "+", hilang: "×", berubah: "≠", pindah: "→" };

/** One line a node, in the order of the tree; nodes that are gone stand last. */
export function daftarBeda(banding: Banding, pohon: Pohon): BarisBeda[] {
  const numbers = nomorSimpul(pohon);
  const place = new Map([...numbers.keys()].map((id, at) => [id, at]));
  return Object.entries(banding.simpul)
    .map(([id, beda]) => ({
      id,
      nomor: numbers.get(id) ?? "",
      keadaan: beda.keadaan,
      sebelum: kata(beda.sebelum),
      sesudah: kata(beda.sesudah) || (beda.keadaan === "hilang" ? "" : (pohon.simpul[id]?.statement ?? "")),
      ada: id in pohon.simpul,
      dulu: beda.asal?.nomor ?? "",
    }))
    .sort((one, other) => (place.get(one.id) ?? Infinity) - (place.get(other.id) ?? Infinity) || one.id.localeCompare(other.id));
}

/** A value in words: the sentence of a node, else its facts one by one. */
export function kata(nilai: Json | undefined): string {
  if (nilai === null || nilai === undefined) return "";
  if (typeof nilai !== "object") return String(nilai);
  if (Array.isArray(nilai)) return nilai.map(kata).filter(Boolean).join("; ");
  if (typeof nilai.statement === "string") return nilai.statement;
  return Object.entries(nilai)
    .map(([name, value]) => [name, kata(value)])
    .filter(([, text]) => text)
    .map(([name, text]) => `${name}: ${text}`)
    .join("; ");
}

export interface Potongan {
  teks: string;
  jenis: "sama" | "hapus" | "tambah";
}

/** Two sentences word by word: what stayed, what went, what came (longest common words). */
export function bedaKata(sebelum: string, sesudah: string): Potongan[] {
  const one = sebelum.split(/\s+/).filter(Boolean).slice(0, 400);
  const two = sesudah.split(/\s+/).filter(Boolean).slice(0, 400);
  const long = one.map(() => new Array<number>(two.length + 1).fill(0)).concat([new Array<number>(two.length + 1).fill(0)]);
  for (let y = one.length - 1; y >= 0; y--) {
    for (let x = two.length - 1; x >= 0; x--) {
      long[y]![x] = one[y] === two[x] ? long[y + 1]![x + 1]! + 1 : Math.max(long[y + 1]![x]!, long[y]![x + 1]!);
    }
  }
  const parts: Potongan[] = [];
  const add = (jenis: Potongan["jenis"], word: string): void => {
    const last = parts.at(-1);
    if (last?.jenis === jenis) last.teks += ` ${word}`;
    else parts.push({ jenis, teks: word });
  };
  let [y, x] = [0, 0];
  while (y < one.length || x < two.length) {
    if (y < one.length && x < two.length && one[y] === two[x]) add("sama", one[y++]!), x++;
    else if (x >= two.length || (y < one.length && long[y + 1]![x]! >= long[y]![x + 1]!)) add("hapus", one[y++]!);
    else add("tambah", two[x++]!);
  }
  return parts;
}
