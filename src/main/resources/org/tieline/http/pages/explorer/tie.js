/** A tie: its life, its sources, and the answers of a day that stand on it. */
import {h, put, many} from './dom.js';
import {ask} from './api.js';
import {asked, pageOf, tidy} from './address.js';
import {sources} from './evidence.js';
import {lifeLine} from './life.js';
import {kindOf, learn, names} from './names.js';
import {complete, meantBy} from './options.js';
import {inOneLine} from './path.js';
import {facts, record} from './record.js';
import {supposing} from './tray.js';
import {country, mark, period, plain, RELATIONS, walked} from './words.js';

const MOST = 1000;

function sentence(tie) {
  return `${tie.from.name} ${walked(tie)} ${tie.to.name}`;
}

/** Who is tied by it: asked about the vendors at its ends, or else about all that are restricted. */
function questionOf({vendors}, {asOf, options: {restrictedIn}}) {
  return complete({asOf, vendor: vendors, options: restrictedIn ? {restrictedIn} : {}});
}

export function tiePage(page) {
  return record(page, {
    kind: 'of-tie', named: async id => sentence(await ask(`/v1/ties/${encodeURIComponent(id)}`)), crumb: [['Question', 'question'], 'Tie'], day: 'Answers on ',
    title: tie => tie ? sentence(tie) : 'Tie',
    ask: async (state, signal) => {
      const [tie] = await Promise.all([ask(`/v1/ties/${encodeURIComponent(state.id)}`, {signal}), names()]);
      learn(tie.from);
      learn(tie.to);
      const vendors = ['SUPPLIES', 'PARTNERS_WITH'].includes(tie.type) ? [tie.from.id, tie.to.id].filter(id => kindOf(id) === 'vendor') : [];
      const tied = await ask(`/v1/exposures?${tidy(asked(questionOf({vendors}, state)))}&limit=${MOST}`, {signal});
      return {...tie, vendors, total: tied.total, standing: tied.results.filter(each => each.path.some(hop => hop.tie === tie.id))};
    },
    draw(tie, state, {lead, body}) {
      const {standing} = tie;
      const hop = standing[0]?.path.find(each => each.tie === tie.id);
      put(lead, tie.summary ? h('p', {class: 'lead'}, tie.summary) : null, tie.evidence === 'denied' ? h('p', {class: 'conflict'}, 'Denied: it is kept on record and no answer walks it.') : null);
      put(body, h('div', {class: 'life'}, lifeLine('Life of the tie', ['since', 'removing', 'verified', 'until'].map(step => ({step, date: tie[step]})), {from: 'since', to: 'until', asOf: state.asOf, width: widthOf(body), ink: 'of-own'})),
          facts(['On record', period(tie)], ['Being taken out', tie.removing ? `since ${tie.removing}` : null], ['Last vouched for', tie.verified ?? hop?.lastEvidenced ?? null],
              ['Evidence', tie.evidence], [`On ${state.asOf}`, hop ? `${hop.certainty === 'certain' ? 'certainly' : 'possibly'} holds${hop.state === 'removing' ? ', being taken out' : ''}` : null],
              ['Stake', tie.type === 'OWNS' ? (tie.percent === null ? 'of unknown size' : `${tie.percent} %`) : null],
              ['Equipment', [...tie.generation, ...tie.segment].map(plain).join(', ') || null], ['Where', tie.countries.map(country).join(', ') || null],
              ['Share of it', tie.share === null ? null : `${tie.share} % on ${tie.shareOn}`], ['Id', h('code', {}, tie.id)]),
          h('h2', {}, 'Sources'), tie.citations.length ? sources(tie.citations) : h('p', {class: 'facts'}, 'None on record.'),
          h('h2', {}, 'Answers that stand on it'), h('p', {class: 'facts'}, standing.length ? `On ${state.asOf}, ${many(standing.length, 'exposure')}${tie.vendors.length ? '' : ' to restricted vendors'} ${standing.length === 1 ? 'has' : 'have'} it on the path that is shown.`
              : `None on ${state.asOf}: no shown path${tie.vendors.length ? '' : ' to a restricted vendor'} walks it.`, tie.total > MOST ? ` Only the first ${MOST} exposures were looked through.` : ''), meantBy(questionOf(tie, state), page),
          h('ul', {class: 'lines'}, standing.map(each => h('li', {}, mark(each.relation), ' ', h('a', {href: pageOf(each.carrier.id, 'carrier', {...state, vendor: [each.vendor.id]})}, each.carrier.name),
              h('span', {class: 'facts'}, ` to ${each.vendor.name}, ${RELATIONS[each.relation].label}, ${each.certainty}`), each.path.length > 1 ? h('p', {class: 'facts'}, inOneLine(each.path, state)) : null))),
          h('h2', {}, 'What if'), h('p', {class: 'buttons'}, supposing({kind: 'end-tie', tie: tie.id, on: state.asOf}, 'What if this tie ended?')));
    },
    take: (tie, state) => ({api: `/v1/ties/${tie.id}`, table: {name: `tieline-tie-${tie.id}`, columns: ['vendor', 'carrier', 'carrierName', 'relation', 'certainty', 'asOf'],
      rows: tie.standing.map(each => [each.vendor.id, each.carrier.id, each.carrier.name, each.relation, each.certainty, state.asOf])}})
  });
}

function widthOf(element) {
  return Math.max(300, Math.min(940, element.clientWidth || 900));
}
