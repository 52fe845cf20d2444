/** A ban: what it says, its life as a line, whom it is in conflict with, and what if it were otherwise. */
import {failed, h, headingOf, put, joined, say, many} from './dom.js';
import {banPage as banAddress, pageOf, placeOf, write} from './address.js';
import {ask} from './api.js';
import {dayBar} from './days.js';
import {drawingAsPng, drawingAsSvg} from './download.js';
import {sources} from './evidence.js';
import {life, spans} from './life.js';
import {names} from './names.js';
import {banQuery, inNeo4j} from './neo4j.js';
import {organization} from './path.js';
import {takeAlong} from './take.js';
import {supposing} from './tray.js';
import {BAN_FLAGS, country, mark, plain, RELATIONS, scopeItem, were} from './words.js';

export function banPage(page) {
  const days = dayBar((day, settled) => page.go({asOf: day}, {passing: !settled}));
  const body = h('div', {class: 'ban-body'});
  const title = h('h1', {tabindex: '-1'});
  const rest = h('div', {});
  const along = h('div', {});
  const crumb = h('p', {class: 'crumb'});
  const element = h('article', {class: 'page'}, crumb, title, body,
      h('div', {class: 'page-day'}, h('label', {for: 'day'}, 'Seen on '), days.fields, days.rail), rest, along);
  let state = null;
  let waiting = null;
  let answered = null;
  let others = new Map();

  async function load() {
    waiting?.abort();
    waiting = new AbortController();
    const {signal} = waiting;
    element.setAttribute('aria-busy', 'true');
    if (!answered) {
      put(body, h('p', {class: 'state wait'}, 'Asking …'));
    }
    try {
      const [ban] = await Promise.all([ask(`/v1/bans/${encodeURIComponent(state.id)}?asOf=${encodeURIComponent(state.asOf)}`, {signal}), names()]);
      answered = ban;
      others = new Map((await Promise.all([...ban.replaces, ban.replacedBy].filter(Boolean).map(id => ask(`/v1/bans/${encodeURIComponent(id)}?asOf=${encodeURIComponent(state.asOf)}`, {signal}).catch(() => null))))
          .filter(Boolean).map(other => [other.id, other]));
      draw(ban);
      await conflicts(ban, signal);
    } catch (failure) {
      if (failure.name !== 'AbortError' && !(failure.away && answered)) {
        answered = null;
        [crumb, rest, along].forEach(part => put(part));
        put(title, headingOf(failure));
        document.title = `${headingOf(failure)} · Tieline`;
        put(body, failed(failure, id => banAddress(id, state), load, async id => (await ask(`/v1/bans/${encodeURIComponent(id)}`)).name ?? id));
      }
    } finally {
      if (!signal.aborted) {
        element.removeAttribute('aria-busy');
      }
    }
  }

  /** A ban that this one replaces, or the other way round, by its name. */
  function linked(id) {
    return h('a', {href: banAddress(id, state), title: id}, others.has(id) ? others.get(id).name : id);
  }

  const drawing = h('div', {class: 'life'});
  const against = h('div', {});

  function draw(ban) {
    const {name} = ban;
    put(crumb, h('a', {href: write({...state, page: 'question', id: null})}, 'Question'), ' › ', h('a', {href: write({page: 'bans', asOf: state.asOf})}, 'Bans'), ' › ',
        h('a', {href: placeOf('country', ban.country, state)}, country(ban.country)));
    put(title, name);
    put(body,
        h('p', {class: 'lead'}, ban.summary),
        h('p', {class: 'verdict'}, `On ${state.asOf} `, ban.state ? [{were: 'it was ', are: 'it is ', 'would be': 'it would be '}[were(state.asOf)], h('strong', {class: `state-of ${ban.state}`}, plain(ban.state))] : h('strong', {}, 'it did not exist yet'),
            ban.flags.length ? `; note: ${ban.flags.map(flag => BAN_FLAGS[flag] ?? flag).join(', ')}` : '', '.'),
        drawing,
        h('p', {class: 'facts'}, spans(ban).join(' · ')));
    put(rest,
        h('dl', {class: 'facts-of'},
            fact('Government', organization(ban.government, state)),
            fact('Targets', joined(ban.targets.map(id => organization(id, state))), ban.named ? ' (named)' : ' (not named; understood to be meant)'),
            ban.carriers.length ? fact('Binds only', joined(ban.carriers.map(id => organization(id, state)))) : null,
            ban.replaces.length ? fact('Replaces', joined(ban.replaces.map(linked))) : null,
            ban.replacedBy ? fact('Replaced by', linked(ban.replacedBy)) : null,
            fact('Nature', {order: 'order: it binds', power: 'power: an authority may forbid', advice: 'advice: it does not bind'}[ban.nature]),
            fact('Scope', ban.scope.map(scopeItem).join(', ')),
            fact('Status', plain(ban.status)),
            ban.ownershipRule ? fact('Ownership rule', ban.ownershipRule) : null,
            fact('Id', h('code', {}, ban.id))),
        h('h2', {}, 'Sources'), sources(ban.citations), against,
        h('h2', {}, 'What if'), h('p', {class: 'buttons'},
            supposing({kind: 'lift-ban', ban: ban.id, on: state.asOf}, `What if it were lifted on ${state.asOf}?`), ' ',
            ban.state === 'in-force' ? null : supposing({kind: 'add-ban', government: ban.government, targets: ban.targets, scope: ban.scope, effective: state.asOf},
                `What if the same were in force on ${state.asOf}?`)),
        h('p', {class: 'links'}, h('a', {href: write({page: 'question', vendor: ban.targets, asOf: state.asOf, options: {}})}, 'Who was tied to its targets'), ' · ',
            h('a', {href: `${ban.links.self}?asOf=${state.asOf}`}, 'JSON'), ' ', inNeo4j(banQuery(ban.id))));
    put(drawing, life(ban, state.asOf, Math.max(320, Math.min(940, drawing.clientWidth || 900))));
    document.title = `${name} on ${state.asOf} · Tieline`;
    put(along, takeAlong({title: `${name}, on ${state.asOf}`, about: {vendor: ban.targets.join(','), country: ban.country}, embed: `/embed/bans/${ban.id}?asOf=${state.asOf}`, picture: {name: `tieline-ban-${ban.id}`,
      png: () => drawingAsPng(drawing.querySelector('svg')), svg: () => drawingAsSvg(drawing.querySelector('svg'))}}));
    say(`${plain(ban.state ?? 'not there yet')} on ${state.asOf}`);
  }

  async function conflicts(ban, signal) {
    const query = new URLSearchParams({asOf: state.asOf, vendor: ban.targets.join(','), limit: 1000});
    const answer = await ask(`/v1/conflicts?${query}`, {signal});
    const here = answer.results.filter(each => each.ban.ban === ban.id);
    put(against, h('h2', {}, 'In conflict with it'), here.length
        ? [h('p', {class: 'facts'}, `On ${state.asOf} it was in force at home and covered what ${many(here.length, 'carrier')} had, ${here.filter(each => each.conflict === 'established').length} of them as somebody has vouched for lately. That is no finding that one of them broke it.`),
          h('ul', {class: 'lines'}, here.map(each => h('li', {}, mark(each.exposure.relation), ' ',
              h('a', {href: pageOf(each.carrier.id, 'carrier', {...state, vendor: [each.vendor.id], options: {}})}, each.carrier.name),
              h('span', {class: 'facts'}, ` ${RELATIONS[each.exposure.relation].label}, ${each.vendor.name}`,
                  `, ${each.conflict}`, each.deadline ? `, deadline ${each.deadline}` : ''),
              h('p', {class: 'facts'}, each.sentence))))]
        : h('p', {class: 'facts'}, `Nobody on ${state.asOf}, as far as the record goes.`));
  }

  return {element,
    show(next) {
      state = next;
      days.show(state.asOf);
      load();
    },
    again: load,
    recolour: () => answered && draw(answered)};
}

function fact(name, ...value) {
  return [h('dt', {}, name), h('dd', {}, value)];
}
