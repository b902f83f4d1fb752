/**
 * Whether a number is one that the person does not want linked.
 * @param {string[]} patterns  numbers in international form; `*` at the end stands for any further digits
 * @returns {(number: {e164: string | null, sip?: string}) => boolean}
 */
export function excluded(patterns) {
  const plain = new Set(patterns.filter(pattern => !pattern.endsWith('*')));
  const heads = patterns.filter(pattern => pattern.endsWith('*')).map(pattern => pattern.slice(0, -1));
  return ({ e164, sip }) => {
    const name = e164 ?? sip ?? '';
    return plain.has(name) || heads.some(head => name.startsWith(head));
  };
}
