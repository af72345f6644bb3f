/** Ticked tricks of a stage: a memory aid of this device alone, never a part of the tree. */

const name = (berkas: string, tahap: number): string => `pohon.trik.${berkas}.${tahap}`;

export function bacaCentang(berkas: string, tahap: number): number[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(name(berkas, tahap)) ?? "[]");
    return Array.isArray(read) ? read.filter((at): at is number => Number.isInteger(at)) : [];
  } catch {
    return [];
  }
}

export function simpanCentang(berkas: string, tahap: number, centang: number[]): void {
  try {
    localStorage.setItem(name(berkas, tahap), JSON.stringify(centang));
  } catch {
    // without storage the ticks last as long as the page
  }
}
