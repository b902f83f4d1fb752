/** Answers each line of the input, a JSON string, with what uri.js says of it; test_twins.py compares with uri.py. */
import { readFileSync } from 'node:fs';
import { SCHEMES, canonicalUri, expressUri, parseUri } from '../../extension/src/shared/uri.js';

const attempt = work => {
  try {
    return work();
  } catch (error) {
    return error.name;
  }
};
const said = text => attempt(() => {
  const call = parseUri(text);
  return { call, canonical: canonicalUri(call), express: SCHEMES.map(scheme => attempt(() => canonicalUri(expressUri(call, scheme)))) };
});
const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);
process.stdout.write(lines.map(line => JSON.stringify(said(JSON.parse(line)))).join('\n'));
