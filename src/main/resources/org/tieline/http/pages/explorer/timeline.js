/** The answer over time: how many exposures there were by relation, month by month, and the bans that came. */
import {h, put, folded, many} from './dom.js';
import {asked, banPage, tidy, today} from './address.js';
import {ask} from './api.js';
import {chart, sum} from './chart.js';
import {csv, drawingAsPng} from './download.js';
import {FIRST, dayNumber, dayOf} from './days.js';
import {learn, nameOf} from './names.js';
import {country, mark, plain, RELATIONS} from './words.js';

const ORDER = Object.keys(RELATIONS);

export function timeline(page) {
  const drawing = h('div', {class: 'drawing', role: 'img', 'aria-label': 'Exposures month by month'});
  const reading = h('div', {class: 'reading'});
  const lists = h('div', {class: 'lists'});
  const element = h('div', {class: 'timeline'}, drawing, reading, lists);
  let state = null;
  let question = null;
  let waiting = null;
  let data = null;
  let drawn = null;
  let wide = 0;

  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (data && width > 0 && width !== wide) {
      draw();
    }
  }).observe(drawing);

  const address = () => seriesAddress(state);

  async function load() {
    const wanted = address();
    if (wanted === question) {
      draw();
      return;
    }
    question = wanted;
    waiting?.abort();
    waiting = new AbortController();
    const {signal} = waiting;
    element.setAttribute('aria-busy', 'true');
    if (!data) {
      put(drawing, h('p', {class: 'state wait'}, 'Counting month by month …'));
    }
    try {
      const series = await ask(wanted, {signal});
      series.searched.vendors.forEach(learn);
      const bans = await bansOn(series.searched.vendors, signal);
      data = {series, points: series.results, bans, end: today()};
      draw();
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        question = null;
        put(drawing, h('div', {class: 'state failed'}, h('h2', {}, failure.title), h('p', {}, failure.message)));
      }
    } finally {
      if (!signal.aborted) {
        element.removeAttribute('aria-busy');
      }
    }
  }

  async function bansOn(vendors, signal) {
    if (vendors.length === 0) {
      return [];
    }
    const answer = await ask(`/v1/bans?${tidy(new URLSearchParams({target: vendors.map(each => each.id).join(','), limit: 1000}))}`, {signal});
    return answer.results.map(ban => ({...ban, day: firstDay(ban.effective ?? ban.announced ?? ban.reported), order: ban.nature === 'order'}))
        .filter(ban => ban.day && ban.day >= FIRST && ban.day <= today());
  }

  function relations() {
    return ORDER.filter(each => (state.only.length === 0 || state.only.includes(each))
        && data.points.some(point => point.pairs.byRelation[each] > 0));
  }

  function draw() {
    if (!data) {
      return;
    }
    wide = Math.floor(drawing.clientWidth);
    const shown = relations();
    drawn = chart({...data, relations: shown}, Math.max(300, wide), state.asOf, ban => page.open(banPage(ban, state)),
        part => page.go({asOf: dayOf(Math.round(part * dayNumber(data.end)))}));
    put(drawing, drawn.svg);
    read(shown);
    put(lists, folded(`Bans marked here, ${data.bans.length}`, banList()), folded('Numbers by year', numbers(shown)));
  }

  function point() {
    return data.points.findLast(each => each.day <= state.asOf) ?? data.points[0];
  }

  function read(shown) {
    const at = point();
    const named = state.vendor.length > 0;
    const vendors = named ? state.vendor.map(nameOf).join(', ') : `${many(at.vendors, 'vendor')} that ${at.vendors === 1 ? 'was' : 'were'} restricted`;
    const counted = state.vendor.length === 1 ? many(sum(at, shown), 'carrier') : many(sum(at, shown), 'pair');
    drawing.setAttribute('aria-label', `Exposures to ${vendors}, month by month from 2010 to ${data.end}; ${sum(at, shown)} on ${at.day}. The numbers are in a table below.`);
    put(reading, h('p', {}, h('strong', {}, counted), state.vendor.length === 1 ? ' tied to ' : ' of carrier and vendor, counting ', `${vendors}, on ${at.day}, the first of the month`),
        h('ul', {class: 'key'}, shown.map(each => h('li', {title: RELATIONS[each].meaning}, mark(each), ' ', RELATIONS[each].label, ' ',
            h('span', {class: 'n'}, at.pairs.byRelation[each] ?? 0)))),
        h('p', {class: 'facts'}, 'A tie without a known beginning counts as holding before, one without an end as continuing: the curve says what may have been. ',
            state.options.certainty === 'certain' ? null : h('button', {type: 'button', class: 'quiet', 'on:click': () => page.go({options: {...state.options, certainty: 'certain'}})}, 'Count only what certainly held'),
            ' Flags are bans by country, filled if binding orders.'));
  }

  function banList() {
    return h('ul', {class: 'lines'}, [...data.bans].sort((a, b) => a.day.localeCompare(b.day)).map(ban => h('li', {},
        h('time', {}, ban.effective ?? ban.announced ?? ban.reported), ' ', country(ban.country), ' ',
        h('a', {href: banPage(ban.id, state)}, ban.id), h('span', {class: 'facts'}, ` ${plain(ban.nature)}, ${plain(ban.status)}`))));
  }

  function numbers(shown) {
    const years = data.points.filter(each => each.day.endsWith('-01-01'));
    return h('div', {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Numbers by year'}, h('table', {class: 'plain'},
        h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, 'Day'), h('th', {scope: 'col'}, 'All'), shown.map(each => h('th', {scope: 'col'}, RELATIONS[each].label)))),
        h('tbody', {}, years.map(each => h('tr', {}, h('th', {scope: 'row'}, each.day), h('td', {}, sum(each, shown)),
            shown.map(relation => h('td', {}, each.pairs.byRelation[relation] ?? 0)))))));
  }

  return {element,
    show(_, next) {
      const narrowed = state?.only.join() !== next.only.join();
      state = next;
      if (address() === question && data && drawn?.svg.isConnected && !narrowed) {
        drawn.move(state.asOf);
        read(relations());
      } else {
        load();
      }
    },
    again() {
      question = null;
      if (element.isConnected) {
        load();
      }
    },
    recolour: draw,
    csv: () => csv(['day', 'vendors', 'pairs', ...ORDER],
        data.points.map(each => [each.day, each.vendors, each.pairs.total, ...ORDER.map(relation => each.pairs.byRelation[relation] ?? 0)])),
    png: () => drawingAsPng(drawn.svg)};
}

/** The question of the months. */
export function seriesAddress(state) {
  const query = asked({...state, asOf: null});
  query.set('from', FIRST);
  query.set('to', today());
  query.set('step', 'P1M');
  return `/v1/changes?${tidy(query)}`;
}

/** A month or year counts from its first day, as the state of a ban does. */
export function firstDay(date) {
  return date ? `${date}-01-01`.slice(0, 10) : null;
}
