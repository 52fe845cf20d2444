/** The words of the field, explained where they stand. */
import {h} from './dom.js';

const MEANINGS = {
  certain: 'Certain: by its dated sources the tie had begun and had not ended on the day, and somebody has vouched for it within five years. A path is certain if each of its ties is.',
  possible: 'Possible: nothing says that the tie was not there, but dates are missing or too coarse, or nobody has vouched for it for five years. What is possible counts what is certain too.',
  parent: 'Parent: the company with the tie holds a stake in the carrier, directly or in steps.',
  group: 'Group: an owner of the company with the tie also holds a stake in the carrier. The carrier itself may have nothing to do with the vendor.',
  established: 'Established: the ban is in force in the carrier’s own country or bloc, it covers the tie for certain, and the tie certainly holds on the day. It is no finding that anyone broke the ban.',
  presumed: 'Presumed: the ban covers the tie, but the tie only possibly holds on the day; it may have ended without a report.',
  'in force': 'In force: the measure had taken effect by the day and had not ended. Orders bind, powers let an authority forbid, advice does not bind.',
  'not walked': 'The search looked at these ties and did not follow them: they were denied, were over or not begun on the day, or fell short of what the question asks for.'
};

let count = 0;

/**
 * A word that explains itself when it is pressed.
 *
 * @param {string} term one that there is a meaning of
 */
export function term(term, text = term) {
  const id = `term-${count++}`;
  return h('span', {class: 'term-of'},
      h('button', {type: 'button', class: 'term', popovertarget: id, title: 'What is that?'}, text),
      h('span', {id, class: 'meaning', popover: 'auto', role: 'note'}, MEANINGS[term]));
}

/** The words that an answer needs, in one line. */
export function glossary() {
  return h('p', {class: 'facts'}, 'What is meant by ', term('certain'), ', ', term('possible'), ', ', term('parent'), ' and ', term('group'), '?');
}
