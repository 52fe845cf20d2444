/** Exposures as rows: what the table sorts and filters, the graph draws and the files hold. */
import {fitting} from './filter.js';
import {nameOf, learn} from './names.js';
import {GRADES, RELATIONS, age, country, plain} from './words.js';

const ORDER = Object.keys(RELATIONS);
const CONFLICTS = ['established', 'presumed'];
const compare = new Intl.Collator('en', {numeric: true, sensitivity: 'base'}).compare;
/** Evidence that nothing dates comes behind all that is dated. */
const newest = (a, b) => compare(b.evidenced ?? '', a.evidenced ?? '');
const certain = (a, b) => compare(a.certainty, b.certainty);
const conflict = (a, b) => a.stands - b.stands;

/** Columns that can be sorted, by the name that the address has for them; first comes what matters most. */
export const SORTS = {
  carrier: (a, b) => compare(a.carrier.name, b.carrier.name),
  country: (a, b) => compare(country(a.carrier.country), country(b.carrier.country)),
  vendor: (a, b) => compare(a.vendor.name, b.vendor.name),
  relation: (a, b) => ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation) || a.hops - b.hops,
  hops: (a, b) => a.hops - b.hops,
  through: (a, b) => compare(a.contact, b.contact),
  evidence: (a, b) => GRADES[b.evidence] - GRADES[a.evidence] || newest(a, b),
  certainty: (a, b) => certain(a, b) || newest(a, b),
  evidenced: newest,
  bans: (a, b) => conflict(a, b) || b.near.length - a.near.length
};

/** Conflicts first, then what is certain, then the newest evidence. */
const USUAL = (a, b) => conflict(a, b) || certain(a, b) || newest(a, b) || a.hops - b.hops;

/** What an answer tells of the bans of one of its exposures: each ban, and what it is to the carrier. */
export function bansOf(exposure, {included}) {
  const known = new Map(included.bans.map(ban => [ban.id, ban]));
  return exposure.bans.map(against => ({...known.get(against.ban), ...against}));
}

/** @param {object} exposure as the API writes it, in an answer with the bans of the carrier's country, its bloc and owners */
export function row(exposure, answer) {
  learn({...exposure.vendor});
  learn({...exposure.carrier, kind: 'carrier'});
  const near = bansOf(exposure, answer);
  const conflicts = near.filter(ban => ban.conflict);
  const best = Math.min(CONFLICTS.length, ...conflicts.map(ban => CONFLICTS.indexOf(ban.conflict)));
  const each = {...exposure, near, conflicts, stands: best, conflict: CONFLICTS[best] ?? null, evidenced: oldest(exposure.path),
    otherTie: otherTie(exposure, conflicts.filter(ban => ban.conflict === CONFLICTS[best])), months: age(oldest(exposure.path), answer.searched.asOf)};
  rename(each);
  return each;
}

/** The tie that conflicts stand on, where it is none of the path that is shown; null if it is. */
function otherTie({path}, conflicts) {
  return conflicts.length === 0 || conflicts.some(ban => path.some(hop => hop.tie === ban.coveredTie)) ? null : conflicts[0].coveredTie;
}

/** A path is as fresh as its oldest hop; null if one is not dated. */
function oldest(path) {
  const dates = path.map(hop => hop.lastEvidenced);
  return dates.includes(null) ? null : dates.sort()[0] ?? null;
}

/** The tie by which something of the vendor came to somebody: the last supply or partnership. */
function contactOf(path) {
  return path.findLastIndex(hop => hop.type === 'SUPPLIES' || hop.type === 'PARTNERS_WITH');
}

