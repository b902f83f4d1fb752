import { app, count, number, wait } from '../harness.js';
// Markup that streams: a parser of another document writes, and its nodes are moved over while it still adds to their last text.
const html = `<article><h2>Notizie</h2><p>Chiama ${number(1)} subito, o <b>${number(2)}</b>.</p><table><tr><td>Sede<td>${number(3)}<tr><td>Cellulare<td>${number(4)}</table><p>Fine ${number(5)} qui</p></article>`;
function stream(target) {
  const other = document.implementation.createHTMLDocument();
  other.open();
  other.write('<!doctype html><body><streaming-part>');
  const part = other.querySelector('streaming-part');
  target.append(part);
  return { write: text => other.write(text), close: () => { other.write('</streaming-part>'); other.close(); } };
}
async function decoded(parts, target) {
  const reader = new ReadableStream({ start(control) { for (const part of parts) control.enqueue(new TextEncoder().encode(part)); control.close(); } }).pipeThrough(new TextDecoderStream()).getReader();
  const text = target.appendChild(document.createTextNode(''));
  for (;;) { const { done, value } = await reader.read(); if (done) break; text.appendData(value); count('chunk'); await wait(1); }
}
export const steps = [async () => { const one = stream(app()); for (let i = 0; i < html.length; i += 7) { one.write(html.slice(i, i + 7)); await wait(1); } one.close(); }, async () => { const one = stream(app()); one.write(html.slice(0, 90)); await wait(400); one.write(html.slice(90)); one.close(); }, () => decoded(`Flusso ${number(6)} e poi ${number(7)} fine`.match(/.{1,4}/g), app().appendChild(document.createElement('p'))), () => { app().lastChild.firstChild.splitText(15); }, () => app().normalize()];
export const probe = () => [app().innerHTML, app().lastChild?.childNodes.length];
