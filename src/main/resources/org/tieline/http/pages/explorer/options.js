/**
 * The options of a question as parts of its sentence: the parameters that the API declares, each a control between words. What
 * is set is always in view, and so is every default that leaves something out.
 */
import {h, put, joined} from './dom.js';
import {OPTIONS, asked} from './address.js';
import {ofKind} from './names.js';
import {parametersOf} from './questions.js';
import {TIES, country, length, listed, plain} from './words.js';

/** What the explorer asks unless told otherwise, where that differs from the API. */
const USUAL = {restrictedIn: 'home-or-several'};
/** Those that say which vendors are restricted, of no use where vendors are named. */
const RESTRICTED = ['restrictedIn', 'country', 'scope', 'government', 'nature'];
export const RESTRICTED_IN = {'home-or-several': 'any vendor restricted at home or widely', 'anywhere': 'any vendor restricted anywhere'};
const CERTAINTY = {possible: 'possibly', certain: 'certainly'};
const STATES = {standing: 'that stands', removing: 'that is being taken out'};
const NATURES = {order: 'orders', power: 'powers to forbid', advice: 'advice'};
/** Words before and behind a control of the second line; those of the first list are there even where nothing is set. */
const ALWAYS = ['minEvidence', 'minStake', 'maxAge', 'ties', 'nature', 'minBan'];
const AROUND = {minEvidence: ['evidence that is at least'], minStake: ['stakes from', '%'], maxAge: ['evidence for'], ties: ['walking'],
  nature: ['restricted by'], minBan: ['bans that are at least'], minHops: ['at least', 'ties away'], evidencedSince: ['last evidenced since'],
  country: ['bans of'], government: ['bans by'], scope: ['bans on'], affiliates: ['with what vendors own under']};
const ADDED = {minHops: 'a least distance', evidencedSince: 'evidence since a day', country: 'bans of a country', government: 'bans of a government',
  scope: 'bans on something', affiliates: 'what vendors own'};
const HINTS = {COUNTRY: 'JP, US', DAY: '2018-12-08', SCOPE: '5g, removal', ID: 'an id'};
const AGES = ['P1Y', 'P2Y', 'P3Y', 'P5Y', 'P10Y', 'P100Y'];
const CHECKED = {segment: 'Part of the network', generation: 'Generation', state: 'On that day'};

/** The state with what the explorer asks besides; this is what is asked of the API. */
export function complete(state) {
  const options = {...USUAL, ...state.options};
  if (state.vendor.length) {
    delete options.restrictedIn;
  }
  return {...state, options};
}

/** Vendors, day and options as the API is asked for a page, whatever page it is. */
export function asking(state) {
  return asked(complete(state));
}

/** The same without the day, for whoever follows what changes from day to day. */
export function followed(state) {
  return Object.fromEntries(asked({...complete(state), asOf: null}));
}

/** What restricted means here, where nobody named a vendor, with one press to the other meaning; nothing where vendors are named. */
export function meantBy(state, page) {
  if (state.vendor.length) {
    return null;
  }
  const widely = complete(state).options.restrictedIn !== 'anywhere';
  const {restrictedIn, ...others} = state.options;
  return h('p', {class: 'facts meant'}, widely
      ? 'Restricted: by an order, in force or announced, that names the vendor or is understood to mean it, in the carrier’s own country or bloc or in more than one country. '
      : 'Restricted: by a ban of any country. ',
  h('button', {type: 'button', class: 'quiet', id: widely ? 'widen' : 'narrow', 'on:click': () => page.go({options: widely ? {...others, restrictedIn: 'anywhere'} : others})},
      widely ? 'Count those too that one other country restricts' : 'Only those restricted at home or widely'));
}

/**
 * @param {(options: object) => void} choose hears all options that are not as by default
 * @returns places for the parts, and what fills them
 */
