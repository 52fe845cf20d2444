/** The question in one line, and the answer below it. */
import {h, put} from './dom.js';
import {pageOf} from './address.js';
import {dayBar} from './days.js';
import {nameOf, learn, names} from './names.js';
import {optionFields} from './options.js';
import {suggest} from './suggest.js';
import {answer} from './answer.js';

/**
 * @param {{go: (change: object, how?: object) => void, open: (address: string) => void}} page
 */
export function questionPage(page) {
  let state = null;
  const chosen = h('span', {class: 'chosen'});
  const days = dayBar((day, settled) => page.go({asOf: day}, {passing: !settled}));
  const options = optionFields(set => page.go({options: set}));
  const box = suggest({id: 'who', label: 'Vendor, or any organization by one of its names', placeholder: 'a vendor or carrier, in any script',
    choose(hit) {
      learn(hit);
      if (hit.kind === 'carrier') {
        page.open(pageOf(hit.id, 'carrier', {...state, vendor: []}));
      } else {
        page.go({vendor: [...new Set([...state.vendor, hit.id])]});
      }
    }});
  const below = answer(page, tokens);
  const element = h('div', {},
      h('form', {class: 'question', 'on:submit': event => event.preventDefault(), 'aria-label': 'Question'},
          h('h1', {class: 'line', tabindex: '-1'}, h('span', {}, 'Which carriers were tied to'), ' ', chosen, ' ', h('span', {}, 'on')),
          h('span', {class: 'line-day'}, days.fields),
          h('div', {class: 'line-more'}, box, options.fold),
          days.rail),
      below.element);

  function tokens() {
    put(chosen, state.vendor.length
        ? state.vendor.map((id, i) => [i ? ' or ' : '', h('span', {class: 'token'}, nameOf(id),
          h('button', {type: 'button', 'aria-label': `Without ${nameOf(id)}`, title: `Without ${nameOf(id)}`,
            'on:click': () => page.go({vendor: state.vendor.filter(each => each !== id)})}, '×'))])
        : h('span', {class: 'token all'}, 'any restricted vendor'));
  }

  return {element,
    show(next) {
      state = next;
      document.title = `${state.vendor.length ? state.vendor.map(nameOf).join(', ') : 'Restricted vendors'} on ${state.asOf} · Tieline`;
      tokens();
      names().then(() => state === next && tokens());
      days.show(state.asOf);
      options.show(state);
      below.show(state);
    },
    again() {
      options.show(state);
      below.again();
    },
    recolour: () => below.recolour()};
}
