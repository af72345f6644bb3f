import { expect, test } from "vitest";
import { bedaKata, daftarBeda, kata, tandaBanding, type Banding } from "./compare";
import { contoh } from "./contoh";

const banding: Banding = {
  simpul: {
    gone: { keadaan: "hilang", sebelum: { statement: "Lama" }, sesudah: null },
    c2: { keadaan: "berubah", sebelum: { statement: "Dulu" }, sesudah: { statement: "Kini" } },
    c1: { keadaan: "baru", sebelum: null, sesudah: null },
  },
};

test("marks for the canvas", () => {
  expect([...tandaBanding(banding)]).toEqual([["gone", "hilang"], ["c2", "berubah"], ["c1", "baru"]]);
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
