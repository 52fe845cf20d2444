/** What the pages of records have in common: a head, a day, a body that is asked for, and what goes wrong. */
import {failed, h, headingOf, joined, put} from './dom.js';
import {write} from './address.js';
import {dayBar} from './days.js';
import {meantBy} from './options.js';
import {takeAlong} from './take.js';

const NARROWED = {find: '', only: []};

/**
 * @param {object} page what the shell gives
 * @param {object} how `crumb`: a link and a word; `ask(state, signal)`: gives what `draw(answer, state, parts)` shows;
 *   `title(answer, state)`: the heading; `take(answer, state)`: what can be taken along; `controls`: stands above the day;
 *   `named(id)`: the name of what may have been meant, organizations by themselves; `restricted`: the page asks about restricted vendors, where none is named, and says what that means;
 *   `narrowed`: the parts of the state that narrow what is shown and are not asked about, as they are when they narrow nothing
 */
export function record(page, {kind, crumb, ask, title, draw, take, day = 'On ', controls = null, restricted = false, named, narrowed = NARROWED}) {
  const days = dayBar((asOf, settled) => page.go({asOf}, {passing: !settled}));
  const heading = h('h1', {tabindex: '-1'});
  const lead = h('div', {class: 'record-lead'});
  const body = h('section', {class: `record-body ${kind}`, 'aria-label': 'Answer'});
  const meant = h('div', {});
  const along = h('div', {});
  const crumbs = h('p', {class: 'crumb'});
  const element = h('article', {class: 'page'}, crumbs, heading, lead, controls?.element ?? null,
      day ? h('div', {class: 'page-day'}, h('label', {for: 'day'}, day), days.fields, days.rail) : null, meant, body, along);
  let state = null;
  let waiting = null;
  let answered = null;
  let of = null;
  let question = null;

  async function load(fresh) {
    // How the answer is narrowed is nothing that the API is asked about.
    const wanted = write({...state, ...narrowed});
    if (wanted === question && !fresh) {
      if (answered) {
        show();
      }
      return;
    }
    question = wanted;
    waiting?.abort();
    waiting = new AbortController();
    const {signal} = waiting;
    if (of !== state.id) {
      answered = null;
      of = state.id;
    }
    element.setAttribute('aria-busy', 'true');
    if (!answered) {
      put(heading, title(null, state));
      put(body, h('p', {class: 'state wait'}, 'Asking …'));
    }
    try {
      const answer = await ask(state, signal);
      if (!signal.aborted) {
        answered = answer;
        show();
      }
    } catch (failure) {
      if (failure.name === 'AbortError') {
        return;
      }
      question = null;
      if (!(failure.away && answered)) {
        answered = null;
        put(lead);
        put(along);
        put(meant);
        put(heading, headingOf(failure));
        document.title = `${headingOf(failure)} · Tieline`;
        put(body, failed(failure, id => write({...state, id}), () => load(true), named));
      }
    } finally {
      if (!signal.aborted) {
        element.removeAttribute('aria-busy');
      }
    }
  }

  function show() {
    const name = title(answered, state);
    put(heading, name);
    const dated = name.includes(state.asOf) ? name : `${name} on ${state.asOf}`;
    document.title = `${dated} · Tieline`;
    draw(answered, state, {lead, body});
    put(along, takeAlong({title: dated, ...take?.(answered, state)}));
  }

  return {element,
    show(next) {
      state = next;
      put(crumbs, joined(crumb.map(part => Array.isArray(part) ? h('a', {href: write({page: part[1], asOf: state.asOf})}, part[0]) : part), ' › '));
      days.show(state.asOf);
      controls?.show(state);
      put(meant, restricted ? meantBy(state, page) : null);
      load(false);
    },
    again: () => load(true),
    recolour: () => answered && show()};
}

/** A table that scrolls by itself where the window is narrow. */
export function grid(label, columns, rows, kind = 'plain') {
  return h('div', {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': label}, h('table', {class: kind},
      h('thead', {}, h('tr', {}, columns.map(column => h('th', {scope: 'col', class: column.number ? 'number' : null}, column.number ? column.title : column)))),
      h('tbody', {}, rows)));
}

/** Rows of a list of terms; those without a value are left out. */
export function facts(...pairs) {
  return h('dl', {class: 'facts-of'}, pairs.filter(pair => pair && pair[1] !== null && pair[1] !== undefined && pair[1] !== '' && pair[1]?.length !== 0)
      .map(([name, ...value]) => [h('dt', {}, name), h('dd', {}, value)]));
}
