import { api } from '../shared/api.js';
import { t } from '../shared/i18n.js';
import { callFrom } from './spoken.js';
import { requestOf } from './typed.js';

const LINKS = ['tel:*', 'sip:*', 'sips:*', 'callto:*'];

/** Calls from the context menu, on a selection and on call links; Firefox for Android has no such menus. */
export function setUpMenus() {
  if (!api.contextMenus) return;
  api.runtime.onInstalled.addListener(async () => {
    await api.contextMenus.removeAll();
    api.contextMenus.create({ id: 'selection', contexts: ['selection'], title: t('menu_selection', '%s') });
    api.contextMenus.create({ id: 'link', contexts: ['link'], targetUrlPatterns: LINKS, title: t('menu_link') });
    api.contextMenus.create({ id: 'video', contexts: ['link'], targetUrlPatterns: LINKS, title: t('menu_video') });
  });
  api.contextMenus.onClicked.addListener(async ({ menuItemId, linkUrl, selectionText }, tab) => {
    const text = (menuItemId === 'selection' ? selectionText : linkUrl) ?? '';
    await callFrom(await requestOf(text, menuItemId === 'video' ? 'video' : undefined), tab);
  });
}
