import { expect, test } from "vitest";
import { bacaTempel, bacaTsv, tulisTsv } from "./paste";

test("a block from Excel: tabs, Windows line ends, the last empty line", () => {
  expect(bacaTsv("Persentase KTP\t%\t98,5\r\nJumlah akta\tDokumen\t6.800\r\n")).toEqual([
    ["Persentase KTP", "%", "98,5"],
    ["Jumlah akta", "Dokumen", "6.800"],
  ]);
});

test("quoted cells hold line ends, tabs and quotes", () => {
  expect(bacaTsv('"Jumlah ""tepat""\nwaktu"\t%\nb\tc')).toEqual([['Jumlah "tepat" waktu', "%"], ["b", "c"]]);
});

test("a quote that opens a sentence but never closes a cell belongs to the sentence", () => {
  expect(bacaTsv('"Tepat" waktu\t%')).toEqual([['"Tepat" waktu', "%"]]);
  expect(bacaTsv('5" pipa')).toEqual([['5" pipa']]);
});

test("empty cells inside stay, empty rows at the end go", () => {
  expect(bacaTsv("a\t\tb\n\t\t\n")).toEqual([["a", "", "b"]]);
  expect(bacaTsv("")).toEqual([]);
  expect(bacaTsv("\ta")).toEqual([["", "a"]]);
});

test("what is copied is read back", () => {
  const blok = [["a", 'b "c"', "d"], ["", "e", "f, g"]];
  expect(bacaTsv(tulisTsv(blok))).toEqual(blok);
});

test("a clipboard without a table is read as text", () => {
  const data = { getData: (type: string) => (type === "text/plain" ? "a\tb" : "<b>a</b>") };
  expect(bacaTempel(data)).toEqual([["a", "b"]]);
});
