/** What client and server say to each other; docs/papan/protokol.md explains it. */

export type Id = string;
export type Kind = "outcome" | "csf" | "utama" | "antara" | "operasional" | "gagasan";
export type Peran = "fasilitator" | "peserta" | "penonton";
export type Tingkat = "galat" | "peringatan" | "saran";
export type Arah = "bawah" | "kanan";
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Target { tahun: number; nilai: string }
export interface Indikator {
  nama: string; satuan?: string; arah?: "naik" | "turun" | "tetap" | null; iku?: boolean; rumus?: string; hitung?: string;
  variabel?: [string, string][]; relevansi?: string; sumber?: string; penanggung_jawab?: string; awal?: string;
  target?: Target[]; realisasi?: Target[]; penjelasan_target?: string; hubungan?: string; catatan?: string;
}
export interface Crosscutting { mitra: string; peran?: string; kontribusi?: string; status?: string | null; alasan?: string; rujuk?: string }
export interface Waiver { kode: string; alasan: string; oleh?: string; tanggal?: string }

/** A node as it travels; empty fields are left out. */
export interface Simpul {
  id: Id; kind: Kind; statement: string; parent: Id | null; sebab: Id[]; ref?: Id[];
  isu?: string; waktu?: string; dasar?: { mandat?: string; permasalahan?: string; harapan?: string } | null;
  indikator?: Indikator[]; crosscutting?: Crosscutting[]; komponen?: string; jabatan?: string[]; program?: string[];
  anggaran?: string; dasar_hukum?: string[]; uraian?: string; bukti?: string[]; pengaruh?: string; status?: string; jawab?: [string, string][]; abaikan?: Waiver[]; catatan?: string;
}
export interface Jabatan { id: string; nama: string; jenjang: string; pemangku?: string; tugas?: string; fungsi?: string[]; bawahan?: Jabatan[]; catatan?: string }
/** Records as in the tree file: the amount is `anggaran` on program and kegiatan, `pagu` on sub kegiatan. */
export interface Program { kode?: string; nama: string; anggaran?: string; pagu?: string; pagu_indikatif?: Target[]; sumber_dana?: string; nomenklatur?: string; catatan?: string; kegiatan?: Program[]; sub_kegiatan?: Program[] }
/** One level of the profile: what a kind is called and what it takes from stage 4 and 5 on. */
export interface Level { kind: Kind; label: string; hasil: boolean; tingkat: string; komponen: string[]; jenjang: string[] }
export interface Berkas {
  judul: string; instansi: string; pemerintah?: string; tahap: number; periode?: string; tahun?: number | null; profil: string;
  level: Level[]; dasar_hukum?: string[]; jabatan?: Jabatan[]; program?: Program[]; jenis?: string; abaikan?: Waiver[]; catatan?: string;
}
export interface Pohon { berkas: Berkas; akar: Id[]; belum: Id[]; simpul: { [id: Id]: Simpul } }

export interface Anggota { id: string; nama: string; peran: Peran; ada: boolean; simpul?: Id | null; sunting?: boolean }
export interface Bentrok { id: string; simpul: Id; field: string; dasar: string; kini: string | null; usul: string; oleh: string; nama: string; at: number }
export interface Komentar { id: string; simpul: Id; teks: string; oleh: string; nama: string; at: number; selesai: boolean }
export interface Gagasan { oleh: string; nama: string; at: number; suara: number }
export interface Versi { seq: number; nama: string; at: number; oleh: string }
export interface Atur { peserta_menyunting: boolean; suara_per_orang: number; gagasan_anonim: boolean; bagikan: boolean }
export interface Timer { sampai: number; detik: number; judul: string }
export interface Papan {
  bentrok: { [id: string]: Bentrok }; komentar: { [id: string]: Komentar };
  /** idea id -> who brought it (oleh "" = anonymous) and its votes; `suara_saya` = ids this member voted for */
  gagasan: { [id: Id]: Gagasan }; suara_saya: Id[]; versi: Versi[]; atur: Atur; timer: Timer | null;
}
export interface Temuan {
  kode: string; nama: string; tingkat: Tingkat; tahap: number; simpul: Id; pesan: string; saran: string; bukti: string;
  terkait: Id[]; diabaikan: string | null; perbaikan: { field: string; teks: string; aman: boolean } | null;
}

