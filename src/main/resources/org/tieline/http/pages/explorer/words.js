/** The API's words as people read them, and a mark for each relation: a colour, and a shape for those who do not see it. */
import {s} from './dom.js';
import {today} from './address.js';

/** In the order of the API: what the vendor did itself, its side, shared networks, owners. */
export const RELATIONS = {
  'direct': {label: 'direct', shape: 'square', family: 'own', meaning: 'one contact: supplied by the vendor, or a partner of it'},
  'vendor-affiliate': {label: 'vendor affiliate', shape: 'triangle', family: 'vendor', meaning: 'something that the vendor owns made the contact'},
  'supply-chain': {label: 'supply chain', shape: 'triangle-open', family: 'vendor', meaning: 'another vendor, which this one supplies, made the contact'},
  'network-sharing': {label: 'network sharing', shape: 'circle', family: 'network', meaning: 'the carrier shares a network with the contact'},
  'consortium': {label: 'consortium', shape: 'circle-open', family: 'network', meaning: 'the carrier is a member of the contact'},
  'parent': {label: 'parent', shape: 'diamond', family: 'owner', meaning: 'the contact holds a stake in the carrier, directly or in steps'},
  'subsidiary': {label: 'subsidiary', shape: 'diamond-open', family: 'owner', meaning: 'the carrier holds a stake in the contact, directly or in steps'},
  'group': {label: 'group', shape: 'diamond-half', family: 'owner', meaning: 'an owner of the contact holds a stake in the carrier'}
};

export const GRADES = {reported: 1, announced: 2, confirmed: 3};

export const TIES = {SUPPLIES: 'supplies', OWNS: 'holds a stake in', PARTNERS_WITH: 'is a partner of',
  SHARES_NETWORK_WITH: 'shares a network with', MEMBER_OF: 'is a member of'};

export const FLAGS = {unknownStake: 'a stake of unknown size is on the path', undatedEvidence: 'a tie has no dated source',
  staleEvidence: 'nobody has vouched for a tie lately', removing: 'a tie is being taken out',
  supposed: 'supposed by a scenario'};

export const BAN_FLAGS = {assumedStart: 'no date says when it took effect', reducedPrecision: 'a month or year counted from its first day',
  undatedEvidence: 'none of its sources is dated', supposed: 'supposed by a scenario'};

const SHAPES = {
  'square': ['M2 2h8v8H2z', true], 'triangle': ['M6 1.4 11 10.4H1z', true], 'triangle-open': ['M6 2.6 10 9.6H2z', false],
  'circle': ['M6 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9z', true], 'circle-open': ['M6 2.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6z', false],
  'diamond': ['M6 .6 11.4 6 6 11.4.6 6z', true], 'diamond-open': ['M6 1.6 10.4 6 6 10.4 1.6 6z', false],
  'diamond-half': ['M6 1.6 10.4 6 6 10.4 1.6 6z', false]
};

