/** Boxes and lines on their way from the old drawing to the new one. */

import type { Id, Lukisan } from "../protocol";
import { LUKISAN_KOSONG } from "../sync/patch";
import { diantara, landai, type Petak } from "./view";
import { tanpaGerak } from "./lens.svelte";

const LAMA = 240;
const TERLALU_BANYAK = 600;

export class Gerak {
  lukisan = $state.raw<Lukisan>(LUKISAN_KOSONG);
  private t = $state(1);
  private dari = new Map<Id, Petak>();
  private dariKawat = new Map<Id, readonly number[]>();
  private bingkai = 0;

  /** Take a new drawing; `semu` = where boxes stood that were only guessed. */
  terima(baru: Lukisan, semu: ReadonlyMap<Id, Petak>): void {
    const lama = this.lukisan;
    if (baru === lama) return;
    const [dari, kawat] = [new Map<Id, Petak>(), new Map<Id, readonly number[]>()];
    for (const [id, { b }] of Object.entries(baru.kotak)) {
      const dulu = lama.kotak[id] ? this.letak(id) : semu.get(id);
      if (dulu && dulu.some((nilai, n) => Math.abs(nilai - (b[n] as number)) > 0.5)) dari.set(id, dulu);
    }
    for (const [id, titik] of Object.entries(baru.kawat)) {
      const dulu = lama.kawat[id];
      if (titik && dulu && dulu !== titik && dulu.length === titik.length) kawat.set(id, this.titik(id));
    }
    cancelAnimationFrame(this.bingkai);
    this.lukisan = baru;
    if (!dari.size || dari.size > TERLALU_BANYAK || tanpaGerak()) {
      this.t = 1;
      return;
    }
    [this.dari, this.dariKawat] = [dari, kawat];
    this.jalan();
  }

  private jalan(): void {
    const mulai = performance.now();
    this.t = 0;
    const langkah = (kini: number) => {
      this.t = Math.min(1, Math.max(0, (kini - mulai) / LAMA));
      if (this.t < 1) this.bingkai = requestAnimationFrame(langkah);
    };
    this.bingkai = requestAnimationFrame(langkah);
  }

  get bergerak(): boolean {
    return this.t < 1;
  }

  letak(id: Id): Petak {
    const b = this.lukisan.kotak[id]?.b ?? ([0, 0, 0, 0] as const);
    const dulu = this.t < 1 ? this.dari.get(id) : undefined;
    if (!dulu) return b;
    const t = landai(this.t);
    return [diantara(dulu[0], b[0], t), diantara(dulu[1], b[1], t), diantara(dulu[2], b[2], t), diantara(dulu[3], b[3], t)];
  }

  titik(id: Id): readonly number[] {
    const kini = this.lukisan.kawat[id] ?? [];
    const dulu = this.t < 1 ? this.dariKawat.get(id) : undefined;
    if (!dulu) return kini;
    const t = landai(this.t);
    return kini.map((nilai, n) => diantara(dulu[n] as number, nilai, t));
  }
}
