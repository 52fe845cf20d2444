/** An organization; for a carrier, how it is tied, by which paths, on what evidence, and which bans bear on it. */
import {h, put, say, folded, many, near, badlyMade} from './dom.js';
import {asked, banPage, tidy, write} from './address.js';
import {ask} from './api.js';
import {dayBar} from './days.js';
import {learn, nameOf, names} from './names.js';
import {exposuresQuery, inNeo4j, organizationQuery} from './neo4j.js';
import {bansAgainst, flags, hopByHop, inOneLine, morePaths, organization} from './path.js';
import {bansOf} from './rows.js';
import {country, grade, mark, period, plain, RELATIONS, walked} from './words.js';

export function organizationPage(page) {
  const days = dayBar((day, settled) => page.go({asOf: day}, {passing: !settled}));
  const title = h('h1', {tabindex: '-1'});
  const about = h('p', {class: 'lead'});
  const exposures = h('section', {class: 'exposures', 'aria-label': 'Exposures'});
  const record = h('section', {class: 'record', 'aria-label': 'On record'});
  const crumb = h('p', {class: 'crumb'});
  const element = h('article', {class: 'page'}, crumb, title, about,
      h('div', {class: 'page-day'}, h('label', {for: 'day'}, 'On '), days.fields, days.rail), exposures, record);
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
    const own = state.page === 'carrier' ? ask(`/v1/carriers/${id}/exposures?${tidy(asked(state))}&limit=1000&jurisdiction=any`, {signal}) : null;
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
      onRecord(known.value);
    } else if (!has) {
      put(record, failed(known.reason));
    }
    if (own && tied.status === 'fulfilled') {
      tiedTo(tied.value);
    } else if (own && !(has && tied.reason.away)) {
      put(exposures, failed(tied.reason));
    } else if (!own) {
      put(exposures);
    }
    has ||= results.slice(0, 2).some(each => each.status === 'fulfilled');
  }

  function failed(failure) {
    return h('div', {class: 'state failed', role: 'alert'}, h('h2', {}, failure.title), h('p', {}, failure.message),
        near(failure, id => write({...state, id})),
        h('p', {}, h('button', {type: 'button', 'on:click': load}, 'Ask again'), ' ', h('a', {href: '/'}, 'Begin anew')));
  }

  function head(detail) {
    put(crumb, h('a', {href: write({...state, page: 'question', id: null, view: 'table'})}, 'Question'), ` › ${plain(detail.kind).replace(/^./, c => c.toUpperCase())}`);
    put(title, detail.name);
    put(about, [plain(detail.kind), country(detail.country)].filter(Boolean).join(', '),
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
        badlyMade(answer.searched.problems),
        answer.results.map((each, i) => exposure(each, bansOf(each, answer), i < 6)),
        h('p', {class: 'links'}, h('a', {href: `/v1/carriers/${state.id}/exposures?${tidy(asked(state))}`}, 'JSON'), ' ', inNeo4j(exposuresQuery(state, state.id))));
    say(`${many(answer.total, 'exposure')} on ${answer.searched.asOf}`);
  }

  function exposure(each, bans, open) {
    const near = bans.filter(ban => ban.jurisdiction !== 'foreign');
    const far = bans.filter(ban => ban.jurisdiction === 'foreign');
    return h('details', {class: 'exposure', open, 'data-vendor': each.vendor.id},
        h('summary', {}, h('span', {class: 'to'}, each.vendor.name), ' ', mark(each.relation), ` ${RELATIONS[each.relation].label}`,
            h('span', {class: 'facts'}, ` ${many(each.hops, 'tie')} · ${each.evidence} · ${each.certainty}`),
            near.some(ban => ban.conflict) ? h('strong', {class: 'conflict'}, ' ⚑ in conflict with a ban') : null),
        h('p', {class: 'sentence'}, inOneLine(each.path, state), '.'),
        flags(each), hopByHop(each.path, state),
        near.length ? [h('h3', {}, 'Bans that bear on it'), bansAgainst(near, state, banPage)] : h('p', {class: 'facts'}, 'No ban of its own country, bloc or owners.'),
        far.length ? folded(`Bans of other countries on ${each.vendor.name}, ${far.length}`, bansAgainst(far, state, banPage)) : null,
        morePaths(each, state, ask));
  }

  function onRecord(detail) {
    put(record,
        detail.bans.total ? [h('h2', {}, `Bans on ${detail.name}`), part(detail.bans), h('ul', {class: 'lines'}, detail.bans.results.map(ban => h('li', {},
            h('a', {href: banPage(ban.id, state)}, ban.id), ' ', h('span', {class: `state-of ${ban.state}`}, plain(ban.state ?? 'not there yet')),
            h('span', {class: 'facts'}, ` ${country(ban.country)}, ${plain(ban.nature)}`))))] : null,
        h('h2', {}, 'All ties on record'), h('p', {class: 'facts'}, 'Of every day and grade, in their own direction.'), part(detail.ties),
        detail.ties.results.length ? h('div', {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Ties on record'}, h('table', {class: 'plain'},
            h('thead', {}, h('tr', {}, ['From', 'Tie', 'To', 'When', 'Evidence', 'Record'].map(name => h('th', {scope: 'col'}, name)))),
            h('tbody', {}, detail.ties.results.map(tie => h('tr', {}, h('td', {}, organization(tie.from.id, state, tie.from.name)), h('td', {}, walked(tie)),
                h('td', {}, organization(tie.to.id, state, tie.to.name)), h('td', {class: 'when'}, period(tie)), h('td', {}, h('span', {class: 'graded'}, grade(tie.evidence), ' ', tie.evidence)),
                h('td', {}, h('a', {class: 'id', href: tie.links.self}, tie.id))))))) : h('p', {}, 'None.'),
        h('p', {class: 'links'}, h('a', {href: detail.links.self}, 'JSON'), ' ', inNeo4j(organizationQuery(detail.id)),
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

function part(list) {
  return list.truncated ? h('p', {class: 'cut'}, `The first ${list.results.length} of ${list.total}.`) : null;
}
