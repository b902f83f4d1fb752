/**
 * Whether a host name is named by a list of sites: `example.com` names itself alone, `*.example.com` itself and all below.
 * @param {string} host @param {string[]} sites
 */
export function named(host, sites) {
  return sites.some(site => (site.startsWith('*.') ? host === site.slice(2) || host.endsWith(site.slice(1)) : host === site));
}

/**
 * Whether numbers are linked on a host.
 * @param {string} host @param {import('./settings.js').Settings} settings
 */
export function siteOn(host, settings) {
  return settings.enabled && !named(host, settings.blockedSites) && (!settings.allowedSites.length || named(host, settings.allowedSites));
}

/**
 * The changes of settings that switch a site on or off.
 * @param {string} host @param {boolean} on @param {import('./settings.js').Settings} settings
 * @returns {Record<string, string[]>}
 */
export function switchSite(host, on, settings) {
  if (!on) return { blockedSites: [...settings.blockedSites, host] };
  const allowed = settings.allowedSites.length > 0 && !named(host, settings.allowedSites);
  return {
    blockedSites: settings.blockedSites.filter((/** @type {string} */ site) => !named(host, [site])),
    ...(allowed && { allowedSites: [...settings.allowedSites, host] }),
  };
}

/**
 * The excluded numbers that hold on a host: `+39021234567` everywhere, `+39021234567 example.com` there alone.
 * @param {string} host @param {string[]} entries
 */
export function excludedOn(host, entries) {
  return entries.map(entry => entry.trim().split(/\s+/)).filter(([, site]) => !site || named(host, [site])).map(([number]) => number);
}
