import { expect, it } from "vitest";
import { penamaan, Penyimpan, type Permintaan, type Simpanan } from "./queue";

class Laci implements Simpanan {
  isi = new Map<string, string>();
  penuh = false;
  get length() { return this.isi.size; }
  key(n: number) { return [...this.isi.keys()][n] ?? null; }
  getItem(key: string) { return this.isi.get(key) ?? null; }
  setItem(key: string, value: string) { if (this.penuh) throw new Error("penuh"); this.isi.set(key, value); }
  removeItem(key: string) { this.isi.delete(key); }
}
const minta = (n: string): Permintaan => ({ t: "op", n, op: { o: "hapus", id: n } });

it("names rise even when the clock stands still or goes back, and differ between pages", () => {
  let jam = 1_800_000_000_000;
  const [satu, dua] = [penamaan(() => jam, () => 0.1), penamaan(() => jam, () => 0.9)];
  const nama = [satu(), satu(), satu()];
  jam -= 60_000;
  nama.push(satu());
  expect(nama.slice().sort()).toEqual(nama);
  expect(new Set([...nama, dua()]).size).toBe(5);
  expect(nama[0]).toMatch(/^[a-z0-9-]{1,64}$/);
});

it("a page finds what the one before it could not send, in order, of its own member and tree alone", () => {
  const laci = new Laci();
  const lama = new Penyimpan(laci, "a.pohon.yaml", "m1");
  for (const n of ["003", "001", "002"]) lama.simpan(minta(n));
  new Penyimpan(laci, "b.pohon.yaml", "m1").simpan(minta("009"));
  new Penyimpan(laci, "a.pohon.yaml", "m2").simpan(minta("008"));
  lama.buang("002");
  expect(new Penyimpan(laci, "a.pohon.yaml", "m1").muat().map((satu) => satu.n)).toEqual(["001", "003"]);
});

it("a broken entry is thrown away, a full or missing storage is no error", () => {
  const laci = new Laci();
  const antre = new Penyimpan(laci, "a", "m");
  laci.isi.set(`${antre.awalan}1`, "{rusak");
  expect(antre.muat()).toEqual([]);
  expect(laci.length).toBe(0);
  laci.penuh = true;
  expect(antre.simpan(minta("1"))).toBe(false);
  expect(new Penyimpan(null, "a", "m").muat()).toEqual([]);
});
