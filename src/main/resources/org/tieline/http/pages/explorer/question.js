/** The question as one sentence whose parts are controls, and the answer below it. */
import {h, put, joined} from './dom.js';
import {pageOf} from './address.js';
import {dayBar} from './days.js';
import {nameOf, learn, names} from './names.js';
import {inWords, optionParts, token} from './options.js';
import {suggest} from './suggest.js';
import {answer} from './answer.js';
import {listed, were} from './words.js';

/**
 * @param {{go: (change: object, how?: object) => void, open: (address: string) => void}} page
 */
export function questionPage(page) {
  let state = null;
  const title = h('h1', {class: 'unseen', tabindex: '-1'});
  const verb = h('span', {class: 'tense'});
  const chosen = h('span', {class: 'chosen'});
  const days = dayBar((day, settled) => page.go({asOf: day}, {passing: !settled}));
  const {places, show: showOptions} = optionParts(options => page.go({options}));
  const box = suggest({id: 'who', label: 'Vendor, or any organization by one of its names', placeholder: 'name a vendor or carrier',
    choose(hit) {
      learn(hit);
      if (hit.kind === 'carrier') {
        page.open(pageOf(hit.id, 'carrier', {...state, vendor: []}));
      } else {
        page.go({vendor: [...new Set([...state.vendor, hit.id])]});
      }
    }});
  const below = answer(page, tokens);
  const element = h('div', {}, title,
      h('form', {class: 'question', 'on:submit': event => event.preventDefault(), 'aria-label': 'Question'},
          h('div', {class: 'asks', role: 'group', 'aria-label': 'The question in one sentence'},
              'Which carriers ', places.where, ' ', verb, ' ', places.certainty, ' tied to ', places.restricted, chosen, ' ', box, ' through ', places.through,
              ', within ', places.within, ' ties, on ', h('span', {class: 'line-day'}, days.fields), ' by ', places.known, '?'),
          places.counting,
          days.rail),
      below.element);

  function tokens() {
    put(chosen, joined(state.vendor.map(id => token(nameOf(id), `Without ${nameOf(id)}`,
        () => page.go({vendor: state.vendor.filter(each => each !== id)}))), ' or '));
    put(verb, were(state.asOf));
    put(title, inWords(state, {vendors: state.vendor.length ? listed(state.vendor.map(nameOf), 6, 'or') : null, past: were(state.asOf)}));
    box.querySelector('input').placeholder = state.vendor.length ? 'or another one' : 'or name one';
  }

  return {element,
    show(next) {
      state = next;
      document.title = `${state.vendor.length ? listed(state.vendor.map(nameOf), 3) : 'Restricted vendors'} on ${state.asOf} · Tieline`;
      tokens();
      names().then(() => {
        if (state === next) {
          tokens();
          showOptions(state);
        }
      });
      days.show(state.asOf);
      showOptions(state);
      below.show(state);
    },
    again() {
      showOptions(state);
      below.again();
    },
    recolour: () => below.recolour()};
}
