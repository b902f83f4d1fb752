import * as preact from 'preact';
import { useState as usePreact } from 'preact/hooks';
import { renderToString as preactString } from 'preact-render-to-string';
import * as React from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server.browser';
import { createSSRApp, h, ref } from 'vue';
import { renderToString as vueString } from '@vue/server-renderer';
import { app, count, number, wait } from '../harness.js';
// Islands in a sea of static markup, each of another framework, hydrated when idle, when seen and when told to.
const set = {};
const ReactIsland = () => { const [n, to] = React.useState(1); set.react = to; return React.createElement('section', null, 'Tel ', number(n), ' ', React.createElement('b', null, 'React'), n > 1 && React.createElement('p', null, number(20 + n))); };
const PreactIsland = () => { const [n, to] = usePreact(2); set.preact = to; return preact.h('section', null, 'Tel ', number(n), ' ', preact.h('b', null, 'Preact'), n > 2 ? preact.h('p', null, number(20 + n)) : null); };
const n = ref(3);
set.vue = value => { n.value = value; };
const VueIsland = { render: () => h('section', null, ['Tel ', number(n.value), h('b', null, ' Vue'), n.value > 3 ? h('p', null, number(20 + n.value)) : null]) };
const hydrate = {
  react: root => hydrateRoot(root, React.createElement(ReactIsland), { onRecoverableError: error => console.error(error) }),
  preact: root => preact.hydrate(preact.h(PreactIsland), root),
  vue: root => createSSRApp(VueIsland).mount(root),
};
customElements.define('astro-island', class extends HTMLElement {
  connectedCallback() {
    const go = () => { if (this.hasAttribute('ssr')) { this.removeAttribute('ssr'); hydrate[this.getAttribute('uid')](this); count('hydrated'); } };
    this.go = go;
    if (this.getAttribute('client') === 'idle') requestIdleCallback(() => setTimeout(go, 300));
    if (this.getAttribute('client') === 'visible') new IntersectionObserver(entries => entries.some(({ isIntersecting }) => isIntersecting) && go()).observe(this.firstElementChild);
  }
});
const island = (uid, client, inner) => `<p>Mare ${number(50)}</p><astro-island ssr uid="${uid}" client="${client}" style="display:contents">${inner}</astro-island><!--astro:end-->`;
export const steps = [
  async () => { app().innerHTML = island('react', 'idle', renderToString(React.createElement(ReactIsland))) + island('vue', 'visible', await vueString(createSSRApp(VueIsland))) + island('preact', 'manual', preactString(preact.h(PreactIsland))); await wait(800); },
  () => app().querySelector('[uid=preact]').go(),
  () => { set.react(4); set.preact(5); set.vue(6); },
  () => { app().append(app().querySelector('[uid=vue]')); },
  () => { set.vue(7); set.react(1); },
];
export const probe = () => [app().innerHTML, [...app().querySelectorAll('section')].map(one => one.childNodes.length)];
