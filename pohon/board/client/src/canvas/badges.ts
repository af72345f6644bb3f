/** What the small signs on a box say: findings, comments, votes, people. Pure. */

import type { Anggota, Id, Komentar, Temuan, Tingkat } from "../protocol";

export interface Lencana { tingkat: Tingkat; jumlah: number }

const URUT: readonly Tingkat[] = ["galat", "peringatan", "saran"];
export const NAMA_TINGKAT: Record<Tingkat, string> = { galat: "galat", peringatan: "peringatan", saran: "saran" };

/** Return one sign per severity, worst first; findings that were waived do not count. */
export function lencana(temuan: readonly Temuan[] | undefined): Lencana[] {
  const buka = (temuan ?? []).filter((satu) => satu.diabaikan === null);
  return URUT.map((tingkat) => ({ tingkat, jumlah: buka.filter((satu) => satu.tingkat === tingkat).length }))
    .filter(({ jumlah }) => jumlah > 0);
}

/** Outline of the sign of a severity in a square of 14 by 14 about (0, 0): told by shape as well as by colour. */
export const BENTUK: Record<Tingkat, string> = {
  galat: "M-3 -7H3L7 -3V3L3 7H-3L-7 3V-3Z",
  peringatan: "M0 -7.5L8 6.5H-8Z",
  saran: "M-6.5 0A6.5 6.5 0 1 0 6.5 0A6.5 6.5 0 1 0 -6.5 0Z",
};

/** Return the number of open comments per node. */
export function komentarBuka(komentar: { [id: string]: Komentar }): Map<Id, number> {
  const hasil = new Map<Id, number>();
  for (const satu of Object.values(komentar)) if (!satu.selesai) hasil.set(satu.simpul, (hasil.get(satu.simpul) ?? 0) + 1);
  return hasil;
}

/** Return who else has the focus on a node. */
export function orangDi(anggota: readonly Anggota[], saya: string): Map<Id, Anggota[]> {
  const hasil = new Map<Id, Anggota[]>();
  for (const satu of anggota) {
    if (!satu.ada || satu.id === saya || !satu.simpul) continue;
    hasil.set(satu.simpul, [...(hasil.get(satu.simpul) ?? []), satu]);
  }
  return hasil;
}

/** Return up to two letters for a name. */
export function inisial(nama: string): string {
  const kata = nama.trim().split(/\s+/).filter(Boolean);
  const huruf = (satu: string | undefined) => [...(satu ?? "")][0] ?? "";
  return (huruf(kata[0]) + (kata.length > 1 ? huruf(kata.at(-1)) : "")).toUpperCase() || "?";
}

/** Return a number 0..7 for a member, always the same: the class of the colour. */
export function warna(id: string): number {
  let jumlah = 0;
  for (const huruf of id) jumlah = (jumlah * 31 + huruf.charCodeAt(0)) >>> 0;
  return jumlah % 8;
}
