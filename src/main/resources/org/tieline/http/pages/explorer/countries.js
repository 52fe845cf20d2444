/** Countries by what is tied and forbidden there, and one country with its bans, carriers and shares. */
import {h, put, joined, many} from './dom.js';
import {ask, Failure} from './api.js';
import {pageOf, placeOf, tidy, write} from './address.js';
import {banLink, bansOfBloc, BINDS, byState, stateOf} from './ban-words.js';
import {learn, names, ofKind} from './names.js';
import {asking, followed} from './options.js';
import {organization} from './path.js';
import {facts, grid, record} from './record.js';
import {row} from './rows.js';
import {share, shareOfSubscribers} from './shares.js';
import {country, isThere, mark, RELATIONS} from './words.js';

const summary = state => {
  const query = asking(state);
  query.set('by', 'country');
  return `/v1/summary?${tidy(query)}`;
};

export function countriesPage(page) {
  return record(page, {
    kind: 'of-countries', restricted: true, crumb: [['Question', 'question'], 'Countries'],
    title: (answer, state) => `Countries: who is tied to ${state.vendor.length ? 'the chosen vendors' : 'a restricted vendor'}`,
    ask: async (state, signal) => {
      const [counted, bans] = await Promise.all([ask(summary(state), {signal}),
        ask(`/v1/bans?${new URLSearchParams({asOf: state.asOf, state: 'in-force', limit: 1000})}`, {signal}), names()]);
      return {counted, bans: bans.results};
    },
    draw({counted, bans}, state, {lead, body}) {
      put(lead, h('p', {class: 'lead'}, `Of ${many(counted.all.onRecord.carriers, 'carrier')} on record ${counted.all.exposed.possibly.carriers} are possibly tied to a vendor that was asked about, `,
          `${counted.all.exposed.certainly.carriers} of them certainly. Shares are of what is on record.`));
      put(body, grid('Countries', ['Country', {title: 'Carriers', number: true}, {title: 'Certainly tied', number: true}, {title: 'Possibly tied', number: true}, 'Share', {title: 'In conflict', number: true}, {title: 'Bans in force', number: true}],
          [...counted.results].sort((a, b) => country(a.key).localeCompare(country(b.key), 'en')).map(each => h('tr', {'data-country': each.key}, h('th', {scope: 'row'}, h('a', {href: placeOf('country', each.key, state)}, country(each.key))),
              number(each.onRecord.carriers), number(each.exposed.certainly.carriers), number(each.exposed.possibly.carriers), h('td', {}, share(each)),
              number(each.findings.established.conflicts + each.findings.presumed.conflicts), number(bans.filter(ban => ban.country === each.key).length)))));
    },
    take: ({counted}, state) => ({about: followed(state), api: summary(state), table: {name: `tieline-countries-${state.asOf}`,
      columns: ['country', 'name', 'carriers', 'certainly', 'possibly', 'subscribersMillions', 'subscribersCertainly', 'subscribersPossibly', 'established', 'presumed'],
      rows: counted.results.map(each => [each.key, each.name, each.onRecord.carriers, each.exposed.certainly.carriers, each.exposed.possibly.carriers, each.onRecord.subscribers,
        each.exposed.certainly.subscribers, each.exposed.possibly.subscribers, each.findings.established.conflicts, each.findings.presumed.conflicts])}})
  });
}

