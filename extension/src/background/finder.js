import { explain } from '../find/explain.js';
import { findNumbers } from '../find/index.js';
import { inferRegion } from '../find/region.js';

/**
 * Finds numbers for every frame: numbering plans and words are in memory once, not once a frame, and a page with many
 * numbers keeps its main thread. Pure; what a question is worth was decided by whoever asked.
 * @typedef {import('../shared/messages.js').FindQuestion} FindQuestion
 * @typedef {import('../find/region.js').Inference} Inference
 */
const MOST_LINES = 500;
const LONGEST = 1_000_000;

/** @param {FindQuestion} question @returns {import('../shared/messages.js').FindAnswer} */
export function find({ lines, places, sensitivity }) {
  const inferences = inferAll(places);
  return { found: lines.slice(0, MOST_LINES).map(line => findNumbers(textOf(line), optionsOf(line, inferences, sensitivity))), places: inferences };
}

/** Why a number of a line was taken: find/explain.js about it, and what told the country. @param {FindQuestion & {e164: string | null}} question */
export function why({ lines: [line], places, sensitivity, e164 }) {
  const inferences = inferAll(places);
  const candidate = explain(textOf(line), optionsOf(line, inferences, sensitivity)).find(({ taken, ...found }) => taken && found.e164 === e164);
  return candidate && { ...candidate, region: inferences[line.place ?? -1] };
}

/** Outer places stand before inner ones; one that tells nothing of its own is what its outer one is. @param {FindQuestion['places']} places */
function inferAll(places) {
  /** @type {Inference[]} */
  const known = [];
  for (const { evidence, outer, inference } of places) {
    if (inference) known.push(inference);
    else {
      const around = known[outer ?? -1];
      const inner = inferRegion(around?.region ? { ...evidence, outer: around.region } : evidence);
      known.push(inner.region || !around ? inner : around);
    }
  }
  return known;
}

/** @param {FindQuestion['lines'][0]} line */
const textOf = ({ text }) => String(text).slice(0, LONGEST);

/** Without a place, only numbers with their country code are asked for. @param {FindQuestion['lines'][0]} line @param {Inference[]} inferences @param {FindQuestion['sensitivity']} sensitivity */
const optionsOf = ({ lang, context, place }, inferences, sensitivity) => ({ region: place === undefined ? 'ZZ' : inferences[place]?.region, lang, context, sensitivity });
