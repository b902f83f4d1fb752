import { HANDOVER } from './handover.js';
import { selectorNotices } from './placement.js';

const MAX_RULES = 4000;
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

function stylesNotice() {
  try {
    for (const sheet of [...document.styleSheets, ...document.adoptedStyleSheets]) if (rulesNotice(sheet.cssRules)) return true;
    return false;
  } catch {
    return true; // a sheet of another origin
  }
}

/** @param {CSSRuleList} rules @returns {boolean} */
function rulesNotice(rules) {
  if (rules.length > MAX_RULES) return true;
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule && selectorNotices(rule.selectorText)) return true;
    if (rule instanceof CSSImportRule && rule.styleSheet && rulesNotice(rule.styleSheet.cssRules)) return true;
    const inner = /** @type {any} */ (rule).cssRules;
    if (inner?.length && rulesNotice(inner)) return true;
  }
  return false;
}
