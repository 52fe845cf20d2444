/** The drawing of the timeline: bands within bands, month by month, and bans by month below. Its colours stand in attributes. */
import {s} from './dom.js';
import {FIRST, dayNumber} from './days.js';
import {colour} from './theme.js';
import {FONT} from './graph-style.js';

/** Half of the slider's thumb, so that the day below it and the day in the drawing are one. */
const INSET = 9;
const TOP = 26;
const GAP = 20;
/** Height of a ban, and the most bans of a month that are drawn one by one. */
const BAN = 5;
const MOST_BANS = 14;
const STEPS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/**
 * @param {{days: string[], end: string, rows: {label: string, colour: string, bands: {name: string, values: number[], strength: number, edge: boolean}[]}[],
 *   bans: {month: string, bans: {lit: boolean, words: string}[]}[], moments: string[]}} data of each row the widest band first
 * @param {(month: string) => void} open what happens when a month of bans is chosen
 * @param {(part: number) => void} pick what happens when a place in the drawing is chosen, from 0 to 1
 */
export function chart(data, width, day, open, pick) {
  const single = data.rows.length === 1;
  const height = single ? (width < 560 ? 210 : 280) : 58;
  const x = at => INSET + dayNumber(at) / dayNumber(data.end) * (width - 2 * INSET);
  const bottoms = data.rows.map((_, i) => TOP + height + i * (height + GAP));
  const bottom = bottoms.at(-1) ?? TOP + height;
  const tallest = Math.min(MOST_BANS, Math.max(0, ...data.bans.map(each => each.bans.length)));
  const all = bottom + 34 + tallest * BAN + 4;
  const muted = colour('muted');
  const text = (content, attributes) => s('text', {fill: muted, 'font-family': FONT, 'font-size': 11, ...attributes}, content);
  const halo = {stroke: colour('paper'), 'stroke-width': 3, 'paint-order': 'stroke'};
  const svg = s('svg', {viewBox: `0 0 ${width} ${all}`, width, height: all, class: 'timeline-svg', 'aria-hidden': 'true'});

  data.rows.forEach((row, i) => {
    const floor = bottoms[i];
    const most = nice(Math.max(1, ...row.bands.flatMap(band => band.values)));
    const y = value => floor - value / most * height;
    const lines = (single ? [0.25, 0.5, 0.75, 1] : [1]).map(part => part * most).filter(Number.isInteger);
    svg.append(...lines.map(value => s('line', {x1: INSET, x2: width - INSET, y1: y(value), y2: y(value), stroke: colour('line'), 'stroke-width': 1})));
    for (const band of row.bands) {
      const edge = steps(data, band.values, x, y);
      svg.append(s('path', {d: `M${x(data.days[0]).toFixed(1)} ${floor}${edge}V${floor}Z`, fill: colour(row.colour), 'fill-opacity': band.strength, 'data-band': band.name, 'data-row': row.label}));
      svg.append(s('path', {d: `M${x(data.days[0]).toFixed(1)} ${y(band.values[0]).toFixed(1)}${edge}`, fill: 'none', stroke: colour(row.colour), 'stroke-width': band.edge ? 2 : 0.8}));
    }
    svg.append(s('line', {x1: INSET, x2: width - INSET, y1: floor, y2: floor, stroke: colour('line-strong')}));
    svg.append(...lines.map(value => text(value.toLocaleString('en'), {x: INSET + 2, y: y(value) + (single ? -4 : 11), ...halo})));
    if (!single) {
      svg.append(text(row.label, {x: INSET + 34, y: floor - height + 11, fill: colour('ink'), 'font-size': 12, 'font-weight': 600, ...halo}));
    }
  });

  svg.append(...data.moments.map(moment => s('line', {x1: x(moment), x2: x(moment), y1: bottom, y2: bottom + 5, stroke: colour('accent'), 'stroke-width': 1, class: 'moment'})));
  const last = Number(data.end.slice(0, 4));
  const every = width < 560 ? 4 : width < 900 ? 2 : 1;
  for (let year = Number(FIRST.slice(0, 4)); year <= last; year += every) {
    svg.append(text(String(year), {x: Math.min(x(`${year}-01-01`) + 2, width - 30), y: bottom + 18}));
  }
  const month = Math.max(2.5, (width - 2 * INSET) / dayNumber(data.end) * 30.4 - 1);
  for (const {month: at, bans} of data.bans) {
    const left = x(`${at}-01`);
    const drawn = [...bans].sort((a, b) => b.lit - a.lit).slice(0, MOST_BANS);
    svg.append(s('g', {class: 'ban', 'data-month': at, 'on:click': () => open(at)}, s('title', {}, `${at}\n${bans.map(ban => ban.words).join('\n')}`),
        s('rect', {x: left, y: bottom + 24, width: month, height: MOST_BANS * BAN, fill: 'transparent'}),
        drawn.map((ban, i) => s('rect', {x: left + 0.5, y: bottom + 24.5 + i * BAN, width: month - 1, height: BAN - 2,
          class: ban.lit ? 'lit' : 'unlit', fill: ban.lit ? colour('alarm') : 'none', stroke: colour('alarm'), 'stroke-opacity': ban.lit ? 1 : 0.55, 'stroke-width': 0.8}))));
  }

  const asked = s('g', {class: 'asked'}, s('line', {x1: 0, x2: 0, y1: TOP - 8, y2: all, stroke: colour('ink'), 'stroke-width': 1.4}),
      s('rect', {y: 2, width: 74, height: 17, rx: 2, fill: colour('ink')}),
      text('', {y: 14.5, fill: colour('paper'), 'font-weight': 600, 'text-anchor': 'middle'}));
  svg.append(asked);
  svg.addEventListener('click', event => {
    const box = svg.getBoundingClientRect();
    const px = (event.clientX - box.left) / box.width * width;
    if ((event.clientY - box.top) / box.height * all < bottom) {
      pick(Math.max(0, Math.min(1, (px - INSET) / (width - 2 * INSET))));
    }
  });
  const move = to => {
    const at = Math.max(INSET, Math.min(width - INSET, x(to)));
    asked.firstChild.setAttribute('x1', at);
    asked.firstChild.setAttribute('x2', at);
    const left = Math.max(0, Math.min(width - 74, at - 37));
    asked.children[1].setAttribute('x', left);
    asked.children[2].setAttribute('x', left + 37);
    asked.children[2].textContent = to;
  };
  move(day);
  return {svg, move};
}

/** Each count holds from its day until the next. */
function steps({days, end}, values, x, y) {
  return values.map((value, i) => `V${y(value).toFixed(1)}H${x(days[i + 1] ?? end).toFixed(1)}`).join('');
}

function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return STEPS.map(step => Math.round(step * power * 10) / 10).find(step => step >= value);
}
