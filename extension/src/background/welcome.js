import { api } from '../shared/api.js';

/**
 * Shows the first-run page to a person who installed the extension; one that an administrator rolled out stays quiet.
 * @param {{reason: string}} installed
 */
export async function greet({ reason }) {
  if (reason !== 'install') return;
  const { installType } = await api.management.getSelf();
  if (installType !== 'admin') await api.tabs.create({ url: 'welcome.html' });
}
