import { byId, fill, h, icon } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { likelyRegions, regionName } from '../shared/regions.js';

/** @typedef {{region: string, name: string, code: string, search: string}} Country */

/** @param {string} text */
const folded = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The countries that match what was typed: by name, by code of the country, by calling code; likely ones first.
 * @param {Country[]} all @param {string} query @param {string[]} likely
 */
export function matching(all, query, likely) {
  const wanted = folded(query.trim());
  const found = wanted ? all.filter(country => country.search.includes(wanted) || country.region.toLowerCase() === wanted || country.code.startsWith(wanted)) : all;
  const first = likely.map(region => found.find(country => country.region === region)).filter(country => country !== undefined);
  const starts = (/** @type {Country} */ country) => (wanted && !folded(country.name).startsWith(wanted) ? 1 : 0);
  return { first, rest: found.filter(country => !first.includes(country)).sort((a, b) => starts(a) - starts(b)) };
}

/**
 * The button that shows the country and the dialog that chooses it.
 * @param {{region: string, phone: () => Promise<any>, choose: (region: string) => void, offered?: string[]}} parts
 */
export function setUpCountries({ region, phone, choose, offered = [] }) {
  const dialog = byId('countries');
  const search = byId('countrySearch');
  const list = byId('countryList');
  let chosen = region;
  let active = 0;
  /** @type {Country[]} */
  let all = [];
  /** @type {Country[]} */
  let shown = [];

  const label = () => {
    const code = all.find(country => country.region === chosen)?.code;
    fill(byId('country'), h('span', { class: 'sr' }, `${t('popup_country')}: ${regionName(chosen)}, `), chosen + (code ? ` +${code}` : ''), icon('down'));
    byId('country').title = regionName(chosen);
  };
  const learn = async () => {
    if (all.length) return;
    const { getCountries, getCountryCallingCode } = await phone();
    const order = new Intl.Collator(document.documentElement.lang);
    all = getCountries().map((/** @type {string} */ id) => {
      const name = regionName(id);
      return { region: id, name, code: getCountryCallingCode(id), search: folded(name) };
    }).sort((/** @type {Country} */ a, /** @type {Country} */ b) => order.compare(a.name, b.name));
  };
  const mark = () => {
    const options = [...list.querySelectorAll('[role=option]')];
    for (const [index, option] of options.entries()) option.setAttribute('aria-selected', String(index === active));
    options[active]?.scrollIntoView({ block: 'nearest' });
    if (options[active]) search.setAttribute('aria-activedescendant', options[active].id);
    else search.removeAttribute('aria-activedescendant');
  };
  const render = () => {
    const { first, rest } = matching(all, search.value, [...new Set([chosen, ...offered, ...likelyRegions()])]);
    shown = [...first, ...rest];
    active = 0;
    const option = (/** @type {Country} */ country) => h('li', { role: 'option', id: `country-${country.region}`, 'data-region': country.region },
      h('span', {}, country.name), h('span', { class: 'code', dir: 'ltr' }, `+${country.code}`));
    fill(list, first.map(option), first.length > 0 && rest.length > 0 && h('li', { role: 'presentation', class: 'divider' }), rest.map(option));
    byId('countryNone').textContent = shown.length ? '' : t('popup_countryNone');
    mark();
  };
  const take = (/** @type {string | undefined} */ id) => {
    dialog.close();
    if (!id) return;
    chosen = id;
    label();
    choose(id);
  };

  byId('country').addEventListener('click', async () => {
    await learn();
    search.value = '';
    dialog.showModal();
    render();
    search.focus();
  });
  search.addEventListener('input', render);
  search.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
    if (step) {
      event.preventDefault();
      active = Math.max(0, Math.min(shown.length - 1, active + step));
      mark();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      take(shown[active]?.region);
    }
  });
  list.addEventListener('click', (/** @type {MouseEvent} */ event) => {
    const option = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('[role=option]'));
    if (option) take(option.dataset.region);
  });
  label();
  return {
    /** @param {string} id */
    set(id) {
      chosen = id;
      label();
    },
    async ready() {
      await learn();
      label();
    },
  };
}
