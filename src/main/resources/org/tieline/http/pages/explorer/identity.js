/** What an organization is: its life, what registers call it, how many subscribers, who owns it, and what came before it. */
import {h, put, joined, many} from './dom.js';
import {ask} from './api.js';
import {placeOf} from './address.js';
import {nameOf} from './names.js';
import {organization} from './path.js';
import {facts} from './record.js';
import {equipment, isThere, period} from './words.js';

const SCHEMES = {'wikidata': 'Wikidata', 'lei': 'LEI', 'isin': 'ISIN', 'mcc-mnc': 'Network code', 'asn': 'Autonomous system', 'register': 'Register'};
const COUNTS = 4;

export function whatItIs(detail, state) {
  return [facts(
      ['Life', lifeOf(detail, state)],
      ['Came out of', joined(detail.predecessors.map(id => organization(id, state)))],
      ['Owners', stakes(detail.owners, state)],
      ['Holds stakes in', stakes(detail.owned, state)],
      ['Mobile subscribers', subscribers(detail, state)],
      ...schemes(detail, state)),
  detail.predecessors.map(id => before(id, state))];
}

function lifeOf({since, until, successor}, state) {
  return since || until ? [[since ? `since ${since}` : null, until ? `until ${until}` : null].filter(Boolean).join(', '), successor ? ['; then ', organization(successor, state)] : null] : null;
}

/** Stakes of the day, and how many of other days there are. */
function stakes(list, state) {
  const here = list.results.filter(stake => isThere(stake, state.asOf));
  const other = list.total - here.length;
  return list.total === 0 ? null : [joined(here.map(stake => [organization(stake.organization.id, state, stake.organization.name), ' ',
    h('a', {class: 'quiet-link', href: placeOf('tie', stake.tie, state), title: 'The page of this tie'}, stake.percent === null ? 'unknown size' : `${Number(stake.percent)} %`),
    stake.since ? h('span', {class: 'facts'}, ` since ${stake.since}`) : null])), other > 0 ? h('span', {class: 'facts'}, `${here.length ? '; ' : ''}${other} of other days`) : null];
}

function subscribers(detail, state) {
  const known = detail.subscribers.filter(count => count.on <= state.asOf);
  return known.length ? joined(known.slice(-COUNTS).reverse().map(count => [`${Number(count.millions)} million`, h('span', {class: 'facts'}, ` ${count.on}`)])) : null;
}

function schemes(detail, state) {
  return Object.entries(SCHEMES).map(([scheme, label]) => {
    const those = detail.identifiers.filter(each => each.scheme === scheme);
    return those.length ? [label, joined(those.map(each => [h('code', {}, each.value), each.since || each.until ? h('span', {class: 'facts'}, ` ${period(each)}`) : null, ' ',
      each.sources.slice(0, 1).map(id => h('a', {class: 'id', href: placeOf('source', id, state), title: 'Who says so', 'aria-label': `source of ${label} ${each.value}`}, 'source'))]))] : null;
  });
}

/** What a predecessor had on record and until when: equipment does not vanish with the name of a company. */
function before(id, state) {
  const place = h('div', {class: 'before', 'data-before': id});
  ask(`/v1/organizations/${encodeURIComponent(id)}?asOf=${encodeURIComponent(state.asOf)}`).then(was => {
    const had = was.ties.results.filter(tie => tie.type === 'SUPPLIES' && tie.to.id === id && tie.evidence !== 'denied');
    put(place, h('details', {open: had.length <= 6}, h('summary', {}, `What ${was.name}${was.until ? ` (until ${was.until})` : ''} had on record: ${many(had.length, 'supply', 'supplies')}`),
        h('ul', {class: 'lines'}, had.map(tie => h('li', {}, organization(tie.from.id, state, tie.from.name), ' ', equipment(tie),
            h('span', {class: 'facts'}, ` ${[tie.since ? `since ${tie.since}` : null, tie.removing ? `being taken out since ${tie.removing}` : null, tie.until ? `until ${tie.until}` : was.until ? `no end on record before ${was.until}` : 'no end on record',
              tie.verified ? `last vouched for ${tie.verified}` : null].filter(Boolean).join(', ')} `), h('a', {class: 'id', href: placeOf('tie', tie.id, state)}, 'this tie'))))));
  }, () => put(place, h('p', {class: 'facts'}, `What ${nameOf(id)} had could not be read.`)));
  return place;
}
