const QUIET_MS = 250;
const LATEST_MS = 3000;

/**
 * Calls back once the page is loaded and its tree has been quiet for a moment, or after a while in any case: a framework
 * that hydrates the whole document (html included) finds it then as the server sent it.
 * @param {() => void} work
 */
export function whenSettled(work) {
  const loaded = () => {
    const end = performance.now() + LATEST_MS;
    let changed = performance.now();
    const observer = new MutationObserver(() => {
      changed = performance.now();
    });
    // The timer runs on its own: one that every change starts anew costs a busy page more than all the rest, and never ends.
    const look = () => {
      const left = Math.min(changed + QUIET_MS, end) - performance.now();
      if (left > 0) return void setTimeout(look, left);
      observer.disconnect();
      work();
    };
    observer.observe(document, { childList: true, subtree: true });
    look();
  };
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', loaded, { once: true });
}
