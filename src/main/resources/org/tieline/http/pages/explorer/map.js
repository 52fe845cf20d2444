/** The world by bans in force and by how many carriers or subscribers are tied, as a map and as a table. */
import {h, put, s, say, many} from './dom.js';
import {addressOf} from './address.js';
import {ask} from './api.js';
import {number, share} from './figures.js';
import {nameOf, names} from './names.js';
import {term} from './terms.js';
import {country} from './words.js';

const WIDTH = 960;
const HEIGHT = 470;
const DOT = 3.4;
const ANYWHERE = '*';

/** What can be shown: its steps begin at these values, and `of` is null where a country has no value. */
const MEASURES = {
  bans: {label: 'Bans in force', steps: [1, 2, 4, 8, 16], of: row => row.bans, text: value => many(value, 'ban')},
  possibly: {label: 'Carriers tied, possibly', steps: [1, 25, 50, 75, 100], of: row => share(row.possibly?.carriers, row.onRecord?.carriers), text: percent},
  certainly: {label: 'Carriers tied, certainly', steps: [1, 25, 50, 75, 100], of: row => share(row.certainly?.carriers, row.onRecord?.carriers), text: percent},
  possiblySubscribers: {label: 'Subscribers of carriers tied, possibly', steps: [1, 25, 50, 75, 100], of: row => share(row.possibly?.subscribers, row.onRecord?.subscribers), text: percent},
  certainlySubscribers: {label: 'Subscribers of carriers tied, certainly', steps: [1, 25, 50, 75, 100], of: row => share(row.certainly?.subscribers, row.onRecord?.subscribers), text: percent}
};
const SHARES = MEASURES.possibly.steps;

let library = null;

/** The shapes of countries, and D3 to lay them out; read once. */
function shapes() {
  library ??= Promise.all([ask('/explorer/world.json'), import('./d3-array.js').then(() => import('./d3-geo.js'))]).then(([world]) => {
    const {geoNaturalEarth1, geoPath} = globalThis.d3;
    const lands = world.features.filter(each => each.geometry.type !== 'Point');
    const projection = geoNaturalEarth1().fitExtent([[2, 2], [WIDTH - 2, HEIGHT - 2]], {type: 'FeatureCollection', features: lands});
    const path = geoPath(projection).digits(1);
    return world.features.map(each => each.geometry.type === 'Point'
        ? {code: each.id, at: projection(each.geometry.coordinates)} : {code: each.id, path: path(each)});
  }).catch(failure => {
    library = null;
    throw failure;
  });
  return library;
}

