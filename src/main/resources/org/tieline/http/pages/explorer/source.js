/** A source: where it is, and which ties, bans and figures rest on it. */
import {h, put, many, outside} from './dom.js';
import {ask} from './api.js';
import {placeOf} from './address.js';
import {banLink, stateOf} from './ban-words.js';
import {names} from './names.js';
import {organization} from './path.js';
import {facts, record} from './record.js';
import {period, walked} from './words.js';

export function sourcePage(page) {
  return record(page, {
    kind: 'of-source', named: async id => (await ask(`/v1/sources/${encodeURIComponent(id)}`)).title, crumb: [['Question', 'question'], 'Source'], day: 'Bans as they stood on ',
    title: answer => answer?.title ?? 'Source',
    ask: async (state, signal) => (await Promise.all([ask(`/v1/sources/${encodeURIComponent(state.id)}?asOf=${encodeURIComponent(state.asOf)}`, {signal}), names()]))[0],
    draw(source, state, {lead, body}) {
      const rests = [[source.ties.total, 'tie'], [source.bans.total, 'ban'], [source.organizations.total, 'organization']].filter(([n]) => n).map(([n, word]) => many(n, word));
      put(lead, h('p', {class: 'lead'}, [source.publisher, source.published ?? 'not dated'].filter(Boolean).join(', '), '. ',
          rests.length ? `${rests.join(', ')} on record rest on it, alone or with others.` : 'Nothing on record rests on it any more.'));
      put(body, facts(['Publisher', source.publisher], ['Published', source.published ?? 'not known'], ['Address', source.url ? outside(source.url, source.url) : 'not on record'],
          ...source.archivedUrl ? [['Copy', outside(source.archivedUrl, source.archivedUrl)]] : [], ...source.retrieved ? [['Read', source.retrieved]] : [],
          ...source.sha256 ? [['SHA-256 of what was read', h('code', {}, source.sha256)]] : [], ['Id', h('code', {}, source.id)]),
          section('Ties', source.ties, tie => tieLine(tie, state)),
          section('Bans', source.bans, ban => [banLink(ban, state), ' ', stateOf(ban)]),
          section('Identifiers and counts of', source.organizations, each => organization(each.id, state, each.name)));
    },
    take: (source, state) => ({api: `/v1/sources/${source.id}?asOf=${state.asOf}`, table: {name: `tieline-source-${source.id}`, columns: ['kind', 'id', 'what'],
      rows: [...source.ties.results.map(tie => ['tie', tie.id, `${tie.from.name} ${walked(tie)} ${tie.to.name}`]), ...source.bans.results.map(ban => ['ban', ban.id, ban.summary]),
        ...source.organizations.results.map(each => ['organization', each.id, each.name])]}})
  });
}

/** A tie as a sentence with links to its ends and to itself. */
function tieLine(tie, state) {
  return [organization(tie.from.id, state, tie.from.name), ` ${walked(tie)} `,
    organization(tie.to.id, state, tie.to.name), h('span', {class: 'facts'}, ` ${period(tie)}, ${tie.evidence} `),
    h('a', {class: 'id', href: placeOf('tie', tie.id, state)}, 'this tie')];
}

function section(title, list, line) {
  return list.total ? [h('h2', {}, title), list.truncated ? h('p', {class: 'cut'}, `The first ${list.results.length} of ${list.total}.`) : null,
    h('ul', {class: 'lines'}, list.results.map(each => h('li', {}, line(each))))] : null;
}
