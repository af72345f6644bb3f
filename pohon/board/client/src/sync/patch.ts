/** Patches of the server put into the state: pure functions, what is untouched stays the same object. */

import type { Berkas, Id, Lukisan, Papan, PapanPatch, Patch, Pohon, Simpul, Temuan } from "../protocol";

/** Fields that stay although they are empty; of the others the empty ones are left out. */
const TETAP = new Set(["id", "kind", "statement", "parent", "sebab"]);

function kosong(nilai: unknown): boolean {
  return nilai === null || nilai === undefined || nilai === "" || (Array.isArray(nilai) && nilai.length === 0);
}

function gabung(lama: Simpul | undefined, ubah: Partial<Simpul>): Simpul {
  const baru: Record<string, unknown> = { ...lama, ...ubah };
  for (const [nama, nilai] of Object.entries(ubah)) if (kosong(nilai) && !TETAP.has(nama)) delete baru[nama];
  return baru as unknown as Simpul;
}

/** Return the tree after a patch. */
export function tempelPatch(pohon: Pohon, patch: Patch): Pohon {
  let simpul = pohon.simpul;
  if (patch.simpul || patch.hilang?.length) {
    simpul = { ...simpul };
    for (const [id, ubah] of Object.entries(patch.simpul ?? {})) simpul[id] = gabung(simpul[id], ubah);
    for (const id of patch.hilang ?? []) delete simpul[id];
  }
  const berkas: Berkas = patch.berkas ? { ...pohon.berkas, ...patch.berkas } : pohon.berkas;
  return { berkas, akar: patch.akar ?? pohon.akar, belum: patch.belum ?? pohon.belum, simpul };
}

function peta<T>(lama: { [id: string]: T }, ubah: { [id: string]: T | null } | undefined): { [id: string]: T } {
  if (!ubah) return lama;
  const baru = { ...lama };
  for (const [id, nilai] of Object.entries(ubah)) {
    if (nilai === null) delete baru[id];
    else baru[id] = nilai;
  }
  return baru;
}

/** Return what stands beside the tree (clashes, comments, votes, versions, settings, timer) after a patch. */
export function tempelPapan(papan: Papan, patch: PapanPatch | undefined): Papan {
  if (!patch) return papan;
  return {
    bentrok: peta(papan.bentrok, patch.bentrok),
    komentar: peta(papan.komentar, patch.komentar),
    gagasan: peta(papan.gagasan, patch.gagasan),
    suara_saya: patch.suara_saya ?? papan.suara_saya,
    versi: patch.versi ?? papan.versi,
    atur: patch.atur ?? papan.atur,
    timer: patch.timer === undefined ? papan.timer : patch.timer,
  };
}

export const LUKISAN_KOSONG: Lukisan = {
  seq: 0, lebar: 0, tinggi: 0, bentuk: [], kotak: {}, hilang: [], kawat: {}, dukung: [], pita: [], belum: null,
};

/** Return the drawing after a message; the table of outlines only grows. */
export function tempelLukisan(lama: Lukisan, baru: Lukisan, penuh: boolean): Lukisan {
  const dasar = penuh ? LUKISAN_KOSONG : lama;
  const kotak = { ...dasar.kotak };
  for (const [id, ubah] of Object.entries(baru.kotak)) kotak[id] = { ...kotak[id], ...ubah };
  for (const id of baru.hilang ?? []) delete kotak[id];
  const kawat = { ...dasar.kawat };
  for (const [id, titik] of Object.entries(baru.kawat)) {
    if (titik === null) delete kawat[id];
    else kawat[id] = titik;
  }
  for (const id of baru.hilang ?? []) delete kawat[id];
  return {
    seq: baru.seq, lebar: baru.lebar, tinggi: baru.tinggi, hilang: [], kotak, kawat,
    bentuk: [...dasar.bentuk, ...(baru.bentuk ?? [])],
    dukung: baru.dukung ?? dasar.dukung ?? [],
    pita: baru.pita ?? dasar.pita ?? [],
    belum: baru.belum === undefined ? (dasar.belum ?? null) : baru.belum,
  };
}

/** Return the findings after a message: an empty list takes a node out. */
export function tempelTemuan(lama: { [id: Id]: Temuan[] }, ganti: { [id: Id]: Temuan[] }): { [id: Id]: Temuan[] } {
  const baru = { ...lama };
  for (const [id, daftar] of Object.entries(ganti)) {
    if (daftar.length) baru[id] = daftar;
    else delete baru[id];
  }
  return baru;
}
