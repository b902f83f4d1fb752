/** Share of the main thread that a page which never stops changing may cost, below the promised 2 %. */
const SHARE = 0.011;
const BURST_MS = 60;
/** A page that is being built changes much and then rests. */
const FIRST_MS = 150;
const WAKE_MS = 8;
/** Work comes in slices; what one takes beyond this went to other programs of a busy machine, or was done once. */
const MOST_MS = 15;

/**
 * A purse of main-thread time: it fills slowly up to a burst, work is paid from it, and when it is empty the work rests.
 * @param {number} now  ms
 */
export function createBudget(now) {
  let purse = FIRST_MS;
  let last = now;
  const fill = (/** @type {number} */ time) => {
    purse = Math.min(Math.max(purse, BURST_MS), purse + (time - last) * SHARE);
    last = time;
  };
  return {
    /** @param {number} cost ms @param {number} time ms */
    pay(cost, time) {
      fill(time);
      purse -= Math.min(cost, MOST_MS);
    },
    /** How long to rest before more work is paid for, in ms; 0 when there is no need to. @param {number} time */
    rest(time) {
      fill(time);
      return purse > 0 ? 0 : (WAKE_MS - purse) / SHARE;
    },
  };
}
