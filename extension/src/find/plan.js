/**
 * Numbering plans: which digits are a number, in which country, and how that country groups them.
 *
 * `PLANS`, one line a calling code: `cc|regions|trunk|labels|tree`. The tree is `(digits child …)`, a child being a
 * nested tree or the letter of a label; `(!` marks a node where a number may already end (it takes the first label
 * that fits). A label lists the group sizes of each length it allows in base 36, `233-4` being `233,234`; `!` before
 * one says that the national prefix is not written there. `trunk` is set where it is written everywhere else.
 * `REGIONS`, one line a region: `name;international prefix;national prefix;parse rule;transform`.
 */
import { PLANS, REGIONS } from './metadata/plans.js';

/** @typedef {{groups: string, mask: number, trunk: boolean, open: boolean}} Shape  group sizes in base 36; bit n of mask: a group ends after n digits; open: numbers of many lengths begin like this */
/** @typedef {{nodes: Int16Array, labels: (Shape | undefined)[][], main: string}} Plan */
/** @typedef {{name: string, cc: number, idd: string | RegExp, prefix: string, parsing: RegExp | null, transform: string, lengths: number}} Region */
/** @typedef {{cc: number, from: number, to: number, digits: Uint8Array, shape: Shape, how: 'plus' | 'idd' | 'code' | 'national', prefix: number, main: string}} Parsed
 *   `digits[from…to]`: the national significant number; `prefix`: how many digits were dialled before it (country code included) */

/** @type {Map<number, string[]> | undefined} */ let lines;
/** @type {Map<string, number>} */ const codeOf = new Map();
/** @type {Map<number, Plan | null>} */ const plans = new Map();
/** @type {Map<string, Region | null>} */ const regions = new Map();
/** @type {Map<string, string[]> | undefined} */ let regionLines;

function open() {
  lines = new Map();
  for (const line of PLANS.split('\n')) {
    const fields = line.split('|');
    lines.set(+fields[0], fields);
    if (fields[1] !== '001') for (const name of fields[1].split(' ')) codeOf.set(name, +fields[0]);
  }
  regionLines = new Map(REGIONS.split('\n').map(line => [line.slice(0, 2), line.split(';')]));
  return lines;
}

/** Every region with a numbering plan, ISO 3166-1 alpha-2. */
export const regionNames = () => { lines ?? open(); return [...codeOf.keys()]; };

/** @param {string} name ISO 3166-1 alpha-2 @returns {Region | null} */
export function regionOf(name) {
  const known = regions.get(name);
  if (known !== undefined) return known;
  lines ?? open();
  const cc = codeOf.get(name);
  if (cc === undefined) { if (regions.size < 1000) regions.set(name, null); return null; }
  const [, idd = '', prefix = '', rule = '', transform = ''] = regionLines?.get(name) ?? [];
  const region = { name, cc, idd: /\D/.test(idd) ? new RegExp(`^(?:${idd})`) : idd || '00', prefix, parsing: rule ? new RegExp(`^(?:${rule})`) : null, transform, lengths: 0 };
  region.lengths = lengthsOf(region);
  regions.set(name, region);
  return region;
}

/** Bit n: digits of that many can be a number dialled inside the region, or written with its code without the plus. */
function lengthsOf(/** @type {Region} */ region) {
  let own = 0;
  for (const label of planOf(region.cc)?.labels ?? []) label.forEach((shape, n) => { if (shape) own |= 1 << n; });
  const code = String(region.cc).length, prefix = region.prefix.length;
  if (region.parsing) for (let n = 0, all = own; n < 6; n++) own |= (all >> 3) << n;
  return own | own << prefix | own << code | own << (code + prefix) | own << 1;
}

/** @param {number} cc @returns {Plan | null} */
export function planOf(cc) {
  const known = plans.get(cc);
  if (known !== undefined) return known;
  const fields = (lines ?? open()).get(cc);
  const plan = fields ? decode(fields) : null;
  plans.set(cc, plan);
  return plan;
}

/** @param {string[]} fields @returns {Plan} */
function decode([, names, trunk, labelText, tree]) {
  const labels = labelText.split('/').map(label => {
    /** @type {Shape[]} */ const byLength = [];
    for (const part of label.split(',')) {
      const bare = part[0] === '!', text = bare ? part.slice(1) : part, dash = text.indexOf('-');
      const head = dash < 0 ? text : text.slice(0, dash), last = parseInt(dash < 0 ? head.slice(-1) : text.slice(dash + 1), 36);
      for (let n = parseInt(head.slice(-1), 36); n <= last; n++) {
        const groups = head.slice(0, -1) + n.toString(36);
        let total = 0, mask = 0;
        for (const g of groups) { mask |= 1 << total; total += parseInt(g, 36); }
        byLength[total] = { groups, mask: mask & ~1, trunk: trunk !== '' && !bare, open: false };
      }
    }
    const open = byLength.filter(Boolean).length > 3;
    for (const shape of byLength) if (shape) shape.open = open;
    return byLength;
  });
  /** @type {number[]} */ const nodes = [];
  let at = 0;
  /** @returns {number} node number, or the complement of a label's */
  function read() {
    const c = tree.charCodeAt(at++);
    if (c !== 40) return ~(c >= 97 ? c - 97 : c - 65 + 26);
    const node = nodes.length / 11;
    for (let d = 0; d < 11; d++) nodes.push(0);
    if (tree[at] === '!') { nodes[node * 11 + 10] = 1; at++; }
    while (tree[at] !== ')') {
      let set = 0, low = 0;
      for (let c = tree.charCodeAt(at); c === 45 || (c >= 48 && c <= 57); c = tree.charCodeAt(++at)) {
        if (c === 45) { const high = tree.charCodeAt(++at) - 48; for (let d = low; d <= high; d++) set |= 1 << d; }
        else set |= 1 << (low = c - 48);
      }
      const child = read();
      for (let d = 0; d < 10; d++) if (set >> d & 1) nodes[node * 11 + d] = child;
    }
    at++;
    return node;
  }
  read();
  return { nodes: Int16Array.from(nodes), labels, main: names.split(' ')[0] };
}

