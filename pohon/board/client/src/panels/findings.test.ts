import { expect, test } from "vitest";
import type { Temuan, Tingkat } from "../protocol";
import { contoh } from "./contoh";
import { cabang, grupTemuan, hitung, potong, salahAlasan, saring, semuaTemuan } from "./findings";

const finding = (simpul: string, kode: string, tingkat: Tingkat, diabaikan: string | null = null): Temuan => ({
  kode, nama: "anak-tunggal", tingkat, tahap: 3, simpul, pesan: `pesan ${kode}`, saran: "", bukti: "", terkait: [], diabaikan, perbaikan: null,
}); // prettier-ignore
const pohon = contoh();
const temuan = {
  c2: [finding("c2", "STR08", "saran")],
  a1: [finding("a1", "RED02", "galat"), finding("a1", "BHS01", "saran", "sudah dibahas")],
  "": [finding("", "STR01", "peringatan")],
};
const all = { tingkat: new Set<Tingkat>(["galat", "peringatan", "saran"]), teks: "", diabaikan: false, cabang: null };

test("findings in reading order, the file first, waived ones apart", () => {
  const rows = semuaTemuan(pohon, temuan);
  expect(rows.map((row) => row.temuan.kode)).toEqual(["STR01", "RED02", "BHS01", "STR08"]);
  expect(saring(rows, all, pohon).map((row) => row.temuan.kode)).toEqual(["STR01", "RED02", "STR08"]);
  expect(saring(rows, { ...all, diabaikan: true }, pohon).map((row) => row.temuan.kode)).toEqual(["BHS01"]);
  expect(hitung(temuan)).toEqual({ galat: 1, peringatan: 1, saran: 1 });
});

test("filters by words, weight and branch", () => {
  const rows = semuaTemuan(pohon, temuan);
  expect(saring(rows, { ...all, teks: "red02 meningkatnya" }, pohon)).toHaveLength(1);
  expect(saring(rows, { ...all, tingkat: new Set<Tingkat>(["saran"]) }, pohon)).toHaveLength(1);
  expect(saring(rows, { ...all, cabang: "c1" }, pohon).map((row) => row.temuan.kode)).toEqual(["RED02"]);
  expect([...cabang(pohon, "c1")]).toEqual(["c1", "u1", "a1"]);
});

test("groups by weight, rule and branch", () => {
  const rows = saring(semuaTemuan(pohon, temuan), all, pohon);
  expect(grupTemuan(rows, "tingkat", pohon).map((group) => group.judul)).toEqual(["Galat", "Peringatan", "Saran"]);
  expect(grupTemuan(rows, "aturan", pohon)[0]!.judul).toBe("RED02 anak tunggal");
  expect(grupTemuan(rows, "cabang", pohon).map((group) => group.judul)).toEqual(["Seluruh berkas", "1.1 Meningkatnya c1", "1.2 Meningkatnya c2"]);
});

test("a long list is cut after whole groups have been made", () => {
  const groups = potong(grupTemuan(saring(semuaTemuan(pohon, temuan), all, pohon), "cabang", pohon), 2);
  expect(groups.map((group) => [group.isi.length, group.jumlah])).toEqual([[1, 1], [1, 1]]);
  expect(potong([{ kunci: "a", judul: "", isi: semuaTemuan(pohon, temuan), jumlah: 4 }], 3)[0]).toMatchObject({ jumlah: 4 });
});

test("a reason has to say something", () => {
  expect(salahAlasan("ok")).not.toBe("");
  expect(salahAlasan("Hanya satu saluran yang menjadi wewenang dinas.")).toBe("");
});