export function optionParts(choose) {
  const places = Object.fromEntries(['where', 'certainty', 'restricted', 'through', 'within', 'known', 'counting']
      .map(name => [name, h(name === 'counting' ? 'div' : 'span', {class: `part-of ${name}`})]));
  let options = {};
  let declared = new Map();
  let shown = null;
  let opened = [];
  let adding = null;

  document.addEventListener('click', event => close(event.target));
  document.addEventListener('keydown', event => {
    const details = event.key === 'Escape' ? event.target.closest?.('details.part') : null;
    if (details) {
      details.open = false;
      details.querySelector('summary').focus();
    }
  });

  function close(target) {
    Object.values(places).forEach(place => place.querySelectorAll('details.part[open]').forEach(each => {
      if (!each.contains(target) && target.isConnected) {
        each.open = false;
      }
    }));
  }

  function change(name, value) {
    const next = {...options};
    if (value && value !== (USUAL[name] ?? declared.get(name)?.default.join(','))) {
      next[name] = value;
    } else {
      delete next[name];
    }
    adding = null;
    choose(next);
  }

  const chosen = name => options[name]?.split(',').filter(Boolean) ?? [];
  const value = name => options[name] ?? USUAL[name] ?? declared.get(name)?.default.join(',') ?? '';

  function select(name, texts, {label = declared.get(name).sentence, words = Object.keys(texts)} = {}) {
    const now = value(name);
    return h('select', {id: `option-${name}`, class: 'part', 'aria-label': label, title: label, 'on:change': event => change(name, event.target.value)},
        (words.includes(now) ? words : [...words, now]).map(word => h('option', {value: word, selected: word === now}, texts[word] ?? plain(word))));
  }

  function input(name) {
    const {type, schema, sentence} = declared.get(name);
    const number = schema.type === 'integer' || schema.type === 'number';
    return h('input', {id: `option-${name}`, class: 'part', type: number ? 'number' : 'text', min: schema.minimum, max: schema.maximum,
      step: schema.type === 'number' ? 'any' : null, value: value(name), placeholder: HINTS[type], 'aria-label': sentence, title: sentence, spellcheck: 'false',
      autocomplete: 'off', 'on:change': event => change(name, number ? event.target.value.trim() : tidy(type, event.target.value))});
  }

  /** Boxes behind a summary that says all that is checked. */
  function boxes(id, summary, names) {
    return h('details', {class: 'part', id: `part-${id}`, open: opened.includes(`part-${id}`),
      'on:toggle': event => within(event.target.querySelector('.boxes'))}, h('summary', {id: `summary-${id}`}, summary), h('div', {class: 'boxes'}, names.map(name => set(name))));
  }

  function set(name) {
    const parameter = declared.get(name);
    const usual = parameter.default.length ? parameter.default : [];
    const now = options[name] === undefined ? usual : chosen(name);
    const all = [];
    const changed = () => {
      const words = all.filter(box => box.checked).map(box => box.value);
      change(name, words.join() === usual.join() || words.length === parameter.words.length && usual.length === 0 ? '' : words.join(','));
    };
    return h('fieldset', {class: 'set'}, h('legend', {title: parameter.sentence}, CHECKED[name] ?? parameter.sentence), parameter.words.map(word => {
      const box = h('input', {type: 'checkbox', id: `option-${name}-${word}`, value: word, checked: now.includes(word), 'on:change': changed});
      all.push(box);
      return h('label', {class: 'box'}, box, TIES[word] ?? STATES[word] ?? NATURES[word] ?? segment(word));
    }));
  }

  function where() {
    const codes = chosen('carrierCountry');
    const others = [...new Set(ofKind('carrier').map(each => each.country).filter(Boolean))].filter(code => !codes.includes(code))
        .sort((a, b) => country(a).localeCompare(country(b), 'en'));
    const label = 'A country of carriers';
    return [codes.map((code, i) => [i ? ' or ' : 'in ', token(code === 'EU' ? 'the European Union' : country(code), `Not in ${country(code)}`,
        () => change('carrierCountry', codes.filter(each => each !== code).join(',')))]),
    codes.length ? ' ' : '',
    h('select', {id: 'option-carrierCountry', class: codes.length ? 'part more-of-it' : 'part', 'aria-label': label, title: declared.get('carrierCountry').sentence,
      'on:change': event => change('carrierCountry', event.target.value ? [...codes, event.target.value].join(',') : codes.join(','))},
    h('option', {value: ''}, codes.length ? 'or in …' : 'anywhere'),
    codes.includes('EU') ? null : h('option', {value: 'EU'}, 'in the European Union'), others.map(code => h('option', {value: code}, `in ${country(code)}`)))];
  }

  function known() {
    const day = options.knownAt;
    const mode = h('select', {id: 'known', class: 'part', 'aria-label': 'What is known', title: declared.get('knownAt').sentence,
      'on:change': event => change('knownAt', event.target.value ? shown.asOf : '')},
    h('option', {value: '', selected: !day}, 'all that is on record'), h('option', {value: 'then', selected: Boolean(day)}, isRelease(day) ? 'what was held by the release' : 'what was known on'));
    return [mode, day ? [' ', input('knownAt')] : null];
  }

  function part(name) {
    const parameter = declared.get(name);
    const [before, behind] = AROUND[name] ?? [plain(name)];
    const control = name === 'ties' ? boxes('ties', listed(worded(name, TIES, 'every kind of tie'), 5), ['ties'])
        : name === 'nature' ? boxes('nature', listed(worded(name, NATURES, 'any ban')), ['nature'])
            : name === 'maxAge' ? select(name, Object.fromEntries(AGES.map(age => [age, age === 'P100Y' ? 'ever' : length(age)])), {words: AGES})
                : parameter.words.length && !parameter.several ? select(name, {}, {words: parameter.default.length ? parameter.words : ['', ...parameter.words]})
                    : input(name);
    const gone = !ALWAYS.includes(name) ? without(() => change(name, ''), `Without ${ADDED[name] ?? plain(name)}`) : null;
    return h('span', {class: value(name) !== (USUAL[name] ?? parameter.default.join(',')) ? 'counted set' : 'counted', 'data-option': name},
        `${before} `, control, behind ? ` ${behind}` : '', gone);
  }

  /** What is chosen of several, in words. */
  function worded(name, texts, all) {
    const {default: usual, words} = declared.get(name);
    const now = options[name] === undefined ? usual : chosen(name);
    return now.length === 0 || now.length === words.length ? [all] : now.map(word => texts[word] ?? plain(word));
  }

  function counting(state) {
    const here = [...declared.keys()].filter(name => (name in AROUND || !FIRST.includes(name)) && OPTIONS.includes(name)
        && (state.vendor.length === 0 || !RESTRICTED.includes(name)));
    const set = here.filter(name => ALWAYS.includes(name) || options[name] !== undefined || adding === name);
    const free = here.filter(name => !set.includes(name));
    set.sort((a, b) => rank(a) - rank(b));
    return ['Counting ', joined(set.map(part)), '. ',
      free.length ? h('select', {id: 'add-option', class: 'part more-of-it', 'aria-label': 'Another condition', 'on:change': event => {
        adding = event.target.value;
        fill(state);
        document.getElementById(`option-${adding}`)?.focus();
      }}, h('option', {value: ''}, 'And …'), free.map(name => h('option', {value: name}, ADDED[name] ?? plain(name)))) : null,
      Object.keys(options).length ? h('button', {type: 'button', class: 'quiet', id: 'no-options', 'on:click': () => {
        adding = null;
        choose({});
      }}, 'Back to the defaults') : null];
  }

  function fill(state) {
    const wasIn = document.activeElement?.id;
    const has = name => declared.has(name);
    // What is open at this moment stays so; an event that tells of it may still be on its way.
    opened = Object.values(places).flatMap(place => [...place.querySelectorAll('details.part[open]')]).map(each => each.id);
    put(places.where, has('carrierCountry') ? where() : null);
    put(places.certainty, has('certainty') ? select('certainty', CERTAINTY) : null);
    put(places.restricted, has('restrictedIn') && state.vendor.length === 0 ? select('restrictedIn', RESTRICTED_IN)
        : state.vendor.length === 0 ? 'any restricted vendor' : null);
    put(places.through, has('segment') ? boxes('through', contact(options), ['segment', 'generation', 'state'].filter(has)) : null);
    put(places.within, has('maxHops') ? select('maxHops', {}, {words: Array.from({length: 10}, (_, i) => String(i + 1))}) : null);
    put(places.known, has('knownAt') ? known() : null);
    put(places.counting, counting(state));
    const again = wasIn && document.activeElement?.id !== wasIn ? document.getElementById(wasIn) : null;
    again?.focus({preventScroll: true});
  }

  return {places,
    async show(state) {
      options = state.options;
      shown = state;
      const parameters = await parametersOf('exposures');
      if (parameters && shown === state) {
        declared = new Map(parameters.map(each => [each.name, each]));
        fill(state);
      }
    }};
}

