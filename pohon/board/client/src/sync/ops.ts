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
  if (op.o === "isi") return Object.keys(op.simpul);
  return op.o === "tambah" || op.o === "ubah" || op.o === "tempatkan" || op.o === "pindah" || op.o === "gagasan" ? [op.id] : [];
}

/** Letters of one operation at most; the server takes somewhat more. */
const SEBESAR = 300_000;

/** Return many changed fields as one operation, so that they are one step of undo; as several only when they are very many. */
export function sekaligus(semua: readonly Op[]): Op[] {
  const ubah = semua.filter((op) => op.o === "ubah");
  if (ubah.length < 2) return [...semua];
  const hasil: Extract<Op, { o: "isi" }>[] = [];
  let besar = Infinity;
  for (const { id, field, nilai } of ubah) {
    const panjang = id.length + field.length + JSON.stringify(nilai).length + 16;
    if (besar + panjang > SEBESAR) {
      hasil.push({ o: "isi", simpul: {} });
      besar = 0;
    }
    besar += panjang;
    const { simpul } = hasil.at(-1)!;
    (simpul[id] ??= {})[field] = nilai;
  }
  return [...semua.filter((op) => op.o !== "ubah"), ...hasil];
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
