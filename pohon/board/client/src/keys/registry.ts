/** One list of commands: keys, the help dialog and the menus are all made from it. */

export type Tempat = "pohon" | "luas" | "selalu";

/** A command. `di`: "pohon" = canvas or outline has the keyboard, "luas" = anywhere but in a text field, "selalu". */
export interface Perintah {
  id: string;
  nama: string;
  kelompok: string;
  tombol: readonly string[];
  di: Tempat;
  bila?: () => boolean;
  jalan: (acara?: KeyboardEvent) => void;
  /** Not worth a line of the help and the list of commands. */
  diam?: boolean;
}

/** What is used of a keyboard event. */
export interface Ketukan { key: string; code?: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }

const NAMA: Record<string, string> = {
  " ": "Space", Esc: "Escape", Del: "Delete", Up: "ArrowUp", Down: "ArrowDown", Left: "ArrowLeft", Right: "ArrowRight",
};
const TULISAN: Record<string, string> = {
  ArrowUp: "↑", ArrowDown: "↓", ArrowLeft: "←", ArrowRight: "→", Space: "Spasi", Escape: "Esc", Delete: "Delete", Enter: "Enter",
};

/** Return the name of a key press: "Ctrl+Shift+Z", "Alt+ArrowUp", "?". Command on a Mac counts as Ctrl. */
export function namaKetukan(acara: Ketukan): string {
  const huruf = NAMA[acara.key] ?? acara.key;
  const angka = acara.altKey ? /^(?:Digit|Numpad)(\d)$/.exec(acara.code ?? "")?.[1] : undefined;
  const tombol = angka ?? (huruf.length === 1 ? huruf.toUpperCase() : huruf);
  const tanda = huruf.length === 1 && !/[a-z0-9]/i.test(huruf);
  const bagian = [
    acara.ctrlKey || acara.metaKey ? "Ctrl" : "", acara.altKey ? "Alt" : "", acara.shiftKey && !tanda ? "Shift" : "", tombol,
  ];
  return bagian.filter(Boolean).join("+");
}

/** Return a key name as it is printed on the keys. */
export function tulisTombol(tombol: string): string {
  return tombol.split(/\+(?!$)/).map((satu) => TULISAN[satu] ?? satu).join(" + ");
}

export class Registri {
  private readonly daftarnya = new Map<string, Perintah>();

  /** Take commands in; returns what takes them out again. Two commands of one name are a mistake of ours. */
  daftar(...semua: readonly Perintah[]): () => void {
    for (const satu of semua) {
      if (this.daftarnya.has(satu.id)) throw new Error(`perintah dua kali: ${satu.id}`);
      this.daftarnya.set(satu.id, satu);
    }
    return () => {
      for (const satu of semua) if (this.daftarnya.get(satu.id) === satu) this.daftarnya.delete(satu.id);
    };
  }

  semua(): Perintah[] {
    return [...this.daftarnya.values()];
  }

  ambil(id: string): Perintah | undefined {
    return this.daftarnya.get(id);
  }

  boleh(satu: Perintah): boolean {
    return satu.bila?.() ?? true;
  }

  /** Return the command of a key press at this place, the most particular place first. */
  cari(acara: Ketukan, diPohon: boolean, diTeks: boolean): Perintah | undefined {
    const nama = namaKetukan(acara);
    const tempat: Tempat[] = diTeks ? ["selalu"] : diPohon ? ["pohon", "luas", "selalu"] : ["luas", "selalu"];
    for (const di of tempat)
      for (const satu of this.daftarnya.values())
        if (satu.di === di && satu.tombol.includes(nama) && this.boleh(satu)) return satu;
    return undefined;
  }

  jalankan(id: string): boolean {
    const satu = this.daftarnya.get(id);
    if (!satu || !this.boleh(satu)) return false;
    satu.jalan();
    return true;
  }
}

export const perintah = new Registri();
