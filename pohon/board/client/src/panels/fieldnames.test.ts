import { expect, test } from "vitest";
import { namaField } from "./fieldnames";

test.each([
  ["statement", "kalimat"],
  ["indikator.0.target.2025", "target 2025 indikator ke-1"],
  ["indikator.1.satuan", "satuan indikator ke-2"],
  ["indikator.1", "indikator ke-2"],
  ["jawab.SEB01_c2", "jawaban pertanyaan SEB01_c2"],
  ["abaikan.STR08", "alasan pengecualian STR08"],
  ["dasar.mandat", "mandat"],
  ["crosscutting.0.mitra", "mitra mitra ke-1"],
  ["baru_sekali", "baru sekali"],
])("%s", (path, name) => expect(namaField(path)).toBe(name));
