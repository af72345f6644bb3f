/** The room as this page sees it: state of the server, own operations laid over it, focus and view. */

import { hantuBanding } from "../panels/compare";
import type { Ruang, Tanda } from "../panels/ruang";
import type {
  Anggota, Arah, DariServer, Id, Lukisan, OpMade, Op, Pandang, Papan as IsiPapan, Pohon, Simpan, Temuan, Tingkat,
} from "../protocol";
import { kabari } from "../parts/toast.svelte";
import { Tautan, type Keadaan as Sambungan, type Soket } from "./link";
import { hitung, idBaru, milik, pulih, teksDari } from "./ops";
import { terapkan, terapkanPapan } from "./overlay";
import { LUKISAN_KOSONG, tempelLukisan, tempelPapan, tempelPatch, tempelTemuan } from "./patch";
import { penamaan, Penyimpan, type Permintaan, type Simpanan } from "./queue";
import { cabang, diBawah, letak, leluhur, sebut } from "./tree";

const POHON_KOSONG: Pohon = {
  berkas: { judul: "", instansi: "", tahap: 1, profil: "", level: [] }, akar: [], belum: [], simpul: {},
};
const PAPAN_KOSONG: IsiPapan = {
  bentrok: {}, komentar: {}, gagasan: {}, suara_saya: [], versi: [], timer: null,
  atur: { peserta_menyunting: false, suara_per_orang: 3, gagasan_anonim: false, bagikan: false },
};
const SAYA_KOSONG: Anggota = { id: "", nama: "", peran: "penonton", ada: false };
const HADIR_JEDA = 250;

/** A new node that is being typed and that nobody else has seen yet. */
export interface Draf { id: Id; parent: Id | null; sesudah: Id | null | "" }
/** A text of one's own that the server did not take: kept on the screen until its author has dealt with it. */
export interface Tertahan { n: string; simpul: string; teks: string; pesan: string; saran: string }

export interface Pilihan {
  berkas: string;
  kunci: string;
  saya: Anggota;
  buka: () => Soket;
  simpanan: Simpanan | null;
  /** Storage of this tab alone: a sentence that is half typed outlives a reload. */
  laci: Simpanan | null;
  ditolak: (alasan: string) => void;
}

export class Papan implements Ruang {
  readonly berkas: string;
  readonly kunci: string;

  private dasar = $state.raw<Pohon>(POHON_KOSONG);
  private dasarPapan = $state.raw<IsiPapan>(PAPAN_KOSONG);
  private tunggu = $state.raw<readonly Permintaan[]>([]);
  saya = $state.raw<Anggota>(SAYA_KOSONG);
  anggota = $state.raw<Anggota[]>([]);
  temuan = $state.raw<{ [id: Id]: Temuan[] }>({});
  jumlahTemuan = $state.raw<{ [tingkat in Tingkat]: number }>({ galat: 0, peringatan: 0, saran: 0 });
  kelompok = $state.raw<Id[][]>([]);
  simpan = $state.raw<Simpan>({ seq: 0, keadaan: "tersimpan", pesan: "" });
  lukisan = $state.raw<Lukisan>(LUKISAN_KOSONG);
  /** Rises with every drawing that came whole. */
  penuh = $state(0);
  sambungan = $state<Sambungan>("menyambung");
  seq = $state(0);
  siap = $state(false);
  selisihJam = $state(0);
  pandang = $state.raw<Pandang>({ mode: "kanvas", arah: "bawah", lipat: [] });
  fokus = $state<Id | null>(null);
  /** Rises with every wish to bring the focus into view. */
  bawa = $state(0);
  menyunting = $state<Id | null>(null);
  /** Text that typing begins with (null = what stands there), and what stood there when it began. */
  awalSunting = $state<string | null>(null);
  dasarSunting = "";
  draf = $state.raw<Draf | null>(null);
  dipotong = $state<Id | null>(null);
  banding = $state.raw<ReadonlyMap<Id, Tanda> | null>(null);
  tertahan = $state.raw<Tertahan[]>([]);
  panel = $state<string>("");
  lembar = $state<string>("");

