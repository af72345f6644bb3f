/** Short messages at the edge of the page. The newest three stand; each goes after a while or when pressed away. */

export interface Pesan {
  id: number;
  pesan: string;
  tingkat: "info" | "peringatan" | "galat";
  aksi: { label: string; jalan: () => void } | undefined;
}

const STANDING = 3;
const LAMA = 7000;
const LAMA_DENGAN_AKSI = 12_000;

let next = 1;
export const pesan = $state<Pesan[]>([]);

export function kabari(text: string, aksi?: Pesan["aksi"], tingkat: Pesan["tingkat"] = "info"): void {
  const id = next++;
  const same = pesan.findIndex((each) => each.pesan === text);
  if (same >= 0) pesan.splice(same, 1);
  pesan.push({ id, pesan: text, tingkat, aksi });
  pesan.splice(0, Math.max(0, pesan.length - STANDING));
  if (tingkat !== "galat") setTimeout(() => singkirkan(id), aksi ? LAMA_DENGAN_AKSI : LAMA);
}

export function singkirkan(id: number): void {
  const at = pesan.findIndex((each) => each.id === id);
  if (at >= 0) pesan.splice(at, 1);
}
