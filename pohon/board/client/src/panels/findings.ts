/** The list of findings: which are shown, in which groups, and how many there are. */

import type { Id, Pohon, Temuan, Tingkat } from "../protocol";
import { berurut } from "./order";

export const TINGKAT: Tingkat[] = ["galat", "peringatan", "saran"];
export const NAMA_TINGKAT: { [tingkat in Tingkat]: string } = { galat: "Galat", peringatan: "Peringatan", saran: "Saran" };

export interface Saringan {
  tingkat: ReadonlySet<Tingkat>;
  teks: string;
  diabaikan: boolean;
  cabang: Id | null;
}
export type Menurut = "tingkat" | "cabang" | "aturan";
export interface BarisTemuan {
  temuan: Temuan;
  nomor: string;
  statement: string;
}
export interface GrupTemuan {
  kunci: string;
  judul: string;
  isi: BarisTemuan[];
  /** How many the group holds, shown or not. */
  jumlah: number;
}

/** Every finding with the number and sentence of its node, in reading order; those of the file come first. */
export function semuaTemuan(pohon: Pohon, temuan: { [id: Id]: Temuan[] }): BarisTemuan[] {
  const placed = berurut(pohon).map(({ id, nomor, simpul }) => ({ id, nomor, statement: simpul.statement }));
  const pool = pohon.belum.map((id) => ({ id, nomor: "gagasan", statement: pohon.simpul[id]?.statement ?? "" }));
  return [{ id: "", nomor: "", statement: "Seluruh berkas" }, ...placed, ...pool].flatMap(({ id, nomor, statement }) =>
    (temuan[id] ?? []).map((each) => ({ temuan: each, nomor, statement })),
  );
}

export function saring(rows: BarisTemuan[], saringan: Saringan, pohon: Pohon): BarisTemuan[] {
  const words = saringan.teks.toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
  const branch = saringan.cabang ? cabang(pohon, saringan.cabang) : null;
  return rows.filter(({ temuan, statement, nomor }) => {
    if (!saringan.tingkat.has(temuan.tingkat)) return false;
    if ((temuan.diabaikan !== null) !== saringan.diabaikan) return false;
    if (branch && !branch.has(temuan.simpul)) return false;
    const hay = `${temuan.kode} ${temuan.nama} ${temuan.pesan} ${temuan.saran} ${statement} ${nomor}`.toLocaleLowerCase("id");
    return words.every((word) => hay.includes(word));
  });
}

/** A node and everything below it. */
export function cabang(pohon: Pohon, id: Id): Set<Id> {
  const rows = berurut(pohon);
  const start = rows.findIndex((row) => row.id === id);
  if (start < 0) return new Set([id]);
  const rest = rows.slice(start + 1);
  const end = rest.findIndex((row) => row.dalam <= rows[start]!.dalam);
  return new Set([id, ...rest.slice(0, end < 0 ? undefined : end).map((row) => row.id)]);
}

/** The findings in groups: by weight, by branch (the CSF they lie under), or by rule. */
export function grupTemuan(rows: BarisTemuan[], menurut: Menurut, pohon: Pohon): GrupTemuan[] {
  const sorted = [...rows].sort((one, other) => TINGKAT.indexOf(one.temuan.tingkat) - TINGKAT.indexOf(other.temuan.tingkat));
  if (menurut === "tingkat") return susun(sorted, (row) => [row.temuan.tingkat, NAMA_TINGKAT[row.temuan.tingkat]]);
  if (menurut === "aturan") return susun(sorted, (row) => [row.temuan.kode, `${row.temuan.kode} ${row.temuan.nama.replaceAll("-", " ")}`]);
  const heads = new Map(berurut(pohon).filter((row) => row.dalam < 2).map((row) => [row.nomor, row.simpul.statement]));
  const grouped = susun(rows, (row) => {
    const nomor = row.nomor.split(".").slice(0, 2).join(".");
    return [nomor, heads.has(nomor) ? `${nomor} ${heads.get(nomor)}` : row.statement];
  });
  return grouped;
}

function susun(rows: BarisTemuan[], kunci: (row: BarisTemuan) => [string, string]): GrupTemuan[] {
  const groups = new Map<string, GrupTemuan>();
  for (const row of rows) {
    const [key, judul] = kunci(row);
    const group = groups.get(key) ?? { kunci: key, judul, isi: [], jumlah: 0 };
    group.isi.push(row);
    group.jumlah++;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** The first findings of the groups, `banyak` in all; each group still says how many it holds. */
export function potong(groups: GrupTemuan[], banyak: number): GrupTemuan[] {
  let left = banyak;
  return groups.flatMap((group) => {
    const isi = group.isi.slice(0, Math.max(0, left));
    left -= isi.length;
    return isi.length ? [{ ...group, isi }] : [];
  });
}

/** How many findings of each weight stand open. */
export function hitung(temuan: { [id: Id]: Temuan[] }): { [tingkat in Tingkat]: number } {
  const counts = { galat: 0, peringatan: 0, saran: 0 };
  for (const each of Object.values(temuan).flat()) if (each.diabaikan === null) counts[each.tingkat]++;
  return counts;
}

export const MIN_ALASAN = 10;

/** Why a reason for waiving a finding is not enough, or "". */
export function salahAlasan(teks: string): string {
  return teks.trim().length < MIN_ALASAN ? `Tulis alasannya, paling sedikit ${MIN_ALASAN} huruf, supaya pemeriksa memahaminya.` : "";
}
