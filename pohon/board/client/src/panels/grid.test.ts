import { expect, test } from "vitest";
import { gerak, isiKeBawah, jendela, kotak, memuat, satu, tempelan } from "./grid";

const size = { baris: 5, kolom: 3, halaman: 2 };
const key = (name: string, more: { shift?: boolean; ctrl?: boolean } = {}) => ({ key: name, shiftKey: more.shift ?? false, ctrlKey: more.ctrl ?? false });
const to = (from: [number, number], ...keys: Parameters<typeof key>) => gerak(satu(...from), key(...keys), size)?.ke;

test("arrows stay inside the grid", () => {
  expect(to([0, 0], "ArrowUp")).toEqual({ baris: 0, kolom: 0 });
  expect(to([0, 0], "ArrowDown")).toEqual({ baris: 1, kolom: 0 });
  expect(to([4, 2], "ArrowRight")).toEqual({ baris: 4, kolom: 2 });
  expect(to([1, 1], "ArrowDown", { ctrl: true })).toEqual({ baris: 4, kolom: 1 });
});

test("Enter goes down, Tab runs on into the next row and leaves at both ends", () => {
  expect(to([1, 1], "Enter")).toEqual({ baris: 2, kolom: 1 });
  expect(to([1, 1], "Enter", { shift: true })).toEqual({ baris: 0, kolom: 1 });
  expect(to([1, 2], "Tab")).toEqual({ baris: 2, kolom: 0 });
  expect(to([1, 0], "Tab", { shift: true })).toEqual({ baris: 0, kolom: 2 });
  expect(to([4, 2], "Tab")).toBeUndefined();
  expect(to([0, 0], "Tab", { shift: true })).toBeUndefined();
});

test("pages, ends and other keys", () => {
  expect(to([0, 1], "PageDown")).toEqual({ baris: 2, kolom: 1 });
  expect(to([3, 1], "Home")).toEqual({ baris: 3, kolom: 0 });
  expect(to([3, 1], "Home", { ctrl: true })).toEqual({ baris: 0, kolom: 0 });
  expect(to([0, 0], "End", { ctrl: true })).toEqual({ baris: 4, kolom: 2 });
  expect(to([0, 0], "a")).toBeUndefined();
});

test("Shift with arrows stretches the selection", () => {
  const stretched = gerak(satu(1, 1), key("ArrowDown", { shift: true }), size)!;
  expect(kotak(stretched)).toEqual({ atas: 1, kiri: 1, bawah: 2, kanan: 1 });
  expect(memuat(stretched, 2, 1)).toBe(true);
  expect(memuat(stretched, 2, 2)).toBe(false);
});

test("a block is pasted from the corner; what does not fit is counted", () => {
  const { isi, lewat } = tempelan(satu(4, 1), [["a", "b", "c"], ["d", "", "e"]], size);
  expect(isi).toEqual([{ baris: 4, kolom: 1, nilai: "a" }, { baris: 4, kolom: 2, nilai: "b" }]);
  expect(lewat).toBe(3);
});

test("one cell fills the whole selection", () => {
  const { isi } = tempelan({ dari: { baris: 2, kolom: 1 }, ke: { baris: 1, kolom: 0 } }, [["x"]], size);
  expect(isi.length).toBe(4);
  expect(isi.every((cell) => cell.nilai === "x")).toBe(true);
});

test("fill down repeats the first row, a single row takes the one above", () => {
  const read = (baris: number, kolom: number) => `${baris}${kolom}`;
  expect(isiKeBawah({ dari: { baris: 1, kolom: 0 }, ke: { baris: 3, kolom: 0 } }, read)).toEqual([
    { baris: 2, kolom: 0, nilai: "10" },
    { baris: 3, kolom: 0, nilai: "10" },
  ]);
  expect(isiKeBawah(satu(2, 1), read)).toEqual([{ baris: 2, kolom: 1, nilai: "11" }]);
  expect(isiKeBawah(satu(0, 0), read)).toEqual([]);
});

test("only rows in sight are drawn", () => {
  const { dari, sampai } = jendela(4000, 600, 40, 500);
  expect(dari).toBeLessThanOrEqual(100);
  expect(sampai - dari).toBeLessThan(30);
  expect(jendela(0, 600, 40, 3)).toEqual({ dari: 0, sampai: 3 });
});
