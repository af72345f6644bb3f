import { expect, test } from "vitest";
import { contoh } from "./contoh";
import { bacaKode, bacaProgram, idJabatan, jabatanDatar, opUsul, tambahJabatan, tulisProgram, ubahJabatan, usulJabatan, usulKomponen, usulSemua } from "./mapping";
import { berurut } from "./order";

const pohon = contoh();
const rows = berurut(pohon);
const row = (id: string) => rows.find((each) => each.id === id)!;

test("components come from the profile; sasaran of several CSF are counted", () => {
  expect(usulKomponen(pohon, rows, row("o1"))).toBe("Tujuan");
  expect(usulKomponen(pohon, rows, row("c1"))).toBe("sasaran pertama SKPD");
  expect(usulKomponen(pohon, rows, row("c2"))).toBe("sasaran kedua SKPD");
  expect(usulKomponen(pohon, rows, row("u1"))).toBe("sasaran program");
  const one = rows.filter((each) => each.id !== "c2");
  expect(usulKomponen(pohon, one, row("c1"))).toBe("sasaran SKPD");
});

test("a position is suggested only when it is the one choice", () => {
  const list = jabatanDatar(pohon.berkas.jabatan);
  expect(usulJabatan(pohon, list, row("o1").simpul)).toBe("kadis");
  expect(usulJabatan(pohon, list, row("u1").simpul)).toBe("");
  const mapped = contoh();
  mapped.simpul.u1!.jabatan = ["kabid-b"];
  expect(usulJabatan(mapped, list, mapped.simpul.a1!)).toBe("jf-b");
});

test("suggestions for all empty rows leave what is filled alone", () => {
  const mapped = contoh();
  mapped.simpul.o1!.komponen = "Tujuan daerah";
  mapped.simpul.u1!.jabatan = ["kabid-a"];
  const all = usulSemua(mapped);
  expect(all.find((each) => each.id === "o1")?.isi).toEqual({ jabatan: "kadis" });
  expect(all.find((each) => each.id === "a1")?.isi).toEqual({ komponen: "sasaran kegiatan", jabatan: "jf-a" });
  expect(opUsul("a1", all.find((each) => each.id === "a1")!.isi)).toEqual([
    { o: "ubah", id: "a1", field: "komponen", nilai: "sasaran kegiatan" },
    { o: "ubah", id: "a1", field: "jabatan", nilai: ["jf-a"] },
  ]);
});

test("the tree of positions is edited without touching the rest", () => {
  const list = pohon.berkas.jabatan!;
  const more = tambahJabatan(list, "kabid-a", { id: "x", nama: "Pengadministrasi", jenjang: "pelaksana" });
  expect(jabatanDatar(more).find((each) => each.id === "x")).toMatchObject({ dalam: 2, atasan: "kabid-a" });
  expect(jabatanDatar(ubahJabatan(list, "kabid-b", { nama: "Kabid B" })).find((each) => each.id === "kabid-b")?.nama).toBe("Kabid B");
  expect(jabatanDatar(ubahJabatan(list, "kabid-b", null)).find((each) => each.id === "jf-b")?.atasan).toBe("kadis");
  expect(idJabatan("Kepala Bidang Pengairan", new Set())).toBe("kepala-pengairan");
  expect(idJabatan("Kepala Bidang Pengairan", new Set(["kepala-pengairan"]))).toBe("kepala-pengairan-2");
});

test("programs are read from a pasted list and hung by their codes", () => {
  const text = "2.12.02 Program Pendaftaran Penduduk\n2.12.02.2.01\tPelayanan Pendaftaran Penduduk\n2.12.02.2.01.0003\tPenerbitan KTP-el\tRp437.531.700\nNama tanpa kode\n2.12.09.2.01.0001 Sub tanpa kegiatan";
  const { program, salah } = bacaProgram(text);
  expect(program).toEqual([
    {
      kode: "2.12.02",
      nama: "Program Pendaftaran Penduduk",
      kegiatan: [{ kode: "2.12.02.2.01", nama: "Pelayanan Pendaftaran Penduduk", sub_kegiatan: [{ kode: "2.12.02.2.01.0003", nama: "Penerbitan KTP-el", pagu: "Rp437.531.700" }] }],
    },
  ]);
  expect(salah).toEqual(["Nama tanpa kode", "2.12.09.2.01.0001 Sub tanpa kegiatan"]);
  expect(bacaProgram(tulisProgram(program)).program).toEqual(program);
  expect(bacaKode("2.12.02, 2.12.03;2.12.02")).toEqual(["2.12.02", "2.12.03"]);
});
