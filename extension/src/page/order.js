/** @typedef {import('./links.js').Link} Link */

/**
 * Sorts links as they are read.
 * @param {Link} a @param {Link} b
 */
export function inPageOrder(a, b) {
  const [one, two] = [a.parts[0], b.parts[0]];
  if (one.node === two.node) return one.from - two.from;
  return one.node.compareDocumentPosition(two.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}

/**
 * Keeps links in the order of the page. Only those that are new or may have moved are compared with others, since a
 * browser finds out the order of two nodes by going from one to the other.
 */
export function createOrder() {
  /** @type {Link[]} */
  let sorted = [];
  /** @type {Set<Link>} */
  const loose = new Set();
  /** @type {Set<Link>} */
  const gone = new Set();
  return {
    /** A link is new, or may have moved. @param {Link} link */
    put(link) {
      gone.delete(link);
      loose.add(link);
    },
    /** @param {Link} link */
    delete(link) {
      loose.delete(link);
      gone.add(link);
    },
    /**
     * Brings the loose ones into the order.
     * @param {(link: Link, next: Link | undefined) => void} place  called for each of them, last one first, with the link that it stands before
     */
    settle(place) {
      if (!loose.size && !gone.size) return;
      const kept = sorted.filter(link => !loose.has(link) && !gone.has(link));
      sorted = [];
      let taken = 0;
      for (const link of [...loose].sort(inPageOrder)) {
        let [from, to] = [taken, kept.length];
        if (from < to && inPageOrder(kept[to - 1], link) < 0) from = to; // put at the end: the usual case
        for (let step = 1; from + step < to; step *= 2) {
          if (inPageOrder(kept[from + step - 1], link) < 0) from += step;
          else to = from + step - 1;
        }
        while (from < to) {
          const middle = (from + to) >> 1;
          if (inPageOrder(kept[middle], link) < 0) from = middle + 1;
          else to = middle;
        }
        while (taken < from) sorted.push(kept[taken++]);
        sorted.push(link);
      }
      while (taken < kept.length) sorted.push(kept[taken++]);
      for (let at = sorted.length; at--;) if (loose.has(sorted[at])) place(sorted[at], sorted[at + 1]);
      loose.clear();
      gone.clear();
    },
  };
}