export function countryPage(page) {
  return record(page, {
    kind: 'of-country', restricted: true, named: country, crumb: [['Question', 'question'], ['Countries', 'countries'], 'Country'],
    title: (answer, state) => country(state.id),
    ask: async (state, signal) => {
      if (!isCode(state.id)) {
        throw await unknown(state.id, signal);
      }
      const code = encodeURIComponent(state.id);
      const query = new URLSearchParams({...Object.fromEntries(asking(state)), carrierCountry: state.id, limit: 1000});
      const [carriers, bans, tied, counted, found, bloc] = await Promise.all([
        ask(`/v1/organizations?kind=carrier&country=${code}&limit=1000`, {signal}),
        ask(`/v1/bans?${new URLSearchParams({country: state.id, asOf: state.asOf, limit: 1000})}`, {signal}),
        ask(`/v1/exposures?${tidy(query)}`, {signal}), ask(summary(state), {signal}),
        ask(`/v1/conflicts?${tidy(query)}`, {signal}), state.id === 'EU' ? [] : bansOfBloc({carrierCountry: state.id}, state.asOf, signal), names()]);
      return {carriers: carriers.results, bans: bans.results, tied, found, bloc, counted: counted.results.find(each => each.key === state.id) ?? null};
    },
    draw({carriers, bans, tied, counted, found, bloc}, state, {lead, body}) {
      const rows = tied.results.map(each => row(each, tied));
      const there = carriers.filter(each => isThere(each, state.asOf));
      const gone = carriers.filter(each => !there.includes(each));
      carriers.forEach(learn);
      put(lead, h('p', {class: 'lead'}, there.length ? [`${many(there.length, 'carrier')} on record, `, counted ? `${counted.exposed.certainly.carriers} of them certainly and ${counted.exposed.possibly.carriers} possibly tied to `
          : 'none of them tied to ', state.vendor.length ? 'a chosen vendor' : 'a restricted vendor', `. ${many(bans.filter(ban => ban.state === 'in-force').length, 'ban')} in force.`]
          : 'No carrier of it is on record.'));
      put(body,
          counted ? facts(['Carriers', share(counted), ` ${counted.exposed.certainly.carriers} certainly, ${counted.exposed.possibly.carriers} possibly, of ${counted.onRecord.carriers}`],
              ['Mobile subscribers', shareOfSubscribers(counted) ?? 'no count on record'],
              ['Governments', joined(ofKind('government').filter(each => each.country === state.id).map(each => organization(each.id, state)))]) : null,
          h('h2', {}, 'In conflict with a ban'), found.results.length ? h('ul', {class: 'lines'}, found.results.map(each => h('li', {}, h('strong', {class: each.conflict === 'established' ? 'conflict' : null}, each.conflict), ': ',
              h('a', {href: pageOf(each.carrier.id, 'carrier', state)}, each.carrier.name), h('p', {class: 'facts'}, each.sentence)))) : h('p', {class: 'facts'}, `None on ${state.asOf}, as far as the record goes.`),
          h('h2', {}, 'Carriers'), there.length ? grid('Carriers', ['Carrier', 'Tied to'], there.map(each => {
            const of = rows.filter(one => one.carrier.id === each.id);
            return h('tr', {'data-carrier': each.id}, h('th', {scope: 'row'}, h('a', {href: pageOf(each.id, 'carrier', state)}, each.name)),
                h('td', {}, of.length ? joined(of.map(one => [mark(one.relation), ' ', one.vendor.name, h('span', {class: 'facts'}, ` ${RELATIONS[one.relation].label}, ${one.certainty}`),
                  one.conflicts.length ? h('strong', {class: 'conflict'}, ' ⚑') : null])) : h('span', {class: 'nil'}, 'no tie was found')));
          })) : h('p', {class: 'facts'}, 'None on record.'),
          gone.length ? h('p', {class: 'facts'}, 'Not there on this day: ', joined(gone.map(each => [h('a', {href: pageOf(each.id, 'carrier', state)}, each.name), each.until ? ` (until ${each.until})` : ` (since ${each.since})`]))) : null,
          h('h2', {}, 'Bans'), list(bans, state), bloc.length ? [h('h3', {}, 'Of the European Union'), list(bloc, state)] : null,
          h('p', {class: 'links'}, h('a', {href: write({page: 'bans', asOf: state.asOf, options: {country: state.id}})}, 'As a list with filters')));
    },
    take: ({tied}, state) => ({about: {...followed(state), carrierCountry: state.id}, embed: `/embed/countries/${state.id}?asOf=${state.asOf}`, api: `/v1/exposures?${tidy(new URLSearchParams({...Object.fromEntries(asking(state)), carrierCountry: state.id}))}`,
      table: {name: `tieline-${state.id.toLowerCase()}-${state.asOf}`, columns: ['carrier', 'carrierName', 'vendor', 'relation', 'hops', 'certainty', 'evidence', 'path'],
        rows: tied.results.map(each => [each.carrier.id, each.carrier.name, each.vendor.id, each.relation, each.hops, each.certainty, each.evidence, each.path.map(hop => hop.tie).join('|')])}})
  });
}

/** Whether there is a name for it beside the code. */
function isCode(text) {
  return /^[A-Z]{2}$/.test(text) && country(text) !== text;
}

/** What is said of a country that there is not; it is looked for as people would call it. */
async function unknown(text, signal) {
  const found = await ask(`/v1/find?${new URLSearchParams({q: text, limit: 1})}`, {signal}).catch(() => ({results: []}));
  const nearest = isCode(text.toUpperCase()) ? [text.toUpperCase()] : found.results.filter(hit => hit.kind === 'country').map(hit => hit.id);
  return new Failure('Not found', `there is no country with the code ${text}`, 404, false, {nearest});
}

function list(bans, state) {
  return bans.length ? h('ul', {class: 'lines of-bans-lines'}, [...bans].sort(byState).map(ban => h('li', {}, banLink(ban, state), ' ', stateOf(ban),
      h('span', {class: 'facts'}, ` ${BINDS[ban.nature]}${ban.deadline ? `, deadline ${ban.deadline}` : ''}`)))) : h('p', {class: 'facts'}, 'None on record.');
}

function number(value) {
  return h('td', {class: 'number'}, value ? value.toLocaleString('en') : h('span', {class: 'nil'}, '0'));
}
