import { expect, test } from "vitest";
import { contoh } from "./contoh";
import { idBaru, jenisDiBawah, kelompokGagasan, opTempatkan, salahGagasan, sisaSuara, tekanSuara } from "./ideas";

const about = (suara: number, at: number) => ({ oleh: "a", nama: "Ani", at, suara });
const from = (kelompok: string[][]) => ({ pohon: contoh(), gagasan: { g1: about(1, 10), g2: about(3, 20), g3: about(2, 30) }, suaraSaya: ["g2"], kelompok });

test("ideas of the same wording stand together and their votes add up", () => {
  const groups = kelompokGagasan(from([["g1", "g3", "gone"]]));
  expect(groups.map((each) => [each.kunci, each.suara, each.isi.length])).toEqual([["g3", 3, 2], ["g2", 3, 1]]);
  expect(groups.flatMap((each) => each.isi).filter((each) => each.pilihanku).map((each) => each.id)).toEqual(["g2"]);
});

test("an idea stands in one group only, and in the order asked for", () => {
  expect(kelompokGagasan(from([["g1", "g2"], ["g2", "g3"]])).flatMap((each) => each.isi).length).toBe(3);
  expect(kelompokGagasan(from([]), "baru").map((each) => each.kunci)).toEqual(["g3", "g2", "g1"]);
  expect(kelompokGagasan(from([]), "lama").map((each) => each.kunci)).toEqual(["g1", "g2", "g3"]);
  expect(kelompokGagasan(from([]), "suara").map((each) => each.kunci)).toEqual(["g2", "g3", "g1"]);
});

test("votes are limited; a second press takes one back; a placed idea gives its vote back", () => {
  expect(sisaSuara(contoh(), ["g1", "g2"], 3)).toBe(1);
  expect(sisaSuara(contoh(), ["g1", "placed"], 3)).toBe(2);
  expect(sisaSuara(contoh(), ["g1", "g2"], 1)).toBe(0);
  expect(tekanSuara("g3", ["g1"], 1)).toEqual({ o: "suara", id: "g3", nilai: 1 });
  expect(tekanSuara("g3", ["g1"], 0)).toBe(null);
  expect(tekanSuara("g1", ["g1"], 0)).toEqual({ o: "suara", id: "g1", nilai: 0 });
});

test("what an idea becomes below a node", () => {
  const pohon = contoh();
  expect(jenisDiBawah(pohon, "o1")).toBe("csf");
  expect(jenisDiBawah(pohon, "a1")).toBe("operasional");
  expect(jenisDiBawah(pohon, "g1")).toBe(null);
  expect(opTempatkan(pohon, "g1", "c1")).toEqual({ o: "tempatkan", id: "g1", parent: "c1", sesudah: "" });
  pohon.simpul.a1!.kind = "operasional";
  expect(opTempatkan(pohon, "g1", "a1")).toBe(null);
});

test("texts and ids", () => {
  expect(salahGagasan("  ")).not.toBe("");
  expect(salahGagasan("x".repeat(401))).toContain("401");
  expect(salahGagasan("Loket dibuka sore hari")).toBe("");
  expect(idBaru("g")).toMatch(/^g[a-z0-9]{9,}$/);
  expect(idBaru("g")).not.toBe(idBaru("g"));
});
