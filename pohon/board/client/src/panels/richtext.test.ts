import { expect, test } from "vitest";
import { bacaBagian, bacaContoh } from "./richtext";

test("paragraphs, lists and examples", () => {
  const text = "Satu **baris**\nlanjut.\n\n- butir `a`\n  lanjut a\n- butir [b](x.md)\n\n```yaml\n- csf: x\n```\nAkhir";
  expect(bacaBagian(text)).toEqual([
    { jenis: "alinea", teks: "Satu baris lanjut." },
    { jenis: "butir", butir: ["butir a lanjut a", "butir b"] },
    { jenis: "kode", teks: "- csf: x" },
    { jenis: "alinea", teks: "Akhir" },
  ]);
  expect(bacaBagian("")).toEqual([]);
  expect(bacaBagian("```\ntidak ditutup")).toEqual([{ jenis: "kode", teks: "tidak ditutup" }]);
});

test("the marker of an example points at the line below it", () => {
  const text = "pohon:\n  # temuan: STR11\n  - outcome: A\n  - outcome: B # tetap\n";
  expect(bacaContoh(text)).toEqual([
    { teks: "pohon:", kena: false },
    { teks: "  - outcome: A", kena: true },
    { teks: "  - outcome: B # tetap", kena: false },
  ]);
});