/** The shape of a national significant number, or null when the plan has no such number. */
export function shapeOf(/** @type {Plan} */ plan, /** @type {Uint8Array} */ digits, /** @type {number} */ from, /** @type {number} */ to) {
  const { nodes, labels } = plan, length = to - from;
  let node = 0;
  for (let i = from; i < to; i++) {
    const next = nodes[node * 11 + digits[i]];
    if (next < 0) return labels[~next][length] ?? null;
    if (!next) return null;
    node = next;
  }
  if (!nodes[node * 11 + 10]) return null;
  for (const label of labels) if (label[length]) return label[length] ?? null;
  return null;
}

/** @returns {Parsed | null} `digits[at…end]` read as country code and number */
export function parseWithCode(/** @type {Uint8Array} */ digits, /** @type {number} */ at, /** @type {number} */ end, /** @type {Parsed['how']} */ how, prefix = 0) {
  let cc = 0;
  for (let n = 1; n <= 3 && at + n < end - 2; n++) {
    cc = cc * 10 + digits[at + n - 1];
    const plan = cc ? planOf(cc) : null;
    if (!plan) continue;
    const from = at + n, shape = shapeOf(plan, digits, from, end);
    if (shape) return { cc, from, to: end, digits, shape, how, prefix: prefix + n, main: plan.main };
    const region = regionOf(plan.main), inner = region && stripPrefix(region, plan, digits, from, end);
    return inner ? { ...inner, how, prefix: prefix + n + inner.prefix } : null;
  }
  return null;
}

/** @returns {Parsed | null} `digits[at…end]` as dialled inside a region, national prefix and all */
export function parseNational(/** @type {Region} */ region, /** @type {Uint8Array} */ digits, /** @type {number} */ at, /** @type {number} */ end) {
  const plan = planOf(region.cc);
  if (!plan) return null;
  const stripped = stripPrefix(region, plan, digits, at, end);
  if (stripped) return stripped;
  const shape = shapeOf(plan, digits, at, end);
  return shape && { cc: region.cc, from: at, to: end, digits, shape, how: 'national', prefix: 0, main: plan.main };
}

/** @returns {Parsed | null} a number behind the region's international prefix (011, 00, 810 …) */
export function parseIdd(/** @type {Region | null} */ region, /** @type {Uint8Array} */ digits, /** @type {number} */ at, /** @type {number} */ end) {
  if (!region || region.idd === '00') return digits[at] || digits[at + 1] ? null : parseWithCode(digits, at + 2, end, 'idd', 2);
  const { idd } = region;
  let length;
  if (typeof idd === 'string') { if (!startsWith(digits, at, idd)) return null; length = idd.length; }
  else {
    if (digits[at] > 1 && digits[at] !== 9) return null;
    length = idd.exec(text(digits, at, Math.min(end, at + 9)))?.[0].length ?? 0;
  }
  return length && digits[at + length] ? parseWithCode(digits, at + length, end, 'idd', length) : null;
}

export function startsWith(/** @type {Uint8Array} */ digits, /** @type {number} */ at, /** @type {string} */ prefix) {
  for (let i = 0; i < prefix.length; i++) if (digits[at + i] !== prefix.charCodeAt(i) - 48) return false;
  return true;
}

const text = (/** @type {Uint8Array} */ digits, /** @type {number} */ from, /** @type {number} */ to) => {
  let out = '';
  for (let i = from; i < to; i++) out += digits[i];
  return out;
};

/** @returns {Parsed | null} */
function stripPrefix(/** @type {Region} */ region, /** @type {Plan} */ plan, /** @type {Uint8Array} */ digits, /** @type {number} */ at, /** @type {number} */ end) {
  let from = at, number = digits, to = end, lead;
  if (region.parsing) {
    const whole = text(digits, at, end), match = region.parsing.exec(whole);
    if (!match || !match[0]) return null;
    lead = match[0].length;
    if (region.transform && match[match.length - 1] !== undefined) {
      const made = whole.replace(region.parsing, region.transform);
      number = Uint8Array.from(made, Number);
      from = 0;
      to = number.length;
      lead = Math.max(0, end - at - to);
    } else from += lead;
  } else {
    const { prefix } = region;
    if (!prefix || !startsWith(digits, at, prefix)) return null;
    lead = prefix.length;
    from += lead;
  }
  const shape = shapeOf(plan, number, from, to);
  return shape && { cc: region.cc, from, to, digits: number, shape, how: 'national', prefix: lead, main: plan.main };
}

/** @param {Parsed} p @returns {string} E.164 with its plus */
export const e164 = p => `+${p.cc}${text(p.digits, p.from, p.to)}`;
