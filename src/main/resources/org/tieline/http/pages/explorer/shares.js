/** Numbers of a summary as people read them. */
import {h} from './dom.js';
import {number} from './figures.js';

/** Of how many carriers, as a number and a bar: what is certain inside what is possible. */
export function share(row) {
  const all = row.onRecord.carriers;
  const {possibly, certainly} = row.exposed;
  const percent = count => all ? count / all * 100 : 0;
  const bar = h('span', {class: 'share-bar', 'aria-hidden': 'true'}, h('i', {class: 'possibly'}), h('i', {class: 'certainly'}));
  bar.firstChild.style.width = `${percent(possibly.carriers)}%`;
  bar.lastChild.style.width = `${percent(certainly.carriers)}%`;
  return h('span', {class: 'share'}, bar, h('span', {class: 'unseen'}, `${certainly.carriers} certainly, ${possibly.carriers} possibly, of ${all}`));
}

/** How much of the subscribers on record, in words; null where none is counted. */
export function shareOfSubscribers(row) {
  const all = row.onRecord.subscribers;
  if (!all) {
    return null;
  }
  const part = weight => Math.round((weight.subscribers ?? 0) / all * 100);
  return `${part(row.exposed.certainly)} % certainly, ${part(row.exposed.possibly)} % possibly, of ${number(all)} million (${row.onRecord.counted} of ${row.onRecord.carriers} carriers have a count)`;
}
