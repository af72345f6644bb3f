/** The key of the member: from the facilitator's link, else what this tab or this browser still knows. */

const NAMA = "pohon.kunci";

function baca(simpanan: () => Storage): string {
  try {
    return simpanan().getItem(NAMA) ?? "";
  } catch {
    return "";
  }
}

function tulis(simpanan: () => Storage, kunci: string): void {
  try {
    if (kunci) simpanan().setItem(NAMA, kunci);
    else simpanan().removeItem(NAMA);
  } catch {
    /* A browser without storage: the key lives as long as the page. */
  }
}

export function ingatKunci(kunci: string): void {
  tulis(() => sessionStorage, kunci);
  tulis(() => localStorage, kunci);
}

/** Forget a key that the server refuses; another one in the other storage stays. */
export function lupakanKunci(kunci: string): void {
  if (baca(() => sessionStorage) === kunci) tulis(() => sessionStorage, "");
  if (baca(() => localStorage) === kunci) tulis(() => localStorage, "");
}

/** Return the key of this page and take it out of the address, where others could read it on the screen. */
export function bacaKunci(): string {
  const [, dari = ""] = /^#k=([A-Za-z0-9_-]+)/.exec(location.hash) ?? [];
  if (dari) {
    ingatKunci(dari);
    history.replaceState(null, "", `${location.pathname}${location.search}#/`);
    return dari;
  }
  return baca(() => sessionStorage) || baca(() => localStorage);
}

/** Return the tree that the address names, "" = none: `#/nama.pohon.yaml`. */
export function bacaBerkas(hash: string): string {
  if (!hash.startsWith("#/")) return "";
  try {
    return decodeURIComponent(hash.slice(2));
  } catch {
    return "";
  }
}

export function alamatBerkas(berkas: string): string {
  return `#/${encodeURIComponent(berkas)}`;
}
