// The frame of every torture page: steps that are run one by one, counters, and what the page itself would notice.
import { anew } from './rest.js';

/** The numbers that the pages show; every one is a real one to the plan. */
export const number = i => `+39 02 3031 ${String(1000 + i).slice(-4)}`;

export const counts = {};
/** Counts something that page code saw. */
export const count = (name, by = 1) => void (counts[name] = (counts[name] ?? 0) + by);
export const wait = ms => new Promise(done => setTimeout(done, ms));
export const app = () => document.getElementById('app');

const errors = [];
addEventListener('error', event => errors.push(String(event.message)));
addEventListener('unhandledrejection', event => errors.push(String(event.reason)));
for (const level of ['error', 'warn']) {
  const before = console[level];
  console[level] = (...parts) => {
    errors.push(`${level}: ${parts.map(String).join(' ').slice(0, 300)}`);
    before.apply(console, parts);
  };
}

/**
 * @param {{steps: (() => any)[], value?: () => any, probe?: () => any}} page  `value` is what an editor holds, `probe` what
 *   page code can measure
 */
export function start(page) {
  window.torture = {
    steps: page.steps.length,
    run: async i => {
      anew();
      await page.steps[i]();
    },
    own: () => ({ counts: { ...counts }, errors: [...errors], value: page.value?.() ?? null, probe: page.probe?.() ?? null }),
  };
}
