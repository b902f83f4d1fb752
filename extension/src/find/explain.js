/** Why each candidate was taken or not, for the hover card and for tests. */
import { search } from './index.js';
import { e164 } from './plan.js';
import { THRESHOLD, VETO } from './points.js';

/**
 * @param {string} text
 * @param {Parameters<typeof import('./index.js').findNumbers>[1]} [options]
 * @returns {{start: number, end: number, e164: string | null, taken: boolean, points: number, threshold: number, reasons: {code: string, points: number, start?: number, end?: number}[]}[]}
 *   one entry a candidate; `reasons` in the order weighed, points ≤ −1000 a veto; start and end of a reason: the words it rests on
 */
export function explain(text, options) {
  /** @type {any[]} */ const seen = [];
  const taken = search(String(text ?? ''), options ?? {}, (/** @type {any} */ c, /** @type {any} */ reasons) => seen.push({
    start: c.start, end: c.end, e164: c.parsed ? e164(c.parsed) : null, taken: false, points: c.points ?? VETO,
    threshold: THRESHOLD[options?.sensitivity ?? 'balanced'] ?? THRESHOLD.balanced, reasons: reasons ?? [],
  }));
  for (const t of taken) {
    const entry = seen.find(s => s.start === t.start && s.end === t.end && s.e164 === t.e164);
    if (entry) entry.taken = true;
    else seen.push({ start: t.start, end: t.end, e164: t.e164, taken: true, points: 100, threshold: 50, reasons: [{ code: t.sip ? 'sip-address' : 'found', points: 100 }] });
  }
  return seen.sort((a, b) => a.start - b.start || a.end - b.end);
}
