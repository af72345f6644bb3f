/** The websocket: opens, beats, comes back by itself. It knows nothing of trees. */

import type { DariKlien, DariServer } from "../protocol";

export type Keadaan = "menyambung" | "tersambung" | "terputus";

/** What is used of a WebSocket, so that tests can bring their own. */
export interface Soket {
  send(teks: string): void;
  close(): void;
  onopen: ((acara: never) => void) | null;
  onmessage: ((acara: never) => void) | null;
  onclose: ((acara: never) => void) | null;
}
export interface Pengait {
  buka: () => Soket;
  masuk: () => DariKlien;
  terima: (pesan: DariServer) => void;
  keadaan: (baru: Keadaan) => void;
  /** The server will not have this member: no use in trying again. */
  ditolak: (alasan: string) => void;
}

const DENYUT = 15_000;
const DIAM = 40_000;
const JEDA = [300, 800, 1_500, 3_000, 5_000, 8_000] as const;
/** Close codes after which trying again is of no use: unknown key, no such tree (or not shared). */
const TETAP = new Set([4001, 4004]);

/** Return how long to wait before attempt `ke` (0 = first), spread so that thirty phones do not come at once. */
export function jeda(ke: number, acak: number): number {
  const dasar = JEDA[Math.min(ke, JEDA.length - 1)] as number;
  return Math.round(dasar * (0.7 + 0.6 * acak));
}

export class Tautan {
  private soket: Soket | null = null;
  private percobaan = 0;
  private terdengar = 0;
  private jam: ReturnType<typeof setTimeout> | undefined;
  private detak: ReturnType<typeof setInterval> | undefined;
  private usai = false;

  constructor(private readonly kait: Pengait) {}

  mulai(): void {
    this.usai = false;
    this.sambung();
  }

  henti(): void {
    this.usai = true;
    clearTimeout(this.jam);
    clearInterval(this.detak);
    this.lepas();
  }

  /** Try at once: the network is back, the screen is on again. */
  segera(): void {
    if (this.usai || (this.soket && Date.now() - this.terdengar < DENYUT)) return;
    this.percobaan = 0;
    this.lepas();
    this.sambung();
  }

  kirim(pesan: DariKlien): boolean {
    if (!this.soket || this.keadaan !== "tersambung") return false;
    this.soket.send(JSON.stringify(pesan));
    return true;
  }

  keadaan: Keadaan = "terputus";

  /** Called by the owner when the first state has come. */
  siap(): void {
    this.percobaan = 0;
    this.ganti("tersambung");
  }

  private ganti(baru: Keadaan): void {
    if (baru === this.keadaan) return;
    this.keadaan = baru;
    this.kait.keadaan(baru);
  }

  private lepas(): void {
    const lama = this.soket;
    this.soket = null;
    if (!lama) return;
    lama.onopen = lama.onmessage = lama.onclose = null;
    lama.close();
  }

  private sambung(): void {
    clearTimeout(this.jam);
    this.ganti("menyambung");
    const soket = this.kait.buka();
    this.soket = soket;
    this.terdengar = Date.now();
    soket.onopen = () => {
      soket.send(JSON.stringify(this.kait.masuk()));
    };
    soket.onmessage = ({ data }: { data: unknown }) => {
      this.terdengar = Date.now();
      if (typeof data === "string") this.kait.terima(JSON.parse(data) as DariServer);
    };
    soket.onclose = ({ code, reason }: { code: number; reason: string }) => this.putus(code, reason);
    clearInterval(this.detak);
    this.detak = setInterval(() => this.denyut(), DENYUT);
  }

  private denyut(): void {
    if (Date.now() - this.terdengar > DIAM) this.putus(0, "");
    else this.kirim({ t: "denyut" });
  }

  private putus(kode: number, alasan: string): void {
    clearInterval(this.detak);
    this.lepas();
    this.ganti("terputus");
    if (this.usai) return;
    if (TETAP.has(kode)) {
      this.usai = true;
      this.kait.ditolak(alasan);
      return;
    }
    this.jam = setTimeout(() => this.sambung(), jeda(this.percobaan++, Math.random()));
  }
}
