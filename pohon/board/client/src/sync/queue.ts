/** Operations that the server has not acknowledged: kept on this device until it has, each with a name of its own. */

import type { Op } from "../protocol";

/** What a member asked for, in the words of the protocol. */
export type Permintaan = { t: "op"; n: string; op: Op } | { t: "urung"; n: string; seq?: number } | { t: "ulang"; n: string };
export interface Antrean { readonly isi: readonly Permintaan[] }

/** The part of localStorage that is used. */
export interface Simpanan {
  readonly length: number;
  key(n: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const JAM = 36;

/** Return a function that makes names: rising with time, so that their order is the order in which things were done. */
export function penamaan(kini: () => number, acak: () => number): () => string {
  const ekor = Math.floor(acak() * 36 ** 5).toString(36).padStart(5, "0");
  let terakhir = 0;
  return () => {
    terakhir = Math.max(terakhir + 1, kini() * 100);
    return `${terakhir.toString(JAM).padStart(11, "0")}-${ekor}`;
  };
}

/** The queue of one member in one room. One entry of the storage per operation: tabs do not overwrite each other. */
export class Penyimpan {
  readonly awalan: string;

  constructor(private readonly simpanan: Simpanan | null, berkas: string, anggota: string) {
    this.awalan = `pohon.antre:${anggota}:${berkas}:`;
  }

  /** Return what an earlier page left behind, oldest first; what cannot be read is thrown away. */
  muat(): Permintaan[] {
    const hasil: Permintaan[] = [];
    const simpanan = this.simpanan;
    if (!simpanan) return hasil;
    const kunci = Array.from({ length: simpanan.length }, (_, n) => simpanan.key(n)).filter((satu) => satu?.startsWith(this.awalan));
    for (const satu of kunci.sort()) {
      try {
        hasil.push(JSON.parse(simpanan.getItem(satu as string) ?? "") as Permintaan);
      } catch {
        simpanan.removeItem(satu as string);
      }
    }
    return hasil;
  }

  /** Keep a request; false when the device has no room for it (the page then keeps it in memory alone). */
  simpan(satu: Permintaan): boolean {
    try {
      this.simpanan?.setItem(this.awalan + satu.n, JSON.stringify(satu));
      return this.simpanan !== null;
    } catch {
      return false;
    }
  }

  buang(n: string): void {
    this.simpanan?.removeItem(this.awalan + n);
  }
}
