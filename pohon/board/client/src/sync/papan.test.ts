import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pesan as kabar } from "../parts/toast.svelte";
import type { DariKlien, DariServer, OpMade, Pohon } from "../protocol";
import type { Soket } from "./link";
import { Papan } from "./papan.svelte";
import type { Simpanan } from "./queue";

class Laci implements Simpanan {
  isi = new Map<string, string>();
  get length() { return this.isi.size; }
  key(n: number) { return [...this.isi.keys()][n] ?? null; }
  getItem(key: string) { return this.isi.get(key) ?? null; }
  setItem(key: string, value: string) { this.isi.set(key, value); }
  removeItem(key: string) { this.isi.delete(key); }
}
class Kabel implements Soket {
  onopen: Soket["onopen"] = null;
  onmessage: Soket["onmessage"] = null;
  onclose: Soket["onclose"] = null;
  keluar: DariKlien[] = [];
  send(teks: string) { this.keluar.push(JSON.parse(teks) as DariKlien); }
  close() { /* nothing to close */ }
  masuk() { this.onopen?.({} as never); }
  kata(pesan: DariServer) { this.onmessage?.({ data: JSON.stringify(pesan) } as never); }
  putus() { this.onclose?.({ code: 1006, reason: "" } as never); }
  op() { return this.keluar.filter((satu) => satu.t === "op"); }
}

const pohon: Pohon = {
  berkas: { judul: "J", instansi: "I", tahap: 2, profil: "", level: [] }, akar: ["o"], belum: [],
  simpul: {
    o: { id: "o", kind: "outcome", statement: "Akhir", parent: null, sebab: ["a"] }, a: { id: "a", kind: "csf", statement: "Kunci", parent: "o", sebab: [] },
  },
};
const saya = { id: "m1", nama: "Ani", peran: "fasilitator" as const, ada: true };
const awal = (seq: number, tanda = "t1", isi = pohon): DariServer => ({
  t: "awal", seq, tanda, saya, pohon: isi, anggota: [saya], temuan: {}, simpan: { seq, keadaan: "tersimpan", pesan: "" },
  papan: { bentrok: {}, komentar: {}, gagasan: {}, suara_saya: [], versi: [], timer: null, atur: { peserta_menyunting: true, suara_per_orang: 3, gagasan_anonim: false, bagikan: false } },
});
const dibuat = (seq: number, patch: OpMade["patch"], n?: string): OpMade => ({ t: "op", seq, at: 1_800_000_000, oleh: n ? "m1" : "m2", nama: "", o: "ubah", ringkas: "", patch, ...(n ? { n } : {}) });

function buka(laci = new Laci(), tab = new Laci()) {
  const kabel: Kabel[] = [];
  const papan = new Papan({ berkas: "a", kunci: "k", saya, simpanan: laci, laci: tab, ditolak: () => undefined, buka: () => { const satu = new Kabel(); kabel.push(satu); return satu; } });
  papan.mulai();
  const kini = () => kabel.at(-1) as Kabel;
  const sambung = (pesan: DariServer) => { kini().masuk(); kini().kata(pesan); };
  return { papan, kini, sambung, laci, tab };
}
const kalimat = (papan: Papan, id = "a") => papan.pohon.simpul[id]?.statement;

beforeEach(() => { vi.useFakeTimers(); kabar.splice(0); });
afterEach(() => void vi.useRealTimers());

