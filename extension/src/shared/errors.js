import table from '../../../manifests/errors.json' with { type: 'json' };

const BY_NAME = new Map(table.errors.map(error => [error.name, error]));

/**
 * An error of manifests/errors.json by its name.
 * @param {string} name @param {any} [details]
 * @returns {import('./messages.js').CodedError}
 */
export function codedError(name, details) {
  const known = BY_NAME.get(name);
  if (!known) throw new RangeError(`no such error: ${name}`);
  return { code: known.code, name, ...(details && { details }) };
}
