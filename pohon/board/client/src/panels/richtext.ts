/** Paragraphs, lists and examples of a rule page; marks of emphasis are taken off, nothing becomes markup. */

export type Bagian = { jenis: "alinea" | "kode"; teks: string } | { jenis: "butir"; butir: string[] };

const FENCE = /^\s*(```|~~~)/;
const ITEM = /^\s*(?:[-*]|\d+\.)\s+/;

export function bacaBagian(teks: string): Bagian[] {
  const parts: Bagian[] = [];
  const lines = teks.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    if (FENCE.test(line)) {
      const code: string[] = [];
      while (++at < lines.length && !FENCE.test(lines[at]!)) code.push(lines[at]!);
      parts.push({ jenis: "kode", teks: code.join("\n") });
    } else if (ITEM.test(line)) {
      const item = polos(line.replace(ITEM, ""));
      const last = parts.at(-1);
      if (last?.jenis === "butir") last.butir.push(item);
      else parts.push({ jenis: "butir", butir: [item] });
    } else if (line.trim()) paragraf(parts, line, lines[at - 1]);
  }
  return parts;
}

/** A line goes on with the item or paragraph right above it. */
function paragraf(parts: Bagian[], line: string, above: string | undefined): void {
  const last = parts.at(-1);
  const goesOn = above !== undefined && above.trim() !== "" && !FENCE.test(above);
  if (goesOn && last?.jenis === "butir") last.butir[last.butir.length - 1] += ` ${polos(line)}`;
  else if (goesOn && last?.jenis === "alinea") last.teks += ` ${polos(line)}`;
  else parts.push({ jenis: "alinea", teks: polos(line) });
}

export interface BarisContoh {
  teks: string;
  /** The rule speaks of this line. */
  kena: boolean;
}

const PENANDA = /^\s*# temuan: \S+\s*$/;

/** The lines of an example; the line that the rule speaks of is told, its marker is not shown. */
export function bacaContoh(teks: string): BarisContoh[] {
  const rows: BarisContoh[] = [];
  let kena = false;
  for (const line of teks.replace(/\s+$/, "").split("\n").filter((each) => !FENCE.test(each))) {
    if (PENANDA.test(line)) kena = true;
    else {
      rows.push({ teks: line, kena });
      kena = false;
    }
  }
  return rows;
}

function polos(line: string): string {
  return line.trim().replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\*\*|`/g, "");
}