  readonly pohon: Pohon = $derived.by(() =>
    this.tunggu.reduce((pohon, satu) => (satu.t === "op" ? terapkan(pohon, satu.op) : pohon), this.dasar));
  readonly papan: IsiPapan = $derived.by(() =>
    this.tunggu.reduce((papan, satu) => (satu.t === "op" ? terapkanPapan(papan, satu.op, this.saya, Date.now() + this.selisihJam) : papan), this.dasarPapan));
  readonly antre: number = $derived(this.sambungan === "tersambung" ? 0 : this.tunggu.length);
  readonly tahap: number = $derived(this.pohon.berkas.tahap);
  readonly bolehSunting: boolean = $derived(
    this.saya.peran === "fasilitator" || (this.saya.peran === "peserta" && this.papan.atur.peserta_menyunting));
  /** Nodes that were made or changed after the drawing on the screen: id -> number of the operation. */
  private segar = $state.raw<ReadonlyMap<Id, number>>(new Map());
  /** Nodes whose picture is out of date: by an operation that waits, or by one that is not drawn yet. */
  readonly basi: ReadonlySet<Id> = $derived.by(() => {
    const hasil = new Set(this.segar.keys());
    for (const satu of this.tunggu) if (satu.t === "op") for (const id of milik(satu.op)) hasil.add(id);
    return hasil;
  });
  /** Nodes with an operation that the server does not have yet. */
  readonly menunggu: ReadonlySet<Id> = $derived(
    new Set(this.tunggu.flatMap((satu) => (satu.t === "op" ? milik(satu.op) : []))));
  readonly lipat: ReadonlySet<Id> = $derived(new Set(this.pandang.lipat));

  private tanda = "";
  private readonly nama = penamaan(Date.now, Math.random);
  private readonly penyimpan: Penyimpan;
  private readonly tautan: Tautan;
  private readonly laci: Simpanan | null;
  private readonly kunciKetik: string;
  private jamHadir: ReturnType<typeof setTimeout> | undefined;
  private hadirLama = "";

  constructor(pilihan: Pilihan) {
    this.berkas = pilihan.berkas;
    this.kunci = pilihan.kunci;
    this.saya = pilihan.saya;
    this.penyimpan = new Penyimpan(pilihan.simpanan, pilihan.berkas, pilihan.saya.id);
    this.tunggu = this.penyimpan.muat();
    this.laci = pilihan.laci;
    this.kunciKetik = `pohon.ketik:${pilihan.saya.id}:${pilihan.berkas}`;
    this.tautan = new Tautan({
      buka: pilihan.buka,
      masuk: () => ({
        t: "masuk", kunci: this.kunci, pandang: this.pandang,
        ...(this.siap && this.tanda ? { sejak: this.seq, tanda: this.tanda } : {}),
      }),
      terima: (pesan) => this.terima(pesan),
      keadaan: (baru) => (this.sambungan = baru),
      ditolak: pilihan.ditolak,
    });
  }

  mulai(): void {
    this.tautan.mulai();
  }

  henti(): void {
    clearTimeout(this.jamHadir);
    this.tautan.henti();
  }

  /** The device is awake or has a network again. */
  segera(): void {
    this.tautan.segera();
  }

  kirim(op: Op): string {
    return this.minta({ t: "op", n: this.nama(), op });
  }

  urung(seq?: number): void {
    this.minta(seq === undefined ? { t: "urung", n: this.nama() } : { t: "urung", n: this.nama(), seq });
  }

  ulang(): void {
    this.minta({ t: "ulang", n: this.nama() });
  }

  fokuskan(id: Id, bawa = true): void {
    if (!this.pohon.simpul[id] && this.draf?.id !== id) return;
    const tutup = leluhur(this.pohon, id).filter((satu) => this.lipat.has(satu));
    if (tutup.length) this.lihat({ lipat: this.pandang.lipat.filter((satu) => !tutup.includes(satu)) });
    this.fokus = id;
    if (bawa) this.bawa += 1;
    this.hadir();
  }

  /** Open the sentence of a node for typing; `teks` replaces what stands there. */
  sunting(id: Id, teks: string | null = null): void {
    if (!this.bolehSunting || !this.pohon.simpul[id]) return;
    this.draf = null;
    this.fokuskan(id);
    this.awalSunting = teks;
    this.dasarSunting = this.pohon.simpul[id].statement;
    this.menyunting = id;
    this.hadir();
  }

  /** Begin a new node; it is sent when its sentence is. */
  buat(parent: Id | null, sesudah: Id | null | "", teks: string | null = null): void {
    if (!this.bolehSunting) return;
    if (parent !== null && this.lipat.has(parent)) this.lipatkan(parent);
    const id = idBaru(this.pohon);
    this.draf = { id, parent, sesudah };
    this.awalSunting = teks;
    this.dasarSunting = "";
    this.menyunting = id;
    this.bawa += 1;
  }

  /** Keep what is being typed. */
  ketik(teks: string): void {
    const isi = { id: this.menyunting, draf: this.draf, dasar: this.dasarSunting, teks };
    if (isi.id === null) return;
    try {
      this.laci?.setItem(this.kunciKetik, JSON.stringify(isi));
    } catch {
      /* No room: the sentence lives as long as the page. */
    }
  }

