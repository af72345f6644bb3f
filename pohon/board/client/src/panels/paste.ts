/** A block of cells from the clipboard: what Excel, Word, LibreOffice and browsers put there, and back again. */

export type Blok = string[][];

/** Cells of a tab-separated text; quoted cells may hold tabs, line ends and doubled quotes, as Excel writes them. */
export function bacaTsv(text: string): Blok {
  const rows: Blok = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n");
  const endCell = (): void => {
    row.push(rapikan(cell));
    cell = "";
  };
  for (let at = 0; at < source.length; at++) {
    const char = source[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[at + 1] === '"') (cell += '"'), at++;
      else quoted = false;
    } else if (char === '"' && cell === "" && closes(source, at)) quoted = true;
    else if (char === "\t") endCell();
    else if (char === "\n") endCell(), rows.push(row), (row = []);
    else cell += char;
  }
  if (cell !== "" || row.length) endCell(), rows.push(row);
  return tanpaBarisKosong(rows);
}

/** Does the quote opened here close right before a cell's end? Otherwise it belongs to the sentence. */
function closes(source: string, from: number): boolean {
  for (let at = from + 1; at < source.length; at++) {
    if (source[at] !== '"') continue;
    if (source[at + 1] === '"') at++;
    else return at + 1 === source.length || source[at + 1] === "\t" || source[at + 1] === "\n";
  }
  return false;
}

/** Cells of the first table of an HTML text; merged cells leave empty places. Null when there is no table. */
export function bacaHtml(html: string): Blok | null {
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const rows: Blok = [];
  Array.from(table.rows).forEach((source, y) => {
    let x = 0;
    for (const cell of Array.from(source.cells)) {
      while (rows[y]?.[x] !== undefined) x++;
      spread(rows, cell, y, x);
      x += Math.max(1, cell.colSpan);
    }
  });
  const wide = Math.max(0, ...rows.map((row) => row?.length ?? 0));
  return tanpaBarisKosong(rows.map((row) => Array.from({ length: wide }, (_, x) => row?.[x] ?? "")));
}

const WIDEST = 1000;

function spread(rows: Blok, cell: HTMLTableCellElement, y: number, x: number): void {
  for (let down = 0; down < Math.min(Math.max(1, cell.rowSpan), WIDEST); down++) {
    const row = (rows[y + down] ??= []);
    for (let right = 0; right < Math.min(Math.max(1, cell.colSpan), WIDEST); right++) {
      row[x + right] = down || right ? "" : rapikan(cell.textContent ?? "");
    }
  }
}

/** The block of a clipboard: its table when it holds one, else its text. */
export function bacaTempel(data: { getData(type: string): string }): Blok {
  const html = data.getData("text/html");
  return (/<table/i.test(html) ? bacaHtml(html) : null) ?? bacaTsv(data.getData("text/plain"));
}

/** The block as Excel reads it back. */
export function tulisTsv(blok: Blok): string {
  const quote = (cell: string): string => (/["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return blok.map((row) => row.map(quote).join("\t")).join("\n");
}

function rapikan(cell: string): string {
  return cell.replace(/[\s\u00a0]+/g, " ").trim();
}

function tanpaBarisKosong(rows: Blok): Blok {
  let last = rows.length;
  while (last && (rows[last - 1] ?? []).every((cell) => cell === "")) last--;
  return rows.slice(0, last);
}