describe("one's own changes", () => {
  it("show at once, are sent once and give way to what the server made of them", () => {
    const { papan, kini, sambung } = buka();
    sambung(awal(5));
    const n = papan.kirim({ o: "ubah", id: "a", field: "statement", nilai: "baru", dasar: "Kunci" });
    expect(kalimat(papan)).toBe("baru");
    expect(kini().op()).toEqual([{ t: "op", n, op: { o: "ubah", id: "a", field: "statement", nilai: "baru", dasar: "Kunci" } }]);
    kini().kata(dibuat(6, { simpul: { a: { statement: "Baru" } } }, n));
    expect([kalimat(papan), papan.seq]).toEqual(["Baru", 6]);
  });
  it("stay on top of what others do meanwhile", () => {
    const { papan, kini, sambung } = buka();
    sambung(awal(5));
    papan.kirim({ o: "ubah", id: "a", field: "isu", nilai: "punya saya" });
    kini().kata(dibuat(6, { simpul: { a: { isu: "punya lain", statement: "Lain" } } }));
    expect([papan.pohon.simpul["a"]?.isu, kalimat(papan)]).toEqual(["punya saya", "Lain"]);
  });
  it("are taken back when the server refuses, and what was typed stays on the screen", () => {
    const { papan, kini, sambung } = buka();
    sambung(awal(5));
    const n = papan.kirim({ o: "tambah", id: "x", parent: "o", sesudah: "", statement: "panjang sekali" });
    kini().kata({ t: "tolak", n, pesan: "Tidak boleh.", saran: "Minta izin." });
    expect(papan.pohon.simpul["x"]).toBeUndefined();
    expect(papan.tertahan).toMatchObject([{ teks: "panjang sekali", pesan: "Tidak boleh.", saran: "Minta izin." }]);
    papan.lepasTertahan(n);
    expect(papan.tertahan).toEqual([]);
  });
  it("a box that may not be removed has the focus again", () => {
    const { papan, kini, sambung } = buka();
    sambung(awal(5));
    papan.hapus("o");
    expect([papan.fokus, papan.pohon.akar]).toEqual([null, []]);
    const n = (kini().op()[0] as { n: string }).n;
    kini().kata({ t: "tolak", n, pesan: "Pohon memerlukan paling sedikit satu kondisi puncak.", saran: "" });
    expect([papan.fokus, papan.pohon.akar]).toEqual(["o", ["o"]]);
  });
  it("that meet another text are told with the way to both", () => {
    const { papan, kini, sambung } = buka();
    sambung(awal(5));
    const n = papan.kirim({ o: "ubah", id: "a", field: "statement", nilai: "x", dasar: "lama" });
    kini().kata({ t: "tolak", n, pesan: "Orang lain mengubahnya.", saran: "", bentrok: "b1" });
    expect(papan.tertahan).toEqual([]);
    kabar[0]?.aksi?.jalan();
    expect(papan.panel).toBe("bentrok");
  });
});

describe("offline", () => {
  it("changes wait, in order, and go out when the line is back", () => {
    const { papan, kini, sambung, laci } = buka();
    sambung(awal(5));
    kini().putus();
    const n = ["satu", "dua"].map((id) => papan.kirim({ o: "tambah", id, parent: "a", sesudah: "", statement: id }));
    papan.urung();
    expect([papan.antre, papan.sambungan, laci.length]).toEqual([3, "terputus", 3]);
    expect(papan.pohon.simpul["a"]?.sebab).toEqual(["satu", "dua"]);
    vi.advanceTimersByTime(2_000);
    expect(kini().keluar).toEqual([]);
    kini().masuk();
    expect(kini().keluar[0]).toMatchObject({ t: "masuk", sejak: 5, tanda: "t1" });
    kini().kata({ t: "susul", dari: 5, ke: 6, op: [dibuat(6, { simpul: { a: { statement: "Lain" } } })] });
    expect(kini().keluar.slice(1, 4).map((satu) => satu.t)).toEqual(["op", "op", "urung"]);
    kini().kata(dibuat(7, { simpul: { satu: { id: "satu", kind: "utama", statement: "satu", parent: "a", sebab: [] }, a: { sebab: ["satu"] } } }, n[0]));
    expect([papan.antre, laci.length, kalimat(papan), papan.seq]).toEqual([0, 2, "Lain", 7]);
  });
  it("a reloaded page goes on with what the old one could not send", () => {
    const { papan, kini, sambung, laci } = buka();
    sambung(awal(5));
    kini().putus();
    const n = papan.kirim({ o: "ubah", id: "a", field: "statement", nilai: "dari luar jaringan", dasar: "Kunci" });
    papan.henti();
    const baru = buka(laci);
    expect(baru.kini().op()).toEqual([]);
    baru.sambung(awal(9));
    expect(kalimat(baru.papan)).toBe("dari luar jaringan");
    expect(baru.kini().op()).toHaveLength(1);
    baru.kini().kata(dibuat(10, { simpul: { a: { statement: "dari luar jaringan" } } }, n));
    expect(laci.length).toBe(0);
  });
  it("an answer that got lost is given again: the operation is there once and leaves the queue", () => {
    const { papan, kini, sambung, laci } = buka();
    sambung(awal(5));
    const n = papan.kirim({ o: "tambah", id: "x", parent: "a", sesudah: "", statement: "x" });
    kini().putus();
    vi.advanceTimersByTime(2_000);
    const isi = { ...pohon, simpul: { ...pohon.simpul, a: { ...pohon.simpul["a"], sebab: ["x"] }, x: { id: "x", kind: "utama", statement: "x", parent: "a", sebab: [] } } } as Pohon;
    sambung(awal(6, "t2", isi));
    expect(papan.pohon.simpul["a"]?.sebab).toEqual(["x"]);
    kini().kata(dibuat(6, { simpul: { x: isi.simpul["x"] as never } }, n));
    expect([papan.pohon.simpul["a"]?.sebab, papan.seq, laci.length]).toEqual([["x"], 6, 0]);
  });
  it("what has been seen is not applied twice", () => {
    const { papan, kini, sambung } = buka();
    sambung(awal(5));
    kini().kata(dibuat(6, { simpul: { a: { statement: "enam" } } }));
    kini().kata(dibuat(7, { simpul: { a: { statement: "tujuh" } } }));
    kini().kata(dibuat(6, { simpul: { a: { statement: "enam" } } }));
    expect(kalimat(papan)).toBe("tujuh");
  });
});

