/** The life of a ban or a tie as a line: what came when, what lies ahead, and the day that is asked about. */
import {h, s, many} from './dom.js';
import {firstDay} from './days.js';
import {FONT} from './graph-style.js';

const STEPS = ['reported', 'announced', 'effective', 'deadline', 'ended'];
const PAD = 24;
const DAY = 86_400_000;

/** Dates in order, as the sources have them. */
function steps(ban) {
  return STEPS.filter(step => ban[step]).map(step => ({step, date: ban[step], day: firstDay(ban[step])}));
}

/** What was only reported or announced is dashed, and so is what has not come yet on the day. */
export function life(ban, asOf, width) {
  const begins = ban.effective ? 'effective' : ['in-force', 'lifted'].includes(ban.status) ? (ban.announced ? 'announced' : 'reported') : null;
  return lifeLine('Life of the ban', STEPS.map(step => ({step, date: ban[step]})), {from: begins, to: 'ended', asOf, width});
}

/**
 * @param {{step: string, date: ?string}[]} all in the order in which they come
 * @param {{from: ?string, to: string, asOf: string, width: number}} how `from`: the step from which on it holds, null if
 *   none; `to`: the step at which it ends; `ink`: a colour of the style sheet
 */
export function lifeLine(title, all, {from, to, asOf, width, ink: of = 'alarm'}) {
  const known = all.filter(each => each.date).map(each => ({...each, day: firstDay(each.date)}));
  if (known.length === 0) {
    return h('p', {class: 'facts'}, 'No date of it is on record.');
  }
  const days = [...known.map(each => each.day), asOf].map(Date.parse);
  const first = Math.min(...days) - 60 * DAY;
  const last = Math.max(...days) + 60 * DAY;
  const x = day => PAD + (Date.parse(day) - first) / (last - first) * (width - 2 * PAD);
  const begin = known.find(each => each.step === from);
  const end = known.find(each => each.step === to);
  const rows = [];
  const labels = [...known].sort((a, b) => a.day.localeCompare(b.day)).map(each => {
    const right = x(each.day) + 96 > width;
    const at = right ? x(each.day) - 96 : x(each.day) + 5;
    let row = rows.findIndex(end => end < at);
    if (row < 0) {
      row = rows.length;
    }
    rows[row] = at + 90;
    return {...each, row, text: {x: right ? x(each.day) - 5 : at, 'text-anchor': right ? 'end' : 'start'}};
  });
  const line = 34 + rows.length * 32;
  const height = line + 46;
  const ink = 'var(--ink)';
  const tone = `var(--${of})`;
  const text = (content, attributes) => s('text', {'font-family': FONT, 'font-size': 11.5, fill: ink, ...attributes}, content);
  const stop = end ? x(end.day) : width - PAD / 2;
  const start = begin ? x(begin.day) : from && known[0].step !== from && !end ? PAD / 2 : stop;
  const now = Math.min(stop, Math.max(start, x(asOf)));
  const dashed = (a, b, kind) => b > a ? s('line', {class: kind, x1: a, x2: b, y1: line, y2: line, stroke: tone, 'stroke-width': 3, 'stroke-dasharray': '3 4'}) : null;
  return s('svg', {viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': `${title}: ${known.map(each => `${each.step} ${each.date}`).join(', ')}`},
      s('line', {x1: PAD / 2, x2: width - PAD / 2, y1: line, y2: line, stroke: 'var(--line-strong)', 'stroke-width': 1}),
      dashed(x(known[0].day), start, 'announced'),
      now > start ? s('line', {class: 'holds', x1: start, x2: now, y1: line, y2: line, stroke: tone, 'stroke-width': 5}) : null,
      dashed(now, stop, 'ahead'),
      labels.map(each => [s('line', {x1: x(each.day), x2: x(each.day), y1: 5 + each.row * 32, y2: line, stroke: 'var(--line-strong)'}),
        s('circle', {cx: x(each.day), cy: line, r: 5, fill: each.step === to || each.day > asOf ? 'var(--paper)' : tone, stroke: tone, 'stroke-width': 2}),
        text(each.step, {...each.text, y: 14 + each.row * 32, fill: 'var(--muted)'}), text(each.date, {...each.text, y: 27 + each.row * 32, 'font-weight': 600})]),
      s('path', {d: `M${x(asOf)} ${line + 8}l-5 9h10z`, fill: ink}),
      text(asOf, {x: Math.max(36, Math.min(width - 36, x(asOf))), y: line + 30, 'text-anchor': 'middle', 'font-weight': 600}));
}

/** How long it took from one date to the next, in words. */
export function spans(ban) {
  const known = steps(ban);
  return known.slice(1).map((each, i) => {
    const days = Math.round((Date.parse(each.day) - Date.parse(known[i].day)) / DAY);
    return days > 0 ? `${many(days, 'day')} from ${known[i].step} to ${each.step}` : null;
  }).filter(Boolean);
}
