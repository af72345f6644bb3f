import { describe, expect, it } from "vitest";
import type { Lukisan, Papan, Pohon } from "../protocol";
import { LUKISAN_KOSONG, tempelLukisan, tempelPapan, tempelPatch, tempelTemuan } from "./patch";

const pohon: Pohon = {
  berkas: { judul: "J", instansi: "I", tahap: 1, profil: "umum", level: [] }, akar: ["o1"], belum: [],
  simpul: {
    o1: { id: "o1", kind: "outcome", statement: "Akhir", parent: null, sebab: ["c1"], isu: "lama" },
    c1: { id: "c1", kind: "csf", statement: "Kunci", parent: "o1", sebab: [] },
  },
};

describe("tempelPatch", () => {
  it("changes the fields that are named and leaves the rest the same object", () => {
    const hasil = tempelPatch(pohon, { simpul: { c1: { statement: "Baru" } } });
    expect(hasil.simpul["c1"]).toEqual({ id: "c1", kind: "csf", statement: "Baru", parent: "o1", sebab: [] });
    expect(hasil.simpul["o1"]).toBe(pohon.simpul["o1"]);
    expect(pohon.simpul["c1"]?.statement).toBe("Kunci");
  });
  it("leaves out a field that became empty, but never the statement", () => {
    const hasil = tempelPatch(pohon, { simpul: { o1: { isu: "", statement: "" } } });
    expect(hasil.simpul["o1"]).toEqual({ id: "o1", kind: "outcome", statement: "", parent: null, sebab: ["c1"] });
  });
  it("takes nodes out and puts new ones in", () => {
    const baru = { id: "c2", kind: "csf" as const, statement: "Dua", parent: "o1", sebab: [] };
    const hasil = tempelPatch(pohon, { simpul: { c2: baru, o1: { sebab: ["c2"] } }, hilang: ["c1"], akar: ["o1"], berkas: { tahap: 2 } });
    expect(Object.keys(hasil.simpul)).toEqual(["o1", "c2"]);
    expect(hasil.berkas.tahap).toBe(2);
  });
  it("changes nothing for an empty patch", () => {
    expect(tempelPatch(pohon, {})).toEqual(pohon);
  });
});

describe("tempelPapan", () => {
  const papan: Papan = {
    bentrok: {}, gagasan: {}, suara_saya: ["g1"], versi: [], timer: { sampai: 9, detik: 5, judul: "" },
    komentar: { k1: { id: "k1", simpul: "o1", teks: "?", oleh: "a", nama: "A", at: 1, selesai: false } },
    atur: { peserta_menyunting: false, suara_per_orang: 3, gagasan_anonim: false, bagikan: false },
  };
  it("removes what is null, keeps what is not named", () => {
    const hasil = tempelPapan(papan, { komentar: { k1: null }, timer: null });
    expect(hasil.komentar).toEqual({});
    expect(hasil.timer).toBeNull();
    expect(hasil.suara_saya).toBe(papan.suara_saya);
    expect(tempelPapan(papan, undefined)).toBe(papan);
  });
});

describe("tempelLukisan", () => {
  const penuh: Lukisan = {
    ...LUKISAN_KOSONG, seq: 1, lebar: 100, tinggi: 50, bentuk: [[0, "outcome", "M0 0"]],
    kotak: { o1: { b: [0, 0, 10, 10], f: [0], l: [["statement", 1, 2, 10, 8, "A"]] }, c1: { b: [0, 20, 10, 10], f: [0], l: [] } },
    kawat: { c1: [5, 10, 5, 20] }, dukung: [["o1", "c1", [0, 0]]], pita: [["Outcome", "", 1, 0, 15]],
  };
  const pertama = tempelLukisan(LUKISAN_KOSONG, penuh, true);
  it("moves a box without losing what is drawn in it", () => {
    const hasil = tempelLukisan(pertama, { ...LUKISAN_KOSONG, seq: 2, lebar: 90, kotak: { o1: { b: [5, 5, 10, 10] } }, dukung: undefined, pita: undefined } as never, false);
    expect(hasil.kotak["o1"]).toEqual({ b: [5, 5, 10, 10], f: [0], l: [["statement", 1, 2, 10, 8, "A"]] });
    expect(hasil.kotak["c1"]).toBe(pertama.kotak["c1"]);
    expect(hasil.dukung).toEqual(pertama.dukung);
    expect([hasil.seq, hasil.lebar, hasil.bentuk.length]).toEqual([2, 90, 1]);
  });
  it("takes boxes out with their lines, and lets the table of outlines grow", () => {
    const hasil = tempelLukisan(pertama, { ...LUKISAN_KOSONG, seq: 3, hilang: ["c1"], bentuk: [[1, "csf", "M1 1"]], dukung: [] }, false);
    expect(Object.keys(hasil.kotak)).toEqual(["o1"]);
    expect(hasil.kawat).toEqual({});
    expect(hasil.bentuk.map(([n]) => n)).toEqual([0, 1]);
    expect(hasil.dukung).toEqual([]);
  });
  it("starts anew with a whole drawing", () => {
    expect(Object.keys(tempelLukisan(pertama, { ...LUKISAN_KOSONG, seq: 4 }, true).kotak)).toEqual([]);
  });
});

it("tempelTemuan forgets a node without findings", () => {
  expect(tempelTemuan({ a: [{} as never], b: [{} as never] }, { a: [] })).toEqual({ b: [{}] });
});