  /** Go on typing where a reload broke off. */
  private lanjutKetik(): void {
    try {
      const isi = JSON.parse(this.laci?.getItem(this.kunciKetik) ?? "null") as { id: Id; draf: Draf | null; dasar: string; teks: string } | null;
      if (!isi || !this.bolehSunting || (isi.draf ? !isi.teks : isi.teks === isi.dasar)) return;
      if (isi.draf) this.buat(isi.draf.parent, isi.draf.sesudah, isi.teks);
      else this.sunting(isi.id, isi.teks);
      this.dasarSunting = isi.dasar;
    } catch {
      this.laci?.removeItem(this.kunciKetik);
    }
  }

  private habis(): void {
    this.menyunting = this.draf = this.awalSunting = null;
    this.laci?.removeItem(this.kunciKetik);
  }

  /** The sentence is ready: send it when it says something new. Answers the node it belongs to. */
  selesai(teks: string): Id | null {
    const [id, draf, dasar, kalimat] = [this.menyunting, this.draf, this.dasarSunting, teks.replace(/\s+/g, " ").trim()];
    this.habis();
    if (id === null) return null;
    if (draf) {
      if (!kalimat) return this.kembali(draf);
      this.kirim({ o: "tambah", id, parent: draf.parent, sesudah: draf.sesudah, statement: kalimat });
    } else if (kalimat !== dasar) this.kirim({ o: "ubah", id, field: "statement", nilai: kalimat, dasar });
    this.fokuskan(id, false);
    return id;
  }

  batal(): void {
    const draf = this.draf;
    this.habis();
    if (draf) this.kembali(draf);
    this.hadir();
  }

  private kembali(draf: Draf): Id | null {
    const id = draf.sesudah || draf.parent;
    if (id) this.fokuskan(id);
    return id;
  }

  hapus(id: Id): void {
    const simpul = this.pohon.simpul[id];
    if (!simpul) return;
    const jumlah = cabang(this.pohon, id).length;
    const { parent, sesudah } = letak(this.pohon, id);
    const berikut = sesudah ?? parent ?? this.pohon.akar.find((satu) => satu !== id) ?? null;
    const n = this.kirim({ o: "hapus", id });
    this.fokus = null;
    if (berikut) this.fokuskan(berikut);
    const banyak = jumlah > 1 ? ` beserta ${jumlah - 1} kondisi di bawahnya` : "";
    this.kabari(`Dihapus: ${sebut(simpul)}${banyak}.`, { label: "Urungkan", jalan: () => this.urungYang(n) });
  }

  /** Undo one certain operation of one's own: as the last one when it is, else by its number once that is known. */
  private urungYang(n: string): void {
    const seq = this.dibuat.get(n);
    if (this.saya.peran === "fasilitator" && seq !== undefined) this.urung(seq);
    else this.urung();
  }

  private readonly dibuat = new Map<string, number>();

  lipatkan(id: Id): void {
    const ada = this.lipat.has(id);
    const lipat = ada ? this.pandang.lipat.filter((satu) => satu !== id) : [...this.pandang.lipat, id];
    if (!ada && this.fokus && this.fokus !== id && diBawah(this.pohon, this.fokus, id)) this.fokus = id;
    this.lihat({ lipat });
  }

  lihat(ubah: Partial<Pandang>): void {
    this.pandang = { ...this.pandang, ...ubah };
    this.tautan.kirim({ t: "pandang", pandang: this.pandang });
  }

  arahkan(arah: Arah): void {
    this.lihat({ arah });
  }

  tandai(tanda: ReadonlyMap<Id, Tanda> | null): void {
    this.banding = tanda;
    const hantu = tanda ? hantuBanding(tanda, this.pohon) : [];
    if (hantu.length || this.pandang.hantu?.length) this.lihat({ hantu });
  }

  kabari(pesan: string, aksi?: { label: string; jalan: () => void }): void {
    kabari(pesan, aksi);
  }

  lepasTertahan(n: string): void {
    this.tertahan = this.tertahan.filter((satu) => satu.n !== n);
  }

  private minta(satu: Permintaan): string {
    this.tunggu = [...this.tunggu, satu];
    this.penyimpan.simpan(satu);
    this.tautan.kirim(satu);
    return satu.n;
  }

  private hadir(): void {
    clearTimeout(this.jamHadir);
    this.jamHadir = setTimeout(() => {
      const sunting = this.menyunting !== null && this.menyunting === this.fokus;
      const kini = `${this.fokus}|${sunting}`;
      const simpul = this.fokus !== null && this.dasar.simpul[this.fokus] ? this.fokus : null;
      if (kini !== this.hadirLama && this.tautan.kirim({ t: "hadir", simpul, sunting })) this.hadirLama = kini;
    }, HADIR_JEDA);
  }

