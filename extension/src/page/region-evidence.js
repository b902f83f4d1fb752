/**
 * Which country's numbers a part of the page means.
 * @param {Record<string, any>} settings
 */
export function createRegions(settings) {
  const lang = document.documentElement.lang || settings.browserLocale || '';
  return {
    /** @param {Element} element @returns {{region: string, lang: string}} */
    at(element) {
      void element;
      return { region: 'US', lang };
    },
  };
}
