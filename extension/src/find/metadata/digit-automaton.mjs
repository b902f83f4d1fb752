/**
 * Regular expressions over digits, as libphonenumber's metadata writes them, turned into deterministic automata.
 * Build-time only. Understood: digits, `\d`, `[0-9]` classes, groups, `|`, `?`, `{n}`, `{n,m}`.
 */

/** @param {string} source */
function thompson(source) {
  /** @type {{free: number[], on: [number, number][]}[]} */
  const states = [];
  let at = 0;
  const state = () => states.push({ free: [], on: [] }) - 1;

  function alternatives() {
    const parts = [sequence()];
    while (source[at] === '|') { at++; parts.push(sequence()); }
    if (parts.length === 1) return parts[0];
    const from = state(), to = state();
    for (const [a, b] of parts) { states[from].free.push(a); states[b].free.push(to); }
    return [from, to];
  }
  function sequence() {
    const from = state();
    let to = from;
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const [a, b] = repeated();
      states[to].free.push(a);
      to = b;
    }
    return [from, to];
  }
  function repeated() {
    const before = at;
    const once = atom();
    let low = 1, high = 1;
    if (source[at] === '?') { low = 0; at++; }
    else if (source[at] === '{') {
      const close = source.indexOf('}', at);
      [low, high = low] = source.slice(at + 1, close).split(',').map(Number);
      at = close + 1;
    } else return once;
    const after = at, from = state(), to = state();
    let last = from;
    for (let i = 0; i < high; i++) {
      if (i >= low) states[last].free.push(to);
      at = before;
      const [a, b] = atom();
      states[last].free.push(a);
      last = b;
    }
    states[last].free.push(to);
    at = after;
    return [from, to];
  }
  function atom() {
    if (source[at] === '(') {
      at += source.startsWith('(?:', at) ? 3 : 1;
      const inner = alternatives();
      at++;
      return inner;
    }
    let digits = 0;
    if (source[at] === '\\') { digits = 1023; at += 2; }
    else if (source[at] === '[') {
      at++;
      while (source[at] !== ']') {
        const low = +source[at], high = source[at + 1] === '-' ? +source[at + 2] : low;
        for (let d = low; d <= high; d++) digits |= 1 << d;
        at += high === low && source[at + 1] !== '-' ? 1 : 3;
      }
      at++;
    } else digits = 1 << +source[at++];
    const from = state(), to = state();
    states[from].on.push([digits, to]);
    return [from, to];
  }
  const [start, end] = alternatives();
  if (at < source.length) throw new Error(`not understood at ${at}: ${source}`);
  return { states, start, end };
}

/**
 * @param {string} source
 * @returns {{start: number, dead: number, accepts(state: number): boolean, step(state: number, digit: number): number, lengths(state: number): number}}
 *   `lengths`: bit n is set when n more digits can end in acceptance.
 */
export function automaton(source) {
  const { states, start, end } = thompson(source);
  /** @type {{set: number[], next: number[]}[]} */
  const found = [];
  const known = new Map(), lengthMemo = new Map();
  function intern(/** @type {number[]} */ seed) {
    const closed = new Set(seed), queue = [...seed];
    while (queue.length) for (const next of states[/** @type {number} */ (queue.pop())].free) if (!closed.has(next)) { closed.add(next); queue.push(next); }
    const set = [...closed].sort((a, b) => a - b), key = set.join();
    if (!known.has(key)) known.set(key, found.push({ set, next: [] }) - 1);
    return known.get(key);
  }
  const step = (/** @type {number} */ s, /** @type {number} */ d) =>
    found[s].next[d] ??= intern(found[s].set.flatMap(x => states[x].on.filter(([digits]) => digits >> d & 1).map(([, to]) => to)));
  const accepts = (/** @type {number} */ s) => found[s].set.includes(end);
  const first = intern([start]), dead = intern([]);
  function lengths(/** @type {number} */ s) {
    if (s === dead) return 0;
    if (!lengthMemo.has(s)) {
      let mask = accepts(s) ? 1 : 0;
      for (let d = 0; d < 10; d++) mask |= lengths(step(s, d)) << 1;
      lengthMemo.set(s, mask);
    }
    return lengthMemo.get(s);
  }
  return { start: first, dead, accepts, step, lengths };
}
