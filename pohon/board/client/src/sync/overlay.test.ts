import { describe, expect, it } from "vitest";
import type { Json, Op, Papan, Pohon, Simpul } from "../protocol";
import { terapkan, terapkanPapan, ubahField } from "./overlay";
import { cabang } from "./tree";

const simpul = (id: string, parent: string | null, sebab: string[], kind: Simpul["kind"] = "antara"): Simpul => ({ id, kind, statement: id, parent, sebab });
const pohon: Pohon = {
  berkas: { judul: "", instansi: "", tahap: 3, profil: "", level: [] }, akar: ["o"], belum: ["g"],
  simpul: {
    o: simpul("o", null, ["a", "b", "c"], "outcome"), a: simpul("a", "o", ["a1"], "csf"), a1: simpul("a1", "a", [], "utama"),
    b: simpul("b", "o", [], "csf"), c: simpul("c", "o", [], "csf"), g: simpul("g", null, [], "gagasan"),
  },
};
const anak = (p: Pohon, id = "o") => p.simpul[id]?.sebab;

/** Every node hangs in exactly one list, the one its parent says. */
function utuh(p: Pohon): void {
  const semua = [...p.akar, ...p.belum, ...Object.values(p.simpul).flatMap((satu) => satu.sebab)];
  expect(semua.slice().sort()).toEqual(Object.keys(p.simpul).sort());
  const salah = Object.values(p.simpul).flatMap((satu) => satu.sebab.filter((id) => p.simpul[id]?.parent !== satu.id));
  expect(salah).toEqual([]);
}

describe("terapkan", () => {
  it.each<[string, Op, string[]]>([
    ["first", { o: "tambah", id: "x", parent: "o", sesudah: null, statement: "X" }, ["x", "a", "b", "c"]],
    ["after one", { o: "tambah", id: "x", parent: "o", sesudah: "a", statement: "X" }, ["a", "x", "b", "c"]],
    ["last", { o: "tambah", id: "x", parent: "o", sesudah: "", statement: "X" }, ["a", "b", "c", "x"]],
    ["after one that is gone", { o: "tambah", id: "x", parent: "o", sesudah: "zz", statement: "X" }, ["a", "b", "c", "x"]],
    ["moved to the front", { o: "pindah", id: "c", parent: "o", sesudah: null }, ["c", "a", "b"]],
    ["moved behind", { o: "pindah", id: "a", parent: "o", sesudah: "b" }, ["b", "a", "c"]],
    ["removed", { o: "hapus", id: "b" }, ["a", "c"]],
    ["an idea placed", { o: "tempatkan", id: "g", parent: "o", sesudah: "b" }, ["a", "b", "g", "c"]],
  ])("orders siblings: %s", (_, op, urutan) => {
    const hasil = terapkan(pohon, op);
    expect(anak(hasil)).toEqual(urutan);
    utuh(hasil);
  });
  it("gives a new node the kind of the next level", () => {
    const level = (["outcome", "csf", "utama", "antara", "operasional"] as const).map((kind) => ({ kind, label: kind, hasil: true, tingkat: "", komponen: [], jenjang: [] }));
    const hasil = terapkan({ ...pohon, berkas: { ...pohon.berkas, level } }, { o: "tambah", id: "x", parent: "a", sesudah: "", statement: "" });
    expect(hasil.simpul["x"]?.kind).toBe("utama");
    expect(terapkan(pohon, { o: "tempatkan", id: "g", parent: "o", sesudah: "" }).simpul["g"]?.kind).toBe("csf");
  });
  it("removes a branch whole", () => {
    const hasil = terapkan(pohon, { o: "hapus", id: "a" });
    expect(Object.keys(hasil.simpul).sort()).toEqual(["b", "c", "g", "o"]);
    utuh(hasil);
  });
  it.each<[string, Op]>([
    ["under itself", { o: "pindah", id: "a", parent: "a", sesudah: "" }],
    ["under its own branch", { o: "pindah", id: "a", parent: "a1", sesudah: "" }],
    ["to a parent that is gone", { o: "pindah", id: "a", parent: "zz", sesudah: "" }],
    ["of a node that is gone", { o: "ubah", id: "zz", field: "statement", nilai: "x" }],
    ["twice the same node", { o: "tambah", id: "a", parent: "o", sesudah: "", statement: "x" }],
    ["of a node that is gone already", { o: "hapus", id: "zz" }],
    ["that only the server can work out", { o: "perbaiki", id: "a", kode: "P101", field: "statement" }],
  ])("does nothing for a change %s", (_, op) => {
    expect(terapkan(pohon, op)).toEqual(pohon);
  });
  it("adds and takes away a further cause", () => {
    const hasil = terapkan(pohon, { o: "sambung", id: "b", sebab: "a1" });
    expect(hasil.simpul["b"]?.ref).toEqual(["a1"]);
    expect(terapkan(hasil, { o: "lepas", id: "b", sebab: "a1" }).simpul["b"]?.ref).toEqual([]);
  });
  it("stays whole under a thousand changes drawn at random, and never touches what was given", () => {
    let [benih, kini] = [7, pohon];
    const acak = (n: number) => (benih = (benih * 1103515245 + 12345) % 2147483648) % n;
    const beku = JSON.stringify(pohon);
    for (let n = 0; n < 1000; n += 1) {
      const semua = Object.keys(kini.simpul);
      const id = semua[acak(semua.length)] as string;
      const lain = [...semua, "zz"][acak(semua.length + 1)] as string;
      const pilihan: Op[] = [
        { o: "tambah", id: `n${n}`, parent: acak(9) ? lain : null, sesudah: ["", null, id][acak(3)] as string, statement: "s" },
        { o: "pindah", id, parent: acak(9) ? lain : null, sesudah: ["", null, id][acak(3)] as string },
        { o: "tempatkan", id, parent: lain, sesudah: "" }, { o: "gagasan", id: `g${n}`, teks: "g", anonim: true },
        { o: "ubah", id, field: "isu", nilai: "i" }, { o: "hapus", id: cabang(kini, id).length > 4 ? "zz" : id },
      ];
      kini = terapkan(kini, pilihan[acak(pilihan.length)] as Op);
      utuh(kini);
    }
    expect(JSON.stringify(pohon)).toBe(beku);
  });
});

