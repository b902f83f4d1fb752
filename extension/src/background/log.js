import { loadSettings } from '../shared/settings.js';

const LEVELS = ['off', 'error', 'warning', 'info', 'debug'];

/**
 * Writes to the extension's own console what the setting `logLevel` lets through. The words must name no number.
 * @param {'error'|'warning'|'info'|'debug'} level @param {string} words
 */
export async function log(level, words) {
  const { settings } = await loadSettings();
  if (LEVELS.indexOf(level) <= LEVELS.indexOf(settings.logLevel)) console[level === 'warning' ? 'warn' : level](`Click to Call: ${words}`);
}
