/** Calls of the board's HTTP interface. Every failure becomes a `Gagal` with words for the person. */

export class Gagal extends Error {
  constructor(
    pesan: string,
    readonly saran = "",
    readonly status = 0,
    readonly masalah: unknown[] = [],
  ) {
    super(pesan);
  }

  /** Each problem on a line of its own, for lists. */
  get baris(): string[] {
    return this.masalah.map((each) => {
      if (typeof each === "string") return each;
      const { letak, pesan, saran } = (each ?? {}) as { letak?: string; pesan?: string; saran?: string };
      return [letak, pesan, saran].filter(Boolean).join(": ");
    });
  }
}

export interface Pilihan {
  kunci?: string;
  metode?: "GET" | "POST";
  /** A record is sent as JSON, a file as it is. */
  isi?: object | Blob;
}

type Nilai = string | number | boolean | null | undefined;

/** A path with a query; empty values are left out. */
export function alamat(jalur: string, nilai: { [name: string]: Nilai } = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(nilai)) {
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }
  const text = query.toString();
  return text ? `${jalur}?${text}` : jalur;
}

async function panggil(path: string, { kunci, metode, isi }: Pilihan): Promise<Response> {
  const headers = new Headers();
  if (kunci) headers.set("Authorization", `Bearer ${kunci}`);
  const blob = isi instanceof Blob;
  if (isi) headers.set("Content-Type", blob ? "application/octet-stream" : "application/json");
  const init: RequestInit = { method: metode ?? (isi ? "POST" : "GET"), headers, cache: "no-store" };
  if (isi) init.body = blob ? isi : JSON.stringify(isi);
  let answer: Response;
  try {
    answer = await fetch(path, init);
  } catch {
    throw new Gagal("Papan tidak dapat dihubungi.", "Periksa sambungan ke wifi, lalu coba lagi.");
  }
  if (!answer.ok) throw await sebagaiGagal(answer);
  return answer;
}

async function sebagaiGagal(answer: Response): Promise<Gagal> {
  try {
    const told = (await answer.json()) as { pesan?: string; saran?: string; masalah?: unknown[] };
    if (told.pesan) return new Gagal(told.pesan, told.saran, answer.status, told.masalah);
  } catch {
    // no words of the server: ours below
  }
  return new Gagal(`Permintaan ditolak (${answer.status}).`, "Muat ulang halaman ini, lalu coba lagi.", answer.status);
}

export async function ambil<Answer>(path: string, pilihan: Pilihan = {}): Promise<Answer> {
  return (await (await panggil(path, pilihan)).json()) as Answer;
}

/** The name that the server gives a download, without anything that a path could hide in. */
export function namaUnduhan(header: string | null, cadangan: string): string {
  const long = /filename\*=UTF-8''([^;]+)/i.exec(header ?? "")?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(header ?? "")?.[1];
  let name = plain ?? "";
  try {
    if (long) name = decodeURIComponent(long);
  } catch {
    // the plain name stands
  }
  return name.replace(/[\\/\u0000-\u001f]/g, "_").trim() || cadangan;
}

/** Fetch a file with the key and hand it to the browser's downloads; answers its name. */
export async function unduh(path: string, kunci: string, cadangan: string): Promise<string> {
  const answer = await panggil(path, { kunci });
  const name = namaUnduhan(answer.headers.get("Content-Disposition"), cadangan);
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return name;
}

/** What a failed promise says to a person. */
export function kataGagal(error: unknown): string {
  if (error instanceof Gagal) return [error.message, error.saran].filter(Boolean).join(" ");
  return "Terjadi kesalahan di halaman ini. Muat ulang, lalu coba lagi.";
}
