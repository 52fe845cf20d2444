/** Words for bans; what a person would call one, the API tells. */
import {h} from './dom.js';
import {banPage} from './address.js';
import {ask} from './api.js';
import {plain} from './words.js';

export const BINDS = {order: 'binds', power: 'may be used', advice: 'does not bind'};

export const STATES = ['in-force', 'announced', 'proposed', 'reported', 'ended'];

/** What it asks for, without where and when: "No new equipment of Huawei in 5G". Its name begins with those and a colon. */
export function asks(ban) {
  return ban.name.slice(ban.name.indexOf(': ') + 2);
}

/** Its name, which leads to its page. */
export function banLink(ban, state, name = ban.name) {
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
