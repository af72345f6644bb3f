/** Times as people in an office read them; `at` and `sampai` are milliseconds since 1970. */

export function jam(at: number): string {
  return new Date(at).toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
}

/** "baru saja", "5 menit lalu", "09.41", "12 Mar 09.41". */
export function waktuLalu(at: number, kini: number): string {
  const minutes = Math.floor((kini - at) / 60_000);
  if (minutes < 1) return "baru saja";
  if (minutes < 60) return `${minutes} menit lalu`;
  const day = new Date(at);
  if (day.toDateString() === new Date(kini).toDateString()) return jam(at);
  return `${day.toLocaleDateString("id-ID", { day: "numeric", month: "short" })} ${jam(at)}`;
}

/** Seconds left of a timer, by the server's clock. */
export function sisaDetik(sampai: number, kini: number, selisihJam: number): number {
  return Math.max(0, Math.ceil((sampai - (kini + selisihJam)) / 1000));
}

/** "4:05", "1:00:00". */
export function tulisDetik(detik: number): string {
  const pad = (part: number): string => String(part).padStart(2, "0");
  const hours = Math.floor(detik / 3600);
  const minutes = Math.floor((detik % 3600) / 60);
  return hours ? `${hours}:${pad(minutes)}:${pad(detik % 60)}` : `${minutes}:${pad(detik % 60)}`;
}

/** Seconds of what a person types: "10", "10 menit", "2:30", "90 detik", "1 jam"; null when it is no time. */
export function bacaDetik(teks: string): number | null {
  const text = teks.trim().toLocaleLowerCase("id").replace(",", ".");
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(text);
  if (clock) return terbatas(Number(clock[1]) * 60 + Number(clock[2]));
  const plain = /^(\d+(?:\.\d+)?)\s*(jam|j|menit|m|detik|d|s)?$/.exec(text);
  if (!plain) return null;
  const unit = plain[2]?.startsWith("j") ? 3600 : /^[ds]/.test(plain[2] ?? "") ? 1 : 60;
  return terbatas(Math.round(Number(plain[1]) * unit));
}

const terbatas = (detik: number): number | null => (detik > 0 && detik <= 24 * 3600 ? detik : null);
