import { expect, test } from "vitest";
import { contoh } from "./contoh";
import { anak, berurut, nomorSimpul, tahunPeriode } from "./order";

test("reading order is depth-first and a support edge does not repeat a node", () => {
  expect(berurut(contoh()).map((row) => `${row.nomor} ${row.id} ${row.dalam}`)).toEqual(["1 o1 0", "1.1 c1 1", "1.1.1 u1 2", "1.1.1.1 a1 3", "1.2 c2 1"]);
  expect(anak(contoh(), "c2")).toEqual([]);
});

test("a cycle or a missing node is cut short", () => {
  const pohon = contoh();
  pohon.simpul.a1!.sebab = ["u1", "nobody"];
  pohon.simpul.u1!.parent = "a1";
  expect(berurut(pohon).length).toBeLessThan(9);
  expect(nomorSimpul(pohon).get("o1")).toBe("1");
});

test("years of the period", () => {
  const pohon = contoh();
  const years = (periode: string, tahun: number | null = null): number[] => {
    pohon.berkas = { ...pohon.berkas, periode, tahun };
    return tahunPeriode(pohon);
  };
  expect(years("2025-2027")).toEqual([2025, 2026, 2027]);
  expect(years("2025–2026")).toEqual([2025, 2026]);
  expect(years("2026")).toEqual([2026]);
  expect(years("", 2024)).toEqual([2024]);
  expect(years("")).toEqual([]);
  expect(years("1000-9999")).toEqual([]);
});
