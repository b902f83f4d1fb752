import { byId, h } from '../shared/dom.js';

/** The keys of a telephone, their letters (ITU-T E.161) and their two tones in Hz (ITU-T Q.23). */
const KEYS = [
  ['1', ''], ['2', 'ABC'], ['3', 'DEF'], ['4', 'GHI'], ['5', 'JKL'], ['6', 'MNO'],
  ['7', 'PQRS'], ['8', 'TUV'], ['9', 'WXYZ'], ['*', ''], ['0', '+'], ['#', ''],
];
const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477];
const TONE_S = 0.09;
const HOLD_MS = 450;
const SHOWN_MS = 130;

/** @type {AudioContext | undefined} */
let audio;

/** @param {number} index  of the key */
function tone(index) {
  audio ??= new AudioContext();
  const end = audio.currentTime + TONE_S;
  const volume = new GainNode(audio, { gain: 0.06 });
  volume.gain.setTargetAtTime(0, end - 0.02, 0.008);
  volume.connect(audio.destination);
  for (const frequency of [ROWS[Math.floor(index / 3)], COLUMNS[index % 3]]) {
    const wave = new OscillatorNode(audio, { frequency });
    wave.connect(volume);
    wave.start();
    wave.stop(end);
  }
}

/**
 * Fills the dial pad. One stop for the Tab key, arrows within; a held 0 is a plus.
 * @param {(sign: string) => void} type @param {() => boolean} sound
 * @returns {(sign: string) => void} shows a key as pressed (for keys typed on the keyboard)
 */
export function setUpPad(type, sound) {
  const pad = byId('pad');
  const buttons = KEYS.map(([sign, letters], index) => h('button', {
    class: 'key', type: 'button', tabindex: index ? -1 : 0, 'data-key': sign,
  }, sign, h('small', { 'aria-hidden': 'true' }, letters)));
  pad.append(...buttons);

  /** @param {string} sign */
  const show = sign => {
    const index = KEYS.findIndex(([key]) => key === (sign === '+' ? '0' : sign));
    if (index < 0) return;
    buttons[index].classList.add('down');
    setTimeout(() => buttons[index].classList.remove('down'), SHOWN_MS);
    if (sound()) tone(index);
  };

  let held = 0;
  pad.addEventListener('pointerdown', (/** @type {PointerEvent} */ event) => { held = event.timeStamp; });
  pad.addEventListener('click', (/** @type {MouseEvent} */ event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('.key'));
    if (!button) return;
    const sign = button.dataset.key === '0' && event.detail > 0 && event.timeStamp - held > HOLD_MS ? '+' : button.dataset.key ?? '';
    show(sign);
    type(sign);
  });
  pad.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 3, ArrowUp: -3 }[event.key];
    const from = buttons.indexOf(/** @type {any} */ (document.activeElement));
    const to = buttons[from + (step ?? NaN)];
    if (!to) return;
    event.preventDefault();
    buttons[from].tabIndex = -1;
    to.tabIndex = 0;
    to.focus();
  });
  return show;
}
