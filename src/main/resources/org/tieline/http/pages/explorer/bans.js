/** All bans as a list that can be narrowed, each under a name that a person would say. */
import {h, put, say, many} from './dom.js';
import {ask} from './api.js';
import {asks, banLink, BINDS, byState, datesOf, stateOf, STATES} from './ban-words.js';
import {placeOf} from './address.js';
import {findField, fitting} from './filter.js';
import {nameOf, names} from './names.js';
import {grid, record} from './record.js';
import {country, plain} from './words.js';

const NATURES = ['order', 'power', 'advice'];

export function bansPage(page) {
  const filters = fields(page);
  return record(page, {
    kind: 'of-bans', crumb: [['Question', 'question'], 'Bans'], day: 'As they stood on ', controls: filters, narrowed: {find: '', only: [], vendor: [], options: {}},
    title: () => 'Bans',
    ask: async (state, signal) => {
      const [answer] = await Promise.all([ask(`/v1/bans?${new URLSearchParams({asOf: state.asOf, limit: 1000})}`, {signal}), names()]);
      return answer;
    },
    draw(answer, state, {lead, body}) {
      filters.offer(answer.results, state);
      const shown = wanted(answer.results, state);
      const inForce = shown.filter(ban => ban.state === 'in-force').length;
      put(lead, h('p', {class: 'lead'}, h('strong', {}, many(shown.length, 'ban')), shown.length < answer.total ? ` of ${answer.total} on record` : ' on record',
          `, ${inForce} in force on ${state.asOf}. Orders bind; powers may be used, and advice does not bind.`));
      put(body, shown.length ? grid('Bans', ['Ban', 'State', 'Binds', 'Dates'], sorted(shown).map(ban => h('tr', {'data-ban': ban.id},
          h('th', {scope: 'row'}, banLink(ban, state, asks(ban)), h('span', {class: 'facts block'}, h('a', {href: placeOf('country', ban.country, state)}, country(ban.country)),
              ban.replaces.length ? `, replaces ${many(ban.replaces.length, 'ban')}` : '')),
          h('td', {}, stateOf(ban), ban.replacedBy ? h('span', {class: 'facts block'}, 'replaced by ', banLink(answer.results.find(each => each.id === ban.replacedBy) ?? {...ban, id: ban.replacedBy}, state, 'another')) : null),
          h('td', {}, BINDS[ban.nature], ban.carriers.length ? h('span', {class: 'facts block'}, `only ${ban.carriers.map(nameOf).join(', ')}`) : null,
              ban.named ? null : h('span', {class: 'facts block'}, 'names nobody')),
          h('td', {class: 'facts'}, datesOf(ban)))))
          : h('div', {class: 'state'}, h('h2', {}, 'No ban fits the filters'), h('button', {type: 'button', 'on:click': () => page.go({find: '', only: [], vendor: [], options: {}})}, 'Show all')));
      say(many(shown.length, 'ban'));
    },
    take: (answer, state) => ({api: `/v1/bans?asOf=${state.asOf}&limit=1000`,
      table: {name: `tieline-bans-${state.asOf}`, columns: ['id', 'name', 'country', 'government', 'targets', 'named', 'nature', 'state', 'scope', 'reported', 'announced', 'effective', 'deadline', 'ended', 'replacedBy'],
        rows: wanted(answer.results, state).map(ban => [ban.id, ban.name, ban.country, ban.government, ban.targets.join('|'), ban.named ? 'yes' : 'no', ban.nature, ban.state, ban.scope.join('|'),
          ban.reported, ban.announced, ban.effective, ban.deadline, ban.ended, ban.replacedBy])}})
  });
}

/** In force first, then by the date that came last; what has ended stands behind. */
function sorted(bans) {
  const last = ban => [ban.effective, ban.announced, ban.reported].find(Boolean) ?? '';
  return [...bans].sort((a, b) => byState(a, b) || last(b).localeCompare(last(a)) || a.id.localeCompare(b.id));
}

function wanted(bans, state) {
  const fits = fitting(state.find);
  const {country: code, nature} = state.options;
  return bans.filter(ban => (!code || code.split(',').includes(ban.country)) && (!nature || nature.split(',').includes(ban.nature))
      && (state.only.length === 0 || state.only.includes(ban.state)) && (state.vendor.length === 0 || ban.targets.some(id => state.vendor.includes(id)))
      && fits(`${ban.name} ${ban.id} ${ban.summary ?? ''} ${ban.targets.map(nameOf).join(' ')} ${ban.scope.join(' ')} ${nameOf(ban.government)}`));
}

function fields(page) {
  let state = null;
  const find = findField(page, {id: 'find-bans', placeholder: 'Words, like 5G core'});
  const where = h('select', {id: 'bans-country'});
  const whom = h('select', {id: 'bans-target'});
  const nature = h('select', {id: 'bans-nature'}, h('option', {value: ''}, 'any'), NATURES.map(each => h('option', {value: each}, `${each}: ${BINDS[each]}`)));
  const chips = h('div', {class: 'chips', role: 'group', 'aria-label': 'State on the day'});
  const set = (name, value) => {
    const options = {...state.options};
    delete options[name];
    page.go({options: value ? {...options, [name]: value} : options});
  };
  where.addEventListener('change', () => set('country', where.value));
  nature.addEventListener('change', () => set('nature', nature.value));
  whom.addEventListener('change', () => page.go({vendor: whom.value ? [whom.value] : []}));
  const field = (label, control) => h('label', {class: 'field'}, h('span', {}, label), control);
  return {
    element: h('div', {class: 'options of-records'}, field('Find', find.field), field('Country or bloc', where), field('Against', whom), field('Nature', nature), chips),
    show(next) {
      state = next;
      find.show(state);
      nature.value = state.options.nature ?? '';
    },
    /** The values that there are to choose. */
    offer(bans) {
      choices(where, [...new Set(bans.map(ban => ban.country))].map(code => [code, country(code)]), state.options.country);
      choices(whom, [...new Set(bans.flatMap(ban => ban.targets))].map(id => [id, nameOf(id)]), state.vendor[0]);
      const focused = chips.contains(document.activeElement) ? document.activeElement.dataset.state : null;
      put(chips, STATES.map(each => {
        const pressed = state.only.includes(each);
        return h('button', {type: 'button', class: 'chip', 'data-state': each, 'aria-pressed': String(pressed),
          'on:click': () => page.go({only: pressed ? state.only.filter(other => other !== each) : [...state.only, each]})},
        plain(each), ' ', h('span', {class: 'n'}, bans.filter(ban => ban.state === each).length));
      }));
      if (focused) {
        chips.querySelector(`[data-state="${focused}"]`).focus();
      }
    }};
}

function choices(select, values, chosen) {
  put(select, h('option', {value: ''}, 'any'), values.sort((a, b) => a[1].localeCompare(b[1], 'en')).map(([value, label]) => h('option', {value}, label)));
  select.value = chosen ?? '';
}
