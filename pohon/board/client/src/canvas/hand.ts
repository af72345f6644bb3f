/** Pointers on the canvas: pan, pinch, tap, long press, drag of a box. Tells what was meant, changes nothing itself. */

import type { Id } from "../protocol";

export interface Isyarat {
  ketuk(id: Id | null, acara: PointerEvent): void;
  menu(id: Id | null, x: number, y: number): void;
  geser(dx: number, dy: number): void;
  cubit(kali: number, x: number, y: number): void;
  bolehSeret(id: Id): boolean;
  seret(id: Id, x: number, y: number): void;
  lepas(id: Id, x: number, y: number): void;
  batalSeret(): void;
}

const GERAK = 6;
const TEKAN_LAMA = 550;

interface Titik { x: number; y: number }

export class Tangan {
  private readonly jari = new Map<number, Titik>();
  private awal: Titik = { x: 0, y: 0 };
  private pada: Id | null = null;
  private mode: "diam" | "tekan" | "geser" | "cubit" | "seret" = "diam";
  private jam: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly isyarat: Isyarat, private readonly titik: (acara: { clientX: number; clientY: number }) => Titik) {}

  turun(acara: PointerEvent, pada: Id | null, wadah: Element): void {
    if (acara.button > 1) return;
    const p = this.titik(acara);
    this.jari.set(acara.pointerId, p);
    wadah.setPointerCapture(acara.pointerId);
    if (this.jari.size === 2) {
      this.hentiSeret();
      this.mode = "cubit";
      clearTimeout(this.jam);
      return;
    }
    [this.awal, this.pada, this.mode] = [p, pada, "tekan"];
    clearTimeout(this.jam);
    if (acara.pointerType !== "mouse")
      this.jam = setTimeout(() => {
        if (this.mode !== "tekan") return;
        this.mode = "diam";
        this.isyarat.menu(pada, p.x, p.y);
      }, TEKAN_LAMA);
  }

  gerak(acara: PointerEvent): void {
    const lama = this.jari.get(acara.pointerId);
    if (!lama) return;
    const p = this.titik(acara);
    if (this.mode === "cubit") this.cubit(acara.pointerId, p);
    this.jari.set(acara.pointerId, p);
    if (this.mode === "tekan" && Math.hypot(p.x - this.awal.x, p.y - this.awal.y) > GERAK) {
      clearTimeout(this.jam);
      const tetikus = acara.pointerType === "mouse" && acara.button !== 1;
      this.mode = tetikus && this.pada !== null && this.isyarat.bolehSeret(this.pada) ? "seret" : "geser";
    }
    if (this.mode === "geser") this.isyarat.geser(p.x - lama.x, p.y - lama.y);
    if (this.mode === "seret" && this.pada !== null) this.isyarat.seret(this.pada, p.x, p.y);
  }

  naik(acara: PointerEvent): void {
    if (!this.jari.delete(acara.pointerId)) return;
    clearTimeout(this.jam);
    const p = this.titik(acara);
    if (this.mode === "tekan") this.isyarat.ketuk(this.pada, acara);
    if (this.mode === "seret" && this.pada !== null) this.isyarat.lepas(this.pada, p.x, p.y);
    this.mode = this.jari.size === 1 ? "geser" : "diam";
  }

  batal(acara: PointerEvent): void {
    this.jari.delete(acara.pointerId);
    clearTimeout(this.jam);
    this.hentiSeret();
    this.mode = "diam";
  }

  /** Escape while a box hangs on the pointer. */
  hentiSeret(): void {
    if (this.mode === "seret") this.isyarat.batalSeret();
    if (this.mode === "seret") this.mode = "diam";
  }

  get menyeret(): boolean {
    return this.mode === "seret";
  }

  private cubit(siapa: number, p: Titik): void {
    const lama = this.jari.get(siapa) as Titik;
    const lain = [...this.jari].find(([id]) => id !== siapa)?.[1];
    if (!lain) return;
    const kali = Math.hypot(p.x - lain.x, p.y - lain.y) / Math.max(1, Math.hypot(lama.x - lain.x, lama.y - lain.y));
    this.isyarat.cubit(kali, (p.x + lain.x) / 2, (p.y + lain.y) / 2);
    this.isyarat.geser((p.x - lama.x) / 2, (p.y - lama.y) / 2);
  }
}
