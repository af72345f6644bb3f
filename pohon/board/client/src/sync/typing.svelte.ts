/** A sentence while it is typed, in a box or in a row: Enter keeps it, Esc leaves it, Tab goes on below it. */

import type { Id } from "../protocol";
import type { Papan } from "./papan.svelte";

export class Ketikan {
  readonly id: Id;
  /** What stood there when typing began: the server compares with it. */
  readonly dasar: string;
  private readonly awal: string | null;
  private usai = false;
  teks = $state("");

  constructor(private readonly papan: Papan, private readonly kembali: () => void) {
    this.id = papan.menyunting ?? "";
    this.dasar = papan.dasarSunting;
    this.awal = papan.awalSunting;
    this.teks = this.awal ?? this.dasar;
  }

  get label(): string {
    return this.papan.draf ? "Kalimat kondisi baru" : "Kalimat kondisi";
  }

  /** The keyboard is in the field: all is chosen, or the cursor stands behind what was typed already. */
  mulai(kotak: HTMLTextAreaElement): void {
    kotak.focus({ preventScroll: true });
    if (this.awal === null) kotak.select();
    else kotak.setSelectionRange(this.awal.length, this.awal.length);
  }

  private simpan(): Id | null {
    this.usai = true;
    const hasil = this.papan.selesai(this.teks);
    this.kembali();
    return hasil;
  }

  readonly onkeydown = (acara: KeyboardEvent): void => {
    if (acara.isComposing) return;
    acara.stopPropagation();
    if (acara.key === "Escape") {
      this.usai = true;
      this.papan.batal();
      this.kembali();
    } else if (acara.key === "Enter" && !acara.altKey) {
      const satu = this.simpan();
      if (acara.ctrlKey && satu) this.papan.buat(satu, "");
    } else if (acara.key === "Tab") {
      const baru = this.papan.draf !== null || this.teks.trim() !== "";
      const satu = this.simpan();
      if (!acara.shiftKey && satu && baru) this.papan.buat(satu, "");
    } else return;
    acara.preventDefault();
  };

  /** Who goes elsewhere keeps what they have written; who leaves the window comes back to it. */
  readonly onblur = (): void => {
    if (this.usai || this.papan.menyunting !== this.id || !document.hasFocus()) return;
    this.usai = true;
    this.papan.selesai(this.teks);
  };
}
