/** Where a dragged box would land: into a box as its last cause, or between two siblings. Pure. */

import type { Arah, Id, Pohon } from "../protocol";
import { diBawah, saudara } from "../sync/tree";
import type { Petak } from "./view";

export interface Sasaran {
  parent: Id | null;
  sesudah: Id | null | "";
  /** The box that is pointed at, and how: into it, before it or behind it, along which axis. */
  pada: Id;
  cara: "ke dalam" | "sebelum" | "sesudah";
  sumbu: "x" | "y";
}

/** Part of a box at each end that means "beside it". */
const TEPI = 0.28;
const DEKAT = 14;

function sumbuSaudara(pohon: Pohon, id: Id, kotak: ReadonlyMap<Id, Petak>, arah: Arah): "x" | "y" {
  const diri = kotak.get(id);
  const lain = saudara(pohon, id).filter((satu) => satu !== id).map((satu) => kotak.get(satu)).find((satu) => satu !== undefined);
  if (!diri || !lain) return arah === "bawah" ? "x" : "y";
  return Math.abs(diri[0] - lain[0]) > Math.abs(diri[1] - lain[1]) ? "x" : "y";
}

function terdekat(kotak: ReadonlyMap<Id, Petak>, x: number, y: number, boleh: (id: Id) => boolean): Id | null {
  let [terbaik, jarak]: [Id | null, number] = [null, DEKAT];
  for (const [id, petak] of kotak) {
    const dx = Math.max(0, petak[0] - x, x - petak[0] - petak[2]);
    const dy = Math.max(0, petak[1] - y, y - petak[1] - petak[3]);
    const jauh = Math.max(dx, dy);
    if (jauh < jarak && boleh(id)) [terbaik, jarak] = [id, jauh];
  }
  return terbaik;
}

function sisi(petak: Petak, sumbu: "x" | "y", x: number, y: number): Sasaran["cara"] {
  const n = sumbu === "x" ? 0 : 1;
  const bagian = ((n === 0 ? x : y) - (petak[n] as number)) / (petak[n + 2] as number);
  if (bagian < TEPI) return "sebelum";
  return bagian > 1 - TEPI ? "sesudah" : "ke dalam";
}

/** Return where `id` lands when dropped at (x, y) of the drawing, null = nowhere. */
export function sasaran(pohon: Pohon, kotak: ReadonlyMap<Id, Petak>, arah: Arah, id: Id, x: number, y: number): Sasaran | null {
  const boleh = (satu: Id) => pohon.simpul[satu] !== undefined && !diBawah(pohon, satu, id) && !pohon.belum.includes(satu);
  const pada = terdekat(kotak, x, y, boleh);
  if (pada === null) return null;
  const sumbu = sumbuSaudara(pohon, pada, kotak, arah);
  const cara = sisi(kotak.get(pada) as Petak, sumbu, x, y);
  if (cara === "ke dalam") return { parent: pada, sesudah: "", pada, cara, sumbu };
  const parent = pohon.simpul[pada]?.parent ?? null;
  const daftar = saudara(pohon, pada).filter((satu) => satu !== id);
  const sesudah = cara === "sesudah" ? pada : (daftar[daftar.indexOf(pada) - 1] ?? null);
  return { parent, sesudah, pada, cara, sumbu };
}
