/** What one's own operations that are not acknowledged yet make of the state: pure, a good guess, never an error. */

import type { Anggota, Id, Indikator, Json, Op, Papan, Pohon, Simpul, Target } from "../protocol";
import { cabang, diBawah, jenisBaru } from "./tree";

function sisip(daftar: readonly Id[], id: Id, sesudah: Id | null | ""): Id[] {
  const tanpa = daftar.filter((satu) => satu !== id);
  if (sesudah === null) return [id, ...tanpa];
  const letak = sesudah === "" ? -1 : tanpa.indexOf(sesudah);
  return letak < 0 ? [...tanpa, id] : [...tanpa.slice(0, letak + 1), id, ...tanpa.slice(letak + 1)];
}

function cabut(pohon: Pohon, id: Id): Pohon {
  const atas = pohon.simpul[id]?.parent ?? null;
  const induk = atas === null ? undefined : pohon.simpul[atas];
  if (induk) {
    const sebab = induk.sebab.filter((satu) => satu !== id);
    return { ...pohon, simpul: { ...pohon.simpul, [induk.id]: { ...induk, sebab } } };
  }
  return { ...pohon, akar: pohon.akar.filter((satu) => satu !== id), belum: pohon.belum.filter((satu) => satu !== id) };
}

function gantung(pohon: Pohon, simpul: Simpul, parent: Id | null, sesudah: Id | null | ""): Pohon {
  const semua = { ...pohon.simpul, [simpul.id]: { ...simpul, parent } };
  const induk = parent === null ? undefined : semua[parent];
  if (!induk) return { ...pohon, simpul: semua, akar: sisip(pohon.akar, simpul.id, sesudah) };
  semua[induk.id] = { ...induk, sebab: sisip(induk.sebab, simpul.id, sesudah) };
  return { ...pohon, simpul: semua };
}

function tahun(daftar: readonly Target[] | undefined, kunci: string, nilai: Json): Target[] {
  const angka = Number(kunci);
  const lain = (daftar ?? []).filter((satu) => satu.tahun !== angka);
  const teks = nilai === null ? "" : String(nilai);
  return (teks ? [...lain, { tahun: angka, nilai: teks }] : lain).sort((a, b) => a.tahun - b.tahun);
}

function indikator(lama: readonly Indikator[], sisa: readonly string[], nilai: Json): Indikator[] {
  const [tempat, bagian, kunci] = [Number(sisa[0]), sisa[1], sisa[2]];
  const baru = [...lama];
  if (!Number.isInteger(tempat) || tempat < 0 || tempat > baru.length) return baru;
  if (bagian === undefined) {
    if (nilai === null) baru.splice(tempat, 1);
    else baru[tempat] = typeof nilai === "string" ? { nama: nilai } : (nilai as unknown as Indikator);
    return baru;
  }
  const satu: Indikator = baru[tempat] ?? { nama: "" };
  if ((bagian === "target" || bagian === "realisasi") && kunci !== undefined)
    baru[tempat] = { ...satu, [bagian]: tahun(satu[bagian], kunci, nilai) };
  else baru[tempat] = { ...satu, [bagian]: nilai ?? undefined };
  return baru;
}

/** Return the node with one field changed; the path is as in the tree file. A path nobody knows changes nothing. */
export function ubahField(simpul: Simpul, field: string, nilai: Json): Simpul {
  const [nama = "", ...sisa] = field.split(".");
  const kunci = sisa.join(".");
  if (nama === "indikator" && sisa.length) return { ...simpul, indikator: indikator(simpul.indikator ?? [], sisa, nilai) };
  if (nama === "jawab" && kunci) {
    const lain = (simpul.jawab ?? []).filter(([kode]) => kode !== kunci);
    return { ...simpul, jawab: nilai ? [...lain, [kunci, String(nilai)]] : lain };
  }
  if (nama === "abaikan" && kunci) {
    const lain = (simpul.abaikan ?? []).filter((satu) => satu.kode !== kunci);
    return { ...simpul, abaikan: nilai ? [...lain, { kode: kunci, alasan: String(nilai) }] : lain };
  }
  if (nama === "dasar" && kunci) return { ...simpul, dasar: { ...simpul.dasar, [kunci]: nilai ?? undefined } };
  if (sisa.length) return simpul;
  if (["id", "parent", "sebab"].includes(nama)) return simpul;
  return { ...simpul, [nama]: nilai ?? (nama === "statement" ? "" : undefined) };
}

function tambah(pohon: Pohon, op: Extract<Op, { o: "tambah" }>): Pohon {
  if (pohon.simpul[op.id] || (op.parent !== null && !pohon.simpul[op.parent])) return pohon;
  const kind = op.kind ?? jenisBaru(pohon, op.parent, op.sesudah);
  const simpul: Simpul = { id: op.id, kind, statement: op.statement, parent: op.parent, sebab: [] };
  return gantung(pohon, simpul, op.parent, op.sesudah);
}