  private terima(pesan: DariServer): void {
    switch (pesan.t) {
      case "awal": return this.awal(pesan);
      case "susul":
        for (const satu of pesan.op) this.dibuatkan(satu);
        return this.tersambung();
      case "op": return this.dibuatkan(pesan);
      case "tolak": return this.tolak(pesan);
      case "temuan":
        this.temuan = tempelTemuan(this.temuan, pesan.ganti);
        this.jumlahTemuan = pesan.jumlah;
        return;
      case "lukis":
        this.lukisan = tempelLukisan(this.lukisan, pesan.lukisan, pesan.penuh);
        if (pesan.penuh) this.penuh += 1;
        this.segar = new Map([...this.segar].filter(([, seq]) => seq > this.lukisan.seq));
        return;
      case "kelompok": this.kelompok = pesan.grup; return;
      case "hadir": this.anggota = pesan.anggota; return;
      case "simpan": this.simpan = { seq: pesan.seq, keadaan: pesan.keadaan, pesan: pesan.pesan }; return;
      case "pesan": kabari(pesan.pesan, undefined, pesan.tingkat); return;
      case "denyut": return;
    }
  }

  private awal(pesan: Extract<DariServer, { t: "awal" }>): void {
    this.dasar = pesan.pohon;
    this.dasarPapan = pesan.papan;
    this.seq = pesan.seq;
    this.tanda = pesan.tanda;
    this.saya = pesan.saya;
    this.anggota = pesan.anggota;
    this.temuan = pesan.temuan;
    this.jumlahTemuan = hitung(pesan.temuan);
    this.simpan = pesan.simpan;
    if (this.fokus === null) this.fokus = this.pohon.akar[0] ?? null;
    const pertama = !this.siap;
    this.siap = true;
    this.tersambung();
    if (pertama) this.lanjutKetik();
  }

  /** The state is whole: what waits is sent, in order; what the server had made already it answers again. */
  private tersambung(): void {
    this.tautan.siap();
    this.hadirLama = "";
    for (const satu of this.tunggu) this.tautan.kirim(satu);
    this.hadir();
  }

  private dibuatkan(pesan: OpMade): void {
    if (pesan.n !== undefined) this.lepas(pesan.n);
    if (pesan.seq <= this.seq) return;
    if (pesan.n !== undefined) this.dibuat.set(pesan.n, pesan.seq);
    const sebelum = this.dasar;
    this.dasar = tempelPatch(this.dasar, pesan.patch);
    this.dasarPapan = tempelPapan(this.dasarPapan, pesan.patch.papan);
    this.seq = pesan.seq;
    const ubah = Object.entries(pesan.patch.simpul ?? {}).filter(([, satu]) => satu.statement !== undefined).map(([id]) => id);
    if (ubah.length && pesan.seq > this.lukisan.seq) this.segar = new Map([...this.segar, ...ubah.map((id): [Id, number] => [id, pesan.seq])]);
    this.selisihJam = pesan.at - Date.now();
    const kembali = pesan.n !== undefined && (pesan.o === "urung" || pesan.o === "ulang") ? pulih(sebelum, pesan.patch.simpul ?? {}) : null;
    if (kembali !== null) this.fokuskan(kembali);
    if (this.fokus !== null && !this.pohon.simpul[this.fokus]) this.fokus = this.pohon.akar[0] ?? null;
    const lipat = this.pandang.lipat.filter((id) => this.dasar.simpul[id]);
    if (lipat.length !== this.pandang.lipat.length) this.lihat({ lipat });
  }

  private lepas(n: string): void {
    if (!this.tunggu.some((satu) => satu.n === n)) return;
    this.tunggu = this.tunggu.filter((satu) => satu.n !== n);
    this.penyimpan.buang(n);
  }

  private tolak(pesan: Extract<DariServer, { t: "tolak" }>): void {
    const satu = this.tunggu.find((lama) => lama.n === pesan.n);
    this.lepas(pesan.n);
    if (satu?.t === "op" && satu.op.o === "hapus") this.fokuskan(satu.op.id);
    const saran = pesan.saran ? ` ${pesan.saran}` : "";
    if (pesan.bentrok !== undefined) {
      kabari(`${pesan.pesan}${saran}`, { label: "Lihat keduanya", jalan: () => (this.panel = "bentrok") }, "peringatan");
      return;
    }
    const teks = satu?.t === "op" ? teksDari(satu.op) : "";
    if (teks && satu?.t === "op") {
      const simpul = "id" in satu.op ? sebut(this.pohon.simpul[satu.op.id]) : "";
      this.tertahan = [...this.tertahan, { n: pesan.n, simpul, teks, pesan: pesan.pesan, saran: pesan.saran }];
    } else kabari(`${pesan.pesan}${saran}`, undefined, "peringatan");
  }
}
