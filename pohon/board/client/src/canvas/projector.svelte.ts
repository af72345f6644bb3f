/** What a whole room looks at: the server draws the part around the focus that can be read from the back row. */

import type { Arah, Id, Layar } from "../protocol";
import type { Papan } from "../sync/papan.svelte";
import { anak, leluhur, sebut } from "../sync/tree";
import type { Lensa } from "./lens.svelte";
import type { Adegan } from "./scene.svelte";
import { lingkup, type Petak } from "./view";

const PALING_BANYAK = 14;
/** Scale at which a sentence of 10 units is 24 pixels, 18 points, high. */
const TERBACA = 2.4;
/** Pixels around the boxes, the names of the levels and the signs of the outermost boxes included. */
const TEPI = { lebar: 66, tinggi: 50 };
/** Units that the sign below, or right of, the outermost boxes takes. */
const TANDA = 9;
const JEDA = 60;

export class Proyektor {
  nyala = $state(false);
  /** With indicators and mapping in the boxes. */
  rinci = $state(false);
  private menunggu = false;
  private jam: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly papan: Papan, private readonly lensa: Lensa, private readonly adegan: Adegan) {}

  /** The effects above what is shown, as one line; empty when the top is shown. */
  readonly jalan: string = $derived.by(() => {
    const { pohon } = this.papan;
    const puncak = [...this.adegan.terlukis.keys()].filter((id) => !this.adegan.terlukis.has(pohon.simpul[id]?.parent ?? ""));
    if (!this.nyala || puncak.length !== 1) return "";
    return leluhur(pohon, puncak[0] as Id).reverse().map((id) => `${this.adegan.nomor(id)} ${sebut(pohon.simpul[id], 64)}`).join(" › ");
  });

  /** Ask for another drawing when the room, the choice or the focus has left the one on the screen. */
  minta(): void {
    const { papan, lensa, adegan } = this;
    const lama = papan.pandang.layar ?? null;
    const [lebar, tinggi] = [bulat(lensa.ruang.w - TEPI.lebar), bulat(lensa.ruang.h - TEPI.tinggi)];
    const fokus = papan.fokus;
    const hilang = fokus !== null && papan.pohon.simpul[fokus] !== undefined && !adegan.semua.has(fokus);
    let baru: Layar | null = null;
    if (this.nyala) baru = { simpul: lama && !hilang ? lama.simpul : fokus, lebar, tinggi, rinci: this.rinci };
    clearTimeout(this.jam);
    if (JSON.stringify(baru) !== JSON.stringify(lama)) this.jam = setTimeout(() => this.lihat(baru), JEDA);
  }

  lihat(layar: Layar | null): void {
    this.menunggu = true;
    this.papan.lihat({ layar });
  }

  /** Go to the part around a node. */
  ke(id: Id): void {
    const layar = this.papan.pandang.layar;
    if (layar) this.lihat({ ...layar, simpul: id });
  }

  /** A drawing has come: show it as large as it fits. */
  muat(): void {
    if (!this.nyala && !this.menunggu) return;
    this.menunggu = false;
    this.lensa.muat(this.nyala ? this.sepotong() : null);
  }

  /** All that is drawn, or the focus and what hangs closest below it, as far as sentences stay 18 points high. */
  private sepotong(): Petak | null {
    const { papan, adegan, lensa } = this;
    if (adegan.terlukis.size <= PALING_BANYAK) return longgar(lingkup(adegan.terlukis.values()), adegan.arah);
    if (papan.fokus === null) return null;
    const petak = this.dekat(papan.fokus).map((id) => adegan.terlukis.get(id)).filter((satu) => satu !== undefined);
    for (let n = petak.length; n > 1; n -= 1) {
      const satu = lingkup(petak.slice(0, n));
      if (satu && lensa.skalaMuat(satu) >= TERBACA) return satu;
    }
    return petak[0] ?? null;
  }

  /** A node and the nodes below it, nearest first. */
  private dekat(id: Id): Id[] {
    const ids = [id];
    for (let n = 0; n < ids.length && ids.length < PALING_BANYAK; n += 1) ids.push(...anak(this.papan.pohon, ids[n] as Id));
    return ids.slice(0, PALING_BANYAK);
  }
}

function longgar(petak: Petak | null, arah: Arah): Petak | null {
  const [kanan, bawah] = arah === "kanan" ? [TANDA, 0] : [0, TANDA];
  return petak && [petak[0], petak[1], petak[2] + kanan, petak[3] + bawah];
}

/** In steps, so that screens of nearly one size share a drawing. */
function bulat(panjang: number): number {
  return Math.max(200, Math.floor(panjang / 10) * 10);
}
