import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { DariServer } from "../protocol";
import { jeda, Tautan, type Soket } from "./link";

class Palsu implements Soket {
  onopen: Soket["onopen"] = null;
  onmessage: Soket["onmessage"] = null;
  onclose: Soket["onclose"] = null;
  keluar: string[] = [];
  tertutup = false;
  send(teks: string) { this.keluar.push(teks); }
  close() { this.tertutup = true; }
  buka() { this.onopen?.({} as never); }
  kata(pesan: object) { this.onmessage?.({ data: JSON.stringify(pesan) } as never); }
  putus(code = 1006) { this.onclose?.({ code, reason: "habis" } as never); }
}

function siapkan() {
  const soket: Palsu[] = [];
  const catatan: string[] = [];
  const diterima: DariServer[] = [];
  const tautan = new Tautan({
    buka: () => { const satu = new Palsu(); soket.push(satu); return satu; },
    masuk: () => ({ t: "masuk", kunci: "k", pandang: { mode: "kanvas", arah: "bawah", lipat: [] } }),
    terima: (pesan) => { diterima.push(pesan); if (pesan.t === "awal" as string) tautan.siap(); },
    keadaan: (baru) => catatan.push(baru), ditolak: (alasan) => catatan.push(`ditolak ${alasan}`),
  });
  return { tautan, soket, catatan, diterima };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("says who it is first, and sends nothing before the state has come", () => {
  const { tautan, soket } = siapkan();
  tautan.mulai();
  soket[0]?.buka();
  expect(soket[0]?.keluar[0]).toContain('"masuk"');
  expect(tautan.kirim({ t: "denyut" })).toBe(false);
  soket[0]?.kata({ t: "awal" });
  expect(tautan.kirim({ t: "denyut" })).toBe(true);
  tautan.henti();
});

it("comes back by itself after a break, later each time, and again quickly after success", () => {
  const { tautan, soket, catatan } = siapkan();
  tautan.mulai();
  for (let n = 0; n < 4; n += 1) {
    soket.at(-1)?.putus();
    vi.advanceTimersByTime(11_000);
    expect(soket.length).toBe(n + 2);
  }
  soket.at(-1)?.buka();
  soket.at(-1)?.kata({ t: "awal" });
  soket.at(-1)?.putus();
  vi.advanceTimersByTime(500);
  expect(soket.length).toBe(6);
  expect(catatan.filter((satu) => satu === "tersambung").length).toBe(1);
  tautan.henti();
});

it("takes a silent line for a broken one", () => {
  const { tautan, soket } = siapkan();
  tautan.mulai();
  soket[0]?.buka();
  soket[0]?.kata({ t: "awal" });
  vi.advanceTimersByTime(16_000);
  expect(soket[0]?.keluar.at(-1)).toBe('{"t":"denyut"}');
  vi.advanceTimersByTime(46_000);
  expect(soket[0]?.tertutup).toBe(true);
  expect(soket.length).toBe(2);
  tautan.henti();
});

it("does not try again when the key is refused, nor after it was told to stop", () => {
  const { tautan, soket, catatan } = siapkan();
  tautan.mulai();
  soket[0]?.putus(4001);
  vi.advanceTimersByTime(60_000);
  expect(soket.length).toBe(1);
  expect(catatan).toContain("ditolak habis");
  const lain = siapkan();
  lain.tautan.mulai();
  lain.tautan.henti();
  vi.advanceTimersByTime(60_000);
  expect(lain.soket.length).toBe(1);
});

it("waits between 0.2 and 11 seconds", () => {
  for (let n = 0; n < 20; n += 1) for (const acak of [0, 0.5, 1]) {
    expect(jeda(n, acak)).toBeGreaterThanOrEqual(200);
    expect(jeda(n, acak)).toBeLessThanOrEqual(11_000);
  }
  expect(jeda(5, 0.5)).toBeGreaterThan(jeda(0, 0.5));
});