/** Takes up names that came later; whether there were any. */
export function rename(each) {
  const before = each.contact;
  const at = contactOf(each.path);
  const tie = each.path[at] ?? each.path[0];
  const about = [...tie.segment.filter(word => word !== 'unknown').map(word => word === 'ran' ? 'RAN' : plain(word)), ...tie.generation.filter(word => word !== 'fixed')].join(', ');
  const what = tie.type !== 'PARTNERS_WITH' ? about || 'equipment or services' : about ? `partner (${about})` : 'partner';
  const names = each.path.slice(0, -1).map(hop => nameOf(hop.to));
  each.segment = tie.segment.length ? tie.segment : ['unknown'];
  each.generation = tie.generation;
  each.through = names;
  const behind = names.slice(Math.max(0, at));
  const ahead = names.slice(0, Math.max(0, at));
  each.contact = [ahead.length ? `${ahead.join(' › ')}: ` : '', what, behind.length ? ` ${tie.type === 'PARTNERS_WITH' ? 'of' : 'for'} ${behind.join(' › ')}` : ''].join('');
  each.text = [each.carrier.name, each.carrier.id, each.carrier.country, country(each.carrier.country), each.vendor.name,
    RELATIONS[each.relation]?.label, ...names, each.contact].join(' ').toLowerCase();
  return each.contact !== before;
}

/** What rows can be narrowed by besides words and relations: what each is called, and the words that a row has of it. */
const FACETS = {
  country: {label: 'Country', of: each => [each.carrier.country ?? 'none'], name: code => code === 'none' ? 'no country' : country(code)},
  segment: {label: 'Part of the network', of: each => each.segment, name: word => ({ran: 'radio (RAN)', unknown: 'not specified'}[word] ?? plain(word))},
  generation: {label: 'Generation', of: each => each.generation.length ? each.generation : ['unknown'], name: word => word === 'unknown' ? 'not specified' : word},
  state: {label: 'Tie', of: each => [each.certainty, each.flags.includes('removing') ? 'removing' : 'standing'],
    name: word => ({certain: 'certain', possible: 'only possible', removing: 'being taken out', standing: 'not being taken out'}[word] ?? word)},
  ban: {label: 'Ban', of: each => [each.conflict ?? (each.near.length ? null : 'none'), ...each.near.map(ban => ban.id)].filter(Boolean),
    name: (word, names) => ({established: 'in conflict, established', presumed: 'in conflict, presumed', none: 'no ban at home'}[word] ?? names.get(word) ?? word)}
};

/** Each with its choices and how many of the rows have them: what is to be chosen, not what was. */
export function facets(rows) {
  const bans = new Map(rows.flatMap(each => each.near.map(ban => [ban.id, ban.name])));
  return Object.entries(FACETS).map(([facet, {label, of, name}]) => {
    const numbers = new Map();
    rows.forEach(each => new Set(of(each)).forEach(word => numbers.set(word, (numbers.get(word) ?? 0) + 1)));
    return {facet, label, choices: [...numbers].map(([word, n]) => ({word: `${facet}:${word}`, n, name: name(word, bans)}))
        .sort((a, b) => rank(a.word) - rank(b.word) || (facet === 'country' ? compare(a.name, b.name) : b.n - a.n || compare(a.name, b.name)))};
  });
}

/** What is said of all bans comes before single ones. */
function rank(word) {
  const place = ['ban:established', 'ban:presumed', 'ban:none'].indexOf(word);
  return place < 0 ? 3 : place;
}

/** Of what a reader chose, the relations. */
export function relationsOf(only) {
  return only.filter(word => word in RELATIONS);
}

/** What the reader chose of all rows; everything if nothing was chosen. Choices of one kind widen, those of several narrow. */
export function chosen(rows, {find, only}) {
  const fits = fitting(find);
  const relations = relationsOf(only);
  const wanted = Object.entries(FACETS).map(([facet, {of}]) => ({of, words: only.filter(word => word.startsWith(`${facet}:`)).map(word => word.slice(facet.length + 1))}))
      .filter(each => each.words.length);
  return rows.filter(each => (relations.length === 0 || relations.includes(each.relation))
      && wanted.every(({of, words: some}) => of(each).some(word => some.includes(word)))
      && fits(each.text));
}

/** @param {string} sort the name of a column, with a minus before it for the other way round */
export function sorted(rows, sort) {
  const backward = sort.startsWith('-');
  const by = SORTS[backward ? sort.slice(1) : sort] ?? USUAL;
  return [...rows].sort((a, b) => (backward ? by(b, a) : by(a, b)) || compare(a.carrier.name, b.carrier.name) || compare(a.vendor.name, b.vendor.name));
}

/** How many rows there are of each relation, in the order of the API, without those that there are none of. */
export function counts(rows) {
  return ORDER.map(relation => [relation, rows.filter(each => each.relation === relation).length]).filter(([, n]) => n > 0);
}
