/** An organization; for a carrier, how it is tied, by which paths, on what evidence, and which bans bear on it. */
import {badlyMade, failed, folded, h, headingOf, many, put, say} from './dom.js';
import {banPage, placeOf, tidy, write} from './address.js';
import {ask} from './api.js';
import {banLink, bansOfBloc, BINDS, byState, datesOf, stateOf} from './ban-words.js';
import {dayBar} from './days.js';
import {learn, nameOf, names} from './names.js';
import {exposuresQuery, inNeo4j, organizationQuery} from './neo4j.js';
import {asking, complete, meantBy} from './options.js';
import {bansAgainst, flags, hopByHop, inOneLine, organization, otherPaths} from './path.js';
import {bansOf} from './rows.js';
import {takeAlong} from './take.js';
import {glossary} from './terms.js';
import {whatItIs} from './identity.js';
import {country, grade, mark, period, plain, RELATIONS, TIES, walked} from './words.js';

export function organizationPage(page) {
  const days = dayBar((day, settled) => page.go({asOf: day}, {passing: !settled}));
  const title = h('h1', {tabindex: '-1'});
  const about = h('p', {class: 'lead'});
  const exposures = h('section', {class: 'exposures', 'aria-label': 'Exposures'});
  const facts = h('section', {class: 'facts-section', 'aria-label': 'What it is'});
  const record = h('section', {class: 'record', 'aria-label': 'On record'});
  const along = h('div', {});
  const crumb = h('p', {class: 'crumb'});
  const element = h('article', {class: 'page'}, crumb, title, about,
      h('div', {class: 'page-day'}, h('label', {for: 'day'}, 'On '), days.fields, days.rail), facts, exposures, record, along);
  let state = null;
  let waiting = null;
  let has = false;

  async function load() {
    waiting?.abort();
    waiting = new AbortController();
    const {signal} = waiting;
    const id = encodeURIComponent(state.id);
    element.setAttribute('aria-busy', 'true');
    if (!has) {
      put(title, nameOf(state.id));
      put(exposures, h('p', {class: 'state wait'}, 'Asking …'));
    }
    const own = state.page === 'carrier' ? ask(`/v1/carriers/${id}/exposures?${tidy(asking(state))}&limit=1000&jurisdiction=any`, {signal}) : null;
    const detail = ask(`/v1/organizations/${id}?asOf=${encodeURIComponent(state.asOf)}`, {signal});
    const results = await Promise.allSettled([own, detail, names()]);
    if (signal.aborted) {
      return;
    }
    element.removeAttribute('aria-busy');
    const [tied, known] = results;
    if (known.status === 'fulfilled') {
      learn({id: known.value.id, name: known.value.name, kind: known.value.kind, country: known.value.country});
      head(known.value);
      put(facts, whatItIs(known.value, state));
      onRecord(known.value);
      homeBans(known.value, signal);
      takenAlong(known.value, tied.status === 'fulfilled' ? tied.value : null);
    } else if (!has) {
      // Where both fail, the first says why.
      put(title, headingOf(known.reason));
      document.title = `${headingOf(known.reason)} · Tieline`;
      put(record, own && tied.status === 'rejected' ? null : wentWrong(known.reason));
    }
    if (own && tied.status === 'fulfilled') {
      tiedTo(tied.value);
    } else if (own && !(has && tied.reason.away)) {
      put(exposures, wentWrong(tied.reason));
    } else if (!own) {
      put(exposures);
    }
    has ||= results.slice(0, 2).some(each => each.status === 'fulfilled');
  }

  function wentWrong(failure) {
    return failed(failure, id => write({...state, id}), load);
  }

  function head(detail) {
    put(crumb, h('a', {href: write({...state, page: 'question', id: null, view: 'table'})}, 'Question'), ` › ${plain(detail.kind).replace(/^./, c => c.toUpperCase())}`);
    put(title, detail.name);
    put(about, [plain(detail.kind), country(detail.country)].filter(Boolean).join(', '), detail.country ? [' · ', h('a', {href: placeOf('country', detail.country, state)}, 'its country')] : null,
        detail.aliases.length ? h('span', {class: 'facts'}, ` also ${detail.aliases.join(', ')}`) : null);
    document.title = `${detail.name} on ${state.asOf} · Tieline`;
  }

  function tiedTo(answer) {
    answer.results.forEach(each => learn(each.vendor));
    const vendors = answer.searched.vendors.map(each => each.name);
    put(exposures,
        h('h2', {}, answer.total ? `Tied to ${many(answer.total, state.vendor.length ? 'vendor' : 'restricted vendor')} on ${answer.searched.asOf}` : `No tie was found on ${answer.searched.asOf}`),
        h('p', {class: 'facts'}, vendors.length ? `Asked about ${vendors.slice(0, 8).join(', ')}${vendors.length > 8 ? ` and ${vendors.length - 8} more` : ''}. ` : 'No vendor was restricted on this day. ',
            state.vendor.length ? h('a', {href: write({...state, vendor: []})}, 'Ask about all restricted vendors') : null),
        meantBy(state, page),
        answer.total ? glossary() : null,
        badlyMade(answer.searched.problems),
        answer.total === 0 ? searchedFor(answer.searched) : null,
        answer.results.map((each, i) => exposure(each, bansOf(each, answer), i < 6)),
        h('p', {class: 'links'}, h('a', {href: `/v1/carriers/${state.id}/exposures?${tidy(asking(state))}`}, 'JSON'), ' ', inNeo4j(exposuresQuery(complete(state), state.id))));
    say(`${many(answer.total, 'exposure')} on ${answer.searched.asOf}`);
  }

  function exposure(each, bans, open) {
    const near = bans.filter(ban => ban.jurisdiction !== 'foreign');
    const far = bans.filter(ban => ban.jurisdiction === 'foreign');
    const others = h('div', {});
    const look = event => event.target.open && !others.hasChildNodes() && put(others, otherPaths(each, state));
    return h('details', {class: 'exposure', open, 'data-vendor': each.vendor.id, 'on:toggle': look},
        h('summary', {}, h('span', {class: 'to'}, each.vendor.name), ' ', mark(each.relation), ` ${RELATIONS[each.relation].label}`,
            h('span', {class: 'facts'}, ` ${many(each.hops, 'tie')} · ${each.evidence} · ${each.certainty}`),
            near.some(ban => ban.conflict) ? h('strong', {class: 'conflict'}, ' ⚑ in conflict with a ban') : null),
        h('p', {class: 'sentence'}, inOneLine(each.path, state), '.'),
        flags(each), others, hopByHop(each.path, state),
        near.length ? [h('h3', {}, 'Bans that bear on it'), bansAgainst(near, state, banPage)] : h('p', {class: 'facts'}, 'No ban of its own country, bloc or owners.'),
        far.length ? folded(`Bans of other countries on ${each.vendor.name}, ${far.length}`, bansAgainst(far, state, banPage)) : null);
  }

  /** Bans of its country, whether it has a tie or not; those that a government imposes, wherever they apply. */
  async function homeBans(detail, signal) {
    const government = detail.kind === 'government';
    if (!government && !(detail.kind === 'carrier' && detail.country)) {
      put(imposed);
      return;
    }
    const query = new URLSearchParams({...(government ? {government: detail.id} : {country: detail.country}), asOf: state.asOf, limit: 1000});
    const [list, bloc] = await Promise.all([ask(`/v1/bans?${query}`, {signal}), government ? [] : bansOfBloc({carrier: detail.id}, state.asOf, signal)]).catch(() => [null]);
    if (list === null || signal.aborted) {
      return;
    }
    const lines = bans => h('ul', {class: 'lines'}, bans.map(ban => h('li', {}, banLink(ban, state), ' ', stateOf(ban), h('span', {class: 'facts'}, ` ${[BINDS[ban.nature], datesOf(ban)].filter(Boolean).join(', ')}`))));
    const sorted = list.results.sort(byState);
    const now = sorted.filter(ban => ban.state === 'in-force');
    put(imposed, h('h2', {}, government ? 'Bans that it imposes' : 'Bans of its own country'),
        list.total === 0 ? h('p', {class: 'facts'}, 'None on record.') : [h('p', {class: 'facts'}, `${government ? '' : `${country(detail.country)}: `}${many(list.total, 'ban')} on record, ${now.length} in force on ${state.asOf}${government ? '' : ', whether a tie makes them bear on it or not'}.`),
          government ? lines(sorted) : [lines(now), sorted.length > now.length ? folded(`${sorted.length - now.length} that are not in force`, lines(sorted.slice(now.length))) : null]],
        bloc.length ? [h('h3', {}, `Of the ${country(bloc[0].country)}`), lines(bloc.sort(byState))] : null);
  }

  function takenAlong(detail, tied) {
    put(along, takeAlong({title: `${detail.name}, on ${state.asOf}`, about: {[detail.kind === 'carrier' ? 'carrier' : 'vendor']: ['carrier', 'vendor'].includes(detail.kind) ? detail.id : null}, embed: detail.kind === 'carrier' ? `/embed/carriers/${detail.id}?asOf=${state.asOf}` : null, api: `${detail.links.self}?asOf=${state.asOf}`,
      table: tied ? {name: `tieline-${detail.id}-${state.asOf}`, columns: ['vendor', 'vendorName', 'relation', 'hops', 'certainty', 'evidence', 'flags', 'path', 'asOf'],
        rows: tied.results.map(each => [each.vendor.id, each.vendor.name, each.relation, each.hops, each.certainty, each.evidence, each.flags.join('|'), each.path.map(hop => hop.tie).join('|'), state.asOf])}
        : {name: `tieline-${detail.id}-ties`, columns: ['tie', 'from', 'type', 'to', 'since', 'until', 'evidence'],
          rows: detail.ties.results.map(tie => [tie.id, tie.from.id, tie.type, tie.to.id, tie.since, tie.until, tie.evidence])}}));
  }

  const imposed = h('div', {class: 'imposed'});

  function onRecord(detail) {
    put(record, imposed,
        detail.bans.total ? [h('h2', {}, `Bans on ${detail.name}`), part(detail.bans), h('ul', {class: 'lines'}, detail.bans.results.map(ban => h('li', {},
            banLink(ban, state), ' ', stateOf(ban), h('span', {class: 'facts'}, ` ${BINDS[ban.nature]}`))))] : null,
        h('h2', {}, 'All ties on record'), h('p', {class: 'facts'}, 'Of every day and grade, in their own direction.'), part(detail.ties),
        detail.ties.results.length ? h('div', {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Ties on record'}, h('table', {class: 'plain'},
            h('thead', {}, h('tr', {}, ['From', 'Tie', 'To', 'When', 'Evidence', 'Record'].map(name => h('th', {scope: 'col'}, name)))),
            h('tbody', {}, detail.ties.results.map(tie => h('tr', {}, h('td', {}, organization(tie.from.id, state, tie.from.name)), h('td', {}, walked(tie)),
                h('td', {}, organization(tie.to.id, state, tie.to.name)), h('td', {class: 'when'}, period(tie)), h('td', {}, h('span', {class: 'graded'}, grade(tie.evidence), ' ', tie.evidence)),
                h('td', {}, h('a', {href: placeOf('tie', tie.id, state), 'aria-label': `tie: ${tie.from.name} ${walked(tie)} ${tie.to.name}`}, 'tie'))))))) : h('p', {}, 'None.'),
        h('p', {class: 'links'}, inNeo4j(organizationQuery(detail.id)),
            detail.kind === 'carrier' ? [' ', h('a', {href: write({page: 'compare', asOf: state.asOf, carrier: detail.id})}, 'Compare it with another carrier')] : null,
            detail.kind === 'vendor' ? [' · ', h('a', {href: write({page: 'question', vendor: [detail.id], asOf: state.asOf, options: {}})}, `Who was tied to ${detail.name}`)] : null));
  }

  return {element,
    show(next) {
      state = next;
      days.show(state.asOf);
      load();
    },
    again: load};
}

/** What was searched when nothing was found, so that nobody takes it for more. */
function searchedFor(searched) {
  const left = Object.entries(searched.leftOut).filter(([, n]) => n > 0).map(([name, n]) => `${n} ${LEFT_OUT[name] ?? name}`);
  return h('p', {class: 'searched'}, `Searched on ${searched.asOf} from ${many(searched.vendors.length, 'vendor')} by ${searched.ties.map(type => TIES[type] ?? type).map(words => `“${words}”`).join(', ')}, `,
      `at most ${many(searched.maxHops, 'tie')} far, stakes below ${Number(searched.minStake)} % not walked. `, left.length ? `At the edge of the search were left out: ${left.join(', ')}. ` : '',
      'That no tie was found does not say that there is none: the data is a selection.');
}

const LEFT_OUT = {denied: 'that were denied', notKnown: 'not known yet', outsideTime: 'of another time', weakEvidence: 'of weaker evidence', notEvidencedSince: 'not evidenced since', belowMinStake: 'stakes too small'};

function part(list) {
  return list.truncated ? h('p', {class: 'cut'}, `The first ${list.results.length} of ${list.total}.`) : null;
}
