/** Exposures as rows: what the table sorts and filters, the graph draws and the files hold. */
import {nameOf, learn} from './names.js';
import {GRADES, RELATIONS, country} from './words.js';

const ORDER = Object.keys(RELATIONS);
const compare = new Intl.Collator('en', {numeric: true, sensitivity: 'base'}).compare;

/** Columns that can be sorted, by the name that the address has for them. */
export const SORTS = {
  carrier: (a, b) => compare(a.carrier.name, b.carrier.name),
  country: (a, b) => compare(a.carrier.country ?? '', b.carrier.country ?? ''),
  vendor: (a, b) => compare(a.vendor.name, b.vendor.name),
  relation: (a, b) => ORDER.indexOf(a.relation) - ORDER.indexOf(b.relation),
  hops: (a, b) => a.hops - b.hops,
  through: (a, b) => compare(a.through.join(), b.through.join()),
  evidence: (a, b) => GRADES[a.evidence] - GRADES[b.evidence],
  certainty: (a, b) => compare(a.certainty, b.certainty),
  bans: (a, b) => a.near.length - b.near.length
};

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
  const each = {...exposure, near, conflicts: near.filter(ban => ban.conflict)};
  rename(each);
  return each;
}

/** Takes up names that came later; whether there were any. */
export function rename(each) {
  const before = each.through?.join();
  each.through = each.path.slice(0, -1).map(hop => nameOf(hop.to));
  each.text = [each.carrier.name, each.carrier.id, each.carrier.country, country(each.carrier.country), each.vendor.name,
    RELATIONS[each.relation]?.label, ...each.through].join(' ').toLowerCase();
  return each.through.join() !== before;
}

/** What the reader chose of all rows; everything if nothing was chosen. */
export function chosen(rows, {find, only}) {
  const words = find.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(each => (only.length === 0 || only.includes(each.relation))
      && words.every(word => each.text.includes(word)));
}

/** @param {string} sort the name of a column, with a minus before it for the other way round */
export function sorted(rows, sort) {
  const backward = sort.startsWith('-');
  const by = SORTS[backward ? sort.slice(1) : sort];
  if (!by) {
    return rows;
  }
  const copy = [...rows].sort((a, b) => by(a, b) || compare(a.carrier.name, b.carrier.name) || compare(a.vendor.name, b.vendor.name));
  return backward ? copy.reverse() : copy;
}

/** How many rows there are of each relation, in the order of the API, without those that there are none of. */
export function counts(rows) {
  return ORDER.map(relation => [relation, rows.filter(each => each.relation === relation).length]).filter(([, n]) => n > 0);
}
