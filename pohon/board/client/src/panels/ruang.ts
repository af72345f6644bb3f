/** What a panel needs of the board around it; the store gives it, tests give a small one of their own. */

import type { Anggota, Atur, Id, Kind, Op, Papan, Pohon, Simpan, Temuan } from "../protocol";

/** How a node stands in a comparison of two versions. */
export type Keadaan = "baru" | "hilang" | "berubah" | "pindah";
/** A node of a comparison on the canvas; `asal` = where it hung before it moved or went. */
export interface Tanda {
  keadaan: Keadaan;
  kalimat: string;
  asal?: { induk: Id | null; nomor: string; kind: Kind } | undefined;
}
export type Sambungan = "tersambung" | "menyambung" | "terputus";

/** One room as the panels see it. Reading is reactive (getters over runes in the store). */
export interface Ruang {
  readonly berkas: string;
  readonly kunci: string;
  readonly saya: Anggota;
  readonly pohon: Pohon;
  readonly papan: Papan;
  readonly anggota: Anggota[];
  readonly temuan: { [id: Id]: Temuan[] };
  /** Ideas that say the same, as the server groups them. */
  readonly kelompok: Id[][];
  readonly simpan: Simpan;
  readonly sambungan: Sambungan;
  /** Operations that wait for the network. */
  readonly antre: number;
  readonly seq: number;
  readonly fokus: Id | null;
  /** Clock of the server minus the clock here, in milliseconds. */
  readonly selisihJam: number;
  /** Send an operation; answers its name `n`. A refusal is told to the person by the store. */
  kirim(op: Op): string;
  urung(seq?: number): void;
  /** Focus a node and bring it into view. */
  fokuskan(id: Id): void;
  /** Show the states of a comparison on the canvas; null takes them away. */
  tandai(tanda: ReadonlyMap<Id, Tanda> | null): void;
  /** Say something short to the person, with a way back where there is one. */
  kabari(pesan: string, aksi?: { label: string; jalan: () => void }): void;
}

/** May this member change the tree itself? The server decides; this hides what it would refuse. */
export function bolehSunting(saya: Anggota, atur: Atur): boolean {
  return saya.peran === "fasilitator" || (saya.peran === "peserta" && atur.peserta_menyunting);
}

export function fasilitator(saya: Anggota): boolean {
  return saya.peran === "fasilitator";
}
