/** One answer in three views: asked once, narrowed and shown as table, graph or timeline. */
import {h, put, say, many, near, badlyMade} from './dom.js';
import {tidy, write} from './address.js';
import {ask} from './api.js';
import {findField} from './filter.js';
import {learn, nameOf, names} from './names.js';
import {asking, complete, followed, meantBy} from './options.js';
import {listed, mark, RELATIONS, were} from './words.js';
import {chosen, counts, facets, relationsOf, rename, row, sorted} from './rows.js';
import {exposuresAsCsv, save} from './download.js';
import {exposuresQuery, inNeo4j} from './neo4j.js';
import {table} from './table.js';
import {graph} from './graph.js';
import {glossary, term} from './terms.js';
import {takeAlong} from './take.js';
import {seriesAddress, timeline} from './timeline.js';

const MOST = 1000;
const MAKERS = {table, graph, timeline};
const TITLES = {table: 'Table', graph: 'Graph', timeline: 'Timeline'};
const NAMING = 500;

/** @param {() => void} learned called when an answer has told names */
export function answer(page, learned) {
  const head = h('div', {class: 'summary'});
  const tools = h('div', {class: 'tools'});
  const place = h('div', {class: 'view', id: 'view'});
  const find = findField(page, {id: 'find', placeholder: 'Filter by name or country', 'aria-label': 'Filter the answer'});
  const chips = h('div', {class: 'chips', role: 'group', 'aria-label': 'Relations'});
  const narrowing = h('div', {class: 'facets', role: 'group', 'aria-label': 'Narrow what is shown'});
  const tabs = h('nav', {class: 'tabs', 'aria-label': 'Views of the answer'},
      Object.entries(TITLES).map(([view, title]) => h('a', {href: '/', 'data-view': view}, title)));
  const along = h('div', {});
  const element = h('section', {class: 'answer-of', 'aria-label': 'Answer'}, head,
      h('div', {class: 'bar'}, tabs, h('div', {class: 'narrow'}, find.field), tools), chips, narrowing, place, along);
  const views = {};
  let state = null;
  let rows = null;
  let found = null;
  let question = null;
  let waiting = null;

  function address() {
    return `/v1/exposures?${tidy(asking(state))}`;
  }

  async function load(fresh) {
    const wanted = address();
    if (wanted === question && !fresh) {
      draw();
      return;
    }
    question = wanted;
    waiting?.abort();
    waiting = new AbortController();
    const {signal} = waiting;
    element.setAttribute('aria-busy', 'true');
    if (rows === null) {
      put(place, h('div', {class: 'state wait'}, h('p', {}, 'Asking …'), h('div', {class: 'bones', 'aria-hidden': 'true'}, Array.from({length: 8}, () => h('i', {})))));
    }
    try {
      // Names come first as a rule; an answer that they keep waiting is shown with ids, and once more when they are there.
      const [answer] = await Promise.all([ask(`${wanted}&limit=${MOST}`, {signal}),
        Promise.race([names(), new Promise(resolve => setTimeout(resolve, NAMING))])]);
      if (signal.aborted) {
        return;
      }
      found = answer;
      rows = answer.results.map(each => row(each, answer));
      answer.searched.vendors.forEach(learn);
      learned();
      element.removeAttribute('aria-busy');
      draw();
      say(`${many(answer.total, 'exposure')} on ${answer.searched.asOf}`);
      names().then(() => {
        if (found === answer && rows.filter(rename).length) {
          draw();
        }
      });
    } catch (failure) {
      if (failure.name === 'AbortError') {
        return;
      }
      element.removeAttribute('aria-busy');
      if (rows !== null && failure.away) {
        question = null;
        return;
      }
      rows = null;
      found = null;
      question = null;
      failed(failure);
    }
  }

  function failed(failure) {
    put(head);
    put(tools);
    put(chips);
    put(narrowing);
    put(place, h('div', {class: 'state failed', role: 'alert'}, h('h2', {}, failure.title ?? 'The page failed'), h('p', {}, failure.message),
        near(failure, id => write({...state, vendor: [id]})),
        failure.parameter ? h('p', {class: 'facts'}, 'The option in question is ', h('code', {}, failure.parameter), '.') : null,
        h('p', {}, h('button', {type: 'button', 'on:click': () => load(true)}, 'Ask again'), ' ', h('a', {href: '/'}, 'Begin anew'))));
    say(failure.message);
  }

  function summarise(shown) {
    const named = state.vendor.length > 0;
    const pair = state.vendor.length === 1 ? 'carrier' : 'pair';
    const tied = [...new Map(rows.map(each => [each.vendor.id, each.vendor.name])).values()];
    const vendors = named ? listed(found.searched.vendors.map(each => each.name))
        : tied.length ? `${many(tied.length, 'restricted vendor')} (${listed(tied, 6)})` : 'no restricted vendor';
    const carriers = new Set(rows.map(each => each.carrier.id)).size;
    const stands = conflict => rows.filter(each => each.conflict === conflict).length;
    const [established, presumed] = [stands('established'), stands('presumed')];
    put(head, h('p', {}, h('strong', {}, many(carriers, 'carrier')), ` ${carriers === 1 ? {were: 'was', are: 'is'}[were(state.asOf)] ?? were(state.asOf) : were(state.asOf)} tied to ${vendors}`,
            found.total !== carriers ? `, ${many(found.total, 'pair')} of carrier and vendor in all` : '', '. ',
            `For ${certainly(rows)} of ${many(rows.length, pair)} the shortest path is certain. `,
            established + presumed ? [h('strong', {class: 'conflict'}, '⚑ ', many(established + presumed, pair)), ` in conflict with a ban at home: ${established} established, ${presumed} presumed. `] : ''),
    found.total > rows.length
        ? h('p', {class: 'cut'}, `Of ${many(found.total, 'exposure')} the first ${rows.length.toLocaleString('en')} are here; narrow the question, or page through the API.`) : null,
    meantBy(state, page),
    shown.length !== rows.length ? h('p', {class: 'cut'}, `${shown.length.toLocaleString('en')} of ${many(rows.length, pair)} shown. `,
        h('button', {type: 'button', class: 'quiet', 'on:click': () => page.go({find: '', only: []})}, 'Show all')) : null,
    leftOut(found.searched.leftOut), glossary(), badlyMade(found.searched.problems));
  }

  function facetFields() {
    const unit = state.vendor.length === 1 ? 'carriers' : 'pairs';
    put(narrowing, facets(rows).filter(({choices}) => choices.length > 1).map(({facet, label, choices}) => {
      const now = state.only.find(word => word.startsWith(`${facet}:`)) ?? '';
      return h('select', {id: `facet-${facet}`, class: now ? 'facet set' : 'facet', 'aria-label': `${label}, with the number of ${unit}`, 'on:change': event => {
        const others = state.only.filter(word => !word.startsWith(`${facet}:`));
        page.go(event.target.value === 'bloc:EU' ? {only: others, options: {...state.options, carrierCountry: 'EU'}} : {only: event.target.value ? [...others, event.target.value] : others});
      }}, h('option', {value: ''}, `${label}: all`),
      facet === 'country' && state.options.carrierCountry === undefined ? h('option', {value: 'bloc:EU'}, 'European Union (asks for its members alone)') : null,
      choices.map(({word, name, n}) => h('option', {value: word, selected: word === now}, `${name} · ${n.toLocaleString('en')}`)));
    }), state.sort ? h('button', {type: 'button', class: 'quiet', 'on:click': () => page.go({sort: ''})}, 'What matters first') : null);
  }

  function draw() {
    if (rows === null) {
      return;
    }
    const shown = sorted(chosen(rows, state), state.sort);
    summarise(shown);
    const wasIn = document.activeElement?.id;
    facetFields();
    if (wasIn?.startsWith('facet-')) {
      document.getElementById(wasIn)?.focus();
    }
    put(chips, h('span', {class: 'facts'}, state.vendor.length === 1 ? 'Carriers: ' : 'Pairs: '), counts(rows).map(([relation, n]) => {
      const pressed = state.only.includes(relation);
      return h('button', {type: 'button', class: 'chip', id: `facet-${relation}`, 'aria-pressed': String(pressed), title: RELATIONS[relation].meaning,
        'on:click': () => page.go({only: pressed ? state.only.filter(each => each !== relation) : [...state.only, relation]})},
      mark(relation), ' ', RELATIONS[relation].label, h('span', {class: 'n'}, n));
    }));
    put(along, takeAlong({about: followed(state),
      title: `Carriers tied to ${state.vendor.length ? state.vendor.map(nameOf).join(', ') : 'restricted vendors'}, on ${state.asOf}`}));
    drawTools(shown);
    if (rows.length === 0 && state.view !== 'timeline') {
      put(place, empty());
      return;
    }
    if (shown.length === 0 && state.view !== 'timeline') {
      put(place, h('div', {class: 'state'}, h('h2', {}, 'Nothing fits the filter'), h('p', {}, `None of ${many(rows.length, 'exposure')} does.`),
          h('button', {type: 'button', 'on:click': () => page.go({find: '', only: []})}, 'Show all')));
      return;
    }
    views[state.view] ??= MAKERS[state.view](page);
    const view = views[state.view];
    if (place.firstChild !== view.element) {
      put(place, view.element);
    }
    view.show(shown, state, `Exposures to ${state.vendor.length ? state.vendor.map(nameOf).join(', ') : 'restricted vendors'} on ${state.asOf}${state.sort ? '' : ': conflicts first, then what is certain, then by the age of the evidence'}`, rows);
  }

  function drawTools(shown) {
    const name = `tieline-${state.vendor.join('-') || 'restricted'}-${state.asOf}`;
    put(tools,
        h('button', {type: 'button', id: 'save-csv', 'on:click': async () => save(
            await (views[state.view]?.csv?.(shown) ?? exposuresAsCsv(shown, state.asOf)), `${name}${state.view === 'timeline' ? '-months' : ''}.csv`)}, 'CSV'),
        state.view === 'table' ? null : h('button', {type: 'button', id: 'save-png', 'on:click': async () => {
          try {
            save(await views[state.view].png(), `${name}-${state.view}.png`);
          } catch (failure) {
            say(failure.message);
          }
        }}, 'PNG'),
        state.view === 'table' ? null : h('button', {type: 'button', id: 'save-svg', 'on:click': async () => save(await views[state.view].svg(), `${name}-${state.view}.svg`)}, 'SVG'),
        h('a', {href: state.view === 'timeline' ? seriesAddress(state) : address(), title: 'This answer as the API gives it'}, 'JSON'),
        inNeo4j(exposuresQuery(complete(state), null, relationsOf(state.only))));
  }

  function empty() {
    const vendors = found.searched.vendors;
    return h('div', {class: 'state empty'}, h('h2', {}, 'No tie was found'),
        h('p', {}, vendors.length === 0
            ? `No vendor was restricted on ${found.searched.asOf} by a ban as the options have it.`
            : `Searched from ${listed(vendors.map(each => each.name))} on ${found.searched.asOf}, by ties of ${found.searched.ties.length} types, ${found.searched.maxHops} at most.`),
        h('p', {}, 'That none was found does not say that there is none: the data is a selection.'));
  }

  return {element,
    show(next) {
      state = next;
      // Words and what a row says of its contact do not narrow the months, relations do.
      find.field.parentElement.hidden = state.view === 'timeline';
      narrowing.hidden = state.view === 'timeline';
      // The links stay the same elements, so that one that is being pressed is not taken away.
      for (const tab of tabs.children) {
        tab.href = write({...state, view: tab.dataset.view});
        if (tab.dataset.view === state.view) {
          tab.setAttribute('aria-current', 'true');
        } else {
          tab.removeAttribute('aria-current');
        }
      }
      find.show(state);
      load(false);
    },
    again() {
      views.timeline?.again();
      load(true);
    },
    recolour: () => views[state?.view]?.recolour?.()};
}

function leftOut(counts) {
  const words = {denied: 'denied', notKnown: 'not known yet', outsideTime: 'outside the time', weakEvidence: 'of weaker evidence',
    notEvidencedSince: 'not evidenced since', belowMinStake: 'stakes too small'};
  const parts = Object.entries(counts).filter(([, n]) => n > 0).map(([name, n]) => `${n} ${words[name] ?? name}`);
  return parts.length ? h('p', {class: 'left-out'}, term('not walked', 'Some ties were left out'), `: ${parts.join(', ')}.`) : null;
}

function certainly(rows) {
  return rows.filter(each => each.certainty === 'certain').length.toLocaleString('en');
}
