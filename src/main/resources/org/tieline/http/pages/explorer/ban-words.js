/** Bans as a person would call them: what is forbidden to whom, where, and since when, made of the fields of the record. */
import {h} from './dom.js';
import {banPage} from './address.js';
import {ask} from './api.js';
import {nameOf} from './names.js';
import {country, listed, plain} from './words.js';

const PARTS = {'core': 'core networks', 'ran': 'radio networks', 'transport': 'transport networks', 'fixed-network': 'fixed networks',
  'submarine-cable': 'submarine cables', 'devices': 'devices'};

/** What an order does, the strongest first; `in` and `from` before the parts where there are some. */
const KINDS = [['removal', who => `Remove ${who}`, 'from'], ['all-new-equipment', who => `No new equipment of ${who}`, 'in'],
  ['market-authorisation', who => `Permission needed for ${who}`, 'in'], ['government-procurement', who => `No public purchases of ${who}`, 'for'],
  ['public-funding', who => `No public money for ${who}`, 'in'], ['operating-licence', who => `No licence for ${who}`, 'for'],
  ['cable-landing', who => `No cable landing with ${who}`, 'for'], ['interconnection', who => `No interconnection with ${who}`, 'in'],
  ['export-control', who => `Export limits on ${who}`, 'for'], ['investment', who => `No investment in ${who}`, 'for']];

export const BINDS = {order: 'binds', power: 'may be used', advice: 'does not bind'};

export const STATES = ['in-force', 'announced', 'proposed', 'reported', 'ended'];

function part(item) {
  const [generation, segment] = item.split(':');
  return segment ? `${generation.toUpperCase()} ${PARTS[segment] ?? plain(segment)}` : PARTS[item] ?? (/^\dg$/.test(item) ? item.toUpperCase() : plain(item));
}

/** The first year that is on record of it. */
function yearOf(ban) {
  return [ban.announced, ban.reported, ban.effective, ban.ended].find(Boolean)?.slice(0, 4) ?? null;
}

/** What it asks for, without where and when: "No new equipment of Huawei in 5G". */
export function asks(ban) {
  const who = listed(ban.targets.map(nameOf), 3);
  const parts = ban.scope.filter(item => !KINDS.some(([kind]) => kind === item)).map(part);
  const where = preposition => parts.length ? ` ${preposition} ${listed(parts, 3)}` : '';
  if (ban.nature === 'power') {
    return `Power to forbid ${who}${where('in')}`;
  }
  if (ban.nature === 'advice') {
    return `Advice against ${who}${where('in')}`;
  }
  const [, words, preposition] = KINDS.find(([kind]) => ban.scope.includes(kind)) ?? [null, name => `No ${name}`, 'in'];
  return `${words(who)}${where(preposition)}`;
}

/** As a heading and in lists: "United Kingdom, 2020: No new equipment of Huawei in 5G". */
export function banName(ban) {
  return `${[country(ban.country), yearOf(ban)].filter(Boolean).join(', ')}: ${asks(ban)}`;
}

/** Its name, which leads to its page. */
export function banLink(ban, state, name = banName(ban)) {
  return h('a', {href: banPage(ban.id, state), title: ban.id}, name);
}

/** How it stood, in a frame that says so without colour too. */
export function stateOf(ban) {
  return h('span', {class: `state-of ${ban.state ?? 'none'}`}, plain(ban.state ?? 'not there yet'));
}

/** In force first; what has ended, and then what did not exist yet, stand behind. */
export function byState(a, b) {
  const rank = ban => STATES.includes(ban.state) ? STATES.indexOf(ban.state) : STATES.length;
  return rank(a) - rank(b);
}

/**
 * The bans of the bloc that carriers belong to on a day; none where they belong to none. Who belongs to it is told by a
 * summary alone.
 *
 * @param {object} which `carrier`: an id, or `carrierCountry`: a code
 */
export async function bansOfBloc(which, asOf, signal) {
  const counted = await ask(`/v1/summary?${new URLSearchParams({by: 'bloc', ...which, asOf})}`, {signal});
  const blocs = counted.results.map(each => each.key).filter(Boolean);
  return blocs.length ? (await ask(`/v1/bans?${new URLSearchParams({country: blocs.join(','), asOf, limit: 1000})}`, {signal})).results : [];
}

/** The dates that it has, in order. */
export function datesOf(ban) {
  return ['reported', 'announced', 'effective', 'deadline', 'ended'].filter(step => ban[step]).map(step => `${step} ${ban[step]}`).join(', ');
}
