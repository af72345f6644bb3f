import { describe, expect, it } from "vitest";
import type { Pohon, Simpul, Temuan } from "../protocol";
import { inisial, lencana, orangDi, warna } from "./badges";
import { sasaran } from "./drop";
import { dukung, kawat } from "./paths";
import { letakSemu } from "./provisional";
import { cari } from "./search";
import { bawaKe, jendela, muat, zumDi, type Petak } from "./view";

const simpul = (id: string, parent: string | null, sebab: string[], statement = id): Simpul => ({ id, kind: "antara", statement, parent, sebab });
const pohon: Pohon = {
  berkas: { judul: "", instansi: "", tahap: 3, profil: "", level: [] }, akar: ["o"], belum: ["g"],
  simpul: {
    o: { ...simpul("o", null, ["a", "b", "c"], "Terwujudnya tertib administrasi"), indikator: [{ nama: "Persentase cakupan" }] },
    a: simpul("a", "o", ["a1"], "Meningkatnya pelayanan"), a1: simpul("a1", "a", [], "Tersedianya petugas"),
    b: simpul("b", "o", [], "Café di kantor"), c: simpul("c", "o", []), g: simpul("g", null, []),
  },
};
const kotak = new Map<string, Petak>([
  ["o", [100, 0, 100, 40]], ["a", [0, 80, 100, 40]], ["b", [120, 80, 100, 40]], ["c", [240, 80, 100, 40]], ["a1", [0, 160, 100, 40]],
]);

describe("sasaran of a drop", () => {
  it.each<[string, number, number, object | null]>([
    ["c", 50, 100, { parent: "a", sesudah: "" }], ["c", 5, 100, { parent: "o", sesudah: null }], ["c", 95, 100, { parent: "o", sesudah: "a" }],
    ["c", 122, 100, { parent: "o", sesudah: "a" }], ["a", 50, 170, null], ["a", 50, 100, null], ["a", 125, 100, { parent: "o", sesudah: null }],
    ["g", 170, 100, { parent: "b", sesudah: "" }], ["c", 900, 900, null],
  ])("%s at (%d, %d)", (id, x, y, harap) => {
    const hasil = sasaran(pohon, kotak, "bawah", id, x, y);
    if (harap === null) expect(hasil).toBeNull();
    else expect(hasil).toMatchObject(harap);
  });
});

describe("cari", () => {
  it.each([
    ["PELAYANAN", ["a"]], ["cafe", ["b"]], ["1.1.1", ["a1"]], ["tertib terwujudnya", ["o"]], ["tidak ada", []], ["  ", []], ["cakupan", []],
  ])("%s", (teks, harap) => expect(cari(pohon, teks)).toEqual(harap));
  it("reads indicators from stage 4 on", () => {
    expect(cari({ ...pohon, berkas: { ...pohon.berkas, tahap: 4 } }, "cakupan")).toEqual(["o"]);
  });
});

describe("view", () => {
  const ruang = { w: 800, h: 600 };
  it("keeps the point under the pointer while zooming", () => {
    const t = zumDi({ x: 13, y: -7, k: 0.8 }, 2, 300, 200);
    expect((300 - t.x) / t.k).toBeCloseTo((300 - 13) / 0.8);
    expect((200 - t.y) / t.k).toBeCloseTo((200 + 7) / 0.8);
  });
  it("fits everything into the room", () => {
    const [x, y, w, h] = jendela(muat([-50, 20, 3000, 1000], ruang), ruang);
    expect([x <= -50, y <= 20, x + w >= 2950, y + h >= 1020]).toEqual([true, true, true, true]);
  });
  it("moves no further than needed, and not at all when the box is in sight", () => {
    const t = { x: 0, y: 0, k: 1 };
    expect(bawaKe(t, [100, 100, 50, 50], ruang)).toEqual(t);
    expect(bawaKe(t, [900, 100, 50, 50], ruang)).toEqual({ x: 800 - 48 - 950, y: 0, k: 1 });
    expect(bawaKe(t, [100, 100, 5000, 50], ruang).x).toBe(48 - 100);
  });
});

describe("provisional boxes", () => {
  it("stand beside their sibling, else below their parent, and do not lie on each other", () => {
    const hasil = letakSemu([
      { id: "x", parent: "o", sesudah: "c" }, { id: "y", parent: "o", sesudah: "x" }, { id: "z", parent: "b", sesudah: null },
    ], pohon, kotak, "bawah");
    expect(hasil.get("x")?.[0]).toBeGreaterThanOrEqual(340);
    expect(hasil.get("y")?.[0]).toBeGreaterThan((hasil.get("x")?.[0] ?? 0) + (hasil.get("x")?.[2] ?? 0));
    expect(hasil.get("z")?.[1]).toBeGreaterThan(120);
  });
  it("have a place in an empty drawing", () => expect(letakSemu([{ id: "x", parent: null, sesudah: null }], pohon, new Map(), "kanan").get("x")).toHaveLength(4));
});

describe("lines", () => {
  it("round corners and drop points in a straight line", () => {
    expect(kawat([0, 0, 0, 10, 0, 20, 30, 20])).toBe("M0 0L0 14Q0 20 6 20L30 20");
    expect(kawat([5, 5])).toBe("");
  });
  it("put a head at the end of a support edge", () => {
    const { garis, kepala } = dukung([0, 0, 10, 0, 20, 0, 30, 0]);
    expect(garis).toBe("M0 0C10 0 20 0 30 0");
    expect(kepala).toMatch(/^M30 0L25 /);
    expect(dukung([0, 0])).toEqual({ garis: "", kepala: "" });
  });
});

describe("signs", () => {
  const temuan = (tingkat: Temuan["tingkat"], diabaikan: string | null = null) => ({ tingkat, diabaikan }) as Temuan;
  it("count by severity, worst first, waived ones not", () => {
    expect(lencana([temuan("saran"), temuan("galat"), temuan("saran"), temuan("peringatan", "sudah dibahas")])).toEqual([{ tingkat: "galat", jumlah: 1 }, { tingkat: "saran", jumlah: 2 }]);
    expect(lencana(undefined)).toEqual([]);
  });
  it("show others who are here, not oneself", () => {
    const orang = (id: string, simpul: string | null, ada = true) => ({ id, nama: id, peran: "peserta" as const, ada, simpul });
    expect([...orangDi([orang("a", "o"), orang("b", "o"), orang("c", "o", false), orang("d", null)], "a").entries()].map(([id, semua]) => [id, semua.length])).toEqual([["o", 1]]);
  });
  it("make initials of any name", () => {
    expect(["Siti Nur Aisyah", "budi", "  ", "𠮷田 太"].map(inisial)).toEqual(["SA", "B", "?", "𠮷太"]);
    expect(warna("m1")).toBe(warna("m1"));
  });
});
