/** A path from a vendor to a carrier, hop by hop, each with its grade, its dates and what it stands on. */
import {h, put, joined} from './dom.js';
import {pageOf, placeOf} from './address.js';
import {ask} from './api.js';
import {nameOf, kindOf} from './names.js';
import {evidenceOf} from './evidence.js';
import {supposing} from './tray.js';
import {country, equipment, FLAGS, grade, period, plain, walked} from './words.js';

/** The name of an organization, leading to its page. */
export function organization(id, state, name = nameOf(id)) {
  return h('a', {href: pageOf(id, kindOf(id), state)}, name);
}

/** In one line: who, what, who. */
export function inOneLine(path, state) {
  return h('span', {class: 'chain'}, organization(path[0].from, state),
      path.map((hop, i) => [h('span', {class: 'verb'}, `${i ? ', which' : ''} ${walked(hop)} `), organization(hop.to, state)]));
}

/** Hop by hop, with sources. */
export function hopByHop(path, state, {suppose = true} = {}) {
  return h('ol', {class: 'hops'}, path.map(hop => h('li', {},
      h('p', {class: 'claim'}, organization(hop.from, state), h('span', {class: 'verb'}, ` ${walked(hop)} `), organization(hop.to, state)),
      h('p', {class: 'facts'}, joined(facts(hop), ' · '),
          ' · ', h('a', {class: 'id', href: placeOf('tie', hop.tie, state), title: 'The page of this tie'}, hop.tie)),
      evidenceOf(hop.tie, hop.sources),
      suppose && hop.sources.length ? supposing({kind: 'end-tie', tie: hop.tie, on: state.asOf}, 'What if this tie ended?') : null)));
}

function facts(hop) {
  return [h('span', {class: 'graded'}, grade(hop.evidence), ' ', hop.evidence),
    hop.certainty === 'certain' ? 'certainly holds' : 'possibly holds',
    period(hop),
    equipment(hop),
    hop.lastEvidenced ? `last evidenced ${hop.lastEvidenced}` : 'no dated source'].filter(Boolean);
}

export function flags(exposure) {
  return exposure.flags.length
      ? h('p', {class: 'flags'}, 'Note: ', joined(exposure.flags.map(flag => FLAGS[flag] ?? flag), '; '), '.') : null;
}

const CONFLICTS = {established: 'what is there', presumed: 'what was there, which nobody has vouched for lately'};
const PAST_DEADLINE = {yes: 'deadline has passed', unknown: 'deadline has passed, whether it was still there then is not known'};

/** Bans held against a carrier, near ones first. */
export function bansAgainst(bans, state, banAddress) {
  return h('ul', {class: 'against'}, bans.map(ban => h('li', {},
      h('a', {href: banAddress(ban.id, state), title: ban.id}, ban.name ?? ban.id), ' ',
      h('span', {class: `state-of ${ban.state}`}, plain(ban.state)), ' ',
      h('span', {class: 'facts'}, [`${country(ban.country)}, ${ban.jurisdiction === 'foreign' ? 'of another country' : `of the carrier’s ${JURISDICTIONS[ban.jurisdiction]}`}`,
        plain(ban.nature), `covers the contact: ${ban.covers}`,
        ban.effective ? `effective ${ban.effective}` : null, ban.deadline ? `deadline ${ban.deadline}` : null,
        PAST_DEADLINE[ban.pastDeadline]].filter(Boolean).join(' · ')),
      ban.conflict ? h('strong', {class: 'conflict'}, ` ⚑ in force at home and covers ${CONFLICTS[ban.conflict]}`) : null,
      ban.conflict && ban.coveredTie ? [' ', h('a', {class: 'facts', href: placeOf('tie', ban.coveredTie, state)}, 'by this tie')] : null)));
}

const JURISDICTIONS = {home: 'country', bloc: 'bloc', owner: 'owner’s country'};

const SHOWN = 3;
const MOST_PATHS = 30;

let asking = Promise.resolve();

/** One search after the other: a page with many pairs would take both places that it has for searches, and what is asked next would wait. */
function inTurn(address) {
  const answer = asking.then(() => ask(address));
  asking = answer.catch(() => null);
  return answer;
}

/** How much a path says, the most first: a supply before a partnership, certain before possible, equipment at home before elsewhere. */
function weighed(paths, home) {
  const contact = path => path.find(hop => hop.type === 'SUPPLIES' || hop.type === 'PARTNERS_WITH') ?? path[0];
  const elsewhere = hop => hop.countries?.length > 0 && !hop.countries.includes(home);
  const rank = each => [contact(each.path).type === 'SUPPLIES' ? 0 : 1, each.certainty === 'certain' ? 0 : 1, elsewhere(contact(each.path)) ? 1 : 0, each.hops];
  return [...paths].sort((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    const differs = left.findIndex((value, i) => value !== right[i]);
    return differs < 0 ? 0 : left[differs] - right[differs];
  });
}

/** A place that fills with the other paths of a pair, those that say most first. The answer's own is not said again. */
export function otherPaths(exposure, state) {
  const place = h('div', {class: 'paths', 'aria-busy': 'true'});
  const own = exposure.path.map(hop => hop.tie).join();
  const home = exposure.carrier.country;
  inTurn(`${exposure.links.paths}&limit=${MOST_PATHS}`).then(answer => {
    const others = weighed(answer.results, home).filter(each => each.path.map(hop => hop.tie).join() !== own);
    const line = each => h('li', {}, inOneLine(each.path, state), h('span', {class: 'facts'}, ` ${told(each)}`));
    put(place, others.length === 0 ? h('p', {class: 'facts'}, 'No other path of the pair is on record.') : [
      h('h3', {}, `Other paths, ${others.length}${answer.truncated ? ' and more' : ''}`), h('ol', {class: 'lines'}, others.slice(0, SHOWN).map(line)),
      others.length > SHOWN ? h('details', {}, h('summary', {}, `${others.length - SHOWN} more`), h('ol', {class: 'lines', start: SHOWN + 1}, others.slice(SHOWN).map(line))) : null],
    h('a', {class: 'id', href: exposure.links.paths}, 'All paths as JSON'));
  }, failure => put(place, h('p', {class: 'facts'}, failure.message))).finally(() => place.removeAttribute('aria-busy'));
  return place;
}

/** The same, folded: asked for when somebody opens it. */
export function morePaths(exposure, state) {
  const place = h('div', {});
  return h('details', {class: 'paths-of', 'on:toggle': event => {
    if (event.target.open && !place.hasChildNodes()) {
      put(place, otherPaths(exposure, state));
    }
  }}, h('summary', {}, 'All paths of this pair'), place);
}

/** What distinguishes a path from another of the same organizations: what was supplied, where, and how well it stands. */
function told({path, certainty}) {
  const contact = path.find(hop => hop.type === 'SUPPLIES') ?? path[0];
  return [equipment(contact),
    contact.countries?.length ? `in ${contact.countries.map(country).join(', ')}` : null, contact.lastEvidenced ? `last evidenced ${contact.lastEvidenced}` : null, certainty].filter(Boolean).join(' · ');
}
