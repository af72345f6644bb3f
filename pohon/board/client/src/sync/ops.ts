/** What an operation holds and touches, and what its patch brought back. Pure. */

import type { Id, Op, OpMade, Pohon, Temuan, Tingkat } from "../protocol";

/** Return a short name for a new node: it will stand in the tree file that people take home. */
export function idBaru(pohon: Pohon): Id {
  for (;;) {
    const angka = crypto.getRandomValues(new Uint32Array(1))[0] as number;
    const id = `n${(angka % 36 ** 6).toString(36).padStart(6, "0")}`;
    if (!pohon.simpul[id]) return id;
  }
}

/** Return the nodes that an operation makes or rewords. */
export function milik(op: Op): Id[] {
  return op.o === "tambah" || op.o === "ubah" || op.o === "tempatkan" || op.o === "pindah" || op.o === "gagasan" ? [op.id] : [];
}

/** Return the node that an undo brought back, else the one it changed. */
export function pulih(sebelum: Pohon, ubah: NonNullable<OpMade["patch"]["simpul"]>): Id | null {
  const baru = Object.keys(ubah).filter((id) => !sebelum.simpul[id]);
  const puncak = baru.find((id) => !baru.includes(ubah[id]?.parent ?? ""));
  return puncak ?? Object.keys(ubah).find((id) => ubah[id]?.statement !== undefined || ubah[id]?.parent !== undefined) ?? null;
}

/** Return what a person typed in an operation, "" when nothing was typed. */
export function teksDari(op: Op): string {
  switch (op.o) {
    case "tambah": return op.statement;
    case "ubah": return typeof op.nilai === "string" ? op.nilai : "";
    case "gagasan": case "komentar": return op.teks;
    case "pilih": return op.teks ?? "";
    default: return "";
  }
}

export function hitung(temuan: { [id: Id]: Temuan[] }): { [tingkat in Tingkat]: number } {
  const jumlah = { galat: 0, peringatan: 0, saran: 0 };
  for (const satu of Object.values(temuan).flat()) if (satu.diabaikan === null) jumlah[satu.tingkat] += 1;
  return jumlah;
}
