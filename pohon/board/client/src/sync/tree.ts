/** Questions to the tree as it travels: children, branches, numbers, next level. Pure. */

import type { Id, Kind, Pohon, Simpul } from "../protocol";

export const URUTAN: readonly Kind[] = ["outcome", "csf", "utama", "antara", "operasional"];
const NAMA: Record<Kind, string> = {
  outcome: "Outcome", csf: "CSF", utama: "Kondisi antara utama", antara: "Kondisi antara",
  operasional: "Kondisi operasional", gagasan: "Gagasan",
};

/** Return the causes that hang below a node, in order; null = the roots. */
export function anak(pohon: Pohon, id: Id | null): Id[] {
  if (id === null) return pohon.akar;
  return (pohon.simpul[id]?.sebab ?? []).filter((satu) => pohon.simpul[satu]);
}

/** Return the list a node stands in: its siblings and itself. */
export function saudara(pohon: Pohon, id: Id): Id[] {
  const simpul = pohon.simpul[id];
  if (!simpul) return [];
  if (simpul.parent !== null) return anak(pohon, simpul.parent);
  return pohon.belum.includes(id) ? pohon.belum : pohon.akar;
}

/** Return a node and everything below it, depth first. */
export function cabang(pohon: Pohon, id: Id): Id[] {
  const hasil: Id[] = [];
  const tunggu = [id];
  while (tunggu.length) {
    const satu = tunggu.pop() as Id;
    if (!pohon.simpul[satu] || hasil.length > 100_000) continue;
    hasil.push(satu);
    tunggu.push(...anak(pohon, satu).slice().reverse());
  }
  return hasil;
}

/** True when `id` is `atas` or stands below it. */
export function diBawah(pohon: Pohon, id: Id | null, atas: Id): boolean {
  for (let satu = id, sisa = 10_000; satu !== null && sisa > 0; satu = pohon.simpul[satu]?.parent ?? null, sisa -= 1)
    if (satu === atas) return true;
  return false;
}

/** True when a node waits under `belum_ditempatkan`. */
export function belumDitempatkan(pohon: Pohon, id: Id): boolean {
  let satu = id;
  for (let sisa = 10_000; sisa > 0; sisa -= 1) {
    const atas = pohon.simpul[satu]?.parent ?? null;
    if (atas === null) return pohon.belum.includes(satu);
    satu = atas;
  }
  return false;
}

/** Return the ancestors of a node, nearest first. */
export function leluhur(pohon: Pohon, id: Id): Id[] {
  const hasil: Id[] = [];
  for (let satu = pohon.simpul[id]?.parent ?? null; satu !== null && hasil.length < 10_000; ) {
    hasil.push(satu);
    satu = pohon.simpul[satu]?.parent ?? null;
  }
  return hasil;
}

export interface Baris { id: Id; nomor: string; dalam: number; anak: number }

/** Return every node depth first with its printed number ("1.2.1", "?1" = not placed); branches in `lipat` stay shut. */
export function baris(pohon: Pohon, lipat: ReadonlySet<Id> = new Set()): Baris[] {
  const hasil: Baris[] = [];
  for (const [akar, tanda] of [[pohon.akar, ""], [pohon.belum, "?"]] as const) {
    const tunggu = akar.map((id, n): [Id, string, number] => [id, `${tanda}${n + 1}`, 0]).reverse();
    while (tunggu.length && hasil.length < 100_000) {
      const [id, nomor, dalam] = tunggu.pop() as [Id, string, number];
      if (!pohon.simpul[id]) continue;
      const bawah = anak(pohon, id);
      hasil.push({ id, nomor, dalam, anak: bawah.length });
      if (!lipat.has(id))
        for (let n = bawah.length - 1; n >= 0; n -= 1) tunggu.push([bawah[n] as Id, `${nomor}.${n + 1}`, dalam + 1]);
    }
  }
  return hasil;
}

/** Return the printed numbers of all nodes. */
export function nomor(pohon: Pohon): Map<Id, string> {
  return new Map(baris(pohon).map((satu) => [satu.id, satu.nomor]));
}

/** Return the kinds of the profile from top to bottom. */
export function rantai(pohon: Pohon): readonly Kind[] {
  return pohon.berkas.level.length ? pohon.berkas.level.map((satu) => satu.kind) : URUTAN;
}

/** Return the kind a new node probably gets, as the server decides it: that of the sibling before it, else that of all
 * siblings, else the next level. */
export function jenisBaru(pohon: Pohon, parent: Id | null, sesudah: Id | null | ""): Kind {
  const daftar = anak(pohon, parent);
  const kakak = sesudah ? pohon.simpul[sesudah] : undefined;
  if (kakak && daftar.includes(kakak.id)) return kakak.kind;
  const jenis = new Set(daftar.map((id) => pohon.simpul[id]?.kind));
  const [satu] = jenis;
  if (jenis.size === 1 && satu) return satu;
  const urutan = rantai(pohon);
  const atas = parent === null ? -1 : urutan.indexOf(pohon.simpul[parent]?.kind ?? "antara");
  return urutan[Math.min(atas + 1, urutan.length - 1)] as Kind;
}

/** Return what a kind is called, as on the bands of the drawing. */
export function namaJenis(kind: Kind): string {
  return NAMA[kind];
}

/** Return where a node stands: its parent and the sibling before it (null = it is the first). */
export function letak(pohon: Pohon, id: Id): { parent: Id | null; sesudah: Id | null } {
  const daftar = saudara(pohon, id);
  return { parent: pohon.simpul[id]?.parent ?? null, sesudah: daftar[daftar.indexOf(id) - 1] ?? null };
}

/** Return the statement of a node for a message: short, never empty. */
export function sebut(simpul: Simpul | undefined, panjang = 60): string {
  const teks = simpul?.statement.trim() || "(belum ada kalimat)";
  return teks.length > panjang ? `${teks.slice(0, panjang - 1).trimEnd()}…` : teks;
}
