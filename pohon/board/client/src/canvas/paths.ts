/** From corner points to path data, as the printed drawing has them: round corners, curves with a head. Pure. */

const SUDUT = 6;

const angka = (nilai: number) => Math.round(nilai * 100) / 100;
const jarak = (a: readonly number[], b: readonly number[]) => Math.abs((a[0] as number) - (b[0] as number)) + Math.abs((a[1] as number) - (b[1] as number));

type Titik = [number, number];

function ke(dari: Titik, tuju: Titik, sejauh: number): Titik {
  const panjang = jarak(dari, tuju) || 1;
  return [dari[0] + ((tuju[0] - dari[0]) / panjang) * sejauh, dari[1] + ((tuju[1] - dari[1]) / panjang) * sejauh];
}

function lurus(a: Titik, b: Titik, c: Titik): boolean {
  const sama = (n: 0 | 1) => Math.abs(a[n] - b[n]) < 0.01 && Math.abs(b[n] - c[n]) < 0.01;
  return sama(0) || sama(1);
}

function pojok(rata: readonly number[]): Titik[] {
  const titik: Titik[] = [];
  for (let n = 0; n + 1 < rata.length; n += 2) {
    const satu: Titik = [rata[n] as number, rata[n + 1] as number];
    const akhir = titik.at(-1);
    if (akhir && jarak(akhir, satu) < 0.01) continue;
    const sebelum = titik.at(-2);
    if (sebelum && akhir && lurus(sebelum, akhir, satu)) titik.pop();
    titik.push(satu);
  }
  return titik;
}

/** Return a line through corner points with rounded corners. */
export function kawat(rata: readonly number[]): string {
  const titik = pojok(rata);
  if (titik.length < 2) return "";
  const [awal] = titik as [Titik];
  let jalur = `M${angka(awal[0])} ${angka(awal[1])}`;
  for (let n = 1; n < titik.length - 1; n += 1) {
    const [a, b, c] = [titik[n - 1], titik[n], titik[n + 1]] as [Titik, Titik, Titik];
    const r = Math.min(SUDUT, jarak(a, b) / 2, jarak(b, c) / 2);
    const [p, q] = [ke(b, a, r), ke(b, c, r)];
    jalur += `L${angka(p[0])} ${angka(p[1])}Q${angka(b[0])} ${angka(b[1])} ${angka(q[0])} ${angka(q[1])}`;
  }
  const akhir = titik.at(-1) as Titik;
  return `${jalur}L${angka(akhir[0])} ${angka(akhir[1])}`;
}

/** Return a support edge (Bezier curves of 4, 7, 10 ... points) and the head at its end. */
export function dukung(rata: readonly number[]): { garis: string; kepala: string } {
  if (rata.length < 8) return { garis: "", kepala: "" };
  const [x, y] = [rata.at(-2) as number, rata.at(-1) as number];
  const [dx, dy] = [(rata.at(-4) as number) - x, (rata.at(-3) as number) - y];
  const garis = `M${rata.slice(0, 2).map(angka).join(" ")}C${rata.slice(2).map(angka).join(" ")}`;
  const [bx, by] = Math.abs(dx) >= Math.abs(dy) ? [Math.sign(dx) * 5, 0] : [0, Math.sign(dy) * 5];
  const kepala = `M${angka(x)} ${angka(y)}L${angka(x + bx - by / 2)} ${angka(y + by - bx / 2)}L${angka(x + bx + by / 2)} ${angka(y + by + bx / 2)}z`;
  return { garis, kepala };
}
