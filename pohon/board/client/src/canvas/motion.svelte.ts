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

  /** Take a new drawing; `semu` = where boxes stood that were only guessed. The box `jangkar` is to stay where it is
   * on the screen: answers how far it went in the drawing, so that the view can go with it. */
  terima(baru: Lukisan, semu: ReadonlyMap<Id, Petak>, jangkar: Id | null): readonly [number, number] {
    const lama = this.lukisan;
    if (baru === lama) return [0, 0];
    const dulunya = (id: Id) => (lama.kotak[id] ? this.letak(id) : semu.get(id));
    const [asal, tuju] = jangkar === null ? [] : [dulunya(jangkar), baru.kotak[jangkar]?.b];
    const d = asal && tuju ? ([tuju[0] - asal[0], tuju[1] - asal[1]] as const) : ([0, 0] as const);
    const [dari, kawat] = [new Map<Id, Petak>(), new Map<Id, readonly number[]>()];
    for (const [id, { b }] of Object.entries(baru.kotak)) {
      const dulu = dulunya(id);
      if (!dulu) continue;
      const pindah: Petak = [dulu[0] + d[0], dulu[1] + d[1], dulu[2], dulu[3]];
      if (pindah.some((nilai, n) => Math.abs(nilai - (b[n] as number)) > 0.5)) dari.set(id, pindah);
    }
    for (const [id, titik] of Object.entries(baru.kawat)) {
      const dulu = lama.kawat[id] ? this.titik(id) : [];
      if (titik && dulu.length === titik.length) kawat.set(id, dulu.map((nilai, n) => nilai + (d[n % 2] as number)));
    }
    cancelAnimationFrame(this.bingkai);
    this.lukisan = baru;
    if (!dari.size || dari.size > TERLALU_BANYAK || tanpaGerak()) {
      this.t = 1;
      return d;
    }
    [this.dari, this.dariKawat] = [dari, kawat];
    this.jalan();
    return d;
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
