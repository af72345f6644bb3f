import { expect, it } from "vitest";
import type { Op, Pohon, Simpul } from "../protocol";
import { terapkan } from "./overlay";
import { hitung, idBaru, milik, pulih, sekaligus, teksDari } from "./ops";

const simpul = (id: string, parent: string | null): Simpul => ({ id, kind: "antara", statement: id, parent, sebab: [] });
const pohon = { simpul: { o: simpul("o", null) } } as unknown as Pohon;

it("names of new nodes are short, lawful in a tree file and never taken", () => {
  const nama = Array.from({ length: 500 }, () => idBaru(pohon));
  expect(new Set(nama).size).toBeGreaterThan(495);
  for (const satu of nama) expect(satu).toMatch(/^n[0-9a-z]{6}$/);
});
it("an undo leads to the top of what came back, else to what changed", () => {
  expect(pulih(pohon, { b: simpul("b", "a"), a: simpul("a", "o"), o: { sebab: ["a"] } })).toBe("a");
  expect(pulih(pohon, { o: { statement: "lama" } })).toBe("o");
  expect(pulih(pohon, { o: { sebab: [] } })).toBeNull();
});
it("knows what a person typed and which boxes it concerns", () => {
  expect(teksDari({ o: "ubah", id: "a", field: "isu", nilai: "teks" })).toBe("teks");
  expect(teksDari({ o: "ubah", id: "a", field: "jabatan", nilai: ["j"] })).toBe("");
  expect(teksDari({ o: "hapus", id: "a" })).toBe("");
  expect([milik({ o: "gagasan", id: "g", teks: "t", anonim: false }), milik({ o: "hapus", id: "a" })]).toEqual([["g"], []]);
});
it("counts findings that were not waived", () => {
  const temuan = (tingkat: string, diabaikan: string | null) => ({ tingkat, diabaikan }) as never;
  expect(hitung({ a: [temuan("galat", null), temuan("galat", "alasan")], "": [temuan("saran", null)] })).toEqual({ galat: 1, peringatan: 0, saran: 1 });
});
it("many fields become one operation, so that they are one step of undo", () => {
  const ubah = (id: string, field: string, nilai: string): Op => ({ o: "ubah", id, field, nilai });
  expect(sekaligus([])).toEqual([]);
  expect(sekaligus([ubah("o", "komponen", "a")])).toEqual([ubah("o", "komponen", "a")]);
  const [satu, ...lain] = sekaligus([ubah("o", "indikator.0.nama", "Angka"), ubah("p", "komponen", "b"), ubah("o", "indikator.0.satuan", "Tahun")]);
  expect([satu, lain]).toEqual([{ o: "isi", simpul: { o: { "indikator.0.nama": "Angka", "indikator.0.satuan": "Tahun" }, p: { komponen: "b" } } }, []]);
  expect(milik(satu as Op)).toEqual(["o", "p"]);
  expect(terapkan(pohon, satu as Op).simpul["o"]).toMatchObject({ indikator: [{ nama: "Angka", satuan: "Tahun" }] });
  const banyak = sekaligus(Array.from({ length: 4000 }, (_, n) => ubah(`n${n}`, "komponen", "x".repeat(200))));
  expect(banyak.length).toBeGreaterThan(1);
  for (const op of banyak) expect(JSON.stringify(op).length).toBeLessThan(400_000);
});
