/** The grid of stage 5: what the profile suggests for a node, and the lists of positions and programs behind it. */

import type { Id, Jabatan, Json, Kind, Level, Op, Pohon, Program, Simpul } from "../protocol";
import { berurut, type Baris } from "./order";

export interface JabatanDatar {
  id: string;
  nama: string;
  jenjang: string;
  dalam: number;
  atasan: string | null;
}
export interface ProgramDatar {
  kode: string;
  nama: string;
  dalam: number;
  anggaran: string;
}
export interface Usul {
  komponen: string;
  jabatan: string;
}

export const JENJANG: [string, string][] = [
  ["jpt-madya", "JPT Madya"],
  ["jpt-pratama", "JPT Pratama"],
  ["administrator", "Administrator"],
  ["pengawas", "Pengawas"],
  ["jf", "Jabatan Fungsional"],
  ["pelaksana", "Pelaksana"],
];

export const namaJenjang = (jenjang: string): string => JENJANG.find(([id]) => id === jenjang)?.[1] ?? jenjang;

export function jabatanDatar(jabatan: Jabatan[] = [], dalam = 0, atasan: string | null = null): JabatanDatar[] {
  return jabatan.flatMap(({ id, nama, jenjang, bawahan }) => [
    { id, nama, jenjang, dalam, atasan },
    ...jabatanDatar(bawahan ?? [], dalam + 1, id),
  ]);
}

export function programDatar(program: Program[] = [], dalam = 0): ProgramDatar[] {
  return program.flatMap((row) => [
    { kode: row.kode ?? "", nama: row.nama, dalam, anggaran: row.anggaran ?? row.pagu ?? "" },
    ...programDatar([...(row.kegiatan ?? []), ...(row.sub_kegiatan ?? [])], dalam + 1),
  ]);
}

export function levelOf(pohon: Pohon, kind: Kind): Level | undefined {
  return pohon.berkas.level.find((level) => level.kind === kind);
}

const URUTAN = ["pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh"];

/** The component that the profile gives a level; sasaran of CSF are counted, as the forms print them. */
export function usulKomponen(pohon: Pohon, rows: Baris[], row: Baris): string {
  const komponen = levelOf(pohon, row.simpul.kind)?.komponen[0] ?? "";
  if (row.simpul.kind !== "csf" || !/^sasaran\b(?!.*\b(program|kegiatan)\b)/i.test(komponen)) return komponen;
  const csf = rows.filter((each) => each.simpul.kind === "csf");
  const at = csf.findIndex((each) => each.id === row.id);
  const word = URUTAN[at];
  return csf.length > 1 && word ? komponen.replace(/^sasaran/i, (head) => `${head} ${word}`) : komponen;
}

/**
 * The position for a node: one of a class that the profile allows for its level, in the unit that bears the effect.
 * Only a position that is the one choice is suggested; between several the person decides.
 */
export function usulJabatan(pohon: Pohon, jabatan: JabatanDatar[], simpul: Simpul): string {
  const allowed = levelOf(pohon, simpul.kind)?.jenjang ?? [];
  const fitting = jabatan.filter((each) => allowed.includes(each.jenjang));
  const above = simpul.parent ? (pohon.simpul[simpul.parent]?.jabatan ?? []) : [];
  const near = fitting.filter((each) => above.includes(each.atasan ?? "") || above.includes(each.id));
  const best = near.length ? near : fitting;
  const first = allowed.find((jenjang) => best.some((each) => each.jenjang === jenjang));
  const only = best.filter((each) => each.jenjang === first);
  return only.length === 1 ? only[0]!.id : "";
}

export function usul(pohon: Pohon, rows: Baris[], row: Baris): Usul {
  const jabatan = jabatanDatar(pohon.berkas.jabatan);
  return { komponen: usulKomponen(pohon, rows, row), jabatan: usulJabatan(pohon, jabatan, row.simpul) };
}

/** What of a suggestion would fill an empty field; null when nothing would. */
export function usulKosong(simpul: Simpul, suggested: Usul): Partial<Usul> | null {
  const open: Partial<Usul> = {};
  if (!simpul.komponen && suggested.komponen) open.komponen = suggested.komponen;
  if (!simpul.jabatan?.length && suggested.jabatan) open.jabatan = suggested.jabatan;
  return Object.keys(open).length ? open : null;
}

/** Suggestions for every empty row; a position suggested above counts for the rows below it. */
export function usulSemua(pohon: Pohon): { id: Id; nomor: string; statement: string; isi: Partial<Usul> }[] {
  const rows = berurut(pohon);
  const so_far: Pohon = { ...pohon, simpul: { ...pohon.simpul } };
  return rows.flatMap((row) => {
    const simpul = so_far.simpul[row.id]!;
    const isi = usulKosong(simpul, usul(so_far, rows, { ...row, simpul }));
    if (!isi) return [];
    if (isi.jabatan) so_far.simpul[row.id] = { ...simpul, jabatan: [isi.jabatan] };
    return [{ id: row.id, nomor: row.nomor, statement: row.simpul.statement, isi }];
  });
}

