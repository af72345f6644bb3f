/** Places for boxes that the server has not drawn yet: beside the sibling, below the parent. Pure, a guess. */

import type { Arah, Id, Pohon } from "../protocol";
import type { Petak } from "./view";

export interface Semu { id: Id; parent: Id | null; sesudah: Id | null }

const UKURAN = [170, 58] as const;
const [SELA, TURUN] = [18, 34];

function sejajar(daftar: readonly Id[], letak: ReadonlyMap<Id, Petak>, arah: Arah): "x" | "y" {
  const [a, b] = daftar.map((id) => letak.get(id)).filter((satu) => satu !== undefined);
  if (!a || !b) return arah === "bawah" ? "x" : "y";
  return Math.abs(a[0] - b[0]) > Math.abs(a[1] - b[1]) ? "x" : "y";
}

function tempat(satu: Semu, pohon: Pohon, letak: ReadonlyMap<Id, Petak>, arah: Arah): Petak {
  const induk = satu.parent === null ? undefined : letak.get(satu.parent);
  const daftar = satu.parent === null ? pohon.akar : (pohon.simpul[satu.parent]?.sebab ?? []);
  const dekat = satu.sesudah ? letak.get(satu.sesudah) : undefined;
  if (dekat) {
    const ukuran: [number, number] = [Math.max(dekat[2], 110), Math.max(dekat[3], UKURAN[1])];
    return sejajar(daftar, letak, arah) === "x"
      ? [dekat[0] + dekat[2] + SELA, dekat[1], ...ukuran] : [dekat[0], dekat[1] + dekat[3] + SELA, ...ukuran];
  }
  const depan = daftar.map((id) => letak.get(id)).find((petak) => petak !== undefined);
  if (depan && induk) return [depan[0] - 10, depan[1] - 10, Math.max(depan[2], 110), UKURAN[1]];
  if (!induk) return [0, 0, ...UKURAN];
  return arah === "bawah"
    ? [induk[0] + induk[2] / 2 - UKURAN[0] / 2, induk[1] + induk[3] + TURUN, ...UKURAN]
    : [induk[0] + induk[2] + TURUN, induk[1] + induk[3] / 2 - UKURAN[1] / 2, ...UKURAN];
}

/** Return a rectangle for every box that is not drawn; `semua` in the order in which they were made. */
export function letakSemu(semua: readonly Semu[], pohon: Pohon, kotak: ReadonlyMap<Id, Petak>, arah: Arah): Map<Id, Petak> {
  const letak = new Map(kotak);
  const hasil = new Map<Id, Petak>();
  for (const satu of semua) {
    const petak = tempat(satu, pohon, letak, arah);
    letak.set(satu.id, petak);
    hasil.set(satu.id, petak);
  }
  return hasil;
}
