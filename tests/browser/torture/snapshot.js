// Read by the driver after every step: what a person, a form and page code can see. `final` also selects everything.
(final) => {
  const NUMBER = /\+39[\s ]02[\s ]303\d[\s ]\d{4}|\+39 347 123 4567/g;
  const EDITORS = '[contenteditable]:not([contenteditable=false]), .CodeMirror, .monaco-editor, .cm-editor, .ace_editor, a.own, button, select, textarea, svg text, math, a[href]:not([href^="tel:"]), [role=textbox], [role=button]';
  const round = value => Math.round(value * 4) / 4;
  const roots = [document.body];
  for (const root of roots) for (const element of root?.querySelectorAll('*') ?? []) if (element.shadowRoot) roots.push(element.shadowRoot);
  const lines = [];
  for (const root of roots) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let last = null;
    while (walker.nextNode()) {
      range.selectNodeContents(walker.currentNode);
      for (const box of range.getClientRects()) {
        if (!box.width || !box.height) continue;
        const upright = getComputedStyle(walker.currentNode.parentElement ?? document.body).writingMode.startsWith('vertical');
        const flows = last && ((Math.abs(box.top - last.top) < .6 && (Math.abs(box.left - last.right) < .6 || Math.abs(box.right - last.left) < .6)) || (upright && Math.abs(box.left - last.left) < .6 && Math.abs(box.top - last.bottom) < .6));
        if (flows) Object.assign(last, { left: Math.min(last.left, box.left), right: Math.max(last.right, box.right), top: Math.min(last.top, box.top), bottom: Math.max(last.bottom, box.bottom) });
        else lines.push((last = { left: box.left, right: box.right, top: box.top, bottom: box.bottom }));
      }
    }
  }
  const elements = roots.flatMap(root => [...root.querySelectorAll('*')]).filter(e => !(Element.prototype.matches.call(e, 'a[href^="tel:"]') && e.textContent.match(NUMBER)));
  const state = {
    title: document.title,
    text: document.body.innerText,
    deep: roots.slice(1).map(root => root.textContent),
    form: [...document.querySelectorAll('input, textarea, select')].map(field => [field.name, field.value, field.checked]),
    lines: lines.map(box => [box.left, box.top, box.right, box.bottom].map(round)),
    boxes: elements.map(e => { const box = e.getBoundingClientRect(); return [e.nodeName, ...[box.left, box.top, box.width, box.height].map(round)]; }),
    styles: elements.map(e => { const style = getComputedStyle(e); return [style.color, style.fontSize, style.borderTopWidth].join(); }),
    scroll: [document.documentElement.scrollWidth, document.documentElement.scrollHeight, scrollX, scrollY],
    focus: document.activeElement?.nodeName,
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    cookies: document.cookie,
    own: window.torture?.own() ?? null,
  };
  if (final) {
    const selection = getSelection();
    selection.selectAllChildren(document.body);
    state.copied = selection.toString();
    selection.removeAllRanges();
  }
  const documents = [document, ...[...document.querySelectorAll('iframe, frame')].map(frame => frame.contentDocument).filter(Boolean)];
  const expected = documents.flatMap(document => {
    if (document.body?.isContentEditable) return [];
    const all = [document.body];
    for (const root of all) for (const element of root?.querySelectorAll('*') ?? []) if (element.shadowRoot) all.push(element.shadowRoot);
    const texts = all.flatMap(root => (root.innerText ?? [...root.children].map(child => (child.nodeName === 'SLOT' || child.nodeName === 'STYLE' ? '' : child.innerText ?? '')).join('\n')).match(NUMBER) ?? []);
    const editors = all.flatMap(root => [...root.querySelectorAll(EDITORS)].filter(e => !e.parentElement?.closest(EDITORS)));
    for (const editor of editors) for (const text of (editor.innerText ?? editor.textContent).match(NUMBER) ?? []) if (texts.includes(text)) texts.splice(texts.indexOf(text), 1);
    return texts;
  });
  const linked = documents.flatMap(document => {
    const marks = document.defaultView.CSS.highlights.get('click-to-call-dotted');
    return marks ? [...marks].filter(mark => mark.endContainer.isConnected && mark.startOffset <= mark.startContainer.length && mark.endOffset <= mark.endContainer.length).map(mark => { const range = document.createRange(); range.setStart(mark.startContainer, mark.startOffset); range.setEnd(mark.endContainer, mark.endOffset); return range.startContainer.isConnected ? String(range) : ''; }).filter(text => text) : [];
  });
  return { state, expected: expected.sort(), linked: linked.sort() };
}