/** The mark of a relation; its label stands beside it. */
export function mark(relation) {
  const {shape, family} = RELATIONS[relation] ?? {shape: 'circle-open', family: 'none'};
  const [path, solid] = SHAPES[shape];
  return s('svg', {class: `mark of-${family}`, viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true'},
      s('path', solid ? {d: path, fill: 'currentColor'} : {d: path, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8}),
      shape === 'diamond-half' ? s('path', {d: 'M6 1.6 10.4 6 6 10.4z', fill: 'currentColor'}) : null);
}

/** Dots that fill with the grade. */
export function grade(evidence) {
  const filled = GRADES[evidence] ?? 0;
  return s('svg', {class: 'grade', viewBox: '0 0 30 10', width: 27, height: 9, 'aria-hidden': 'true'},
      [1, 2, 3].map(n => s('circle', {cx: n * 9 - 4, cy: 5, r: 3.2, fill: n <= filled ? 'currentColor' : 'none',
        stroke: 'currentColor', 'stroke-width': 1.2})));
}

/** A tie as half a sentence, in walking order. */
export function walked(hop) {
  const share = hop.percent === null || hop.percent === undefined ? null : `${Number(hop.percent)} %`;
  const backward = hop.direction === 'backward';
  switch (hop.type) {
    case 'SUPPLIES': return backward ? 'is supplied by' : 'supplies';
    case 'OWNS': return backward
        ? (share ? `is held at ${share} by` : 'is held in a part of unknown size by')
        : (share ? `holds ${share} of` : 'holds a stake of unknown size in');
    case 'PARTNERS_WITH': return 'is a partner of';
    case 'SHARES_NETWORK_WITH': return 'shares a network with';
    case 'MEMBER_OF': return backward ? 'has as a member' : 'is a member of';
    default: return hop.type;
  }
}

/** What a tie is about, as far as that is on record. */
export function equipment(tie) {
  return [...tie.generation, ...tie.segment.filter(each => each !== 'unknown')].map(plain).join(', ');
}

/** Whether nothing that is on record says that something had ended by a day or begun after it. */
export function isThere({since, until}, day) {
  return !(until && until <= day) && !(since && since > day);
}

/** From when to when, as the sources date it. */
export function period(tie) {
  if (!tie.since && !tie.until) {
    return 'no dates on record';
  }
  return [tie.since ? `since ${tie.since}` : null, tie.until ? `until ${tie.until}` : null].filter(Boolean).join(' ');
}

const regions = new Intl.DisplayNames(['en'], {type: 'region'});

/** The name of a country, or its code. */
export function country(code) {
  if (!code) {
    return '';
  }
  try {
    return code === 'XK' ? 'Kosovo' : regions.of(code);
  } catch {
    return code;
  }
}

export function plain(word) {
  return String(word ?? '').replaceAll('-', ' ');
}

/** An item of a ban's scope: `5G core`, `new equipment`. */
export function scopeItem(item) {
  return plain(item).replace(':', ' ').replace(/^\dg/, generation => generation.toUpperCase());
}

/** Some texts as half a sentence: `a, b and c`. */
export function listed(texts, most = 4, last = 'and') {
  const shown = texts.slice(0, most);
  const more = texts.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.length > 1 ? `${shown.slice(0, -1).join(', ')} ${last} ${shown.at(-1)}` : shown.join('');
}

/** The verb of a question about a day. */
export function were(day) {
  const now = today();
  return day < now ? 'were' : day > now ? 'would be' : 'are';
}

/** A period like P5Y in words; one that is no plain period stays as it is. */
export function length(period) {
  const [, count, unit] = /^P(\d+)([DWMY])$/.exec(period) ?? [];
  return count ? `${count} ${{D: 'day', W: 'week', M: 'month', Y: 'year'}[unit]}${count === '1' ? '' : 's'}` : period;
}

/** How old evidence is on a day: whole months; below nothing if it is younger than the day, null if nothing dates it. */
export function age(evidenced, day) {
  if (!evidenced) {
    return null;
  }
  const [year, month, date] = day.split('-').map(Number);
  const [then, monthThen = 12, dateThen = 28] = evidenced.split('-').map(Number);
  return (year - then) * 12 + month - monthThen - (date < dateThen ? 1 : 0);
}

/** The same in words: `2018, 8 years ago`. */
export function ago(evidenced, day) {
  const months = age(evidenced, day);
  if (months === null) {
    return 'not dated';
  }
  const far = Math.abs(months < 0 ? months + 1 : months);
  const span = far >= 24 ? `${Math.floor(far / 12)} years` : far >= 12 ? 'a year' : far > 1 ? `${far} months` : far === 1 ? 'a month' : null;
  return `${evidenced.slice(0, 4)}, ${span === null ? 'that month' : `${span} ${months < 0 ? 'later' : 'ago'}`}`;
}
