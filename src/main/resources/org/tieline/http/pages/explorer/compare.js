/** Two carriers beside each other: what each is, and how each is tied to the same vendors on the same day. */
import {h, put, joined} from './dom.js';
import {ask} from './api.js';
import {pageOf, tidy} from './address.js';
import {learn, nameOf, names} from './names.js';
import {asking, followed} from './options.js';
import {inOneLine} from './path.js';
import {grid, record} from './record.js';
import {row} from './rows.js';
import {suggest} from './suggest.js';
import {country, mark, RELATIONS} from './words.js';

const pair = state => (state.carrier ?? '').split(',').filter(Boolean).slice(0, 2);

function addressOf(state) {
  const query = asking(state);
  query.set('carrier', pair(state).join(','));
  return `/v1/exposures?${tidy(query)}`;
}

export function comparePage(page) {
  let state = null;
  const add = suggest({id: 'compare-who', label: 'A carrier to compare, by one of its names', placeholder: 'a carrier', wanted: hit => hit.kind === 'carrier',
    choose(hit) {
      learn(hit);
      page.go({carrier: [...pair(state).filter(id => id !== hit.id).slice(-1), hit.id].join(',')});
    }});
  return record(page, {
    kind: 'of-compare', restricted: true, crumb: [['Question', 'question'], 'Two carriers'],
    controls: {element: h('div', {class: 'options of-records'}, h('span', {class: 'field'}, h('span', {}, 'Compare with'), add)), show: next => { state = next; }},
    title: (answer, of) => pair(of).length === 2 ? pair(of).map(nameOf).join(' and ') : 'Two carriers compared',
    ask: async (of, signal) => {
      const ids = pair(of);
      await names();
      if (ids.length === 0) {
        return {organizations: [], rows: []};
      }
      const address = addressOf(of);
      const [tied, ...organizations] = await Promise.all([ask(`${address}&limit=1000`, {signal}),
        ...ids.map(id => ask(`/v1/organizations/${encodeURIComponent(id)}?asOf=${encodeURIComponent(of.asOf)}`, {signal}))]);
      organizations.forEach(({id, name, kind, country: code}) => learn({id, name, kind, country: code}));
      return {organizations, rows: tied.results.map(each => row(each, tied))};
    },
    draw({organizations, rows}, of, {lead, body}) {
      if (organizations.length < 2) {
        put(lead, h('p', {class: 'lead'}, organizations.length ? `${organizations[0].name} and which other carrier?` : 'Choose two carriers above, one after the other.'));
        put(body);
        return;
      }
      const vendors = [...new Map(rows.map(each => [each.vendor.id, each.vendor])).values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
      const both = vendors.filter(vendor => organizations.every(each => rows.some(one => one.vendor.id === vendor.id && one.carrier.id === each.id))).length;
      put(lead, h('p', {class: 'lead'}, `${vendors.length} ${of.vendor.length ? '' : 'restricted '}vendors in all, ${both} of both carriers.`));
      const line = (title, value) => h('tr', {}, h('th', {scope: 'row'}, title), organizations.map(each => h('td', {}, value(each)?.length ? value(each) : h('span', {class: 'nil'}, 'not on record'))));
      put(body, grid('Comparison', ['', ...organizations.map(each => h('a', {href: pageOf(each.id, 'carrier', of)}, each.name))], [
        line('Country', each => country(each.country)),
        line('Owners', each => joined(each.owners.results.filter(stake => !(stake.until && stake.until <= of.asOf)).map(stake => [stake.organization.name, stake.percent === null ? '' : ` ${stake.percent} %`]))),
        line('Subscribers', each => each.subscribers.filter(count => count.on <= of.asOf).slice(-1).map(count => `${count.millions} million (${count.on})`)),
        ...vendors.map(vendor => h('tr', {'data-vendor': vendor.id}, h('th', {scope: 'row'}, vendor.name), organizations.map(each => h('td', {}, tied(rows.find(one => one.vendor.id === vendor.id && one.carrier.id === each.id), of)))))]));
    },
    take: ({rows}, of) => ({about: {...followed(of), carrier: pair(of).join(',')}, api: addressOf(of), table: {name: `tieline-${pair(of).join('-') || 'compare'}-${of.asOf}`,
      columns: ['vendor', 'carrier', 'relation', 'hops', 'certainty', 'evidence', 'conflicts'],
      rows: rows.map(each => [each.vendor.id, each.carrier.id, each.relation, each.hops, each.certainty, each.evidence, each.conflicts.map(ban => ban.id).join('|')])}})
  });
}

function tied(each, state) {
  return each ? [mark(each.relation), ` ${RELATIONS[each.relation].label}, ${each.certainty}`, each.conflicts.length ? h('strong', {class: 'conflict'}, ` ⚑ ${each.conflicts[0].conflict} conflict`) : null,
    h('span', {class: 'facts block'}, inOneLine(each.path, state))] : h('span', {class: 'nil'}, 'no tie was found');
}