export type Op =
  | { o: "tambah"; id: Id; parent: Id | null; sesudah: Id | null | ""; kind?: Kind; statement: string }
  | { o: "ubah"; id: Id; field: string; nilai: Json; dasar?: Json }
  | { o: "isi"; simpul: { [id: Id]: { [field: string]: Json } } }
  | { o: "pindah"; id: Id; parent: Id | null; sesudah: Id | null | ""; kind?: Kind }
  | { o: "hapus"; id: Id }
  | { o: "sambung" | "lepas"; id: Id; sebab: Id }
  | { o: "berkas"; field: string; nilai: Json }
  | { o: "gagasan"; id: Id; teks: string; anonim: boolean }
  | { o: "tempatkan"; id: Id; parent: Id | null; sesudah: Id | null | ""; kind?: Kind }
  | { o: "perbaiki"; id: Id; kode: string; field: string }
  | { o: "tutup" | "buka"; tahap: number }
  | { o: "pilih"; bentrok: string; pakai: "kini" | "usul" | "lain"; teks?: string }
  | { o: "suara"; id: Id; nilai: 0 | 1 }
  | { o: "komentar"; id: string; simpul: Id; teks: string }
  | { o: "komentar-selesai"; id: string; selesai: boolean }
  | { o: "versi"; nama: string }
  | { o: "atur"; nilai: Partial<Atur> }
  | { o: "timer"; detik: number; judul: string };

/** The screen of a room: around which node, how many pixels, with everything that stands in the boxes or not. */
export interface Layar { simpul: Id | null; lebar: number; tinggi: number; rinci: boolean }
/** A node that is gone, drawn where it hung. */
export interface Hantu { id: Id; induk: Id | null; kind: Kind; kalimat: string }
export interface Pandang { mode: "kanvas" | "garis"; arah: Arah; lipat: Id[]; layar?: Layar | null; hantu?: Hantu[] | null }

export type DariKlien =
  | { t: "masuk"; kunci: string; sejak?: number; tanda?: string; pandang: Pandang }
  | { t: "op"; n: string; op: Op }
  | { t: "urung"; n: string; seq?: number }
  | { t: "ulang"; n: string }
  | { t: "hadir"; simpul?: Id | null; sunting: boolean }
  | { t: "pandang"; pandang: Pandang }
  | { t: "denyut" };

export interface PapanPatch {
  bentrok?: { [id: string]: Bentrok | null }; komentar?: { [id: string]: Komentar | null }; gagasan?: { [id: Id]: Gagasan | null };
  suara_saya?: Id[]; versi?: Versi[]; atur?: Atur; timer?: Timer | null;
}
export interface Patch {
  simpul?: { [id: Id]: Partial<Simpul> }; hilang?: Id[]; akar?: Id[]; belum?: Id[]; berkas?: Partial<Berkas>; papan?: PapanPatch;
}
export interface OpMade { t: "op"; seq: number; at: number; oleh: string; nama: string; n?: string; o: string; ringkas: string; patch: Patch }

export type Garis = [look: string, x: number, y: number, size: number, width: number, text: string];
export interface Kotak { b: [number, number, number, number]; f?: number[]; l?: Garis[] }
export interface Lukisan {
  seq: number; lebar: number; tinggi: number; bentuk: [number, string, string][]; kotak: { [id: Id]: Kotak }; hilang: Id[];
  kawat: { [cause: Id]: number[] | null }; dukung?: [Id, Id, number[]][]; pita?: [string, string, 0 | 1, number, number][];
  belum?: [number, number, number, number] | null;
}

export type DariServer =
  | { t: "awal"; seq: number; tanda: string; saya: Anggota; pohon: Pohon; papan: Papan; anggota: Anggota[]; temuan: { [id: Id]: Temuan[] }; simpan: Simpan }
  | { t: "susul"; dari: number; ke: number; op: OpMade[] }
  | OpMade
  | { t: "tolak"; n: string; pesan: string; saran: string; bentrok?: string }
  | { t: "temuan"; seq: number; ganti: { [id: Id]: Temuan[] }; jumlah: { [tingkat in Tingkat]: number } }
  | { t: "lukis"; seq: number; penuh: boolean; lukisan: Lukisan }
  | { t: "kelompok"; grup: Id[][] }
  | { t: "hadir"; anggota: Anggota[] }
  | ({ t: "simpan" } & Simpan)
  | { t: "pesan"; tingkat: "info" | "peringatan" | "galat"; pesan: string }
  | { t: "denyut" };

export interface Simpan { seq: number; keadaan: "menyimpan" | "tersimpan" | "gagal"; pesan: string }
