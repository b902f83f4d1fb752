import { api } from './api.js';

/** A region's name in the person's language. @param {string} region  ISO 3166-1 alpha-2 */
export function regionName(region) {
  try {
    return new Intl.DisplayNames([api.i18n.getUILanguage(), 'en'], { type: 'region' }).of(region) ?? region;
  } catch {
    return region;
  }
}

/**
 * The regions that the person's languages name, the likely one first.
 * @param {readonly string[]} [languages]
 * @returns {string[]}
 */
export function likelyRegions(languages = navigator.languages) {
  const regions = languages.map(language => {
    try {
      const locale = new Intl.Locale(language);
      return locale.region ?? locale.maximize().region ?? '';
    } catch {
      return '';
    }
  });
  return [...new Set(regions.filter(region => /^[A-Z]{2}$/.test(region)))];
}

/**
 * The region of a number typed without a country code: the last one chosen, the setting, the browser's languages.
 * @param {{last?: string, setting?: string}} known
 */
export function startRegion({ last, setting }) {
  return last || (setting && setting !== 'auto' ? setting : '') || likelyRegions()[0] || 'US';
}
