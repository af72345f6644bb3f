/** The commands of the board: the mind-map keys, the view, the panels. Each is one entry of the registry. */

import { tetangga, type ArahPanah } from "./geometry";
import { kelompokCabang } from "./family";
import type { Perintah } from "./registry";
import type { Lensa } from "../canvas/lens.svelte";
import type { Proyektor } from "../canvas/projector.svelte";
import type { Adegan } from "../canvas/scene.svelte";
import type { Id } from "../protocol";
import type { Papan } from "../sync/papan.svelte";
import { anak, baris, belumDitempatkan, diBawah, letak, rantai, saudara, sebut } from "../sync/tree";

export type CaraTujuan = "pindah" | "sambung";

/** What the commands need of the page around them. */
export interface Meja {
  papan: Papan;
  lensa: Lensa;
  adegan: Adegan;
  cari: () => void;
  bantuan: () => void;
  daftar: () => void;
  menu: () => void;
  proyektor: () => void;
  layar: Proyektor;
  wilayah: (balik: boolean) => void;
  /** Begin to choose a box by pointing: the new parent, or a further effect. */
  pilihTujuan: (id: Id, cara: CaraTujuan) => void;
  keluar: () => boolean;
  kePohon: () => void;
}

const PANAH: readonly ArahPanah[] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
const NAMA_PANAH: Record<ArahPanah, string> = { ArrowUp: "atas", ArrowDown: "bawah", ArrowLeft: "kiri", ArrowRight: "kanan" };

function garis(meja: Meja): boolean {
  return meja.papan.pandang.mode === "garis";
}

/** Move the focus in the outline: up and down through the rows, left and right through the levels. */
function panahGaris({ papan }: Meja, arah: ArahPanah): void {
  const id = papan.fokus;
  const semua = baris(papan.pohon, papan.lipat).map((satu) => satu.id);
  if (id === null) return papan.fokuskan(semua[0] ?? "");
  const kini = semua.indexOf(id);
  const pertama = anak(papan.pohon, id)[0];
  if (arah === "ArrowUp" || arah === "ArrowDown") return papan.fokuskan(semua[kini + (arah === "ArrowUp" ? -1 : 1)] ?? id);
  if (arah === "ArrowRight") {
    if (papan.lipat.has(id)) papan.lipatkan(id);
    else if (pertama) papan.fokuskan(pertama);
  } else if (pertama && !papan.lipat.has(id)) papan.lipatkan(id);
  else papan.fokuskan(papan.pohon.simpul[id]?.parent ?? id);
}

function panah(meja: Meja, arah: ArahPanah): void {
  const { papan, adegan } = meja;
  if (garis(meja)) return panahGaris(meja, arah);
  if (papan.fokus === null || !adegan.semua.has(papan.fokus)) return papan.fokuskan([...adegan.semua.keys()][0] ?? "");
  const ke = tetangga(adegan.semua, papan.fokus, arah, kelompokCabang(papan.pohon, papan.fokus));
  const lanjut = ke ?? keluarLayar(meja, papan.fokus, arah);
  if (lanjut !== null) papan.fokuskan(lanjut);
}

/** In projector mode only a part is drawn: the arrow that finds no box goes on in the tree. */
function keluarLayar({ papan, adegan, layar }: Meja, id: Id, arah: ArahPanah): Id | null {
  if (!layar.nyala) return null;
  const [naik, turun] = adegan.arah === "bawah" ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"];
  if (arah === naik) return papan.pohon.simpul[id]?.parent ?? null;
  return arah === turun && adegan.tertutup(id) ? (anak(papan.pohon, id)[0] ?? null) : null;
}

/** Alt and an arrow: along the siblings it changes the order, across them the level. */
function pindah(meja: Meja, arah: ArahPanah): void {
  const { papan } = meja;
  const id = papan.fokus;
  if (id === null || belumDitempatkan(papan.pohon, id)) return;
  const mendatar = !garis(meja) && meja.adegan.arah === "bawah";
  const [mundur, maju, naik] = mendatar ? ["ArrowLeft", "ArrowRight", "ArrowUp"] : ["ArrowUp", "ArrowDown", "ArrowLeft"];
  const daftar = saudara(papan.pohon, id);
  const [n, parent] = [daftar.indexOf(id), papan.pohon.simpul[id]?.parent ?? null];
  if (arah === mundur || arah === maju) {
    const ke = arah === mundur ? n - 1 : n + 1;
    if (ke < 0 || ke >= daftar.length) return;
    const sesudah = arah === mundur ? (daftar[n - 2] ?? null) : (daftar[ke] ?? null);
    papan.kirim({ o: "pindah", id, parent, sesudah });
  } else if (arah === naik) {
    if (parent === null) return;
    papan.kirim({ o: "pindah", id, parent: letak(papan.pohon, parent).parent, sesudah: parent });
  } else {
    const kakak = daftar[n - 1];
    if (!kakak) return papan.kabari("Untuk turun satu tingkat harus ada kotak lain di depannya.");
    papan.kirim({ o: "pindah", id, parent: kakak, sesudah: "" });
  }
  papan.fokuskan(id);
}

