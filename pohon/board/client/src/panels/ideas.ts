/** The pool of ideas: groups of the same wording, votes within the limit, and where an idea may be placed. */

import type { Gagasan, Id, Kind, Op, Pohon } from "../protocol";

export interface Usulan {
  id: Id;
  teks: string;
  oleh: string;
  at: number;
  suara: number;
  pilihanku: boolean;
}
export interface Kelompok {
  kunci: Id;
  isi: Usulan[];
  suara: number;
}
export type Susun = "suara" | "baru" | "lama";

interface Sumber {
  pohon: Pohon;
  gagasan: { [id: Id]: Gagasan };
  suaraSaya: Id[];
  kelompok: Id[][];
}

/** Ideas of the pool in groups. The group speaks with its idea of most votes; ids that left the pool are skipped. */
export function kelompokGagasan(dari: Sumber, susun: Susun = "suara"): Kelompok[] {
  const pool = new Set(dari.pohon.belum);
  const mine = new Set(dari.suaraSaya);
  const seen = new Set<Id>();
  const take = (ids: Id[]): Usulan[] =>
    ids.filter((id) => pool.has(id) && !seen.has(id) && dari.pohon.simpul[id]).map((id) => (seen.add(id), usulan(dari, id, mine)));
  const grouped = [...dari.kelompok.map(take), ...dari.pohon.belum.map((id) => take([id]))].filter((isi) => isi.length);
  return grouped.map(sebagaiKelompok).sort(perbandingan[susun]);
}

function usulan({ pohon, gagasan }: Sumber, id: Id, mine: Set<Id>): Usulan {
  const about = gagasan[id];
  return { id, teks: pohon.simpul[id]!.statement, oleh: about?.nama ?? "", at: about?.at ?? 0, suara: about?.suara ?? 0, pilihanku: mine.has(id) };
}

function sebagaiKelompok(ideas: Usulan[]): Kelompok {
  const isi = [...ideas].sort((one, other) => other.suara - one.suara || one.at - other.at);
  return { kunci: isi[0]!.id, isi, suara: isi.reduce((sum, each) => sum + each.suara, 0) };
}

const terbaru = (group: Kelompok): number => Math.max(...group.isi.map((each) => each.at));
const perbandingan: { [susun in Susun]: (one: Kelompok, other: Kelompok) => number } = {
  suara: (one, other) => other.suara - one.suara || terbaru(other) - terbaru(one),
  baru: (one, other) => terbaru(other) - terbaru(one),
  lama: (one, other) => terbaru(one) - terbaru(other),
};

/** Votes that this person still has; votes for ideas that have left the pool come back. */
export function sisaSuara(pohon: Pohon, suaraSaya: Id[], batas: number): number {
  const pool = new Set(pohon.belum);
  return Math.max(0, batas - suaraSaya.filter((id) => pool.has(id)).length);
}

/** The vote that a press means, or null when the limit is reached. */
export function tekanSuara(id: Id, suaraSaya: Id[], sisa: number): Op | null {
  if (suaraSaya.includes(id)) return { o: "suara", id, nilai: 0 };
  return sisa > 0 ? { o: "suara", id, nilai: 1 } : null;
}

export const TERPANJANG = 400;

/** Why a text cannot be sent as an idea, or "". */
export function salahGagasan(teks: string): string {
  const length = teks.trim().length;
  if (length < 3) return "Tulis gagasannya dahulu.";
  return length > TERPANJANG ? `Terlalu panjang: ${length} huruf, paling banyak ${TERPANJANG}.` : "";
}

const DI_BAWAH: { [kind in Kind]: Kind | null } = {
  outcome: "csf",
  csf: "utama",
  utama: "antara",
  antara: "operasional",
  operasional: null,
  gagasan: null,
};

/** The kind that an idea becomes below a node, by the levels of the profile; null where nothing hangs. */
export function jenisDiBawah(pohon: Pohon, parent: Id | null): Kind | null {
  const levels = pohon.berkas.level.map((level) => level.kind);
  if (parent === null) return levels[0] ?? "outcome";
  const kind = pohon.simpul[parent]?.kind;
  if (!kind || kind === "gagasan") return null;
  const at = levels.indexOf(kind);
  return at < 0 ? DI_BAWAH[kind] : (levels[at + 1] ?? null);
}

export function opTempatkan(pohon: Pohon, id: Id, parent: Id): Op | null {
  return jenisDiBawah(pohon, parent) ? { o: "tempatkan", id, parent, sesudah: "" } : null;
}

/** The kind of data that a dragged idea carries; the canvas takes it. */
export const JENIS_SERET = "application/x-pohon-gagasan";

/** A fresh id for something this client makes: time first, so that ids sort by age. */
export function idBaru(awalan: string): string {
  const random = crypto.getRandomValues(new Uint32Array(1))[0]!;
  return `${awalan}${Date.now().toString(36)}${random.toString(36).padStart(7, "0").slice(0, 4)}`;
}
