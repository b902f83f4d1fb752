import Backbone from 'backbone';
import { app, number } from '../harness.js';
const model = new Backbone.Model({ n: 1 });
const View = Backbone.View.extend({ initialize() { this.listenTo(model, 'change', this.render); }, render() { this.el.innerHTML = `<p>Tel ${number(model.get('n'))}</p><p>${number(20 + model.get('n'))}, riga <b>${model.cid.length}</b></p>`; return this; } });
app().append(new View().render().el);
export const steps = [() => model.set('n', 2), () => model.set('n', 3), () => model.trigger('change')].map(step => () => void step());
export const probe = () => app().innerHTML;
