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
