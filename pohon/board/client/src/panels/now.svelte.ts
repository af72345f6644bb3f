/** The present time for what counts down or ages on the page; ticks every second, for all together. */

class Detak {
  kini = $state(Date.now());
  constructor() {
    if (typeof window !== "undefined") setInterval(() => (this.kini = Date.now()), 1000);
  }
}
export const detak = new Detak();
