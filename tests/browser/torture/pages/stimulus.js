import { Application, Controller } from '@hotwired/stimulus';
import { app, count, number } from '../harness.js';
const stimulus = Application.start();
stimulus.register('phones', class extends Controller { static targets = ['out']; static values = { n: Number }; nValueChanged() { count('changed'); for (const out of this.outTargets) out.textContent = number(this.nValue); } outTargetConnected() { count('connected'); } });
app().innerHTML = `<div data-controller=phones data-phones-n-value=1><p data-phones-target=out></p><p>Fisso ${number(50)}</p></div>`;
const box = app().firstChild;
export const steps = [() => { box.dataset.phonesNValue = 2; }, () => { box.insertAdjacentHTML('beforeend', '<b data-phones-target=out></b>'); box.dataset.phonesNValue = 3; }, () => { app().append(box); }];
export const probe = () => box.querySelectorAll('*').length;
