import { describe, expect, it } from "vitest";
import type { Petak } from "../canvas/view";
import { tetangga, type ArahPanah } from "./geometry";

/** o above a, b, c in a row; a1, a2 stacked below a; b1 below b; far x at the right, lower. */
const kotak = new Map<string, Petak>([
  ["o", [100, 0, 100, 40]], ["a", [0, 80, 80, 40]], ["b", [110, 80, 80, 40]], ["c", [220, 80, 80, 60]],
  ["a1", [10, 160, 80, 40]], ["a2", [10, 210, 80, 40]], ["b1", [120, 160, 80, 40]], ["x", [600, 400, 80, 40]],
]);

describe("tetangga", () => {
  it.each<[string, ArahPanah, string | null]>([
    ["o", "ArrowDown", "b"], ["o", "ArrowUp", null], ["a", "ArrowUp", "o"], ["c", "ArrowUp", "o"], ["a", "ArrowRight", "b"], ["b", "ArrowRight", "c"],
    ["c", "ArrowLeft", "b"], ["a", "ArrowLeft", null], ["a", "ArrowDown", "a1"], ["a1", "ArrowDown", "a2"], ["a2", "ArrowUp", "a1"], ["a1", "ArrowRight", "b1"],
    ["c", "ArrowRight", "x"], ["x", "ArrowRight", null], ["b1", "ArrowUp", "b"],
  ])("%s %s -> %s", (dari, arah, ke) => expect(tetangga(kotak, dari, arah)).toBe(ke));

  it("prefers the own family when two are nearly as near", () => {
    const dua = new Map<string, Petak>([["p", [50, 0, 80, 40]], ["asing", [50, 70, 80, 40]], ["anak", [66, 74, 80, 40]]]);
    expect(tetangga(dua, "p", "ArrowDown")).toBe("asing");
    expect(tetangga(dua, "p", "ArrowDown", new Set(["anak"]))).toBe("anak");
  });
  it("gives nothing for a box that is not there", () => expect(tetangga(kotak, "zz", "ArrowUp")).toBeNull());
  it("reaches every box of a grid with the arrows alone", () => {
    const petak = new Map<string, Petak>();
    for (let n = 0; n < 40; n += 1) petak.set(`k${n}`, [(n % 8) * 120 + (n % 3) * 7, Math.floor(n / 8) * 90, 90, 50]);
    const [capai, tunggu] = [new Set(["k0"]), ["k0"]];
    while (tunggu.length) {
      const satu = tunggu.pop() as string;
      for (const arah of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] as const) {
        const ke = tetangga(petak, satu, arah);
        if (ke && !capai.has(ke)) { capai.add(ke); tunggu.push(ke); }
      }
    }
    expect(capai.size).toBe(40);
  });
});
