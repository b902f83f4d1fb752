/**
 * The words in which lines of the page are asked about (PAGE.FIND). Places whose country is not known yet come with
 * their evidence, outer ones first; the answer is kept in them.
 * @param {{text: string, context: import('../shared/messages.js').FindContext, lang: string, place?: import('./region-evidence.js').Place}[]} lines
 * @param {'careful' | 'balanced' | 'eager'} sensitivity
 */
export function createInquiry(lines, sensitivity) {
  /** @type {import('./region-evidence.js').Place[]} */
  const places = [];
  /** @param {import('./region-evidence.js').Place | undefined} place @returns {number | undefined} */
  const indexOf = place => {
    if (!place) return undefined;
    const at = places.indexOf(place);
    if (at >= 0) return at;
    if (!place.inference) indexOf(place.outer);
    return places.push(place) - 1;
  };
  /** @type {import('../shared/messages.js').FindQuestion} */
  const question = {
    sensitivity,
    lines: lines.map(({ text, context, lang, place }) => ({ text, context, lang, place: indexOf(place) })),
    places: places.map(({ evidence, outer, inference }) => inference ? { inference } : { evidence: evidence?.(), outer: indexOf(outer) }),
  };
  return {
    question,
    /** @param {import('../find/region.js').Inference[]} inferences  of the places asked about, in their order */
    learn: inferences => places.forEach((place, at) => void (place.inference = inferences[at])),
  };
}
