import { expect, test } from "vitest";
import type { Temuan } from "../protocol";
import { contoh } from "./contoh";
import { barisIndikator, hapusIndikator, isiSel, kolomIndikator, nilaiSel, perubahan, temuanBaris } from "./indicators";

const kolom = kolomIndikator([2025, 2026]);
const at = (kunci: string) => kolom.findIndex((each) => each.kunci === kunci);
const rows = barisIndikator(contoh());
const row = (id: string) => rows.findIndex((each) => each.id === id);

test("one row an indicator, an empty row for a node without one or asked for another", () => {
  expect(rows.map((each) => `${each.id}${each.indikator ? "*" : ""}`)).toEqual(["o1", "c1", "u1", "a1*", "c2"]);
  const more = barisIndikator(contoh(), new Set(["a1"]));
  expect(more.filter((each) => each.id === "a1").map((each) => [each.ke, each.kepala])).toEqual([[0, true], [1, false]]);
});

test("what cells show", () => {
  const filled = rows[row("a1")]!;
  expect(isiSel(filled, "satuan")).toBe("%");
  expect(isiSel(filled, "target.2025")).toBe("98,5");
  expect(isiSel(filled, "target.2026")).toBe("");
  expect(isiSel(rows[row("o1")]!, "nama")).toBe("");
});

test("a changed cell is one operation on its path", () => {
  const isi = [
    { baris: row("a1"), kolom: at("target.2026"), nilai: "99" },
    { baris: row("a1"), kolom: at("satuan"), nilai: "%" },
  ];
  expect(perubahan(rows, kolom, isi)).toEqual({ op: [{ o: "ubah", id: "a1", field: "indikator.0.target.2026", nilai: "99" }], tolak: [] });
});

test("a new indicator is named before its other cells, also when the paste starts elsewhere", () => {
  const y = row("o1");
  const { op } = perubahan(rows, kolom, [
    { baris: y, kolom: at("satuan"), nilai: "%" },
    { baris: y, kolom: at("nama"), nilai: " Persentase   warga " },
  ]);
  expect(op.map((each) => (each.o === "ubah" ? [each.field, each.nilai] : []))).toEqual([["indikator.0.nama", "Persentase warga"], ["indikator.0.satuan", "%"]]);
  const { op: none, tolak } = perubahan(rows, kolom, [{ baris: y, kolom: at("satuan"), nilai: "%" }]);
  expect(none).toEqual([]);
  expect(tolak[0]!.sebab).toContain("nama");
});

test("words for direction and IKU; others are refused", () => {
  expect(nilaiSel("arah", "Naik")).toBe("naik");
  expect(nilaiSel("arah", "-")).toBe("turun");
  expect(nilaiSel("arah", "")).toBe(null);
  expect(nilaiSel("arah", "miring")).toBeUndefined();
  expect(nilaiSel("iku", "Ya")).toBe(true);
  expect(nilaiSel("iku", "")).toBe(false);
  expect(nilaiSel("iku", "mungkin")).toBeUndefined();
  expect(perubahan(rows, kolom, [{ baris: row("a1"), kolom: at("arah"), nilai: "miring" }]).tolak).toHaveLength(1);
  expect(perubahan(rows, kolom, [{ baris: row("a1"), kolom: at("nama"), nilai: "" }]).tolak[0]!.sebab).toContain("Ctrl+Delete");
});

test("removing", () => {
  expect(hapusIndikator(rows[row("a1")]!)).toEqual({ o: "ubah", id: "a1", field: "indikator.0", nilai: null });
  expect(hapusIndikator(rows[row("o1")]!)).toBe(null);
});

test("findings stand at their cells", () => {
  const finding = (kode: string, pesan = ""): Temuan => ({ kode, nama: "", tingkat: "saran", tahap: 4, simpul: "a1", pesan, saran: "", bukti: "", terkait: [], diabaikan: null, perbaikan: null });
  const found = temuanBaris(rows[row("a1")]!, [finding("IND15"), finding("TGT09", "Target 2025 seratus persen"), finding("IND03"), finding("BHS01"), { ...finding("IND04"), diabaikan: "ya" }]);
  expect([...found.keys()].sort()).toEqual(["nama", "satuan", "target.2025"]);
});
