/** The grid of stage 4: which rows and columns it has, what a cell holds, and which operation a new text becomes. */

import type { Id, Indikator, Json, Op, Pohon, Simpul, Temuan } from "../protocol";
import type { Isi } from "./grid";
import { berurut } from "./order";

export interface BarisIndikator {
  id: Id;
  nomor: string;
  dalam: number;
  simpul: Simpul;
  /** Place among the indicators of the node; one past the last = the empty row that adds one. */
  ke: number;
  indikator: Indikator | null;
  /** First row of its node: the sentence is written here. */
  kepala: boolean;
}
export interface Kolom {
  kunci: string;
  judul: string;
  lebar: number;
  pilihan?: string[];
  angka?: boolean;
}

const TETAP: Kolom[] = [
  { kunci: "nama", judul: "Indikator", lebar: 320 },
  { kunci: "satuan", judul: "Satuan", lebar: 100 },
  { kunci: "rumus", judul: "Formulasi", lebar: 240 },
  { kunci: "sumber", judul: "Sumber data", lebar: 170 },
  { kunci: "arah", judul: "Arah", lebar: 84, pilihan: ["", "naik", "turun", "tetap"] },
  { kunci: "iku", judul: "IKU", lebar: 68, pilihan: ["", "ya"] },
  { kunci: "awal", judul: "Kondisi awal", lebar: 110, angka: true },
];

/** The columns: the facts of an indicator, then a target for every year of the period. */
export function kolomIndikator(tahun: number[]): Kolom[] {
  return [...TETAP, ...tahun.map((year) => ({ kunci: `target.${year}`, judul: `Target ${year}`, lebar: 96, angka: true }))];
}

/** One row an indicator; a node without one, or for which another was asked (`tambahan`), ends with an empty row. */
export function barisIndikator(pohon: Pohon, tambahan: ReadonlySet<Id> = new Set()): BarisIndikator[] {
  return berurut(pohon).flatMap(({ id, nomor, dalam, simpul }) => {
    const filled = simpul.indikator ?? [];
    const empty = filled.length === 0 || tambahan.has(id) ? [null] : [];
    return [...filled, ...empty].map((indikator, ke) => ({ id, nomor, dalam, simpul, ke, indikator, kepala: ke === 0 }));
  });
}

/** What a cell shows. */
export function isiSel(row: BarisIndikator, kunci: string): string {
  const indikator = row.indikator;
  if (!indikator) return "";
  if (kunci.startsWith("target.")) {
    return indikator.target?.find((target) => target.tahun === Number(kunci.slice(7)))?.nilai ?? "";
  }
  if (kunci === "iku") return indikator.iku ? "ya" : "";
  return String((indikator as unknown as { [key: string]: Json | undefined })[kunci] ?? "");
}

const NAIK = ["naik", "n", "+", "meningkat", "positif", "maksimal", "maximize", "semakin tinggi semakin baik"];
const TURUN = ["turun", "t", "-", "menurun", "negatif", "minimal", "minimize", "semakin rendah semakin baik"];
const TETAPLAH = ["tetap", "=", "stabil", "dipertahankan"];
const YA = ["ya", "y", "iku", "v", "x", "√", "✓", "true", "1"];

/** The value that a typed or pasted text means for a column; undefined when the column does not take it. */
export function nilaiSel(kunci: string, teks: string): Json | undefined {
  const text = teks.replace(/\s+/g, " ").trim();
  const word = text.toLocaleLowerCase("id");
  if (kunci === "iku") return word === "" || ["tidak", "bukan", "t", "false", "0", "-"].includes(word) ? false : YA.includes(word) ? true : undefined;
  if (kunci !== "arah") return text;
  if (word === "") return null;
  if (NAIK.includes(word)) return "naik";
  if (TURUN.includes(word)) return "turun";
  return TETAPLAH.includes(word) ? "tetap" : undefined;
}

export interface Perubahan {
  op: Op[];
  /** Cells that could not be taken over, with why. */
  tolak: { baris: number; kolom: number; sebab: string }[];
}

