/** The answer over time: how many carriers were tied, certainly and possibly, month by month, the bans that came, and the days of change. */
import {h, put, folded, many, say} from './dom.js';
import {asked, banPage, tidy, today} from './address.js';
import {ask} from './api.js';
import {chart} from './chart.js';
import {csv, drawingAsPng, drawingAsSvg} from './download.js';
import {FIRST, dayNumber, dayOf, firstDay} from './days.js';
import {moments} from './moments.js';
import {learn, nameOf, names} from './names.js';
import {complete, contact} from './options.js';
import {relationsOf} from './rows.js';
import {country, length, listed, plain, RELATIONS, were} from './words.js';

const ORDER = Object.keys(RELATIONS);
const BY = {'': 'Age of evidence', relation: 'Relation', country: 'Country'};
/** For how long evidence is taken to carry by the inner and outer bands, besides what the question says. */
const AGES = ['P2Y', 'P10Y'];
const MOST_COUNTRIES = 8;
const STANDS = ['in-force', 'announced'];
/** Options that a count over time does not take. */
const NOT_COUNTED = ['segment', 'generation', 'state', 'affiliates'];
/** From one stop to the next while playing, in milliseconds. */
const PLAY = 900;

export function timeline(page) {
  const drawing = h('div', {class: 'drawing', role: 'slider', tabindex: '0', 'aria-label': 'Days on which the answer changes', 'aria-valuemin': 0,
    'aria-valuemax': dayNumber(today()), 'aria-valuenow': 0, 'on:keydown': keys});
  const choice = h('select', {id: 'by', 'aria-label': 'What the bands are', 'on:change': event => page.go({by: event.target.value})},
      Object.entries(BY).map(([value, label]) => h('option', {value}, label)));
  const step = (label, text, by) => h('button', {type: 'button', class: 'stop', title: label, 'aria-label': label, disabled: true, 'on:click': () => {
    pause();
    move(by);
  }}, text);
  const earlier = step('The change before', '‹ Earlier change', -1);
  const later = step('The next change', 'Next change ›', 1);
  const play = h('button', {type: 'button', id: 'play', disabled: true, 'aria-pressed': 'false', 'on:click': () => playing ? pause() : start()}, '▶ Play the changes');
  const status = h('span', {class: 'facts', id: 'moments'});
  const reading = h('div', {class: 'reading'});
  const lists = h('div', {class: 'lists'});
  const element = h('div', {class: 'timeline'}, h('div', {class: 'timeline-head'}, h('label', {}, 'By ', choice), earlier, play, later, status), drawing, reading, lists);
  const still = matchMedia('(prefers-reduced-motion: reduce)');
  still.addEventListener('change', motion);
  let state = null;
  let rows = [];
  let question = null;
  let waiting = null;
  let data = null;
  let stops = null;
  let bans = [];
  let banDay = null;
  let drawn = null;
  let wide = 0;
  let playing = 0;
  motion();

  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry.contentRect.width);
    if (data && width > 0 && width !== wide) {
      draw();
    }
  }).observe(drawing);

  /** Who asked for less motion steps from change to change and sees nothing move by itself. */
  function motion() {
    pause();
    play.hidden = still.matches;
  }

  function key() {
    return `${seriesAddress(state)} ${state.by}`;
  }

  function countries() {
    const numbers = new Map();
    rows.forEach(each => numbers.set(each.carrier.country, (numbers.get(each.carrier.country) ?? 0) + 1));
    numbers.delete(null);
    return [...numbers].sort((a, b) => b[1] - a[1]).slice(0, MOST_COUNTRIES).map(([code]) => code);
  }

  async function load() {
    const wanted = key();
    if (wanted === question) {
      draw();
      return;
    }
    question = wanted;
    pause();
    waiting?.abort();
    waiting = new AbortController();
    const {signal} = waiting;
    element.setAttribute('aria-busy', 'true');
    if (!data) {
      put(drawing, h('p', {class: 'state wait'}, 'Counting month by month …'));
    }
    try {
      const usual = complete(state).options.maxAge ?? 'P5Y';
      const ages = state.by ? [] : AGES.filter(age => age !== usual && (certainAlone() ? years(age) < years(usual) : true));
      const codes = state.by === 'country' ? countries() : [];
      const counting = options => ask(seriesAddress({...state, options: {...state.options, ...options}}), {signal});
      const [series] = await Promise.all([counting({}), names()]);
      const others = await oneByOne(ages, maxAge => counting({maxAge}));
      const ofCountries = await oneByOne(codes, carrierCountry => counting({carrierCountry}));
      series.searched.vendors.forEach(learn);
      banDay = null;
      stops = stops?.of === seriesAddress(state) ? stops : null;
      data = {series, points: series.results, usual, ages, others, codes, ofCountries, vendors: series.searched.vendors};
      await readBans(signal);
      draw();
      element.removeAttribute('aria-busy');
      await findMoments(signal);
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

  async function findMoments(signal) {
    if (stops?.of === seriesAddress(state)) {
      return;
    }
    put(status, 'Looking for the days of change …');
    const changed = await moments((from, to) => seriesAddress(state, {from, to, step: 'P1D', format: 'csv'}), signal);
    const days = new Set([...changed.slice(1).map(each => each.day), ...bans.flatMap(ban => [ban.effective, ban.announced, ban.ended].map(firstDay))]);
    stops = {of: seriesAddress(state), changed, days: [...days].filter(day => day && day > FIRST && day <= today()).sort()};
    element.dataset.moments = stops.days.length;
    put(status, `${many(stops.days.length, 'day')} on which a count changes or a ban does; arrow keys lead from one to the next.`);
    [earlier, later, play].forEach(button => { button.disabled = stops.days.length === 0; });
    draw();
  }

  /** The bans on all vendors that were asked about, as they stood on the day. */
  async function readBans(signal) {
    const day = state.asOf;
    if (banDay === day) {
      return;
    }
    banDay = day;
    const ids = data.vendors.map(each => each.id);
    const known = state.options.knownAt ? {knownAt: state.options.knownAt} : {};
    const answer = ids.length === 0 ? {results: []}
        : await ask(`/v1/bans?${tidy(new URLSearchParams({target: ids.join(','), asOf: day, ...known, limit: 1000}))}`, {signal});
    bans = answer.results.map(ban => ({...ban, day: firstDay(ban.effective ?? ban.announced ?? ban.reported), lit: STANDS.includes(ban.state), words: ban.name}))
        .filter(ban => ban.day && ban.day >= FIRST && ban.day <= today()).sort((a, b) => a.day.localeCompare(b.day));
  }

  function byMonth() {
    return [...Map.groupBy(bans, ban => ban.day.slice(0, 7))].map(([month, some]) => ({month, bans: some}));
  }

  function certainAlone() {
    return state.options.certainty === 'certain';
  }

  /** What is drawn: of each row the widest band first. */
  function bands() {
    const possible = pick => certainAlone() ? [] : [{name: 'possible', values: data.points.map(pick), strength: 0.16, edge: false}];
    const sure = pick => ({name: 'certain', values: data.points.map(point => pick(point.certain)), strength: 0.8, edge: true});
    if (state.by === 'relation') {
      const wanted = relationsOf(state.only);
      return ORDER.filter(each => (wanted.length === 0 || wanted.includes(each)) && data.points.some(point => point.carriers.byRelation[each] > 0))
          .map(each => ({label: RELATIONS[each].label, colour: `of-${RELATIONS[each].family}`,
            bands: [...possible(point => point.carriers.byRelation[each]), sure(certain => certain.carriers.byRelation[each])]}));
    }
    if (state.by === 'country') {
      return data.codes.map((code, i) => {
        const points = data.ofCountries[i].results;
        return {label: country(code), colour: 'of-own', bands: [...(certainAlone() ? [] : [{name: 'possible', values: points.map(each => each.carriers.total), strength: 0.16, edge: false}]),
          {name: 'certain', values: points.map(each => each.certain.carriers.total), strength: 0.8, edge: true}]};
      });
    }
    const levels = [...data.ages.map((age, i) => ({age, points: data.others[i].results})), {age: data.usual, points: data.points}]
        .sort((a, b) => years(b.age) - years(a.age))
        .map(({age, points}) => ({name: age === data.usual ? `certain: vouched for within ${length(age)}` : `vouched for within ${length(age)}`,
          values: points.map(each => each.certain.carriers.total), edge: age === data.usual}));
    const all = [...possible(point => point.carriers.total).map(each => ({...each, name: 'possible: longer ago, or not dated'})), ...levels];
    return [{label: 'Carriers', colour: 'of-own', bands: all.map((each, i) => ({...each, strength: all.length === 1 ? 0.8 : 0.14 + 0.5 * i / (all.length - 1)}))}];
  }

  function draw() {
    if (!data) {
      return;
    }
    wide = Math.floor(drawing.clientWidth);
    const shown = bands();
    drawn = chart({days: data.points.map(each => each.day), end: today(), rows: shown, bans: byMonth(), moments: stops?.days ?? []}, Math.max(300, wide), state.asOf,
        month => openMonth(month), part => page.go({asOf: dayOf(Math.round(part * dayNumber(today())))}));
    put(drawing, drawn.svg);
    read(shown);
    const wasOpen = [...lists.querySelectorAll('details')].map(each => each.open);
    const wasAt = lists.contains(document.activeElement) ? document.activeElement.dataset.ban : null;
    put(lists, banList(), folded('Numbers by year', numbers(shown)));
    lists.querySelectorAll('details').forEach((each, i) => { each.open = wasOpen[i] ?? each.open; });
    const now = lists.querySelector('.now');
    if (now) {
      now.parentElement.scrollTop = now.offsetTop;
    }
    if (wasAt) {
      lists.querySelector(`[data-ban="${wasAt}"]`)?.focus();
    }
  }

  /** How many there were on the day: exactly once the days of change are known, before that on the first of the month. */
  function counted() {
    if (stops) {
      const at = stops.changed.findLast(each => each.day <= state.asOf) ?? stops.changed[0];
      return {...at, on: state.asOf, changed: at.day === state.asOf ? at.before : null};
    }
    const at = data.points.findLast(each => each.day <= state.asOf) ?? data.points[0];
    return {carriers: at.carriers.total, certain: at.certain.carriers.total, on: `${at.day}, the first of the month`, changed: null};
  }

  function read(shown) {
    const at = counted();
    const verb = were(state.asOf);
    const vendors = state.vendor.length ? listed(state.vendor.map(nameOf), 4, 'or') : 'vendors that were restricted on that day';
    const counts = certainAlone() ? `${many(at.certain, 'carrier')} ${verb} certainly tied` : `${many(at.carriers, 'carrier')} ${verb} possibly tied, ${at.certain.toLocaleString('en')} of them certainly,`;
    const lit = bans.filter(ban => ban.lit);
    const ofDay = bans.filter(ban => [ban.effective, ban.announced, ban.ended].map(firstDay).includes(state.asOf));
    const difference = at.changed ? [signed(at.carriers - at.changed.carriers, 'possibly'), signed(at.certain - at.changed.certain, 'certainly')].filter(Boolean).join(', ') : '';
    drawing.setAttribute('aria-valuenow', Math.max(0, dayNumber(state.asOf)));
    drawing.setAttribute('aria-valuetext', `${state.asOf}: ${counts.replace(/,$/, '')}; ${many(lit.length, 'ban')} in force or announced`);
    const notCounted = [contact(state.options) === 'any contact' ? null : `“${contact(state.options)}”`, state.options.affiliates ? 'what vendors own' : null,
      state.find || state.only.length > relationsOf(state.only).length ? 'the filters of the table' : null].filter(Boolean);
    put(reading, h('p', {}, h('strong', {}, counts), ` to ${vendors}, on ${at.on}. `,
        difference ? `On this day ${difference}. ` : at.changed ? 'On this day others than the day before. ' : '',
        ofDay.length ? `${many(ofDay.length, 'ban')} announced, begun or ended on it: ${listed(ofDay.map(ban => ban.words), 2)}. ` : ''),
    h('ul', {class: 'key'}, state.by ? [strength(certainAlone() ? 0.8 : above([{strength: 0.16}, {strength: 0.8}]), 'of-own', 'certain: somebody has vouched for every tie within ' + length(data.usual)), certainAlone() ? null : strength(0.16, 'of-own', 'possible')]
        : shown[0].bands.map((each, i, all) => strength(above(all.slice(0, i + 1)), 'of-own', each.name)),
    h('li', {}, h('span', {class: 'swatch lit'}), `ban in force or announced on the day, ${lit.length}`), h('li', {}, h('span', {class: 'swatch unlit'}), `not yet, or ended, ${bans.length - lit.length}`)),
    h('p', {class: 'facts'}, certainAlone()
        ? 'Only what certainly held is counted: from when a tie is known to have begun until it is known to have ended or nobody has vouched for it any more. '
        : 'A tie without a known beginning counts as possibly holding before, one without an end as possibly continuing. ',
    state.by ? 'Each row has a scale of its own. ' : '',
    state.by === 'relation' ? 'A carrier that is tied to several vendors may stand in several rows, and by a longer path for certain than possibly. ' : '',
    state.by === 'country' ? `The ${data.codes.length} countries with most carriers in the answer. ` : '',
    notCounted.length ? `The timeline counts every contact and every carrier: ${listed(notCounted)} ${notCounted.length > 1 ? 'do' : 'does'} not narrow it. ` : '',
    certainAlone() ? null : h('button', {type: 'button', class: 'quiet', 'on:click': () => page.go({options: {...state.options, certainty: 'certain'}})}, 'Count only what certainly held')));
  }

  function banList() {
    const months = byMonth();
    const shown = months.findLast(each => each.month <= state.asOf.slice(0, 7))?.month;
    return h('details', {class: 'ban-months', open: true}, h('summary', {}, `Bans by month, ${bans.length}`),
        h('div', {class: 'scroll-down', tabindex: '0', role: 'group', 'aria-label': 'Bans by month'}, months.toReversed().map(({month, bans: some}) =>
          h('section', {'data-month': month, class: month === shown ? 'now' : null}, h('h2', {}, month), h('ul', {class: 'lines'}, some.map(ban => h('li', {class: ban.lit ? 'lit' : 'unlit'},
              h('time', {}, ban.effective ?? ban.announced ?? ban.reported), ' ', h('a', {href: banPage(ban.id, state), 'data-ban': ban.id}, ban.words), ' ',
              h('span', {class: `state-of ${ban.state ?? ''}`}, ban.state ? plain(ban.state) : 'not yet'))))))));
  }

  function openMonth(month) {
    const details = lists.querySelector('.ban-months');
    details.open = true;
    const section = details.querySelector(`section[data-month="${month}"]`);
    section.parentElement.scrollTop = section.offsetTop;
    section.querySelector('a').focus();
  }

  function numbers(shown) {
    const columns = shown.flatMap(row => row.bands.map(band => ({name: shown.length === 1 ? band.name : `${row.label}, ${band.name}`, values: band.values})));
    return h('div', {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Numbers by year'}, h('table', {class: 'plain'},
        h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, 'Day'), columns.map(each => h('th', {scope: 'col'}, each.name)))),
        h('tbody', {}, data.points.flatMap((each, i) => each.day.endsWith('-01-01') ? [h('tr', {}, h('th', {scope: 'row'}, each.day), columns.map(column => h('td', {}, column.values[i])))] : []))));
  }

  /** The stop before or behind the day that is asked about, whose answer may still be on its way; null if there is none. */
  function stop(by) {
    const {asOf} = page.state();
    return (by < 0 ? stops?.days.findLast(day => day < asOf) : stops?.days.find(day => day > asOf)) ?? null;
  }

  function move(by) {
    const day = stop(by);
    if (day) {
      page.go({asOf: day}, {passing: playing !== 0});
    } else if (stops) {
      say(by < 0 ? 'Nothing changed before' : 'Nothing changed after');
    }
    return day;
  }

  function keys(event) {
    const by = {ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1}[event.key];
    const end = {Home: stops?.days[0], End: stops?.days.at(-1)}[event.key];
    if (by || end) {
      event.preventDefault();
      pause();
      if (end) {
        page.go({asOf: end});
      } else {
        move(by);
      }
    }
  }

  function start() {
    if (!stop(1) && stops.days.length) {
      page.go({asOf: stops.days[0]});
    }
    playing = setInterval(() => {
      if (!element.isConnected || (element.closest('[aria-busy=true]') === null && move(1) === null)) {
        pause();
      }
    }, PLAY);
    play.setAttribute('aria-pressed', 'true');
    put(play, '❚❚ Pause');
  }

  function pause() {
    clearInterval(playing);
    playing = 0;
    play.setAttribute('aria-pressed', 'false');
    put(play, '▶ Play the changes');
  }

  return {element,
    show(_, next, text, all) {
      state = next;
      rows = all;
      choice.value = state.by in BY ? state.by : '';
      if (key() === question && data && drawn?.svg.isConnected) {
        drawn.move(state.asOf);
        read(bands());
        if (banDay !== state.asOf) {
          readBans(waiting.signal).then(draw, failure => failure.name === 'AbortError' || say(failure.message));
        }
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
    csv: () => csv(['day', 'vendors', 'pairs', 'carriers', 'certain', ...ORDER],
        data.points.map(each => [each.day, each.vendors, each.pairs.total, each.carriers.total, each.certain.carriers.total,
          ...ORDER.map(relation => each.carriers.byRelation[relation] ?? 0)])),
    png: () => drawingAsPng(drawn.svg),
    svg: () => drawingAsSvg(drawn.svg)};
}

/** How strong the colour is where bands lie upon each other. */
function above(bands) {
  return 1 - bands.reduce((left, band) => left * (1 - band.strength), 1);
}

function strength(opacity, colour, text) {
  const swatch = h('span', {class: `swatch ${colour}`});
  swatch.style.opacity = Math.max(0.2, opacity);
  return h('li', {}, swatch, text);
}

function signed(number, word) {
  return number === 0 ? null : `${number > 0 ? '+' : '−'}${Math.abs(number)} ${word}`;
}

function years(period) {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(period) ?? [null, 5, 'Y'];
  return count / {D: 365, W: 52, M: 12, Y: 1}[unit];
}

/** Asks one question after the other: several such counts at once would keep others waiting. */
async function oneByOne(values, asking) {
  const answers = [];
  for (const value of values) {
    answers.push(await asking(value));
  }
  return answers;
}

/** The question of the months, or of other days. */
export function seriesAddress(state, {from = FIRST, to = today(), step = 'P1M', format} = {}) {
  const whole = complete(state);
  const options = Object.fromEntries(Object.entries(whole.options).filter(([name]) => !NOT_COUNTED.includes(name)));
  const query = asked({...whole, options, asOf: null});
  const relations = relationsOf(state.only);
  Object.entries({from, to, step, relation: relations.join(','), format: format ?? ''}).filter(([, value]) => value).forEach(([name, value]) => query.set(name, value));
  return `/v1/changes?${tidy(query)}`;
}
