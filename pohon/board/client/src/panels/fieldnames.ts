/** Names of fields for people: "indikator.0.target.2025" is "target 2025 indikator ke-1". */

const NAMA: { [field: string]: string } = {
  statement: "kalimat", isu: "isu", uraian: "uraian", kind: "jenjang", waktu: "waktu", pengaruh: "besar pengaruh", status: "status",
  catatan: "catatan", komponen: "komponen perencanaan", jabatan: "jabatan", program: "program dan kegiatan", crosscutting: "crosscutting",
  bukti: "data atau bukti", judul: "judul", instansi: "instansi", pemerintah: "pemerintah", periode: "periode", tahun: "tahun",
  dasar_hukum: "dasar hukum", parent: "tempat di pohon", hapus: "penghapusan", nama: "nama", satuan: "satuan", rumus: "formulasi",
  sumber: "sumber data", arah: "arah", iku: "IKU", awal: "kondisi awal", mandat: "mandat", permasalahan: "permasalahan", harapan: "harapan",
  dasar: "dasar", hitung: "rumus hitung", penanggung_jawab: "penanggung jawab", hubungan: "hubungan", relevansi: "alasan pemilihan",
}; // prettier-ignore

const kata = (name: string): string => NAMA[name] ?? name.replaceAll("_", " ");

export function namaField(path: string): string {
  const [head = "", ...rest] = path.split(".");
  if (head === "indikator" && rest.length) {
    const which = `indikator ke-${Number(rest[0]) + 1}`;
    if (rest.length === 1) return which;
    return rest[1] === "target" || rest[1] === "realisasi" ? `${rest[1]} ${rest[2] ?? ""} ${which}` : `${kata(rest[1]!)} ${which}`;
  }
  if (head === "jawab") return `jawaban pertanyaan ${rest.join(".")}`;
  if (head === "abaikan") return `alasan pengecualian ${rest.join(".")}`;
  if (head === "crosscutting" && rest.length > 1) return `${kata(rest[1]!)} mitra ke-${Number(rest[0]) + 1}`;
  return rest.length ? kata(rest.at(-1)!) : kata(head);
}
