/** What a tie stands on: its summary and its sources, asked for when somebody looks. */
import {h, put, outside} from './dom.js';
import {ask} from './api.js';
import {placeOf, read} from './address.js';

const asked = new Map();

/** The record of a tie or a ban with its sources spelled out; asked once. */
export function record(address) {
  if (!asked.has(address)) {
    asked.set(address, ask(address).catch(failure => {
      asked.delete(address);
      throw failure;
    }));
  }
  return asked.get(address);
}

export function sources(citations) {
  return h('ul', {class: 'sources'}, citations.map(source => h('li', {},
      outside(source.url, source.title), ' ',
      h('span', {class: 'from'}, [source.publisher, source.published ?? 'not dated'].filter(Boolean).join(', ')), ' ',
      h('a', {class: 'id', href: placeOf('source', source.id, read(location)), title: 'What else rests on this source'}, 'more on it'))));
}

/** A place that fills with the summary and the sources of a tie. */
export function evidenceOf(tie, ids) {
  if (ids.length === 0) {
    return h('p', {class: 'why'}, 'Supposed; no source states it.');
  }
  const place = h('div', {class: 'why', 'aria-busy': 'true'}, h('p', {class: 'wait'}, `Reading ${ids.length} ${ids.length === 1 ? 'source' : 'sources'} …`));
  record(`/v1/ties/${encodeURIComponent(tie)}`).then(
      answer => put(place, answer.summary ? h('p', {}, answer.summary) : null,
          sources(answer.citations.filter(source => ids.includes(source.id)))),
      failure => put(place, h('p', {class: 'wait'}, `Its sources are ${ids.join(', ')}. ${failure.message}`)))
      .finally(() => place.removeAttribute('aria-busy'));
  return place;
}
