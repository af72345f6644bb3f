import { expect, test } from "vitest";
import { bedaKata, daftarBeda, hantuBanding, kata, kataTanda, tandaBanding, type Banding, type Beda } from "./compare";
import { contoh } from "./contoh";

const banding: Banding = {
  simpul: {
    gone: { keadaan: "hilang", sebelum: { statement: "Lama" }, sesudah: null },
    c2: { keadaan: "berubah", sebelum: { statement: "Dulu" }, sesudah: { statement: "Kini" } },
    c1: { keadaan: "baru", sebelum: null, sesudah: null },
  },
};

test("marks for the canvas", () => {
  expect([...tandaBanding(banding)].map(([id, { keadaan }]) => [id, keadaan])).toEqual([["gone", "hilang"], ["c2", "berubah"], ["c1", "baru"]]);
});

test("a sign is told by mark and word, a moved node says where from", () => {
  const words = (["baru", "hilang", "berubah"] as const).map((keadaan) => kataTanda({ keadaan, kalimat: "" }));
  expect(words).toEqual(["+ Baru", "× Dihapus", "≠ Diubah"]);
  expect(kataTanda({ keadaan: "pindah", kalimat: "", asal: { induk: "c1", nomor: "1.1.2", kind: "utama" } })).toBe("→ Dipindah dari 1.1.2");
});

test("nodes that are gone are drawn below their effect, effects first", () => {
  const hilang = (induk: string | null, kalimat: string): Beda => ({ keadaan: "hilang", sebelum: { statement: kalimat }, sesudah: null, asal: { induk, nomor: "1", kind: "utama" } });
  const simpul = {
    x2: hilang("x1", "Cucu"), x1: hilang("c1", "Anak"), x3: hilang("tiada", "Yatim"), x4: hilang(null, "Puncak"), c2: hilang("o1", "Masih ada"),
    pool: { keadaan: "hilang", sebelum: { statement: "Gagasan" }, sesudah: null } as Beda,
  };
  const ghosts = hantuBanding(tandaBanding({ simpul }), contoh());
  expect(ghosts.map(({ id, induk, kalimat }) => [id, induk, kalimat])).toEqual([["x1", "c1", "Anak"], ["x2", "x1", "Cucu"], ["x4", null, "Puncak"]]);
});

test("very many that are gone are drawn up to a limit", () => {
  const simpul = Object.fromEntries(Array.from({ length: 300 }, (_, n): [string, Beda] => [
    `x${n}`, { keadaan: "hilang", sebelum: { statement: "k".repeat(2000) }, sesudah: null, asal: { induk: "c1", nomor: "1", kind: "utama" } },
  ]));
  const ghosts = hantuBanding(tandaBanding({ simpul }), contoh());
  expect(ghosts.length).toBe(80);
  expect(new TextEncoder().encode(JSON.stringify(ghosts)).length).toBeLessThan(40_000);
});

test("the list follows the tree, what is gone stands last", () => {
  const list = daftarBeda(banding, contoh());
  expect(list.map((row) => [row.id, row.nomor, row.ada])).toEqual([["c1", "1.1", true], ["c2", "1.2", true], ["gone", "", false]]);
  expect(list[0]!.sesudah).toBe("Meningkatnya c1");
  expect(list[2]).toMatchObject({ sebelum: "Lama", sesudah: "" });
});

test("values in words", () => {
  expect(kata({ komponen: "Tujuan", jabatan: ["a", "b"], kosong: "" })).toBe("komponen: Tujuan; jabatan: a; b");
  expect(kata(null)).toBe("");
});

test("two sentences word by word", () => {
  expect(bedaKata("Meningkatnya mutu layanan", "Meningkatnya mutu pelayanan publik")).toEqual([
    { jenis: "sama", teks: "Meningkatnya mutu" },
    { jenis: "hapus", teks: "layanan" },
    { jenis: "tambah", teks: "pelayanan publik" },
  ]);
  expect(bedaKata("", "baru")).toEqual([{ jenis: "tambah", teks: "baru" }]);
});
