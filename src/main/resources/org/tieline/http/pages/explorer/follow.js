/** Where programs follow what a page tells of: feeds of changes, where the API has them, and the address for assistants. */
import {h, joined, put} from './dom.js';
import {tidy} from './address.js';
import {questionsOf} from './questions.js';

const FORMS = {atom: 'Atom', jsonfeed: 'JSON Feed', jsonl: 'JSON Lines'};

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
    const [question] = questions ?? [];
    if (question) {
      const taken = Object.entries(about).filter(([name, value]) => value && question.parameters.some(parameter => parameter.name === name));
      put(place, 'What changes, as a feed: ', joined(Object.entries(FORMS).map(([format, name]) =>
        h('a', {href: `${question.addresses[0]}?${tidy(new URLSearchParams([...taken, ['format', format]]))}`, target: '_blank'}, name))), '.');
    }
  });
  return place;
}
