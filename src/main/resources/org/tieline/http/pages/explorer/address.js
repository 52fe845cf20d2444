/**
 * What the page shows, as its address says it. Every view is written into the address and read from it alone, so that an
 * address can be shared, reloaded and gone back to.
 */
import {OWN_WORDS, RECORDS} from './places.js';

const LISTS = ['vendor', 'ties', 'nature', 'country', 'scope', 'carrierCountry', 'government', 'segment', 'generation', 'state'];
const TEXTS = ['asOf', 'knownAt', 'certainty', 'evidencedSince', 'minStake', 'maxHops', 'minEvidence', 'minBan', 'minHops', 'maxAge', 'restrictedIn', 'affiliates'];
const VIEWS = ['table', 'graph', 'timeline'];
const SHOWN = ['view', 'by', 'sort', 'find', 'only', 'suppose'];
const PLACES = [['carrier', /^\/carriers\/([^/]+)$/], ['organization', /^\/organizations\/([^/]+)$/], ['ban', /^\/bans\/([^/]+)$/],
  ['scenario', /^\/scenario$/], ['question', /^\/exposures$/], ['home', /^\/$/], ...Object.entries(RECORDS).map(([page, {pattern}]) => [page, pattern])];

/** What the API calls the days of a page, for addresses that are put together as it has them. */
const API_DAYS = {changes: {asOf: 'to'}, events: {asOf: 'until', from: 'after'}};

/** The options that the API takes, by its own names. */
export const OPTIONS = [...LISTS, ...TEXTS].filter(name => name !== 'vendor' && name !== 'asOf');

/** Today in UTC, which is what the API means by today. */
export function today() {
  return new Date().toISOString().slice(0, 10);
}

export function read(location) {
  const query = new URLSearchParams(location.search);
  const state = {page: 'missing', id: null, vendor: [], options: {}};
  for (const [page, pattern] of PLACES) {
    const match = pattern.exec(location.pathname);
    if (match) {
      state.page = page;
      state.id = match[1] ? decoded(match[1]) : null;
      break;
    }
  }
  if (state.page === 'home' && [...LISTS, ...TEXTS, ...SHOWN].some(name => query.has(name))) {
    state.page = 'question';
  }
  for (const name of LISTS) {
    const values = query.getAll(name).flatMap(value => value.split(',')).map(value => value.trim()).filter(Boolean);
    if (name === 'vendor') {
      state.vendor = values;
    } else if (values.length) {
      state.options[name] = values.join(',');
    }
  }
  for (const name of TEXTS.slice(1)) {
    const value = query.get(name)?.trim();
    if (value) {
      state.options[name] = value;
    }
  }
  state.asOf = query.get('asOf')?.trim() || query.get(API_DAYS[state.page]?.asOf)?.trim().slice(0, 10) || today();
  state.view = VIEWS.includes(query.get('view')) ? query.get('view') : 'table';
  state.sort = query.get('sort') ?? '';
  state.find = query.get('find') ?? '';
  state.by = query.get('by') ?? '';
  state.only = (query.get('only') ?? '').split(',').filter(Boolean);
  state.suppose = query.getAll('suppose');
  OWN_WORDS.forEach(name => state[name] = query.get(name)?.trim() || '');
  state.from ||= query.get(API_DAYS[state.page]?.from)?.trim().slice(0, 10) || '';
  return state;
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a state, the same for the same state. */
export function write(state) {
  if (state.page === 'home') {
    return '/';
  }
  const path = {question: '/', scenario: '/scenario', carrier: `/carriers/${state.id}`,
    organization: `/organizations/${state.id}`, ban: `/bans/${state.id}`}[state.page] ?? RECORDS[state.page]?.at(state.id) ?? '/';
  const query = asked(state);
  if (state.view && state.view !== 'table') {
    query.append('view', state.view);
  }
  for (const name of ['sort', 'find', 'by', ...OWN_WORDS]) {
    if (state[name]) {
      query.append(name, state[name]);
    }
  }
  if (state.only?.length) {
    query.append('only', state.only.join(','));
  }
  (state.suppose ?? []).forEach(change => query.append('suppose', change));
  const text = tidy(query);
  return text ? `${path}?${text}` : path;
}

/** Vendors, day and options as the API takes them. */
export function asked(state) {
  const query = new URLSearchParams();
  if (state.vendor?.length) {
    query.append('vendor', state.vendor.join(','));
  }
  if (state.asOf) {
    query.append('asOf', state.asOf);
  }
  for (const name of OPTIONS) {
    if (state.options?.[name]) {
      query.append(name, state.options[name]);
    }
  }
  return query;
}

/** Commas and colons are allowed in a query and read better. */
export function tidy(query) {
  return query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** The page of an organization, asked with what was asked here. */
export function pageOf(organization, kind, state) {
  return write({page: kind === 'carrier' ? 'carrier' : 'organization', id: organization, asOf: state.asOf,
    vendor: kind === 'carrier' ? state.vendor : [], options: kind === 'carrier' ? state.options : {}});
}

/** The page of a thing of any kind; where there is none, what tells most of it. */
export function addressOf(kind, id) {
  const folder = {carrier: 'carriers', ban: 'bans', country: 'countries', source: 'sources', tie: 'ties'}[kind] ?? 'organizations';
  const address = `/${folder}/${encodeURIComponent(id)}`;
  if (PLACES.some(([, pattern]) => pattern.test(address))) {
    return address;
  }
  return kind === 'country' ? `/?carrierCountry=${encodeURIComponent(id)}` : `/v1${address}`;
}

export function banPage(ban, state) {
  return write({page: 'ban', id: ban, asOf: state.asOf});
}

/** The page of a tie, a source or a country, on the day that was asked about here. */
export function placeOf(page, id, state) {
  return write({page, id, asOf: state.asOf});
}
