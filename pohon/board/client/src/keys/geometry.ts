/** Arrow keys on a drawing: the next box in a direction, as the eye would choose it. Pure. */

import type { Petak } from "../canvas/view";
import type { Id } from "../protocol";

export type ArahPanah = "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight";

/** Sideways distance counts this much more than distance ahead. */
const SAMPING = 2.2;

function celah(a: number, panjangA: number, b: number, panjangB: number): number {
  return Math.max(0, a - (b + panjangB), b - (a + panjangA));
}

/** Return a cost of going from one box to another in a direction; Infinity when it lies elsewhere. */
function biaya(dari: Petak, ke: Petak, arah: ArahPanah): number {
  const datar = arah === "ArrowLeft" || arah === "ArrowRight";
  const [sumbu, silang] = datar ? [0, 1] : [1, 0];
  const [pusatDari, pusatKe] = [dari, ke].map((satu) => [satu[0] + satu[2] / 2, satu[1] + satu[3] / 2]) as [number[], number[]];
  const maju = (arah === "ArrowRight" || arah === "ArrowDown" ? 1 : -1) * ((pusatKe[sumbu] as number) - (pusatDari[sumbu] as number));
  if (maju <= 1) return Infinity;
  const lebar = celah(dari[silang] as number, dari[silang + 2] as number, ke[silang] as number, ke[silang + 2] as number);
  const jauh = celah(dari[sumbu] as number, dari[sumbu + 2] as number, ke[sumbu] as number, ke[sumbu + 2] as number);
  const menyamping = Math.abs((pusatKe[silang] as number) - (pusatDari[silang] as number));
  if (jauh === 0 && lebar > 0) return Infinity;
  return jauh + maju * 0.1 + lebar * SAMPING + menyamping * 0.15;
}

/** Return the box to go to, null when there is none in that direction. Boxes of one's own family win a close race. */
export function tetangga(kotak: ReadonlyMap<Id, Petak>, dari: Id, arah: ArahPanah, keluarga: ReadonlySet<Id> = new Set()): Id | null {
  const asal = kotak.get(dari);
  if (!asal) return null;
  let [terbaik, murah]: [Id | null, number] = [null, Infinity];
  for (const [id, petak] of kotak) {
    if (id === dari) continue;
    const harga = biaya(asal, petak, arah) * (keluarga.has(id) ? 0.5 : 1);
    if (harga < murah) [terbaik, murah] = [id, harga];
  }
  return terbaik;
}
