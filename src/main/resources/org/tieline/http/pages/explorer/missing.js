/** The page of addresses that there are not. */
import {h, say} from './dom.js';
import {finder} from './finder.js';

const LONGEST = 80;

export function missingPage(page) {
  const asked = location.pathname.length > LONGEST ? `${location.pathname.slice(0, LONGEST)} …` : location.pathname;
  const element = h('div', {class: 'state missing'}, h('h1', {tabindex: '-1'}, 'There is no such page'),
      h('p', {}, 'Nothing has the address ', h('code', {}, asked), '. Perhaps it was cut, or typed with a slip.'),
      h('p', {}, 'Look for what was meant:'),
      finder({id: 'everything', open: page.open}),
      h('p', {}, 'Or begin at the ', h('a', {href: '/'}, 'home page'), ', with ', h('a', {href: '/exposures'}, 'a question'), ', or with ',
          h('a', {href: '/v1'}, 'the addresses of the API'), '.'));
  return {element,
    show() {
      document.title = 'No such page · Tieline';
      say('There is no such page');
    },
    again() {}};
}
