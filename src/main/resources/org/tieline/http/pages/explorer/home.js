/** The first page: what is here, what matters today, what lies ahead, and ways in. */
import {h, put, say, many} from './dom.js';
import {banPage, pageOf, today, write} from './address.js';
import {ask} from './api.js';
import {monthsLater} from './days.js';
import {ago, number, said} from './figures.js';
import {finder} from './finder.js';
import {worldMap} from './map.js';
import {nameOf, names} from './names.js';
import {forPrograms} from './take.js';
import {term} from './terms.js';
import {country, plain} from './words.js';

const FIRST = 5;
const NEW_BANS = 6;
const MOST = 1000;
const YEAR = 12;

export function homePage(page) {
  const figures = h('p', {class: 'figures'});
  const questions = h('ul', {class: 'questions', 'aria-label': 'Questions to begin with'});
  const conflicts = part('Established conflicts');
  const ahead = part('The next twelve months');
  const release = part('What changed lately');
  const world = worldMap();
  const element = h('div', {class: 'home'},
      h('section', {class: 'hero', 'aria-label': 'Begin'},
          h('h1', {tabindex: '-1'}, 'Which carriers are tied to a restricted telecom vendor, on which day, and who says so?'),
          finder({id: 'everything', open: page.open}), figures, questions),
      h('div', {class: 'lead-parts'}, conflicts.element, ahead.element),
      world.element, release.element, h('section', {class: 'take', 'aria-label': 'Take it along'}, forPrograms({restrictedIn: 'home-or-several'})));
  let day = null;
  let waiting = null;

  async function load() {
    waiting?.abort();
    waiting = new AbortController();
    const {signal} = waiting;
    const asked = path => ask(path, {signal});
    const found = asked(`/v1/conflicts?${new URLSearchParams({asOf: day, conflict: 'established', limit: 100})}`);
    const due = asked(`/v1/conflicts?${new URLSearchParams({asOf: day, dueWithin: 'P12M', limit: 100})}`);
    const bans = asked(`/v1/bans?${new URLSearchParams({asOf: day, limit: MOST})}`);
    const catalog = asked('/v1/catalog');
    const all = [
      show(figures, Promise.all([catalog, bans]), ([of, {results}]) => inFigures(of, results)),
      show(conflicts.body, found, answer => established(answer)),
      show(ahead.body, Promise.all([due, bans]), ([answer, {results}]) => deadlines(answer.results, results)),
      show(questions, Promise.all([bans, found, names()]), ([{results}, answer]) => toPress(results, answer.results)),
      show(release.body, Promise.all([catalog, bans, asked('/explorer/release.json')]), ([of, {results}, last]) => changes(of, results, last)),
      bans.then(({results}) => world.show(day, results, asked, targetsOf(results)), () => {})];
    await Promise.all(all);
    if (!signal.aborted) {
      element.removeAttribute('aria-busy');
      say(`Tieline on ${day}`);
    }
  }

  /** Fills a place when its answer is there; what is away is told once, above the page. */
  async function show(place, answer, made) {
    try {
      put(place, made(await answer));
    } catch (failure) {
      if (failure.name !== 'AbortError' && !(failure.away && place.childElementCount)) {
        put(place, failure.away ? null : h(place.localName === 'ul' ? 'li' : 'span', {class: 'cut'}, failure.message));
      }
    }
  }

  function inFigures(catalog, bans) {
    const inForce = bans.filter(ban => ban.state === 'in-force');
    const of = catalog.counts;
    return of ? [h('strong', {}, number(of.organizations)), ' organizations, ', h('strong', {}, number(of.ties)), ' ties between them, ',
      h('strong', {}, number(of.bans)), ' bans, ', number(inForce.length), ' of them ', term('in force'), ` in ${many(new Set(inForce.map(ban => ban.country)).size, 'country', 'countries')}, and `,
      h('strong', {}, number(of.sources)), ' sources.', catalog.dataset ? ` Data of release ${catalog.dataset.version}.` : ''] : 'No data has been loaded yet.';
  }

  function established(answer) {
    if (answer.total === 0) {
      return h('p', {class: 'facts'}, `None on ${day}, as far as the record goes.`);
    }
    const newest = [...answer.results].sort((a, b) => (b.tie.lastEvidenced ?? '').localeCompare(a.tie.lastEvidenced ?? ''));
    const items = newest.map(conflict);
    const list = h('ul', {class: 'sentences'}, items.slice(0, FIRST));
    const more = items.length > FIRST ? h('button', {type: 'button', class: 'quiet', 'on:click': () => {
      list.append(...items.slice(FIRST));
      items[FIRST].querySelector('a').focus();
      more.remove();
    }}, `Show all ${items.length}`) : null;
    return [h('p', {class: 'facts'}, many(answer.total, 'conflict'), ' of a tie with a ban at home ', answer.total === 1 ? 'is ' : 'are ', term('established'),
      ` on ${said(day)}; the newest evidence comes first.`), list, more];
  }

  function conflict(each) {
    const evidence = each.tie.lastEvidenced;
    return h('li', {}, h('p', {}, h('a', {href: pageOf(each.carrier.id, 'carrier', {asOf: day, vendor: [each.vendor.id], options: {}})}, each.carrier.name),
        h('span', {class: 'where'}, ` ${country(each.carrier.country)}`)),
    h('p', {}, each.sentence),
    h('p', {class: 'facts'}, evidence ? `Evidence of ${said(evidence)}, ${ago(evidence)} · ` : '',
        h('a', {href: banPage(each.ban.ban, {asOf: day})}, 'The ban'), each.deadline ? ` · deadline ${said(each.deadline)}` : ''));
  }

  /** What falls due, begins or ends, in the order of days; a ban that a conflict tells of is not told again. */
  function deadlines(due, bans) {
    const end = monthsLater(day, YEAR);
    const soon = date => date && date > day && date <= end;
    const told = new Set(due.map(each => each.ban.ban));
    const events = due.map(each => [each.deadline, conflict(each)]);
    for (const ban of bans.filter(each => each.state !== 'ended' && !told.has(each.id))) {
      for (const [date, what] of [[ban.effective, 'takes effect'], [ban.deadline, 'deadline'], [ban.ended, 'ends']]) {
        if (soon(date)) {
          events.push([date, h('li', {}, h('p', {}, h('a', {href: banPage(ban.id, {asOf: day})}, ban.name), h('span', {class: 'where'}, ` ${what}`)),
              h('p', {}, ban.summary))]);
        }
      }
    }
    events.sort(([a], [b]) => a.localeCompare(b));
    return events.length
        ? h('ol', {class: 'sentences ahead'}, events.map(([date, item]) => {
          item.prepend(h('p', {class: 'due'}, h('time', {datetime: date}, said(date))));
          return item;
        }))
        : h('p', {class: 'facts'}, `No deadline of a ban falls between ${day} and ${end}, as far as the record goes.`);
  }

  function toPress(bans, found) {
    const [vendor] = targetsOf(bans);
    if (!vendor) {
      return null;
    }
    const home = found.find(each => each.vendor.id === vendor)?.carrier.country ?? bans.find(ban => ban.targets.includes(vendor) && ban.state === 'in-force').country;
    const ask = change => write({page: 'question', vendor: [vendor], asOf: day, options: {}, ...change});
    return [[ask({options: {carrierCountry: home}}), `Which carriers in ${inText(home)} are tied to ${nameOf(vendor)} today?`],
      [ask({options: {certainty: 'certain'}}), `Which carriers everywhere are certainly tied to ${nameOf(vendor)}?`],
      [ask({view: 'timeline'}), `How have ties to ${nameOf(vendor)} changed since 2010?`]]
        .map(([href, text]) => h('li', {}, h('a', {href}, text)));
  }

  function changes(catalog, bans, last) {
    const isLoaded = catalog.dataset?.version === last.version;
    const newest = bans.map(ban => [[ban.effective, ban.announced, ban.reported].filter(date => date && date <= day).sort().at(-1), ban])
        .filter(([date]) => date).sort(([a], [b]) => b.localeCompare(a)).slice(0, NEW_BANS);
    return h('div', {class: 'changes'}, isLoaded ? h('div', {}, h('h3', {}, `Data release ${last.version}${last.since ? `, since ${last.since}` : ''}`),
        h('div', {class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Changes by table'}, h('table', {class: 'plain'},
            h('thead', {}, h('tr', {}, ['Table', 'Added', 'Changed', 'Withdrawn'].map(name => h('th', {scope: 'col'}, name)))),
            h('tbody', {}, last.tables.map(table => h('tr', {}, h('th', {scope: 'row'}, table.name),
                [table.added, table.changed, table.withdrawn].map(n => h('td', {class: 'n-cell'}, n ? number(n) : '–'))))))),
        h('p', {class: 'links'}, h('a', {href: '/explorer/data-changes.md', target: '_blank'}, 'Every change, fact by fact'))) : null,
    h('div', {}, h('h3', {}, 'The newest measures'), h('ul', {class: 'sentences'}, newest.map(([date, ban]) => h('li', {},
        h('p', {}, h('a', {href: banPage(ban.id, {asOf: day})}, ban.name), h('span', {class: 'where'}, ` ${said(date)}, ${plain(ban.state ?? ban.status)}`)),
        h('p', {}, ban.summary))))));
  }

  return {element,
    show() {
      document.title = 'Tieline: which carriers are tied to a restricted vendor';
      if (day !== today()) {
        day = today();
        element.setAttribute('aria-busy', 'true');
        load();
      }
    },
    again: load,
    recolour() {}};
}

function part(title) {
  const body = h('div', {}, h('p', {class: 'wait'}, 'Asking …'));
  return {body, element: h('section', {class: 'part', 'aria-label': title}, h('h2', {}, title), body)};
}

/** Whom orders in force in more than one country are against, those of the most countries first. */
function targetsOf(bans) {
  const countries = new Map();
  for (const ban of bans.filter(each => each.state === 'in-force' && each.nature === 'order')) {
    ban.targets.forEach(target => countries.set(target, (countries.get(target) ?? new Set()).add(ban.country)));
  }
  return [...countries].filter(([, of]) => of.size > 1).sort((a, b) => b[1].size - a[1].size || a[0].localeCompare(b[0])).map(([id]) => id);
}

/** A country within a sentence. */
function inText(code) {
  return ['AE', 'DO', 'GB', 'NL', 'PH', 'US'].includes(code) ? `the ${country(code)}` : country(code);
}
