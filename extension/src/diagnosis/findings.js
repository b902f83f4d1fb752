import table from '../../../manifests/findings.json' with { type: 'json' };
import { t } from '../shared/i18n.js';

/** @typedef {Record<string, string | number | string[]>} Facts  what the words of a finding name */

/** The three texts of a finding: what was seen, why it matters, how it is mended. */
export const PARTS = /** @type {const} */ (['seen', 'why', 'mend']);
const NAME = /\{(\w+)\}/g;

/**
 * The messages of the doctor's findings in English, from the table that the host words them by: each fact that a
 * finding's texts name is $1, $2, … in the order of its first mention.
 * @returns {Record<string, string>} by key
 */
export function englishFindings() {
  return Object.fromEntries(Object.entries(table.findings).flatMap(([id, texts]) => {
    const names = namesIn(texts);
    return PARTS.map(part => [keyOf(id, part), texts[part].replace(NAME, (_, name) => `$${names.indexOf(name) + 1}`)]);
  }));
}

/**
 * A finding's text in the person's language, its facts apart so that they can be shown as what they are; null for a
 * finding that this release does not know (of a newer host).
 * @param {string} id @param {'seen'|'why'|'mend'} part @param {Facts} facts
 * @returns {(string | {name: string, value: string})[] | null}
 */
export function wordFinding(id, part, facts) {
  const texts = /** @type {Record<string, any>} */ (table.findings)[id];
  if (!texts) return null;
  const names = namesIn(texts);
  const pieces = t(keyOf(id, part), ...names.map((_, index) => `{${index}}`)).split(/\{(\d)\}/);
  return pieces.map((piece, index) => (index % 2 ? { name: names[Number(piece)], value: wordFact(facts[names[Number(piece)]]) } : piece));
}

/** @param {string} id @param {string} part */
const keyOf = (id, part) => `finding_${id.replace('.', '_')}_${part}`;

/** @param {Record<string, string>} texts @returns {string[]} */
const namesIn = texts => [...new Set([...PARTS.map(part => texts[part]).join().matchAll(NAME)].map(match => match[1]))];

/** @param {string | number | string[] | undefined} fact */
const wordFact = fact => (Array.isArray(fact) ? fact.join(', ') : String(fact ?? '')) || '–';
