import ko from 'knockout';
import { app, number } from '../harness.js';
app().innerHTML = '<p>Tel <span data-bind="text: number(n())"></span></p><!-- ko if: n() < 3 --><p data-bind="text: number(20 + n())"></p><!-- /ko --><ul data-bind="foreach: list"><li>n. <!-- ko text: $root.number(40 + $data) --><!-- /ko --></li></ul><div data-bind="html: html"></div>';
const view = { n: ko.observable(1), list: ko.observableArray([1, 2, 3]), html: ko.observable(`<i>${number(70)}</i>`), number };
ko.applyBindings(view, app());
export const steps = [() => view.n(2), () => view.list([3, 1, 9]), () => { view.n(3); view.html(number(71)); }, () => view.n(1)];
export const probe = () => app().innerHTML;
