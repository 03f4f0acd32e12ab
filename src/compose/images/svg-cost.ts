/** What a drawing costs to draw: its elements, those that are used again counted each time. */

/** The most elements that a drawing may come to. */
const MOST_ELEMENTS = 100_000;

/** An element with an id, or the drawing itself: what is drawn where it is. */
interface Part {
  elements: number;
  /** Ids of what is drawn within it by reference, as often as that is. */
  uses: string[];
  /** Parts that stand in it. */
  parts: Part[];
  /** What it comes to, once that is known; in the middle of counting, infinitely much: it is drawn within itself. */
  cost?: number;
}

/** Counts the elements of a drawing as they are read. */
export function costCounter() {
  const root: Part = { elements: 0, uses: [], parts: [] };
  const byId = new Map<string, Part>();
  const open: Part[] = [root];
  const costOf = (part: Part): number => {
    if (part.cost !== undefined) return part.cost;
    part.cost = Infinity;
    let cost = part.elements;
    for (const inner of part.parts) cost += costOf(inner);
    for (const id of part.uses) {
      const used = byId.get(id);
      if (used) cost += costOf(used);
    }
    part.cost = cost;
    return cost;
  };
  return {
    /** An element begins; `id` is its own, `uses` those that it refers to. */
    begin(id: string | undefined, uses: readonly string[]): void {
      let part = open.at(-1) ?? root;
      if (id !== undefined) {
        const own: Part = { elements: 0, uses: [], parts: [] };
        part.parts.push(own);
        byId.set(id, own);
        part = own;
      }
      part.elements += 1;
      part.uses.push(...uses);
      open.push(part);
    },
    end(): void {
      open.pop();
    },
    isBeyond: (): boolean => costOf(root) > MOST_ELEMENTS,
  };
}
