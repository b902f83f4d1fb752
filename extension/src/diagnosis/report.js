/** The last digits of a number that a report keeps. */
const KEPT = 2;

/**
 * The text with every run of five or more digits masked but for its last two; a person's name in a path goes as well.
 * @param {string} text
 */
export function masked(text) {
  return text
    .replace(/\+?\d(?:[\s().\-/]?\d){4,}/g, number => {
      let left = number.replace(/\D/g, '').length;
      return number.replace(/\d/g, digit => (left-- > KEPT ? '•' : digit));
    })
    .replace(/[\w.+-]+@[\w.-]+\.\w+/g, '•@•')
    .replace(/(\/home\/|\/Users\/|[A-Z]:\\Users\\)[^/\\\s"]+/g, '$1•');
}

/**
 * What a person sends to support: facts and findings, plain text, in English terms that support can search for.
 * @param {{name: string, value: string}[]} facts @param {{level: string, id: string, what: string, fix: string}[]} findings
 */
export function report(facts, findings) {
  const lines = [
    'Click to Call for Webex',
    ...facts.map(({ name, value }) => `${name}: ${value}`),
    '',
    ...findings.map(({ level, id, what, fix }) => `[${level}] ${id}: ${what}${fix ? ` → ${fix}` : ''}`),
  ];
  return masked(lines.join('\n'));
}