function pindah(pohon: Pohon, op: Extract<Op, { o: "pindah" | "tempatkan" }>): Pohon {
  const simpul = pohon.simpul[op.id];
  if (!simpul || op.parent === "" || (op.parent !== null && (!pohon.simpul[op.parent] || diBawah(pohon, op.parent, op.id)))) return pohon;
  const kind = op.kind ?? (simpul.kind === "gagasan" ? jenisBaru(pohon, op.parent, op.sesudah) : simpul.kind);
  return gantung(cabut(pohon, op.id), { ...simpul, kind }, op.parent, op.sesudah);
}

function hapus(pohon: Pohon, id: Id): Pohon {
  if (!pohon.simpul[id]) return pohon;
  const hilang = cabang(pohon, id);
  const tanpa = cabut(pohon, id);
  const simpul = { ...tanpa.simpul };
  for (const satu of hilang) delete simpul[satu];
  return { ...tanpa, simpul };
}

/** `ref` of a node holds its further causes, those that hang elsewhere. */
function sambung(pohon: Pohon, op: Extract<Op, { o: "sambung" | "lepas" }>): Pohon {
  const akibat = pohon.simpul[op.id];
  if (!akibat || !pohon.simpul[op.sebab]) return pohon;
  const lain = (akibat.ref ?? []).filter((satu) => satu !== op.sebab);
  const ref = op.o === "sambung" ? [...lain, op.sebab] : lain;
  return { ...pohon, simpul: { ...pohon.simpul, [op.id]: { ...akibat, ref } } };
}

function gagasan(pohon: Pohon, op: Extract<Op, { o: "gagasan" }>): Pohon {
  if (pohon.simpul[op.id]) return pohon;
  const simpul: Simpul = { id: op.id, kind: "gagasan", statement: op.teks, parent: null, sebab: [] };
  return { ...pohon, simpul: { ...pohon.simpul, [op.id]: simpul }, belum: [...pohon.belum, op.id] };
}

function isi(pohon: Pohon, semua: Extract<Op, { o: "isi" }>["simpul"]): Pohon {
  const simpul = { ...pohon.simpul };
  for (const [id, sel] of Object.entries(semua))
    for (const [field, nilai] of Object.entries(sel)) if (simpul[id]) simpul[id] = ubahField(simpul[id], field, nilai);
  return { ...pohon, simpul };
}

/** Return the tree as it will probably look once the server has made an operation. */
export function terapkan(pohon: Pohon, op: Op): Pohon {
  switch (op.o) {
    case "tambah": return tambah(pohon, op);
    case "ubah": {
      const simpul = pohon.simpul[op.id];
      return simpul ? { ...pohon, simpul: { ...pohon.simpul, [op.id]: ubahField(simpul, op.field, op.nilai) } } : pohon;
    }
    case "isi": return isi(pohon, op.simpul);
    case "pindah": case "tempatkan": return pindah(pohon, op);
    case "hapus": return hapus(pohon, op.id);
    case "sambung": case "lepas": return sambung(pohon, op);
    case "gagasan": return gagasan(pohon, op);
    case "berkas": return { ...pohon, berkas: { ...pohon.berkas, [op.field]: op.nilai } };
    default: return pohon;
  }
}

function suara(papan: Papan, op: Extract<Op, { o: "suara" }>): Papan {
  const satu = papan.gagasan[op.id];
  const ada = papan.suara_saya.includes(op.id);
  if (ada === (op.nilai === 1)) return papan;
  const suara_saya = op.nilai ? [...papan.suara_saya, op.id] : papan.suara_saya.filter((id) => id !== op.id);
  if (!satu) return { ...papan, suara_saya };
  const jumlah = Math.max(0, satu.suara + (op.nilai ? 1 : -1));
  return { ...papan, suara_saya, gagasan: { ...papan.gagasan, [op.id]: { ...satu, suara: jumlah } } };
}

/** Return comments, votes and settings as they will probably be once the server has made an operation. */
export function terapkanPapan(papan: Papan, op: Op, saya: Anggota, at: number): Papan {
  switch (op.o) {
    case "suara": return suara(papan, op);
    case "gagasan": {
      const oleh = op.anonim ? { oleh: "", nama: "" } : { oleh: saya.id, nama: saya.nama };
      const satu = papan.gagasan[op.id] ?? { ...oleh, at, suara: 0 };
      return { ...papan, gagasan: { ...papan.gagasan, [op.id]: satu } };
    }
    case "komentar": {
      if (papan.komentar[op.id]) return papan;
      const satu = { id: op.id, simpul: op.simpul, teks: op.teks, oleh: saya.id, nama: saya.nama, at, selesai: false };
      return { ...papan, komentar: { ...papan.komentar, [op.id]: satu } };
    }
    case "komentar-selesai": {
      const satu = papan.komentar[op.id];
      return satu ? { ...papan, komentar: { ...papan.komentar, [op.id]: { ...satu, selesai: op.selesai } } } : papan;
    }
    case "atur": return { ...papan, atur: { ...papan.atur, ...op.nilai } };
    default: return papan;
  }
}
