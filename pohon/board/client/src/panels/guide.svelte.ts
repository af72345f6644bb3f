/** The guide of a stage as the server tells it, asked again when the tree has changed and people pause. */

import type { Id } from "../protocol";
import { alamat, ambil, kataGagal } from "./http";
import type { Ruang } from "./ruang";

export interface Tanya {
  kode: string;
  nama: string;
  simpul: Id;
  nomor: string;
  teks: string;
  jawab: string;
  akibat: string;
}
export interface Kurang {
  alasan: string;
  pesan: string;
  saran: string;
  kode: string;
  simpul: Id;
}
export interface Panduan {
  tahap: number;
  judul: string;
  putuskan: string[];
  trik: string[];
  tanya: Tanya[];
  gerbang: { boleh: boolean; kurang: Kurang[]; peringatan: number };
}

const JEDA = 700;

export const ambilPanduan = (ruang: Ruang, tahap: number): Promise<Panduan> =>
  ambil<Panduan>(alamat("/api/panduan", { berkas: ruang.berkas, tahap }), { kunci: ruang.kunci });

/** Follow the guide of the stage that `tahap` names; call it while a component is set up. */
export function ikutiPanduan(ruang: () => Ruang, tahap: () => number): { readonly isi: Panduan | null; readonly gagal: string } {
  let isi = $state.raw<Panduan | null>(null);
  let gagal = $state("");
  let shown = 0;
  $effect(() => {
    const [board, stage] = [ruang(), tahap()];
    void board.seq;
    let live = true;
    const ask = async (): Promise<void> => {
      try {
        const got = await ambilPanduan(board, stage);
        if (live) [isi, gagal, shown] = [got, "", stage];
      } catch (error) {
        if (live) gagal = kataGagal(error);
      }
    };
    const timer = setTimeout(() => void ask(), shown === stage ? JEDA : 0);
    return () => {
      live = false;
      clearTimeout(timer);
    };
  });
  return {
    get isi() {
      return isi;
    },
    get gagal() {
      return gagal;
    },
  };
}
