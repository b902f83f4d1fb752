// One JavaScript target under fast-check, for some seconds: node --expose-gc tests/fuzz/one.mjs TARGET SECONDS [FOLDER]
// Its last line is JSON. What it finds is made small and written into the folder.
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import inspector from 'node:inspector';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inputs } from './inputs.mjs';
import * as targets from './targets.mjs';

const TARGETS = /** @type {Record<string, (data: Uint8Array) => void>} */ (targets);

const HANG_MS = 1000;
const ROUND = 2000;

/**
 * Rounds of executions until time is up, or something is found.
 * @param {string} name @param {{until: () => boolean, seed?: number}} limits
 * @returns {{executions: number, failure?: {input: Uint8Array, error: unknown}}}
 */
export function run(name, { until, seed = Date.now() | 0 }) {
  let executions = 0;
  const property = fc.property(inputs(name), data => {
    executions++;
    const start = performance.now();
    TARGETS[name](data);
    if (performance.now() - start > HANG_MS) throw new Error(`took ${performance.now() - start} ms`);
  });
  while (!until()) {
    const done = fc.check(property, { numRuns: ROUND, seed: seed++, endOnFailure: false });
    if (done.failed) return { executions, failure: { input: /** @type {any} */ (done.counterexample)[0], error: done.errorInstance } };
  }
  return { executions };
}

/** The code that a target is for. @type {Record<string, RegExp>} */
const SCOPE = { find: /src\/find\//, guard: /src\/(background\/guard|shared\/(risk|uri))\.js/ };

/** The blocks of code that ran, by V8's own count. @param {any[]} scripts @param {RegExp} scope */
function covered(scripts, scope) {
  let all = 0, ran = 0;
  for (const { url, functions } of scripts) {
    if (!scope.test(url)) continue;
    for (const { ranges } of functions) for (const { count } of ranges) {
      all++;
      if (count) ran++;
    }
  }
  return { all, ran };
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  const [name, seconds, folder] = process.argv.slice(2);
  const session = new inspector.Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const end = performance.now() + Number(seconds) * 1000;
  const memory = () => {
    /** @type {any} */ (globalThis).gc?.();
    return process.memoryUsage().rss / 2 ** 20;
  };
  const first = run(name, { until: (() => { let calls = 0; return () => calls++ > 1; })() });
  const before = memory();
  const rest = first.failure ? first : run(name, { until: () => performance.now() > end });
  const failure = rest.failure;
  if (failure && folder) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, createHash('sha1').update(failure.input).digest('hex')), failure.input);
    console.error(failure.error, JSON.stringify(Buffer.from(failure.input).toString()));
  }
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    const { all, ran } = covered(result, SCOPE[name]);
    console.log(JSON.stringify({ executions: first.executions + rest.executions, coverage: `${Math.floor(100 * ran / all)} % of ${all} blocks`, peak_mb: Math.round(process.resourceUsage().maxRSS / 1024), grew_mb: Math.max(0, Math.round(memory() - before)) }));
    process.exitCode = failure ? 1 : 0;
  });
}