describe("ubahField", () => {
  const satu: Simpul = { ...simpul("a", null, []), indikator: [{ nama: "I0", target: [{ tahun: 2025, nilai: "1" }] }], jawab: [["P1", "ya"]] };
  it.each<[string, Json, Partial<Simpul>]>([
    ["statement", "Baru", { statement: "Baru" }],
    ["indikator.0.nama", "Lain", { indikator: [{ nama: "Lain", target: [{ tahun: 2025, nilai: "1" }] }] }],
    ["indikator.1.nama", "Dua", { indikator: [{ nama: "I0", target: [{ tahun: 2025, nilai: "1" }] }, { nama: "Dua" }] }],
    ["indikator.0", null, { indikator: [] }],
    ["indikator.0.target.2026", "2", { indikator: [{ nama: "I0", target: [{ tahun: 2025, nilai: "1" }, { tahun: 2026, nilai: "2" }] }] }],
    ["indikator.0.target.2025", "", { indikator: [{ nama: "I0", target: [] }] }],
    ["jawab.P1", "tidak", { jawab: [["P1", "tidak"]] }],
    ["abaikan.P301", "sudah dibahas", { abaikan: [{ kode: "P301", alasan: "sudah dibahas" }] }],
    ["jabatan", ["j1"], { jabatan: ["j1"] }],
    ["dasar.harapan", "tertib", { dasar: { harapan: "tertib" } }],
    ["indikator.7.nama", "jauh", {}],
    ["parent", "b", {}],
    ["apa.pun", "x", {}],
  ])("%s", (field, nilai, harap) => {
    expect(ubahField(satu, field, nilai)).toEqual({ ...satu, ...harap });
  });
});

describe("terapkanPapan", () => {
  const papan: Papan = {
    bentrok: {}, komentar: {}, gagasan: { g: { oleh: "b", nama: "B", at: 1, suara: 2 } }, suara_saya: [], versi: [], timer: null,
    atur: { peserta_menyunting: false, suara_per_orang: 3, gagasan_anonim: false, bagikan: false },
  };
  const saya = { id: "a", nama: "A", peran: "peserta" as const, ada: true };
  it("counts a vote once and takes it back", () => {
    const sekali = terapkanPapan(papan, { o: "suara", id: "g", nilai: 1 }, saya, 5);
    expect([sekali.suara_saya, sekali.gagasan["g"]?.suara]).toEqual([["g"], 3]);
    expect(terapkanPapan(sekali, { o: "suara", id: "g", nilai: 1 }, saya, 5)).toBe(sekali);
    expect(terapkanPapan(sekali, { o: "suara", id: "g", nilai: 0 }, saya, 5).gagasan["g"]?.suara).toBe(2);
  });
  it("keeps the name off an anonymous idea", () => {
    expect(terapkanPapan(papan, { o: "gagasan", id: "h", teks: "t", anonim: true }, saya, 5).gagasan["h"]).toEqual({ oleh: "", nama: "", at: 5, suara: 0 });
  });
  it("shows a comment and its settling", () => {
    const satu = terapkanPapan(papan, { o: "komentar", id: "k", simpul: "g", teks: "?" }, saya, 5);
    expect(terapkanPapan(satu, { o: "komentar-selesai", id: "k", selesai: true }, saya, 6).komentar["k"]?.selesai).toBe(true);
  });
});
