/** What the canvas shows of the room: boxes drawn and guessed, signs, lines. Worked out from the store alone. */

import type { Anggota, Arah, Id, Kotak, Simpul } from "../protocol";
import type { Papan, Draf } from "../sync/papan.svelte";
import { anak, baris, belumDitempatkan, cabang, namaJenis, saudara } from "../sync/tree";
import { komentarBuka, lencana, NAMA_TINGKAT, orangDi, type Lencana } from "./badges";
import { jabatanDatar, levelOf } from "../panels/mapping";
import { Gerak } from "./motion.svelte";
import { letakSemu, type Semu } from "./provisional";
import type { Petak } from "./view";

const TANPA_ORANG: readonly Anggota[] = [];

export class Adegan {
  readonly gerak = new Gerak();

  constructor(readonly papan: Papan) {}

  readonly bentuk: ReadonlyMap<number, readonly [string, string]> = $derived.by(() =>
    new Map(this.gerak.lukisan.bentuk.map(([n, permukaan, jalur]) => [n, [permukaan, jalur] as const])));

  /** Where causes stand: as chosen, or as the server found it best for the screen of a room. */
  readonly arah: Arah = $derived.by(() => {
    const pita = this.papan.pandang.layar ? this.gerak.lukisan.pita?.[0] : undefined;
    if (!pita) return this.papan.pandang.arah;
    return pita[2] === 0 ? "kanan" : "bawah";
  });

  private readonly baris = $derived.by(() => new Map(baris(this.papan.pohon).map((satu) => [satu.id, satu])));

  /** Rectangles of the boxes that the server drew, of nodes that are still there. */
  readonly terlukis: ReadonlyMap<Id, Petak> = $derived.by(() => {
    const hasil = new Map<Id, Petak>();
    for (const [id, { b }] of Object.entries(this.gerak.lukisan.kotak)) if (this.papan.pohon.simpul[id]) hasil.set(id, b);
    return hasil;
  });

  /** Boxes of nodes that are gone, drawn for a comparison. */
  readonly hantu: ReadonlyMap<Id, Kotak> = $derived.by(() => {
    const hasil = new Map<Id, Kotak>();
    for (const { id } of this.papan.pandang.hantu ?? []) {
      const kotak = this.gerak.lukisan.kotak[id];
      if (kotak && !this.papan.pohon.simpul[id]) hasil.set(id, kotak);
    }
    return hasil;
  });

  /** Boxes that are not drawn yet, the node that is being typed included. */
  readonly semu: ReadonlyMap<Id, Petak> = $derived.by(() => {
    const { pohon, basi, draf, lipat } = this.papan;
    if (!this.gerak.lukisan.seq && !this.terlukis.size && pohon.akar.length > 1) return new Map();
    const semua: Semu[] = [];
    for (const id of basi) {
      const simpul = pohon.simpul[id];
      if (!simpul || this.terlukis.has(id) || this.terlipat(id, lipat)) continue;
      semua.push({ id, parent: simpul.parent, sesudah: sebelum(saudara(pohon, id), id) });
    }
    if (draf) semua.push(semuDraf(draf, anak(pohon, draf.parent)));
    return letakSemu(semua, pohon, this.terlukis, this.arah);
  });

  readonly semua: ReadonlyMap<Id, Petak> = $derived.by(() => new Map([...this.terlukis, ...this.semu]));

  readonly orang: ReadonlyMap<Id, readonly Anggota[]> = $derived.by(() => orangDi(this.papan.anggota, this.papan.saya.id));
  readonly komentar: ReadonlyMap<Id, number> = $derived.by(() => komentarBuka(this.papan.papan.komentar));
  readonly bentrok: ReadonlySet<Id> = $derived.by(() => new Set(Object.values(this.papan.papan.bentrok).map((satu) => satu.simpul)));

  private terlipat(id: Id, lipat: ReadonlySet<Id>): boolean {
    for (let atas = this.papan.pohon.simpul[id]?.parent ?? null; atas !== null; atas = this.papan.pohon.simpul[atas]?.parent ?? null)
      if (lipat.has(atas)) return true;
    return false;
  }

  letak(id: Id): Petak {
    return this.terlukis.has(id) ? this.gerak.letak(id) : (this.semu.get(id) ?? [0, 0, 0, 0]);
  }

  lencana(id: Id): readonly Lencana[] {
    return lencana(this.papan.temuan[id]);
  }

  siapa(id: Id): readonly Anggota[] {
    return this.orang.get(id) ?? TANPA_ORANG;
  }

  nomor(id: Id): string {
    return this.baris.get(id)?.nomor ?? "";
  }

  dalam(id: Id): number {
    return this.baris.get(id)?.dalam ?? 0;
  }

  urut(id: Id): readonly [number, number] {
    const daftar = saudara(this.papan.pohon, id);
    return [daftar.indexOf(id) + 1, daftar.length];
  }

  /** True when the causes of a node are not drawn: folded away, or more than a room can read. */
  tertutup(id: Id): boolean {
    if (this.papan.lipat.has(id)) return true;
    const bawah = anak(this.papan.pohon, id);
    return Boolean(this.papan.pandang.layar) && bawah.length > 0 && !bawah.some((satu) => this.semua.has(satu));
  }

  bawah(id: Id): number {
    return this.tertutup(id) ? cabang(this.papan.pohon, id).length - 1 : 0;
  }

  suara(id: Id): number | null {
    return belumDitempatkan(this.papan.pohon, id) ? (this.papan.papan.gagasan[id]?.suara ?? null) : null;
  }

  private readonly jabatan: ReadonlyMap<string, string> = $derived.by(() =>
    new Map(jabatanDatar(this.papan.pohon.berkas.jabatan).map((satu) => [satu.id, satu.nama])));

  /** Component and positions, which a box shows from stage 5 on. */
  private pemetaan(simpul: Simpul): string[] {
    if (this.papan.tahap < 5 || simpul.kind === "gagasan") return [];
    const komponen = simpul.komponen || (levelOf(this.papan.pohon, simpul.kind)?.komponen[0] ?? "");
    const jabatan = (simpul.jabatan ?? []).map((satu) => this.jabatan.get(satu) ?? satu).join("; ");
    return [komponen, jabatan ? `jabatan: ${jabatan}` : "belum ada jabatan"];
  }

  /** What a screen reader says of a box. */
  label(id: Id): string {
    const simpul: Simpul | undefined = this.papan.pohon.simpul[id];
    if (!simpul) return "Kondisi baru";
    const temuan = this.lencana(id).map(({ tingkat, jumlah }) => `${jumlah} ${NAMA_TINGKAT[tingkat]}`);
    const komentar = this.komentar.get(id);
    const bagian = [
      `${this.nomor(id)} ${namaJenis(simpul.kind)}: ${simpul.statement || "belum ada kalimat"}`,
      ...this.pemetaan(simpul), temuan.join(", "), komentar ? `${komentar} komentar terbuka` : "", this.bentrok.has(id) ? "ada dua bunyi untuk dipilih" : "",
      ...this.siapa(id).map((satu) => `${satu.nama} ${satu.sunting ? "sedang menyunting" : "di sini"}`),
    ];
    return bagian.filter(Boolean).join(". ");
  }
}

function sebelum(daftar: readonly Id[], id: Id): Id | null {
  return daftar[daftar.indexOf(id) - 1] ?? null;
}

function semuDraf(draf: Draf, daftar: readonly Id[]): Semu {
  const sesudah = draf.sesudah === "" ? (daftar.at(-1) ?? null) : draf.sesudah;
  return { id: draf.id, parent: draf.parent, sesudah };
}
