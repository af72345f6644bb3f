import { expect, it } from "vitest";
import type { Pohon, Simpul } from "../protocol";
import { baris, belumDitempatkan, cabang, diBawah, jenisBaru, leluhur, letak, nomor, saudara, sebut } from "./tree";

const simpul = (id: string, parent: string | null, sebab: string[], kind: Simpul["kind"] = "antara"): Simpul => ({ id, kind, statement: "", parent, sebab });
const pohon: Pohon = {
  berkas: { judul: "", instansi: "", tahap: 1, profil: "", level: [] }, akar: ["o", "p"], belum: ["g"],
  simpul: { o: simpul("o", null, ["a", "b"], "outcome"), a: simpul("a", "o", ["a1"], "csf"), a1: simpul("a1", "a", []), b: simpul("b", "o", []), p: simpul("p", null, [], "outcome"), g: simpul("g", null, ["h"], "gagasan"), h: simpul("h", "g", [], "gagasan") },
};

it("numbers nodes as the printed drawing does", () => {
  expect(Object.fromEntries(nomor(pohon))).toEqual({ o: "1", a: "1.1", a1: "1.1.1", b: "1.2", p: "2", g: "?1", h: "?1.1" });
});
it("leaves out what is folded away", () => {
  expect(baris(pohon, new Set(["a"])).map((satu) => satu.id)).toEqual(["o", "a", "b", "p", "g", "h"]);
});
it("knows branches, ancestors, siblings and places", () => {
  expect(cabang(pohon, "o")).toEqual(["o", "a", "a1", "b"]);
  expect(leluhur(pohon, "a1")).toEqual(["a", "o"]);
  expect([diBawah(pohon, "a1", "o"), diBawah(pohon, "o", "a1"), diBawah(pohon, "a", "a")]).toEqual([true, false, true]);
  expect([saudara(pohon, "p"), saudara(pohon, "g"), saudara(pohon, "zz")]).toEqual([["o", "p"], ["g"], []]);
  expect([letak(pohon, "b"), letak(pohon, "o")]).toEqual([{ parent: "o", sesudah: "a" }, { parent: null, sesudah: null }]);
  expect([belumDitempatkan(pohon, "h"), belumDitempatkan(pohon, "a1")]).toEqual([true, false]);
});
it("guesses the level of a new node: of its sibling, else the next one", () => {
  expect([jenisBaru(pohon, null, ""), jenisBaru(pohon, "p", ""), jenisBaru(pohon, "a1", null), jenisBaru(pohon, "o", "b")]).toEqual(["outcome", "csf", "operasional", "antara"]);
});
it("survives a circle that no server would send", () => {
  const rusak: Pohon = { ...pohon, simpul: { x: simpul("x", "y", ["y"]), y: simpul("y", "x", ["x"]) }, akar: ["x"] };
  expect(cabang(rusak, "x").length).toBeGreaterThan(0);
  expect(leluhur(rusak, "x").length).toBeLessThanOrEqual(10_000);
});
it("shortens a sentence, and says when there is none", () => {
  expect([sebut(undefined), sebut({ ...simpul("a", null, []), statement: "x".repeat(80) }).length]).toEqual(["(belum ada kalimat)", 60]);
});