export function opUsul(id: Id, isi: Partial<Usul>): Op[] {
  const op: Op[] = [];
  if (isi.komponen) op.push({ o: "ubah", id, field: "komponen", nilai: isi.komponen });
  if (isi.jabatan) op.push({ o: "ubah", id, field: "jabatan", nilai: [isi.jabatan] });
  return op;
}

/** A short id for a new position, not used yet: "kabid-pengairan". */
export function idJabatan(nama: string, used: ReadonlySet<string>): string {
  const words = nama.toLocaleLowerCase("id").normalize("NFKD").replace(/[^a-z0-9 ]/g, " ").split(/\s+/).filter(Boolean);
  const skipped = new Set(["dan", "serta", "pada", "di", "untuk", "bidang"]);
  const base = words.filter((word) => !skipped.has(word)).slice(0, 3).join("-").slice(0, 32) || "jabatan";
  for (let at = 1; ; at++) {
    const id = at === 1 ? base : `${base}-${at}`;
    if (!used.has(id)) return id;
  }
}

/** The list of positions with one added, changed (by id) or taken out (`null`). Those below a removed one move up. */
export function ubahJabatan(list: Jabatan[], id: string, baru: Partial<Jabatan> | null): Jabatan[] {
  return list.flatMap((each) => {
    if (each.id === id && baru === null) return each.bawahan ?? [];
    const bawahan = ubahJabatan(each.bawahan ?? [], id, baru);
    const changed = each.id === id ? { ...each, ...baru } : { ...each };
    delete changed.bawahan;
    return [bawahan.length ? { ...changed, bawahan } : changed];
  });
}

export function tambahJabatan(list: Jabatan[], atasan: string, baru: Jabatan): Jabatan[] {
  if (!atasan) return [...list, baru];
  return list.map((each) => {
    if (each.id === atasan) return { ...each, bawahan: [...(each.bawahan ?? []), baru] };
    return each.bawahan ? { ...each, bawahan: tambahJabatan(each.bawahan, atasan, baru) } : each;
  });
}

/**
 * Programs from lines "kode<TAB or spaces>nama[<TAB>anggaran]", hung below one another by their codes.
 * Answers the list and the lines that have no code or no name.
 */
export function bacaProgram(teks: string): { program: Program[]; salah: string[] } {
  const salah: string[] = [];
  const rows = teks.split(/\r?\n/).flatMap((line) => {
    const found = /^\s*([\dX][\dX.]*\d)[\s.;:-]+([^\t]+?)\s*(?:\t\s*(\S.*?))?\s*$/.exec(line);
    if (!found && line.trim()) salah.push(line.trim());
    return found ? [{ kode: found[1]!, nama: found[2]!.trim(), anggaran: found[3] ?? "" }] : [];
  });
  return { program: susunProgram(rows, salah), salah };
}

export interface ProgramBaris {
  kode: string;
  nama: string;
  anggaran: string;
}

const dalamKode = (kode: string): number => {
  const parts = kode.split(".").length;
  return parts <= 3 ? 0 : parts <= 5 ? 1 : 2;
};

/** Rows with codes as the nested records of a tree file; a row without the row above it stands at the nearest level. */
export function susunProgram(rows: ProgramBaris[], salah: string[] = []): Program[] {
  const top: Program[] = [];
  const byCode = new Map<string, Program>();
  for (const row of [...rows].sort((one, other) => one.kode.localeCompare(other.kode))) {
    const made: Program = { kode: row.kode, nama: row.nama };
    const dalam = dalamKode(row.kode);
    if (row.anggaran) made[dalam === 2 ? "pagu" : "anggaran"] = row.anggaran;
    const parts = row.kode.split(".");
    const above = byCode.get(parts.slice(0, dalam === 1 ? 3 : 5).join("."));
    if (dalam === 0) top.push(made);
    else if (!above) salah.push(`${row.kode} ${row.nama}`);
    else if (dalam === 1) (above.kegiatan ??= []).push(made);
    else (above.sub_kegiatan ??= []).push(made);
    if (dalam === 0 || above) byCode.set(row.kode, made);
  }
  return top;
}

/** The list as lines that `bacaProgram` reads back. */
export function tulisProgram(program: Program[] = []): string {
  return programDatar(program).map((row) => [row.kode, row.nama, row.anggaran].filter(Boolean).join("\t")).join("\n");
}

/** Codes typed into one cell, apart by comma, semicolon or space. */
export function bacaKode(teks: string): string[] {
  return [...new Set(teks.split(/[\s,;]+/).map((kode) => kode.replace(/\.$/, "")).filter(Boolean))];
}

/** A list of records as a value of an operation. */
export const sebagaiNilai = (list: Jabatan[] | Program[]): Json => JSON.parse(JSON.stringify(list)) as Json;
