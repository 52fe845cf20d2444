/** One answer in three views: asked once, narrowed and shown as table, graph or timeline. */
import {h, put, say, many, near, badlyMade} from './dom.js';
import {asked, tidy, write} from './address.js';
import {ask} from './api.js';
import {learn, nameOf, names} from './names.js';
import {mark, RELATIONS} from './words.js';
import {chosen, counts, rename, row, sorted} from './rows.js';
import {exposuresAsCsv, save} from './download.js';
import {exposuresQuery, inNeo4j} from './neo4j.js';
import {table} from './table.js';
import {graph} from './graph.js';
import {seriesAddress, timeline} from './timeline.js';

const MOST = 1000;
const MAKERS = {table, graph, timeline};
const TITLES = {table: 'Table', graph: 'Graph', timeline: 'Timeline'};
const TYPING = 200;
const NAMING = 500;

/** @param {() => void} learned called when an answer has told names */
export function answer(page, learned) {
  const head = h('div', {class: 'summary'});
  const tools = h('div', {class: 'tools'});
  const place = h('div', {class: 'view', id: 'view'});
  const find = h('input', {type: 'search', id: 'find', placeholder: 'Filter by name or country', 'aria-label': 'Filter the answer', autocomplete: 'off'});
  const chips = h('div', {class: 'chips', role: 'group', 'aria-label': 'Relations'});
  const tabs = h('nav', {class: 'tabs', 'aria-label': 'Views of the answer'},
      Object.entries(TITLES).map(([view, title]) => h('a', {href: '/', 'data-view': view}, title)));
  const element = h('section', {class: 'answer-of', 'aria-label': 'Answer'}, head,
      h('div', {class: 'bar'}, tabs, h('div', {class: 'narrow'}, find), tools), chips, place);
  const views = {};
  let state = null;
  let rows = null;
  let found = null;
  let question = null;
  let waiting = null;
  let typing = 0;

  find.addEventListener('input', () => {
    clearTimeout(typing);
    const text = find.value.trim();
    typing = setTimeout(() => {
      typing = 0;
      page.go({find: text});
    }, TYPING);
  });

  function address() {
    return `/v1/exposures?${tidy(asked(state))}`;
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
    put(place, h('div', {class: 'state failed', role: 'alert'}, h('h2', {}, failure.title ?? 'The page failed'), h('p', {}, failure.message),
        near(failure, id => write({...state, vendor: [id]})),
        failure.parameter ? h('p', {class: 'facts'}, 'The option in question is ', h('code', {}, failure.parameter), '.') : null,
        h('p', {}, h('button', {type: 'button', 'on:click': () => load(true)}, 'Ask again'), ' ', h('a', {href: '/'}, 'Begin anew'))));
    say(failure.message);
  }

  function summarise(shown) {
    const who = found.searched.vendors.map(each => each.name);
    const vendors = state.vendor.length ? listed(who)
        : who.length ? `${many(who.length, 'restricted vendor')} (${listed(who, 6)})` : 'any restricted vendor: none was restricted';
    const carriers = new Set(rows.map(each => each.carrier.id)).size;
    const conflicts = rows.filter(each => each.conflicts.length).length;
    put(head, h('p', {}, h('strong', {}, many(carriers, 'carrier')), ` tied to ${vendors}`,
            found.total !== carriers ? `, ${many(found.total, 'pair')} in all` : '', '. ',
            conflicts ? [h('strong', {class: 'conflict'}, '⚑ ', many(conflicts, state.vendor.length === 1 ? 'carrier' : 'pair')), ' in conflict with a ban at home. '] : ''),
    found.total > rows.length
        ? h('p', {class: 'cut'}, `Of ${many(found.total, 'exposure')} the first ${rows.length.toLocaleString('en')} are here; narrow the question by its options, or page through the API.`) : null,
    shown.length !== rows.length ? h('p', {class: 'cut'}, `${shown.length.toLocaleString('en')} of ${rows.length.toLocaleString('en')} shown. `,
        h('button', {type: 'button', class: 'quiet', 'on:click': () => page.go({find: '', only: []})}, 'Show all')) : null,
    leftOut(found.searched.leftOut), badlyMade(found.searched.problems));
  }

  function draw() {
    if (rows === null) {
      return;
    }
    const shown = sorted(chosen(rows, state), state.sort);
    summarise(shown);
    put(chips, counts(rows).map(([relation, n]) => {
      const pressed = state.only.includes(relation);
      return h('button', {type: 'button', class: 'chip', 'aria-pressed': String(pressed), title: RELATIONS[relation].meaning,
        'on:click': () => page.go({only: pressed ? state.only.filter(each => each !== relation) : [...state.only, relation]})},
      mark(relation), ' ', RELATIONS[relation].label, h('span', {class: 'n'}, n));
    }));
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
    view.show(shown, state, `Exposures to ${state.vendor.length ? state.vendor.map(nameOf).join(', ') : 'all restricted vendors'} on ${state.asOf}`);
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
        h('a', {href: state.view === 'timeline' ? seriesAddress(state) : address(), title: 'This answer as the API gives it'}, 'JSON'),
        inNeo4j(exposuresQuery(state, null, state.only)));
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
      // Words do not narrow the months, relations do.
      find.parentElement.hidden = state.view === 'timeline';
      // The links stay the same elements, so that one that is being pressed is not taken away.
      for (const tab of tabs.children) {
        tab.href = write({...state, view: tab.dataset.view});
        if (tab.dataset.view === state.view) {
          tab.setAttribute('aria-current', 'true');
        } else {
          tab.removeAttribute('aria-current');
        }
      }
      if (document.activeElement !== find && typing === 0) {
        find.value = state.find;
      }
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
  return parts.length ? h('p', {class: 'left-out'}, `Ties at the edge of the search that were not walked: ${parts.join(', ')}.`) : null;
}

function listed(texts, most = 4) {
  const shown = texts.slice(0, most);
  const more = texts.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : shown.join('');
}
