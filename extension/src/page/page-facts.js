import { HANDOVER } from './handover.js';
import { selectorNotices } from './placement.js';

const MAX_RULES = 4000;
const LAST = /:(nth-)?last-/i;
const INERT_SCRIPT = /json|speculationrules|text\/(template|html|x-|plain)/i;

/** Facts of this document for {@link import('./placement.js').wayFor}. @returns {import('./placement.js').Page} */
export function pageFacts() {
  const scripted = isScripted();
  return { scripted, structural: scripted || stylesNotice() };
}

function isScripted() {
  if (window !== window.top || window.opener || HANDOVER.changed()) return true;
  for (const script of document.scripts) if (script.src || !INERT_SCRIPT.test(script.type)) return true;
  if (performance.getEntriesByType('resource').some(entry => /** @type {PerformanceResourceTiming} */ (entry).initiatorType === 'script')) return true;
  if (document.querySelector('iframe, frame, object, embed, a[href^="javascript:" i]')) return true;
  return document.evaluate("boolean(//@*[starts-with(name(), 'on')])", document, null, XPathResult.BOOLEAN_TYPE, null).booleanValue;
}

/** A sheet of another origin, which cannot be read, may look at structure too. */
const stylesNotice = () => someRule(selectorNotices, true);

/** Whether a rule of the page (`:last-child`) takes the body for the last of its parent. */
export const bodyCountsAsLast = () => someRule(selector => LAST.test(selector) && document.body?.matches(selector), false);

/**
 * Whether a style rule of the page is such a one.
 * @param {(selector: string) => boolean} is @param {boolean} unread  what is said of those that cannot be read, or are too many
 */
function someRule(is, unread) {
  /** @param {CSSRuleList} rules @returns {boolean} */
  const some = rules => (rules.length > MAX_RULES ? unread : [...rules].some(rule => {
    if (rule instanceof CSSStyleRule && is(rule.selectorText)) return true;
    if (rule instanceof CSSImportRule && rule.styleSheet && some(rule.styleSheet.cssRules)) return true;
    const inner = /** @type {any} */ (rule).cssRules;
    return inner?.length > 0 && some(inner);
  }));
  return [...document.styleSheets, ...document.adoptedStyleSheets].some(sheet => {
    try {
      return some(sheet.cssRules);
    } catch {
      return unread;
    }
  });
}
