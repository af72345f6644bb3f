import { expect, it } from "vitest";
import type { Pohon, Simpul } from "../protocol";
import { hitung, idBaru, milik, pulih, teksDari } from "./ops";

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
