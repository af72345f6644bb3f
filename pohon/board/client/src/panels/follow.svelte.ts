/** What a sheet and the canvas have in common: the box of the row in hand has the focus. */

import type { Id } from "../protocol";
import type { Ruang } from "./ruang";

/** Let the focus of the board follow a row; called while a component is made. */
export function ikutiBaris(ruang: Ruang, baris: () => Id | undefined): void {
  let diikuti = "";
  $effect(() => {
    const id = baris();
    if (id && id !== diikuti && ruang.fokus !== id) ruang.fokuskan(id);
    if (id) diikuti = id;
  });
}