function saudaraBaru(papan: Papan): void {
  const id = papan.fokus;
  if (id === null || !papan.pohon.simpul[id]) return papan.buat(null, "");
  if (belumDitempatkan(papan.pohon, id)) return papan.kabari("Tempatkan gagasan ini dulu ke dalam pohon, baru tambahkan kotak di sebelahnya.");
  papan.buat(papan.pohon.simpul[id].parent, id);
}

function anakBaru(papan: Papan): void {
  const id = papan.fokus;
  if (id === null || !papan.pohon.simpul[id]) return papan.buat(null, "");
  if (belumDitempatkan(papan.pohon, id)) return papan.kabari("Tempatkan gagasan ini dulu ke dalam pohon, baru uraikan.");
  papan.buat(id, "");
}

/** Put a branch below another node: moved there, or placed when it was an idea. */
export function tempel(papan: Papan, id: Id, parent: Id): void {
  if (diBawah(papan.pohon, parent, id)) return papan.kabari("Cabang tidak dapat dipindah ke bawah dirinya sendiri.");
  const o = belumDitempatkan(papan.pohon, id) ? "tempatkan" : "pindah";
  papan.kirim({ o, id, parent, sesudah: "" });
  papan.dipotong = null;
  papan.fokuskan(id);
}

/** Give the node another kind of the profile; its place stays. */
function gantiJenis(papan: Papan, langkah: -1 | 1): void {
  const simpul = papan.pohon.simpul[papan.fokus ?? ""];
  if (!simpul || simpul.kind === "gagasan") return;
  const urutan = rantai(papan.pohon);
  const nilai = urutan[urutan.indexOf(simpul.kind) + langkah];
  if (nilai) papan.kirim({ o: "ubah", id: simpul.id, field: "kind", nilai });
}

/** A node brings about another one too: the support edge is made, or taken away when it is there. */
export function sambungkan(papan: Papan, sebab: Id, akibat: Id): void {
  const ada = papan.pohon.simpul[akibat]?.ref?.includes(sebab) ?? false;
  papan.kirim({ o: ada ? "lepas" : "sambung", id: akibat, sebab });
  papan.fokuskan(sebab);
}

