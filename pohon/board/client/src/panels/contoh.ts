/** A small tree for the tests of the panels. */

import type { Kind, Level, Pohon, Simpul } from "../protocol";

const level = (kind: Kind, komponen: string, jenjang: string[]): Level => ({
  kind,
  label: kind,
  hasil: kind !== "operasional",
  tingkat: kind === "operasional" ? "output" : "outcome",
  komponen: [komponen],
  jenjang,
});

export const LEVEL: Level[] = [
  level("outcome", "Tujuan", ["jpt-pratama"]),
  level("csf", "sasaran SKPD", ["jpt-pratama"]),
  level("utama", "sasaran program", ["administrator"]),
  level("antara", "sasaran kegiatan", ["jf", "pengawas"]),
  level("operasional", "sasaran sub kegiatan", ["jf", "pelaksana"]),
];

const node = (id: string, kind: Kind, parent: string | null, rest: Partial<Simpul> = {}): Simpul => ({
  id,
  kind,
  parent,
  statement: `Meningkatnya ${id}`,
  sebab: [],
  ...rest,
});

/** o1 > (c1 > u1 > a1, c2), with a support edge from c2 to a1; ideas g1, g2, g3 in the pool. */
export function contoh(): Pohon {
  const all = [
    node("o1", "outcome", null, { sebab: ["c1", "c2"] }),
    node("c1", "csf", "o1", { sebab: ["u1"] }),
    node("u1", "utama", "c1", { sebab: ["a1"] }),
    node("a1", "antara", "u1", { indikator: [{ nama: "Persentase warga ber-KTP", satuan: "%", target: [{ tahun: 2025, nilai: "98,5" }] }] }),
    node("c2", "csf", "o1", { sebab: ["a1"], ref: ["a1"] }),
    node("g1", "gagasan", null),
    node("g2", "gagasan", null),
    node("g3", "gagasan", null),
  ];
  return {
    berkas: {
      judul: "Pohon",
      instansi: "Dinas",
      tahap: 4,
      profil: "balangan",
      periode: "2025-2027",
      level: LEVEL,
      jabatan: [
        {
          id: "kadis",
          nama: "Kepala Dinas",
          jenjang: "jpt-pratama",
          bawahan: [
            { id: "kabid-a", nama: "Kepala Bidang A", jenjang: "administrator", bawahan: [{ id: "jf-a", nama: "Analis A", jenjang: "jf" }] },
            { id: "kabid-b", nama: "Kepala Bidang B", jenjang: "administrator", bawahan: [{ id: "jf-b", nama: "Analis B", jenjang: "jf" }] },
          ],
        },
      ],
    },
    akar: ["o1"],
    belum: ["g1", "g2", "g3"],
    simpul: Object.fromEntries(all.map((each) => [each.id, each])),
  };
}
