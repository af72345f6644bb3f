/** Who belongs together on the drawing: parent, children and siblings of a node. Pure. */

import type { Id, Pohon } from "../protocol";
import { anak, saudara } from "../sync/tree";

export function kelompokCabang(pohon: Pohon, id: Id): ReadonlySet<Id> {
  const parent = pohon.simpul[id]?.parent ?? null;
  return new Set([...(parent === null ? [] : [parent]), ...anak(pohon, id), ...saudara(pohon, id)]);
}
