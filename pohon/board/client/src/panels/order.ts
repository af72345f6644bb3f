/** Nodes in reading order, with the numbers that people say aloud ("1.2.1"). */

import type { Id, Kind, Pohon, Simpul } from "../protocol";

export interface Baris {
  id: Id;
  nomor: string;
  dalam: number;
  simpul: Simpul;
}

/** Children that hang below a node; a support edge only points at a node that hangs elsewhere. */
export function anak(pohon: Pohon, id: Id): Id[] {
  return (pohon.simpul[id]?.sebab ?? []).filter((child) => pohon.simpul[child]?.parent === id);
}

/** Every node of the tree, depth-first; a damaged tree (cycle, missing node) is cut short, never looped over. */
export function berurut(pohon: Pohon): Baris[] {
  const rows: Baris[] = [];
  const seen = new Set<Id>();
  const walk = (ids: Id[], before: string, dalam: number): void => {
    ids.forEach((id, at) => {
      const simpul = pohon.simpul[id];
      if (!simpul || seen.has(id)) return;
      seen.add(id);
      const nomor = before ? `${before}.${at + 1}` : `${at + 1}`;
      rows.push({ id, nomor, dalam, simpul });
      walk(anak(pohon, id), nomor, dalam + 1);
    });
  };
  walk(pohon.akar, "", 0);
  return rows;
}

/** Number of every node of the tree. */
export function nomorSimpul(pohon: Pohon): Map<Id, string> {
  return new Map(berurut(pohon).map((row) => [row.id, row.nomor]));
}

const SEBUTAN: { [kind in Kind]: string } = {
  outcome: "Outcome",
  csf: "CSF",
  utama: "Kondisi antara utama",
  antara: "Kondisi antara",
  operasional: "Kondisi operasional",
  gagasan: "Gagasan",
};

/** What a kind is called in the profile of this tree. */
export function sebutan(pohon: Pohon, kind: Kind): string {
  return pohon.berkas.level.find((level) => level.kind === kind)?.label || SEBUTAN[kind];
}

/** The short name of a kind for narrow places, the same in all profiles. */
export function sebutanSingkat(kind: Kind): string {
  return SEBUTAN[kind];
}

/** The years of the period, or the one year of the file; empty when the file names neither. */
export function tahunPeriode(pohon: Pohon): number[] {
  const found = /(\d{4})\s*[-–—]\s*(\d{4})/.exec(pohon.berkas.periode ?? "");
  if (found) {
    const from = Number(found[1]);
    const to = Number(found[2]);
    if (to >= from && to - from < 30) return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  }
  const tahun = pohon.berkas.tahun ?? (/^\s*(\d{4})\s*$/.exec(pohon.berkas.periode ?? "")?.[1] || 0);
  return Number(tahun) > 0 ? [Number(tahun)] : [];
}