const FIRST = ['vendor', 'carrier', 'asOf', 'carrierCountry', 'certainty', 'restrictedIn', 'segment', 'generation', 'state', 'maxHops', 'knownAt', 'relation'];

function rank(name) {
  const order = [...ALWAYS, ...Object.keys(ADDED)];
  return order.includes(name) ? order.indexOf(name) : order.length;
}

/** What a contact must be about, as the sentence has it. */
export function contact({segment: segments = '', generation = '', state = ''}) {
  const list = text => text.split(',').filter(Boolean);
  const parts = list(segments).map(segment);
  return [parts.length ? `${listed(parts, 9, 'or')} equipment` : 'any contact',
    generation ? `for ${listed(list(generation), 9, 'or')}` : '',
    list(state).length === 1 ? STATES[state] ?? state : ''].filter(Boolean).join(' ');
}

function segment(word) {
  return {ran: 'radio (RAN)', unknown: 'not specified'}[word] ?? plain(word);
}

/** The question in one sentence. */
export function inWords(state, {vendors, past}) {
  const {options} = complete(state);
  const where = options.carrierCountry ? ` in ${listed(options.carrierCountry.split(',').map(country), 9, 'or')}` : '';
  return `Which carriers${where} ${past} ${CERTAINTY[options.certainty] ?? 'possibly'} tied to ${vendors ?? RESTRICTED_IN[options.restrictedIn]}`
      + ` through ${contact(options)}, within ${options.maxHops ?? 4} ties, on ${state.asOf}, by ${options.knownAt ? `what was ${isRelease(options.knownAt) ? 'held by the release' : 'known on'} ${options.knownAt}` : 'all that is on record'}?`;
}

/** Moves what opens beside a word into the window. */
function within(box) {
  box.style.left = '0';
  const {left, right} = box.getBoundingClientRect();
  const room = document.documentElement.clientWidth - 24;
  if (right > room) {
    box.style.left = `${Math.max(12 - left, room - right)}px`;
  }
}

/** A part that can be taken away. */
export function token(text, label, gone) {
  return h('span', {class: 'token'}, text, without(gone, label));
}

function without(gone, label) {
  return h('button', {type: 'button', class: 'without', 'aria-label': label, title: label, 'on:click': gone}, '×');
}

function tidy(type, text) {
  const words = text.trim().split(/[\s,]+/).filter(Boolean).join(',');
  return type === 'COUNTRY' ? words.toUpperCase() : words.toLowerCase();
}

/** Whether what counts as known is a release, and no day. */
function isRelease(known) {
  return Boolean(known) && !/^\d{4}-\d\d-\d\d$/.test(known);
}