export function worldMap() {
  const measure = h('select', {id: 'map-measure', 'on:change': () => draw().then(() => say(`Countries by: ${MEASURES[measure.value].label}`))}, Object.entries(MEASURES).map(([value, {label}]) => h('option', {value}, label)));
  const vendors = h('select', {id: 'map-vendors', 'on:change': () => count()});
  const about = h('p', {class: 'facts'});
  const drawing = h('div', {class: 'world', 'aria-hidden': 'true'});
  const told = h('p', {class: 'told facts', 'aria-hidden': 'true'}, 'Point at a country to read it; press it for more.');
  const key = h('ul', {class: 'map-key', 'aria-label': 'Colours of the map'});
  const list = h('div', {class: 'scroll map-table', tabindex: '0', role: 'group', 'aria-label': 'Countries'}, h('p', {class: 'wait'}, 'Asking …'));
  const element = h('section', {class: 'part map', 'aria-label': 'The world'},
      h('h2', {}, 'The world'),
      h('div', {class: 'map-choice'}, h('label', {}, 'Show ', measure), h('label', {}, 'tied to ', vendors)), about,
      h('div', {class: 'map-parts'}, h('div', {}, drawing, told, key), list));
  let day = null;
  let bans = [];
  let asked = ask;
  let rows = [];
  let marks = new Map();

  function choices(among) {
    const chosen = vendors.options.length ? vendors.value : null;
    put(vendors, h('option', {value: ''}, 'vendors restricted at home or widely'), h('option', {value: ANYWHERE}, 'any restricted vendor'),
        among.slice(0, 8).map(id => h('option', {value: id}, nameOf(id))));
    if ([...vendors.options].some(option => option.value === chosen)) {
      vendors.value = chosen;
    }
  }

  async function count() {
    const query = new URLSearchParams({by: 'country', asOf: day});
    if (vendors.value === '') {
      query.append('restrictedIn', 'home-or-several');
    } else if (vendors.value !== ANYWHERE) {
      query.append('vendor', vendors.value);
    }
    element.setAttribute('aria-busy', 'true');
    try {
      const answer = await asked(`/v1/summary?${query}`);
      const counted = new Map(answer.results.filter(row => row.key).map(row => [row.key, row]));
      const inForce = new Map();
      bans.filter(ban => ban.state === 'in-force').forEach(ban => inForce.set(ban.country, (inForce.get(ban.country) ?? 0) + 1));
      rows = [...new Set([...counted.keys(), ...inForce.keys()])].map(code => ({code, name: country(code), bans: inForce.get(code) ?? 0,
        onRecord: counted.get(code)?.onRecord, possibly: counted.get(code)?.exposed.possibly, certainly: counted.get(code)?.exposed.certainly}));
      put(about, 'On ', day, ', ', number(answer.all.exposed.possibly.carriers), ' of ', many(answer.all.onRecord.carriers, 'carrier'), ' on record are ', term('possible', 'possibly'),
          ' and ', number(answer.all.exposed.certainly.carriers), ' ', term('certain', 'certainly'), ' tied to ', among(answer.searched.vendors), ', directly or through others. Subscribers are those of carriers that have a count.');
      await draw();
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        put(list, h('p', {class: 'cut'}, failure.message));
      }
    } finally {
      element.removeAttribute('aria-busy');
    }
  }

  function draw() {
    const shown = MEASURES[measure.value];
    const value = row => shown.of(row);
    const sorted = [...rows].sort((a, b) => (value(b) ?? -1) - (value(a) ?? -1) || (b.onRecord?.carriers ?? 0) - (a.onRecord?.carriers ?? 0) || a.name.localeCompare(b.name, 'en'));
    put(list, h('table', {class: 'plain'}, h('caption', {class: 'unseen'}, `Countries by: ${shown.label}`),
        h('thead', {},
            h('tr', {}, h('th', {scope: 'col', rowspan: 2}, 'Country'), head('bans', 'Bans in force', {rowspan: 2}), h('th', {scope: 'colgroup', colspan: 3}, 'Carriers, % of them tied'), h('th', {scope: 'colgroup', colspan: 2}, 'Subscribers, %')),
            h('tr', {}, h('th', {scope: 'col'}, 'all'), head('possibly', 'possibly'), head('certainly', 'certainly'),
                head('possiblySubscribers', 'possibly'), head('certainlySubscribers', 'certainly'))),
        h('tbody', {}, sorted.map(row => h('tr', {'data-country': row.code}, h('th', {scope: 'row'}, h('a', {href: addressOf('country', row.code)}, row.name)),
            cell(row.bans || null), cell(row.onRecord?.carriers), ['possibly', 'certainly', 'possiblySubscribers', 'certainlySubscribers'].map(of => cell(MEASURES[of].of(row), whole)))))));
    put(key, h('li', {}, h('i', {class: 'swatch none'}), 'no value on record'), h('li', {}, h('i', {class: 'swatch q0'}), '0'),
        shown.steps.map((step, i) => h('li', {}, h('i', {class: `swatch q${i + 1}`}), range(shown, i))));
    return paint(shown);
  }

  function head(of, text, more = {}) {
    return h('th', {scope: 'col', title: MEASURES[of].label, class: of === measure.value ? 'chosen-column' : null, ...more}, text);
  }

  async function paint(shown) {
    if (marks.size === 0) {
      try {
        make(await shapes());
      } catch (failure) {
        put(drawing, h('p', {class: 'cut'}, 'The map cannot be drawn; the table has all of it. ', failure.message));
        return;
      }
    }
    const known = new Map(rows.map(row => [row.code, row]));
    for (const [code, mark] of marks) {
      const row = known.get(code);
      const value = row ? shown.of(row) : shown === MEASURES.bans ? 0 : null;
      mark.setAttribute('class', value === null ? 'none' : `q${shown.steps.filter(step => value >= step || (step === SHARES[0] && value > 0 && shown.steps === SHARES)).length}`);
      mark.dataset.text = `${country(code)}: ${value === null ? 'no value on record' : shown.text(value)}${row?.onRecord ? `, ${many(row.onRecord.carriers, 'carrier')} on record` : ''}`;
    }
  }

  /** A small land is a dot; one without a code is no country that data could have. */
  function make(lands) {
    if (marks.size > 0) {
      return;
    }
    const drawn = lands.map(({code, path, at}) => {
      const mark = path ? s('path', {d: path}) : s('circle', {cx: at[0].toFixed(1), cy: at[1].toFixed(1), r: DOT});
      if (code) {
        mark.setAttribute('data-country', code);
        marks.set(code, mark);
      } else {
        mark.setAttribute('class', 'none');
      }
      return mark;
    });
    put(drawing, s('svg', {viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'world-svg', 'on:pointerover': event => {
      told.textContent = event.target.dataset.text ?? 'Point at a country to read it; press it for more.';
    }, 'on:click': event => {
      const code = event.target.dataset.country;
      if (code) {
        list.querySelector(`[data-country="${code}"] a`)?.click();
      }
    }}, drawn));
  }

  return {element,
    /**
     * @param {object[]} all every ban on the day
     * @param {(path: string) => Promise<object>} how asks as long as the page is wanted
     * @param {string[]} among vendors that can be chosen
     */
    async show(on, all, how, among) {
      day = on;
      bans = all;
      asked = how;
      await names();
      choices(among);
      await count();
    }};
}

function percent(value) {
  return `${number(value)} %`;
}

/** Percent without its sign, as the head of the column has it. */
function whole(value) {
  return value > 0 && value < 1 ? '<1' : String(Math.round(value));
}

function range({steps, text, of}, i) {
  const next = steps[i + 1];
  if (of === MEASURES.bans.of) {
    return next ? (next - 1 > steps[i] ? `${steps[i]}–${next - 1}` : String(steps[i])) : `${steps[i]} and more`;
  }
  return next ? `${i === 0 ? 'up to' : `${steps[i]} to`} ${next} %` : text(steps[i]);
}

function cell(value, text = number) {
  return h('td', {class: 'n-cell'}, value === null || value === undefined ? h('span', {class: 'nil'}, '–') : text(value));
}

function among(vendors) {
  const shown = vendors.slice(0, 4).map(each => each.name);
  return vendors.length === 0 ? 'any vendor' : vendors.length > 4 ? `${shown.join(', ')} or ${many(vendors.length - 4, 'other', 'others')}` : shown.join(' or ');
}