describe("typing", () => {
  it("a new box is sent with its sentence, and not at all without one", () => {
    const { papan, kini, sambung } = buka();
    sambung(awal(5));
    papan.buat("o", "a");
    papan.selesai("   ");
    expect([kini().op().length, papan.fokus]).toEqual([0, "a"]);
    papan.buat("o", "a");
    const id = papan.selesai("  Terbangunnya\n sistem ");
    expect(kini().op()).toMatchObject([{ op: { o: "tambah", id, parent: "o", sesudah: "a", statement: "Terbangunnya sistem" } }]);
    expect(papan.fokus).toBe(id);
    expect(id).toMatch(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/);
  });
  it("an unchanged sentence is no change, and Esc leaves it", () => {
    const { papan, kini, sambung } = buka();
    sambung(awal(5));
    papan.sunting("a");
    papan.selesai("Kunci");
    papan.sunting("a", "x");
    papan.batal();
    expect([kini().op().length, papan.menyunting, kalimat(papan)]).toEqual([0, null, "Kunci"]);
  });
  it("a sentence half typed outlives a reload, with the text it began from", () => {
    const satu = buka();
    satu.sambung(awal(5));
    satu.papan.sunting("a");
    satu.papan.ketik("setengah jad");
    satu.papan.henti();
    const dua = buka(satu.laci, satu.tab);
    dua.sambung(awal(6, "t1", { ...pohon, simpul: { ...pohon.simpul, a: { id: "a", kind: "csf", statement: "Diubah lain", parent: "o", sebab: [] } } }));
    expect([dua.papan.menyunting, dua.papan.awalSunting]).toEqual(["a", "setengah jad"]);
    dua.papan.selesai("setengah jadi");
    expect(dua.kini().op()).toMatchObject([{ op: { field: "statement", nilai: "setengah jadi", dasar: "Kunci" } }]);
    expect(satu.tab.length).toBe(0);
  });
  it("a removed branch leaves the focus beside it and a way back", () => {
    const { papan, kini, sambung } = buka();
    sambung(awal(5));
    papan.hapus("a");
    expect([papan.fokus, kabar.length]).toEqual(["o", 1]);
    kabar[0]?.aksi?.jalan();
    expect(kini().keluar.at(-1)?.t).toBe("urung");
  });
  it("a folded branch opens when something below it is wanted, and the server is told", () => {
    const { papan, kini, sambung } = buka();
    sambung(awal(5));
    papan.lipatkan("o");
    expect(kini().keluar.at(-1)).toEqual({ t: "pandang", pandang: { mode: "kanvas", arah: "bawah", lipat: ["o"] } });
    papan.fokuskan("a");
    expect(papan.pandang.lipat).toEqual([]);
  });
});

it("tells others where one is, not more often than they need", () => {
  const { papan, kini, sambung } = buka();
  sambung(awal(5));
  for (const id of ["a", "o", "a"]) papan.fokuskan(id);
  vi.advanceTimersByTime(1_000);
  papan.fokuskan("a");
  vi.advanceTimersByTime(1_000);
  expect(kini().keluar.filter((satu) => satu.t === "hadir")).toEqual([{ t: "hadir", simpul: "a", sunting: false }]);
});