/** The operations that write these cells, in order: a new indicator is made by its name before its other facts. */
export function perubahan(rows: BarisIndikator[], kolom: Kolom[], isi: Isi[]): Perubahan {
  const made: Perubahan = { op: [], tolak: [] };
  const perBaris = new Map<number, Isi[]>();
  for (const cell of isi) perBaris.set(cell.baris, [...(perBaris.get(cell.baris) ?? []), cell]);
  for (const [at, cells] of [...perBaris].sort(([one], [other]) => one - other)) {
    const row = rows[at];
    if (row) ubahBaris(made, row, kolom, cells);
  }
  return made;
}

function ubahBaris(made: Perubahan, row: BarisIndikator, kolom: Kolom[], cells: Isi[]): void {
  const sorted = [...cells].sort((one, other) => one.kolom - other.kolom);
  const named = sorted.find((cell) => kolom[cell.kolom]?.kunci === "nama" && cell.nilai.trim() !== "");
  if (!row.indikator && !named) {
    for (const cell of sorted.filter((each) => each.nilai.trim() !== "")) {
      made.tolak.push({ baris: cell.baris, kolom: cell.kolom, sebab: "Isi dahulu nama indikatornya." });
    }
    return;
  }
  for (const cell of sorted) ubahSel(made, row, { cell, kunci: kolom[cell.kolom]?.kunci ?? "" });
}

function ubahSel(made: Perubahan, row: BarisIndikator, { cell, kunci }: { cell: Isi; kunci: string }): void {
  const nilai = nilaiSel(kunci, cell.nilai);
  if (nilai === undefined) {
    const sebab = kunci === "iku" ? "IKU diisi “ya” atau dikosongkan." : "Arah diisi naik, turun, atau tetap.";
    made.tolak.push({ baris: cell.baris, kolom: cell.kolom, sebab });
    return;
  }
  const lama = isiSel(row, kunci);
  const baru = nilai === true ? "ya" : nilai === false || nilai === null ? "" : String(nilai);
  if (baru === lama) return;
  if (kunci === "nama" && baru === "") {
    made.tolak.push({ baris: cell.baris, kolom: cell.kolom, sebab: "Nama indikator tidak dapat kosong; hapus barisnya dengan Ctrl+Delete." });
    return;
  }
  made.op.push({ o: "ubah", id: row.id, field: `indikator.${row.ke}.${kunci}`, nilai });
}

/** Take an indicator away. */
export function hapusIndikator(row: BarisIndikator): Op | null {
  return row.indikator ? { o: "ubah", id: row.id, field: `indikator.${row.ke}`, nilai: null } : null;
}

/** Rules that speak of one column; every other rule of the family speaks of the indicator's name. */
const KOLOM_ATURAN: { [kode: string]: string } = {
  IND06: "rumus", IND07: "rumus", IND08: "rumus", IND09: "rumus", IND23: "rumus", IND25: "rumus", IND29: "rumus",
  IND14: "satuan", IND15: "satuan", IND16: "sumber", IND21: "arah", TGT04: "satuan",
}; // prettier-ignore

/** Findings of stage 4 by column for one row: by what the rule speaks of, else at the name. */
export function temuanBaris(row: BarisIndikator, temuan: Temuan[]): Map<string, Temuan[]> {
  const found = new Map<string, Temuan[]>();
  for (const each of temuan) {
    if (each.diabaikan !== null || !tentangIndikator(each) || !milik(row, each)) continue;
    const kunci = kolomTemuan(row, each);
    found.set(kunci, [...(found.get(kunci) ?? []), each]);
  }
  return found;
}

const tentangIndikator = (each: Temuan): boolean => /^(IND|TGT)|^RED04$/.test(each.kode);

function milik(row: BarisIndikator, each: Temuan): boolean {
  const all = row.simpul.indikator ?? [];
  const named = all.findIndex((indikator) => indikator.nama !== "" && (each.pesan.includes(indikator.nama) || each.bukti.includes(indikator.nama)));
  return named < 0 ? row.kepala : named === row.ke;
}

function kolomTemuan(row: BarisIndikator, each: Temuan): string {
  const known = KOLOM_ATURAN[each.kode];
  if (known || !each.kode.startsWith("TGT")) return known ?? "nama";
  const targets = row.indikator?.target ?? [];
  const named = targets.find((target) => `${each.pesan} ${each.bukti}`.includes(String(target.tahun))) ?? targets[0];
  return named ? `target.${named.tahun}` : "nama";
}
