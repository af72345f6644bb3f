/** The view of the canvas as state: moved at once or in a short glide that any touch ends. */

import { bawaKe, BACA, BESAR, diantara, geser, jendela, kMin, K_MAKS, landai, lingkup, muat, zumDi, type Petak, type Tampak, type Ukuran } from "./view";

const LAMA = 220;

export function tanpaGerak(): boolean {
  return typeof matchMedia === "function" && matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export class Lensa {
  tampak = $state.raw<Tampak>({ x: 0, y: 0, k: 1 });
  ruang = $state.raw<Ukuran>({ w: 0, h: 0 });
  isi = $state.raw<Petak>([0, 0, 1, 1]);
  /** What the signs of the levels take of the screen. */
  tepi = $state.raw<{ kiri: number; atas: number }>({ kiri: 0, atas: 0 });
  private bingkai = 0;
  private jalur: { dari: Tampak; tuju: Tampak } | null = null;

  private batas(k: number): number {
    return Math.min(K_MAKS, Math.max(kMin(this.isi, this.ruang), k));
  }

  diam(): void {
    cancelAnimationFrame(this.bingkai);
    this.bingkai = 0;
    this.jalur = null;
  }

  /** The drawing moved under the view: go with it, in the middle of a glide too. */
  ikut(dx: number, dy: number): void {
    this.tampak = geser(this.tampak, -dx * this.tampak.k, -dy * this.tampak.k);
    if (!this.jalur) return;
    const { dari, tuju } = this.jalur;
    this.jalur = { dari: geser(dari, -dx * dari.k, -dy * dari.k), tuju: geser(tuju, -dx * tuju.k, -dy * tuju.k) };
  }

  langsung(tampak: Tampak): void {
    this.diam();
    this.tampak = tampak;
  }

  luncur(tuju: Tampak): void {
    this.diam();
    if (tanpaGerak()) {
      this.tampak = tuju;
      return;
    }
    const mulai = performance.now();
    this.jalur = { dari: this.tampak, tuju };
    const langkah = (kini: number) => {
      const { dari, tuju: akhir } = this.jalur ?? { dari: this.tampak, tuju };
      const t = landai(Math.min(1, Math.max(0, (kini - mulai) / LAMA)));
      this.tampak = { x: diantara(dari.x, akhir.x, t), y: diantara(dari.y, akhir.y, t), k: diantara(dari.k, akhir.k, t) };
      if (t < 1) this.bingkai = requestAnimationFrame(langkah);
      else this.diam();
    };
    this.bingkai = requestAnimationFrame(langkah);
  }

  geser(dx: number, dy: number): void {
    this.langsung(geser(this.tampak, dx, dy));
  }

  zum(kali: number, px = this.ruang.w / 2, py = this.ruang.h / 2): void {
    this.langsung(zumDi(this.tampak, this.batas(this.tampak.k * kali), px, py));
  }

  langkahZum(kali: number): void {
    this.luncur(zumDi(this.tampak, this.batas(this.tampak.k * kali), this.ruang.w / 2, this.ruang.h / 2));
  }

  private tujuMuat(petak: Petak | null): Tampak {
    const { kiri, atas } = this.tepi;
    const bebas = { w: this.ruang.w - kiri, h: this.ruang.h - atas };
    return geser(muat(petak ?? this.isi, bebas, petak ? 12 : 32, petak ? BESAR : BACA), kiri, atas);
  }

  /** Return the scale at which a part of the drawing would be shown. */
  skalaMuat(petak: Petak): number {
    return this.tujuMuat(petak).k;
  }

  /** Show everything, or what is given, as large as it fits. */
  muat(petak: Petak | null = null, langsung = false): void {
    const tuju = this.tujuMuat(petak);
    if (langsung) this.langsung(tuju);
    else this.luncur(tuju);
  }

  private semuaTampak(): boolean {
    const [x, y, w, h] = jendela(this.tampak, this.ruang);
    const [a, b, c, d] = this.isi;
    return a >= x && b >= y && a + c <= x + w && b + d <= y + h;
  }

  /** Bring a box into view; `terbaca` = large enough to write in it. */
  bawa(petak: Petak, terbaca = false): void {
    const { w, h } = this.ruang;
    if (!terbaca && this.semuaTampak()) return;
    const k = terbaca ? Math.max(this.tampak.k, 0.8) : this.tampak.k;
    const dekat = k === this.tampak.k ? this.tampak : { k, x: w / 2 - (petak[0] + petak[2] / 2) * k, y: h / 3 - (petak[1] + petak[3] / 2) * k };
    this.luncur(bawaKe(dekat, petak, this.ruang));
  }

  ukurIsi(semua: Iterable<Petak>): void {
    this.isi = lingkup(semua) ?? [0, 0, 400, 240];
  }

  keDunia(px: number, py: number): [number, number] {
    return [(px - this.tampak.x) / this.tampak.k, (py - this.tampak.y) / this.tampak.k];
  }
}
