/** The life of a ban as a line: what came when, and the day that is asked about. */
import {h, s} from './dom.js';
import {firstDay} from './timeline.js';
import {colour} from './theme.js';
import {FONT} from './graph-style.js';
import {many} from './dom.js';

const STEPS = ['reported', 'announced', 'effective', 'deadline', 'ended'];
const PAD = 24;

/** Dates in order, as the sources have them. */
export function steps(ban) {
  return STEPS.filter(step => ban[step]).map(step => ({step, date: ban[step], day: firstDay(ban[step])}));
}

export function life(ban, asOf, width) {
  const known = steps(ban);
  if (known.length === 0) {
    return h('p', {class: 'facts'}, 'No date of it is on record.');
  }
  const days = [...known.map(each => each.day), asOf].map(Date.parse);
  const from = Math.min(...days) - 60 * 86_400_000;
  const to = Math.max(...days) + 60 * 86_400_000;
  const x = day => PAD + (Date.parse(day) - from) / (to - from) * (width - 2 * PAD);
  const begin = known.find(each => each.step === 'effective') ?? known.find(each => each.step === 'announced') ?? known[0];
  const end = known.find(each => each.step === 'ended');
  const rows = [];
  const labels = [...known].sort((a, b) => a.day.localeCompare(b.day)).map(each => {
    const at = Math.min(Math.max(x(each.day) - 40, 2), width - 92);
    let row = rows.findIndex(right => right + 8 < at);
    if (row < 0) {
      row = rows.length;
    }
    rows[row] = at + 90;
    return {...each, at, row};
  });
  const line = 34 + rows.length * 32;
  const height = line + 46;
  const ink = colour('ink');
  const text = (content, attributes) => s('text', {'font-family': FONT, 'font-size': 11.5, fill: ink, ...attributes}, content);
  const svg = s('svg', {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img',
    'aria-label': `Life of the ban: ${known.map(each => `${each.step} ${each.date}`).join(', ')}`},
  s('line', {x1: PAD / 2, x2: width - PAD / 2, y1: line, y2: line, stroke: colour('line-strong'), 'stroke-width': 1}),
  s('line', {x1: x(known[0].day), x2: x(begin.day), y1: line, y2: line, stroke: colour('alarm'), 'stroke-width': 3, 'stroke-dasharray': '3 3'}),
  s('line', {x1: x(begin.day), x2: end ? x(end.day) : width - PAD / 2, y1: line, y2: line, stroke: colour('alarm'), 'stroke-width': 5}),
  labels.map(each => [s('line', {x1: x(each.day), x2: x(each.day), y1: 30 + each.row * 32, y2: line, stroke: colour('line-strong')}),
    s('circle', {cx: x(each.day), cy: line, r: 5, fill: each.step === 'ended' ? colour('paper') : colour('alarm'), stroke: colour('alarm'), 'stroke-width': 2}),
    text(each.step, {x: each.at, y: 14 + each.row * 32, fill: colour('muted')}), text(each.date, {x: each.at, y: 27 + each.row * 32, 'font-weight': 600})]),
  s('path', {d: `M${x(asOf)} ${line + 8}l-5 9h10z`, fill: ink}),
  text(asOf, {x: Math.max(36, Math.min(width - 36, x(asOf))), y: line + 30, 'text-anchor': 'middle', 'font-weight': 600}));
  return svg;
}

/** How long it took from one date to the next, in words. */
export function spans(ban) {
  const known = steps(ban);
  return known.slice(1).map((each, i) => {
    const days = Math.round((Date.parse(each.day) - Date.parse(known[i].day)) / 86_400_000);
    return days > 0 ? `${many(days, 'day')} from ${known[i].step} to ${each.step}` : null;
  }).filter(Boolean);
}
