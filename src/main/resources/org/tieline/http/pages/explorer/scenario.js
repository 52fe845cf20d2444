/** What would differ if something were so: the changes that were gathered, one question, and the difference. */
import {h, put, joined, say, many} from './dom.js';
import {pageOf, write} from './address.js';
import {ask} from './api.js';
import {csv, save} from './download.js';
import {dayBar} from './days.js';
import {learn, nameOf, names} from './names.js';
import {complete, meantBy, RESTRICTED_IN} from './options.js';
import {inOneLine} from './path.js';
import {banForm} from './scenario-form.js';
import {suggest} from './suggest.js';
import {parsed, setTray, tray, written} from './tray.js';
import {country, mark, plain, RELATIONS} from './words.js';

const MOST = 1000;
const KINDS = {appeared: '+ appears', disappeared: '− disappears', changed: '≠ changes'};

export function scenarioPage(page) {
  const days = dayBar((day, settled) => page.go({asOf: day}, {passing: !settled}));
  const about = h('p', {class: 'about-vendors'});
  const list = h('ol', {class: 'supposed'});
  const meant = h('div', {});
  const result = h('section', {class: 'difference', 'aria-label': 'Difference'});
  const who = suggest({id: 'who', label: 'Vendor that is asked about', placeholder: 'only about this vendor', wanted: hit => hit.kind !== 'carrier',
    choose: hit => { learn(hit); page.go({vendor: [...new Set([...state.vendor, hit.id])]}); }});
  const form = banForm(change => suppose([...state.suppose, written(change)]), () => state.asOf);
  const element = h('article', {class: 'page scenario'}, h('h1', {tabindex: '-1'}, 'What would differ if …'), list, form.element,
      h('div', {class: 'page-day'}, h('label', {for: 'day'}, 'On '), days.fields, about, who, days.rail), meant, result);
  let state = null;
  let waiting = null;

  function suppose(changes) {
    setTray(changes);
    page.go({suppose: tray()});
  }

  function draw() {
    put(list, state.suppose.length ? state.suppose.map(text => h('li', {}, sentence(parsed(text)), ' ',
        h('button', {type: 'button', class: 'quiet', 'aria-label': `Without: ${sentence(parsed(text))}`,
          'on:click': () => suppose(state.suppose.filter(each => each !== text))}, 'Remove')))
        : h('li', {class: 'none'}, 'Nothing is supposed yet. Open a row of an answer and choose “What if this tie ended?”, choose a ban, or add one here.'));
    put(about, 'about ties to ', state.vendor.length ? joined(state.vendor.map(id => h('span', {class: 'token'}, nameOf(id),
        h('button', {type: 'button', 'aria-label': `Without ${nameOf(id)}`, 'on:click': () => page.go({vendor: state.vendor.filter(each => each !== id)})}, '×'))), ' or ')
        : h('span', {class: 'token all'}, RESTRICTED_IN[complete(state).options.restrictedIn]));
    put(meant, meantBy(state, page));
  }

  async function load() {
    waiting?.abort();
    if (state.suppose.length === 0) {
      put(result);
      return;
    }
    waiting = new AbortController();
    const {signal} = waiting;
    result.setAttribute('aria-busy', 'true');
    if (!result.hasChildNodes()) {
      put(result, h('p', {class: 'state wait'}, 'Asking …'));
    }
    try {
      // A scenario compares whole answers and takes no conditions on contact ties.
      const {segment, generation, state: stands, ...options} = complete(state).options;
      const question = {...options, asOf: state.asOf, limit: MOST, ...(state.vendor.length ? {vendor: state.vendor} : {})};
      const [answer] = await Promise.all([ask('/v1/scenarios', {signal, post: {changes: state.suppose.map(parsed), question}}), names()]);
      result.removeAttribute('aria-busy');
      difference(answer);
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        result.removeAttribute('aria-busy');
        put(result, h('div', {class: 'state failed', role: 'alert'}, h('h2', {}, failure.title), h('p', {}, failure.message)));
      }
    }
  }

  function difference(answer) {
    const listed = each => each.kind === 'changed' && each.aspects.join() === 'ban' && conflicts(each.before) === conflicts(each.after);
    const ties = answer.results.filter(each => !listed(each));
    const bans = answer.results.filter(listed);
    const {appeared, disappeared, changed} = answer.counts;
    put(result,
        h('h2', {}, answer.total === 0 ? 'Nothing would differ' : `${many(answer.total, 'exposure')} would differ`),
        h('p', {}, `${appeared} would appear, ${disappeared} disappear, ${changed} change. `, h('span', {class: 'facts'}, answer.statement)),
        h('ul', {class: 'lines facts'}, answer.changes.map(text => h('li', {}, text))),
        answer.total > answer.results.length ? h('p', {class: 'cut'}, `The first ${answer.results.length} of ${answer.total}.`) : null,
        answer.results.length ? [h('p', {class: 'tools'}, h('button', {type: 'button', id: 'save-csv', 'on:click': () => save(asCsv(answer), `tieline-scenario-${state.asOf}.csv`)}, 'CSV')),
          ties.length ? tableOf(ties) : null,
          bans.length ? h('details', {open: ties.length === 0 && bans.length < 40}, h('summary', {}, `${many(bans.length, 'pair')} of which nothing but the list of bans differs, and no conflict`), tableOf(bans)) : null] : null);
    say(`${many(answer.total, 'exposure')} would differ`);
  }

  function tableOf(results) {
    return h('div', {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Exposures that would differ'}, h('table', {class: 'plain differing'},
        h('thead', {}, h('tr', {}, ['What', 'Carrier', 'Vendor', 'On record', 'As supposed', 'Why'].map(name => h('th', {scope: 'col'}, name)))),
        h('tbody', {}, results.map(line))));
  }

  function line(each) {
    return h('tr', {'data-carrier': each.carrier.id},
        h('td', {class: `what ${each.kind}`}, KINDS[each.kind], each.aspects.length ? h('span', {class: 'sub-line facts'}, each.aspects.map(plain).join(', ')) : null),
        h('th', {scope: 'row'}, h('a', {href: pageOf(each.carrier.id, 'carrier', {...state, vendor: []})}, each.carrier.name), h('span', {class: 'facts'}, ` ${country(each.carrier.country)}`)),
        h('td', {}, each.vendor.name), h('td', {}, side(each.before)), h('td', {}, side(each.after)),
        h('td', {class: 'why-cell'}, h('ul', {}, each.reasons.slice(0, 3).map(reason => h('li', {}, reason.text))),
            each.reasons.length > 3 ? h('span', {class: 'facts'}, `and ${each.reasons.length - 3} more`) : null));
  }

  function side(exposure) {
    return exposure ? [mark(exposure.relation), ` ${RELATIONS[exposure.relation].label}, ${many(exposure.hops, 'tie')}`,
        conflicts(exposure) ? h('strong', {class: 'conflict'}, ' ⚑ in conflict') : null, h('span', {class: 'sub-line facts'}, inOneLine(exposure.path, state))]
        : h('span', {class: 'nil'}, 'not tied');
  }

  return {element,
    show(next) {
      state = next;
      if (state.suppose.length === 0 && tray().length) {
        state.suppose = tray();
        history.replaceState(null, '', write(state));
      } else if (state.suppose.join() !== tray().join()) {
        setTray(state.suppose);
        state.suppose = tray();
      }
      document.title = 'What if · Tieline';
      days.show(state.asOf);
      draw();
      names().then(draw);
      form.show();
      load();
    },
    again: load};
}

function conflicts(exposure) {
  return exposure?.bans.filter(against => against.conflict).map(against => against.ban).join() ?? '';
}

function sentence(change) {
  switch (change.kind) {
    case 'end-tie': return `The tie ${change.tie} ended on ${change.on}.`;
    case 'lift-ban': return `The ban ${change.ban} was lifted on ${change.on}.`;
    default: return `${nameOf(change.government)} had a ban on ${change.targets.map(nameOf).join(', ')} in force from ${change.effective}: ${change.scope.map(plain).join(', ')}.`;
  }
}

function asCsv(answer) {
  const chain = exposure => exposure ? [exposure.path[0].from, ...exposure.path.map(hop => hop.to)].join(' > ') : '';
  return csv(['kind', 'vendor', 'carrier', 'carrierCountry', 'aspects', 'relationBefore', 'pathBefore', 'relationAfter', 'pathAfter', 'reasons'],
      answer.results.map(each => [each.kind, each.vendor.id, each.carrier.id, each.carrier.country, each.aspects.join('|'), each.before?.relation, chain(each.before),
        each.after?.relation, chain(each.after), each.reasons.map(reason => reason.text).join(' ')]));
}
