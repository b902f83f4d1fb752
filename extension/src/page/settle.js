const QUIET_MS = 250;
const LATEST_MS = 3000;

/**
 * Calls back once the page is loaded and its tree has been quiet for a moment: a framework that hydrates the whole
 * document (html included) finds it then as the server sent it.
 * @param {() => void} work
 */
export function whenSettled(work) {
  const loaded = () => {
    const end = performance.now() + LATEST_MS;
    /** @type {ReturnType<typeof setTimeout>} */
    let timer;
    const done = () => {
      observer.disconnect();
      work();
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(done, Math.max(0, Math.min(QUIET_MS, end - performance.now())));
    };
    const observer = new MutationObserver(wait);
    observer.observe(document, { childList: true, subtree: true });
    wait();
  };
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', loaded, { once: true });
}
