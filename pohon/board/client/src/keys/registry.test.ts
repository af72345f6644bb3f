import { describe, expect, it } from "vitest";
import { namaKetukan, Registri, tulisTombol, type Ketukan, type Perintah, type Tempat } from "./registry";

const tekan = (key: string, tanda = "", code = ""): Ketukan => ({
  key, code, ctrlKey: tanda.includes("c"), metaKey: tanda.includes("m"), altKey: tanda.includes("a"), shiftKey: tanda.includes("s"),
});
const perintah = (id: string, tombol: string, di: Tempat, bila?: () => boolean): Perintah => ({ id, nama: id, kelompok: "", tombol: [tombol], di, jalan: () => undefined, ...(bila ? { bila } : {}) });

describe("namaKetukan", () => {
  it.each([
    [tekan("z", "c"), "Ctrl+Z"], [tekan("Z", "cs"), "Ctrl+Shift+Z"], [tekan("z", "m"), "Ctrl+Z"], [tekan(" "), "Space"], [tekan("?", "s"), "?"],
    [tekan("ArrowUp", "a"), "Alt+ArrowUp"], [tekan("Enter"), "Enter"], [tekan("F10", "s"), "Shift+F10"], [tekan("+", "cs"), "Ctrl++"],
    [tekan("¡", "a", "Digit1"), "Alt+1"], [tekan("1", "a", "Digit1"), "Alt+1"],
  ])("%#", (ketukan, nama) => expect(namaKetukan(ketukan)).toBe(nama));
});

describe("Registri", () => {
  it("chooses by place: the tree before the page, only 'selalu' while one types", () => {
    const satu = new Registri();
    satu.daftar(perintah("a", "Ctrl+F", "luas"), perintah("b", "Ctrl+F", "pohon"), perintah("c", "Ctrl+K", "selalu"), perintah("d", "Enter", "pohon"));
    expect(satu.cari(tekan("f", "c"), true, false)?.id).toBe("b");
    expect(satu.cari(tekan("f", "c"), false, false)?.id).toBe("a");
    expect(satu.cari(tekan("f", "c"), true, true)).toBeUndefined();
    expect(satu.cari(tekan("k", "c"), false, true)?.id).toBe("c");
    expect(satu.cari(tekan("Enter"), false, false)).toBeUndefined();
  });
  it("passes over a command that is not allowed now", () => {
    const satu = new Registri();
    satu.daftar(perintah("a", "Space", "pohon", () => false), perintah("b", "Space", "pohon"));
    expect(satu.cari(tekan(" "), true, false)?.id).toBe("b");
    expect(satu.jalankan("a")).toBe(false);
  });
  it("takes commands out again and refuses two of one name", () => {
    const satu = new Registri();
    const cabut = satu.daftar(perintah("a", "F2", "pohon"));
    expect(() => satu.daftar(perintah("a", "F3", "pohon"))).toThrow();
    cabut();
    expect(satu.semua()).toEqual([]);
  });
});

it("writes keys as they are printed on the keyboard", () => {
  expect(["Alt+ArrowUp", "Ctrl++", "Space", "?"].map(tulisTombol)).toEqual(["Alt + ↑", "Ctrl + +", "Spasi", "?"]);
});
