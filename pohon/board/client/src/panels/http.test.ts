import { afterEach, expect, test, vi } from "vitest";
import { alamat, ambil, Gagal, kataGagal, namaUnduhan } from "./http";

afterEach(() => vi.unstubAllGlobals());
const answer = (body: unknown, status = 200) => vi.stubGlobal("fetch", vi.fn(async () => new Response(JSON.stringify(body), { status })));

test("a query leaves empty values out and escapes the rest", () => {
  expect(alamat("/api/x", { berkas: "a & b.yaml", tahap: 2, kosong: "", tiada: null })).toBe("/api/x?berkas=a+%26+b.yaml&tahap=2");
  expect(alamat("/api/x")).toBe("/api/x");
});

test("the key travels in the header, a record as JSON", async () => {
  answer({ baik: true });
  expect(await ambil("/api/x", { kunci: "k", isi: { a: 1 } })).toEqual({ baik: true });
  const [, init] = vi.mocked(fetch).mock.calls[0]!;
  expect(new Headers(init!.headers).get("Authorization")).toBe("Bearer k");
  expect([init!.method, init!.body]).toEqual(["POST", '{"a":1}']);
});

test("a refusal speaks the server's words with every problem", async () => {
  answer({ pesan: "PIN salah.", saran: "Lihat layar.", masalah: [{ letak: "baris 3", pesan: "kosong" }, "lain"] }, 403);
  const error = (await ambil("/api/x").catch((caught: unknown) => caught)) as Gagal;
  expect(error).toBeInstanceOf(Gagal);
  expect([kataGagal(error), error.status, error.baris]).toEqual(["PIN salah. Lihat layar.", 403, ["baris 3: kosong", "lain"]]);
});

test("no network and answers that are no JSON become plain words", async () => {
  vi.stubGlobal("fetch", vi.fn(async () => Promise.reject(new TypeError("x"))));
  expect(kataGagal(await ambil("/api/x").catch((caught: unknown) => caught))).toContain("wifi");
  vi.stubGlobal("fetch", vi.fn(async () => new Response("<h1>", { status: 502 })));
  expect(kataGagal(await ambil("/api/x").catch((caught: unknown) => caught))).toContain("502");
});

test("names of downloads hold no path", () => {
  expect(namaUnduhan("attachment; filename*=UTF-8''tahap%204.xlsx", "x")).toBe("tahap 4.xlsx");
  expect(namaUnduhan('attachment; filename="../a/b.pdf"', "x")).toBe(".._a_b.pdf");
  expect(namaUnduhan(null, "pohon.pdf")).toBe("pohon.pdf");
});
