/**
 * Puts a text on the person's clipboard, soon after a real click of theirs.
 * @param {string} text
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Pages without https have no clipboard object; the old command still works while the person's click lasts.
    const once = (/** @type {ClipboardEvent} */ event) => {
      event.clipboardData?.setData('text/plain', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    addEventListener('copy', once, { capture: true, once: true });
    document.execCommand('copy');
    removeEventListener('copy', once, { capture: true });
  }
}
