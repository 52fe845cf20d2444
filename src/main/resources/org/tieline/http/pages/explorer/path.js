/** A path from a vendor to a carrier, hop by hop, each with its grade, its dates and what it stands on. */
import {h, put} from './dom.js';
import {pageOf} from './address.js';
import {nameOf, kindOf} from './names.js';
import {evidenceOf} from './evidence.js';
import {supposing} from './tray.js';
import {FLAGS, grade, period, plain, walked} from './words.js';

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
      h('p', {class: 'facts'}, facts(hop).map((fact, i) => [i ? ' · ' : '', fact]),
          ' · ', h('a', {class: 'id', href: `/v1/ties/${hop.tie}`, title: 'This tie in the API'}, hop.tie)),
      evidenceOf(hop.tie, hop.sources),
      suppose && hop.sources.length ? supposing({kind: 'end-tie', tie: hop.tie, on: state.asOf}, 'What if this tie ended?') : null)));
}

function facts(hop) {
  return [h('span', {class: 'graded'}, grade(hop.evidence), ' ', hop.evidence),
    hop.certainty === 'certain' ? 'certainly holds' : 'possibly holds',
    period(hop),
    [...hop.generation, ...hop.segment.filter(each => each !== 'unknown')].map(plain).join(', '),
    hop.lastEvidenced ? `last evidenced ${hop.lastEvidenced}` : 'no dated source'].filter(Boolean);
}

export function flags(exposure) {
  return exposure.flags.length
      ? h('p', {class: 'flags'}, 'Note: ', exposure.flags.map((flag, i) => [i ? '; ' : '', FLAGS[flag] ?? flag]), '.') : null;
}

const CONFLICTS = {established: 'what is there', presumed: 'what was there, which nobody has vouched for lately'};
const PAST_DEADLINE = {yes: 'deadline has passed', unknown: 'deadline has passed, whether it was still there then is not known'};

/** Bans held against a carrier, near ones first. */
export function bansAgainst(bans, state, banAddress) {
  return h('ul', {class: 'against'}, bans.map(ban => h('li', {},
      h('a', {href: banAddress(ban.id, state)}, ban.id), ' ',
      h('span', {class: `state-of ${ban.state}`}, plain(ban.state)), ' ',
      h('span', {class: 'facts'}, [`${ban.country}, ${ban.jurisdiction === 'foreign' ? 'of another country' : `of the carrier’s ${JURISDICTIONS[ban.jurisdiction]}`}`,
        plain(ban.nature), `covers the contact: ${ban.covers}`,
        ban.effective ? `effective ${ban.effective}` : null, ban.deadline ? `deadline ${ban.deadline}` : null,
        PAST_DEADLINE[ban.pastDeadline]].filter(Boolean).join(' · ')),
      ban.conflict ? h('strong', {class: 'conflict'}, ` ⚑ in force at home and covers ${CONFLICTS[ban.conflict]}`) : null)));
}

const JURISDICTIONS = {home: 'country', bloc: 'bloc', owner: 'owner’s country'};

/** A folded list of all other paths of a pair. */
export function morePaths(exposure, state, ask) {
  const place = h('div', {});
  return h('details', {class: 'paths', 'on:toggle': event => {
    if (event.target.open && !place.hasChildNodes()) {
      put(place, h('p', {class: 'wait'}, 'Searching all paths …'));
      ask(exposure.links.paths).then(answer => put(place,
          h('p', {class: 'facts'}, answer.truncated ? `The first ${answer.results.length}; there are more.` : `${answer.total} in all.`),
          h('ol', {class: 'lines'}, answer.results.map(each => h('li', {}, inOneLine(each.path, state)))),
          h('a', {href: exposure.links.paths}, 'As JSON')), failure => put(place, h('p', {}, failure.message)));
    }
  }}, h('summary', {}, 'All paths of this pair'), place);
}