function menyunting(meja: Meja): Perintah[] {
  const { papan } = meja;
  const boleh = () => papan.bolehSunting && papan.siap;
  const ada = () => boleh() && papan.fokus !== null;
  const dasar = { kelompok: "Menyusun pohon", di: "pohon" as const };
  return [
    { ...dasar, id: "saudara", nama: "Kotak baru di tingkat yang sama", tombol: ["Enter"], bila: boleh, jalan: () => saudaraBaru(papan) },
    { ...dasar, id: "anak", nama: "Kotak baru di bawahnya (uraian)", tombol: ["Tab", "Insert"], bila: boleh, jalan: () => anakBaru(papan) },
    { ...dasar, id: "sunting", nama: "Ubah kalimat", tombol: ["F2"], bila: ada, jalan: () => papan.sunting(papan.fokus as Id) },
    { ...dasar, id: "hapus", nama: "Hapus kotak beserta cabangnya", tombol: ["Delete"], bila: ada, jalan: () => papan.hapus(papan.fokus as Id) },
    ...PANAH.map((arah): Perintah => ({
      ...dasar, id: `pindah-${NAMA_PANAH[arah]}`, nama: `Pindahkan kotak ke ${NAMA_PANAH[arah]}`, tombol: [`Alt+${arah}`], bila: ada, jalan: () => pindah(meja, arah),
    })),
    { ...dasar, id: "jenis-naik", nama: "Jadikan jenis kondisi di atasnya", tombol: ["Ctrl+Shift+ArrowUp"], bila: ada, jalan: () => gantiJenis(papan, -1) },
    { ...dasar, id: "jenis-turun", nama: "Jadikan jenis kondisi di bawahnya", tombol: ["Ctrl+Shift+ArrowDown"], bila: ada, jalan: () => gantiJenis(papan, 1) },
    { ...dasar, id: "potong", nama: "Ambil cabang untuk dipindahkan", tombol: ["Ctrl+X"], bila: ada, jalan: () => {
      papan.dipotong = papan.fokus;
      papan.kabari(`Diambil: ${sebut(papan.pohon.simpul[papan.fokus as Id])}. Pilih kotak tujuan lalu tekan Ctrl + V.`);
    } },
    { ...dasar, id: "tempel", nama: "Letakkan cabang yang diambil di bawah kotak ini", tombol: ["Ctrl+V"], bila: () => ada() && papan.dipotong !== null, jalan: () => tempel(papan, papan.dipotong as Id, papan.fokus as Id) },
    { ...dasar, id: "pilih-tujuan", nama: "Pindahkan ke kotak yang ditunjuk", tombol: [], bila: ada, jalan: () => meja.pilihTujuan(papan.fokus as Id, "pindah") },
    { ...dasar, id: "sambung", nama: "Sambungkan ke akibat lain, atau lepaskan", tombol: ["Alt+Enter"], bila: ada, jalan: () => meja.pilihTujuan(papan.fokus as Id, "sambung") },
    { ...dasar, id: "urung", nama: "Urungkan perubahan terakhir saya", tombol: ["Ctrl+Z"], di: "luas", bila: boleh, jalan: () => papan.urung() },
    { ...dasar, id: "ulang", nama: "Ulangi yang diurungkan", tombol: ["Ctrl+Y", "Ctrl+Shift+Z"], di: "luas", bila: boleh, jalan: () => papan.ulang() },
  ];
}

function bergerak(meja: Meja): Perintah[] {
  const { papan, lensa, adegan } = meja;
  const dasar = { kelompok: "Bergerak dan melihat", di: "pohon" as const };
  const kanvas = () => !garis(meja);
  const cabang = () => papan.fokus !== null && anak(papan.pohon, papan.fokus).length > 0;
  return [
    ...PANAH.map((arah): Perintah => ({ ...dasar, id: `ke-${NAMA_PANAH[arah]}`, nama: `Ke kotak di ${NAMA_PANAH[arah]}`, tombol: [arah], jalan: () => panah(meja, arah) })),
    { ...dasar, id: "awal", nama: "Ke kotak paling atas", tombol: ["Home"], jalan: () => papan.fokuskan(papan.pohon.akar[0] ?? "") },
    { ...dasar, id: "lipat", nama: "Lipat atau buka cabang", tombol: ["Space"], bila: cabang, jalan: () => papan.lipatkan(papan.fokus as Id) },
    { ...dasar, id: "buka-semua", nama: "Buka semua cabang", tombol: ["Ctrl+Space"], bila: () => papan.pandang.lipat.length > 0, jalan: () => papan.lihat({ lipat: [] }) },
    { ...dasar, id: "menu", nama: "Menu kotak", tombol: ["ContextMenu", "Shift+F10"], bila: () => papan.fokus !== null, jalan: meja.menu },
    { ...dasar, id: "muat", nama: "Tampilkan seluruh pohon", tombol: ["Ctrl+0"], di: "luas", bila: kanvas, jalan: () => lensa.muat() },
    { ...dasar, id: "muat-cabang", nama: "Perbesar ke cabang ini", tombol: ["Ctrl+Shift+0"], di: "luas", bila: () => kanvas() && papan.fokus !== null, jalan: () => {
      const semua = [...adegan.semua].filter(([id]) => diBawah(papan.pohon, id, papan.fokus as Id)).map(([, petak]) => petak);
      if (semua.length) lensa.muat(lingkupAtau(semua));
    } },
    { ...dasar, id: "perbesar", nama: "Perbesar", tombol: ["Ctrl++", "Ctrl+="], di: "luas", bila: kanvas, jalan: () => lensa.langkahZum(1.25) },
    { ...dasar, id: "perkecil", nama: "Perkecil", tombol: ["Ctrl+-"], di: "luas", bila: kanvas, jalan: () => lensa.langkahZum(0.8) },
    { ...dasar, id: "arah", nama: "Ganti arah: ke bawah atau ke kanan", tombol: ["Ctrl+Shift+A"], di: "luas", bila: kanvas, jalan: () => papan.arahkan(papan.pandang.arah === "bawah" ? "kanan" : "bawah") },
    { ...dasar, id: "mode", nama: "Ganti tampilan: gambar atau daftar", tombol: ["Ctrl+Shift+L"], di: "luas", jalan: () => papan.lihat({ mode: garis(meja) ? "kanvas" : "garis" }) },
    { ...dasar, id: "proyektor", nama: "Tampilan proyektor", tombol: ["F9"], di: "selalu", jalan: meja.proyektor },
    { ...dasar, id: "rincian", nama: "Rincian kotak di tampilan proyektor", tombol: ["Shift+F9"], di: "selalu", bila: () => meja.layar.nyala, jalan: () => (meja.layar.rinci = !meja.layar.rinci) },
    { ...dasar, id: "cari", nama: "Cari kalimat atau nomor", tombol: ["Ctrl+F"], di: "selalu", jalan: meja.cari },
    { ...dasar, id: "wilayah", nama: "Ke bagian layar berikutnya", tombol: ["F6"], di: "selalu", jalan: () => meja.wilayah(false) },
    { ...dasar, id: "wilayah-balik", nama: "Ke bagian layar sebelumnya", tombol: ["Shift+F6"], di: "selalu", jalan: () => meja.wilayah(true), diam: true },
    { ...dasar, id: "keluar", nama: "Batalkan, tutup", tombol: ["Escape"], di: "luas", jalan: () => void meja.keluar() },
  ];
}

