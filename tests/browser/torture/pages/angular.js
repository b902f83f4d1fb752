import '@angular/compiler';
import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { app, number, wait } from '../harness.js';
const n = signal(1), list = signal([1, 2, 3]), html = signal(`<i>${number(70)}</i>`);
class Root { n = n; list = list; html = html; number = number; }
const Phones = Component({ selector: 'x-root', template: '<section><p>Tel: {{ number(n()) }} scala {{ n() }}</p>@if (n() < 3) {<p>{{ number(20 + n()) }}</p>} @else {no {{ number(30) }}}<ul>@for (i of list(); track i) {<li>{{ i }} {{ number(40 + i) }}, riga <b>{{ n() }}</b></li>}</ul><div [innerHTML]="html()"></div></section>' })(Root) ?? Root;
app().innerHTML = '<x-root></x-root>';
let running; const ready = bootstrapApplication(Phones, { providers: [provideZonelessChangeDetection()] }).then(made => { running = made; });
export const steps = [() => ready, () => n.set(2), () => list.set([3, 1, 9]), () => { n.set(3); html.set(number(71)); }, () => n.set(1), async () => { running.destroy(); await wait(20); }];
export const probe = () => app().textContent;
