/** A small card of a carrier, a ban or a country for a page elsewhere; its links lead to the whole page. */
import {h, put, many} from './dom.js';
import {ask} from './api.js';
import {asks, stateOf} from './ban-words.js';
import {dataset} from './cite.js';
import {names} from './names.js';
import {asking} from './options.js';
import {row} from './rows.js';
import {share} from './shares.js';
import {country, mark, RELATIONS} from './words.js';

const MOST = 6;
const CARDS = {carriers: carrierCard, bans: banCard, countries: countryCard};

export function embedPage() {
  const element = h('article', {class: 'card'});
  let state = null;

  async function load() {
    const [kind, id] = state.id.split('/');
    const address = `/${kind}/${encodeURIComponent(id)}?asOf=${encodeURIComponent(state.asOf)}`;
    document.documentElement.dataset.embedded = '';
    element.setAttribute('aria-busy', 'true');
    try {
      const [{title, lines}, data] = await Promise.all([CARDS[kind](id, state), dataset()]);
      document.title = `${title} · Tieline`;
      put(element, h('h1', {}, h('a', {href: address, target: '_blank', rel: 'noopener'}, title)), lines,
          h('p', {class: 'facts card-foot'}, 'A tie is not a finding of wrongdoing. ', h('a', {href: address, target: '_blank', rel: 'noopener'}, 'Tieline'), `, ${state.asOf}`, data ? `, data ${data.version}` : ''));
    } catch (failure) {
      put(element, h('h1', {}, failure.title ?? 'The card could not be made'), h('p', {}, failure.message));
    } finally {
      element.removeAttribute('aria-busy');
    }
  }

  return {element,
    show(next) {
      state = next;
      load();
    },
    again: load};
}

/** The question about vendors that are restricted on a day. */
function restricted(asOf) {
  return {vendor: [], asOf, options: {}};
}

async function carrierCard(id, {asOf}) {
  const [who, tied] = await Promise.all([ask(`/v1/organizations/${encodeURIComponent(id)}?asOf=${encodeURIComponent(asOf)}`),
    ask(`/v1/carriers/${encodeURIComponent(id)}/exposures?${asking(restricted(asOf))}&limit=1000`), names()]);
  const rows = tied.results.map(each => row(each, tied)).sort((a, b) => b.conflicts.length - a.conflicts.length || a.hops - b.hops);
  return {title: who.name, lines: [h('p', {}, rows.length ? `Tied to ${many(rows.length, 'restricted vendor')}.` : `No tie to one of ${many(tied.searched.vendors.length, 'vendor')} that are restricted at home or widely was found.`),
    h('ul', {class: 'lines'}, rows.slice(0, MOST).map(each => h('li', {}, mark(each.relation), ` ${each.vendor.name}`, h('span', {class: 'facts'}, ` ${RELATIONS[each.relation].label}, ${each.certainty}`),
        each.conflicts.length ? h('strong', {class: 'conflict'}, ` ⚑ ${each.conflicts[0].conflict} conflict`) : null))),
    rows.length > MOST ? h('p', {class: 'facts'}, `and ${rows.length - MOST} more`) : null]};
}

async function banCard(id, {asOf}) {
  const [ban] = await Promise.all([ask(`/v1/bans/${encodeURIComponent(id)}?asOf=${encodeURIComponent(asOf)}`), names()]);
  return {title: asks(ban), lines: [h('p', {}, country(ban.country), ' ', stateOf(ban)), h('p', {}, ban.summary)]};
}

async function countryCard(code, {asOf}) {
  const [counted, bans] = await Promise.all([ask(`/v1/summary?${asking(restricted(asOf))}&by=country`),
    ask(`/v1/bans?${new URLSearchParams({country: code, asOf, state: 'in-force', limit: 1000})}`)]);
  const own = counted.results.find(each => each.key === code);
  return {title: country(code), lines: [own ? [share(own), h('p', {}, `Of ${many(own.onRecord.carriers, 'carrier')} on record ${own.exposed.certainly.carriers} are certainly and ${own.exposed.possibly.carriers} possibly tied to a restricted vendor.`)]
    : h('p', {}, 'No carrier of it is on record.'), h('p', {}, `${many(bans.total, 'ban')} in force.`)]};
}
