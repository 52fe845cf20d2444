/** Where programs follow what a page tells of: feeds of changes, where the API has them, and the address for assistants. */
import {h, joined, put} from './dom.js';
import {tidy} from './address.js';
import {questionsOf} from './questions.js';

const FORMS = [[/\.atom$/, 'Atom'], [/\.json$/, 'JSON Feed'], [/$/, 'JSON Lines']];

/** The address for assistants (Model Context Protocol) of this server. */
export const assistants = () => new URL('/mcp', location.href).href;

/**
 * Links to the changes of what a page is about; nothing where the API has no such question.
 *
 * @param {object} about parameters of the question, like `{carrier: 'bt'}`; those that it does not take are left out
 */
export function feeds(about = {}) {
  const place = h('p', {class: 'feeds'});
  questionsOf('events').then(questions => {
    const addresses = questions?.flatMap(question => question.addresses).filter(address => address.startsWith('/') && !address.includes('{')) ?? [];
    if (addresses.length) {
      const taken = Object.entries(about).filter(([name, value]) => value && questions[0].parameters.some(parameter => parameter.name === name));
      const query = tidy(new URLSearchParams(taken));
      put(place, 'Changes as a feed: ', joined(addresses.map(address => h('a', {href: query ? `${address}?${query}` : address, target: '_blank'},
          FORMS.find(([ending]) => ending.test(address))[1]))), '.');
    }
  });
  return place;
}
