import $ from 'jquery';
import { app, count, number } from '../harness.js';
$(app()).html(`<p class=a>Tel ${number(1)}</p><ul></ul>`);
$(app()).on('click', 'p', () => count('click'));
export const steps = [() => $('.a').text(`Nuovo ${number(2)}`), () => { for (let i = 0; i < 5; i++) $('ul').append(`<li>${number(10 + i)}</li>`); }, () => $('li').filter(':even').wrap('<b>').end().first().detach().appendTo('ul'), () => { $('li').contents().each((_, n) => { if (n.nodeType === 3) n.data = n.data.replace('3031', '3032'); }); }, () => { $('ul').replaceWith($('<ol>').append($('li').clone())); }, () => { $('.a').trigger('click').wrapInner('<i>'); }];
export const probe = () => [$(app()).html(), $('li').length, $(app()).contents().length, $('a').length];