function lingkupAtau(semua: readonly (readonly [number, number, number, number])[]): [number, number, number, number] {
  const [x, y] = [Math.min(...semua.map((satu) => satu[0])), Math.min(...semua.map((satu) => satu[1]))];
  return [x, y, Math.max(...semua.map((satu) => satu[0] + satu[2])) - x, Math.max(...semua.map((satu) => satu[1] + satu[3])) - y];
}

const PANEL: readonly [string, string, string][] = [
  ["tahap", "Panduan tahap", "Alt+1"], ["temuan", "Daftar temuan", "Alt+2"], ["simpul", "Rincian kotak", "Alt+3"], ["gagasan", "Gagasan", "Alt+4"],
  ["riwayat", "Riwayat dan versi", "Alt+5"], ["komentar", "Komentar", "Alt+6"], ["peserta", "Peserta", "Alt+7"], ["bentrok", "Dua bunyi untuk dipilih", "Alt+8"],
];
const LEMBAR: readonly [string, string, string, number][] = [
  ["indikator", "Lembar indikator", "Alt+9", 4], ["pemetaan", "Lembar komponen dan jabatan", "Alt+0", 5],
];

/** Open a panel and go into it; the same key in the panel closes it again. */
function bukaPanel({ papan, kePohon }: Meja, id: string): void {
  const diDalam = document.activeElement?.closest("#panel-samping") !== null;
  papan.panel = papan.panel === id && diDalam ? "" : id;
  if (papan.panel) setTimeout(() => document.getElementById("panel-samping")?.focus());
  else kePohon();
}

function bukaLembar({ papan, kePohon }: Meja, id: string): void {
  papan.lembar = papan.lembar === id ? "" : id;
  if (!papan.lembar) kePohon();
}

function panel(meja: Meja): Perintah[] {
  const { papan } = meja;
  const dasar = { kelompok: "Panel dan bantuan", di: "selalu" as const };
  return [
    ...PANEL.map(([id, nama, tombol]): Perintah => ({ ...dasar, id: `panel-${id}`, nama, tombol: [tombol], jalan: () => bukaPanel(meja, id) })),
    ...LEMBAR.map(([id, nama, tombol, tahap]): Perintah => ({
      ...dasar, id: `lembar-${id}`, nama, tombol: [tombol], bila: () => papan.tahap >= tahap, jalan: () => bukaLembar(meja, id),
    })),
    { ...dasar, id: "bantuan", nama: "Daftar tombol", tombol: ["?"], di: "luas", jalan: meja.bantuan },
    { ...dasar, id: "bantuan-f1", nama: "Daftar tombol", tombol: ["F1"], jalan: meja.bantuan, diam: true },
    { ...dasar, id: "perintah", nama: "Cari perintah", tombol: ["Ctrl+K"], jalan: meja.daftar },
  ];
}

/** Return every command of the board. */
export function perintahPapan(meja: Meja): Perintah[] {
  return [...menyunting(meja), ...bergerak(meja), ...panel(meja)];
}
