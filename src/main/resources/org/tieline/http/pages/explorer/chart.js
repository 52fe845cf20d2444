/** The drawing of the timeline: layers by relation, month by month, and bans where they fall. Its colours stand in attributes. */
import {s} from './dom.js';
import {dayNumber} from './days.js';
import {colour} from './theme.js';
import {FONT} from './graph-style.js';
import {RELATIONS} from './words.js';

/** Half of the slider's thumb, so that the day below it and the day in the drawing are one. */
const INSET = 9;
const TOP = 26;
const LANE = 17;
const MOST_LANES = 6;
const MARK = 21;
/** How the second and third of a family differ from the first without colour. */
const PATTERNS = {'triangle-open': 'lines', 'circle-open': 'lines', 'diamond-open': 'lines', 'diamond-half': 'dots'};

/**
 * @param {{points: object[], relations: string[], bans: {day: string, country: string, id: string, order: boolean}[], end: string}} data
 * @param {(ban: string) => void} open what happens when a ban is chosen
 */
export function chart(data, width, day, open, pick) {
  const height = width < 560 ? 210 : 280;
  const x = at => INSET + dayNumber(at) / dayNumber(data.end) * (width - 2 * INSET);
  const most = nice(Math.max(1, ...data.points.map(point => sum(point, data.relations))));
  const bottom = TOP + height;
  const y = value => bottom - value / most * height;
  const marks = laned(data.bans, x);
  const lanes = Math.min(MOST_LANES, 1 + Math.max(0, ...marks.map(mark => mark.lane)));
  const all = bottom + 26 + lanes * LANE + 6;
  const muted = colour('muted');
  const text = (content, attributes) => s('text', {fill: muted, 'font-family': FONT, 'font-size': 11, ...attributes}, content);

  const svg = s('svg', {viewBox: `0 0 ${width} ${all}`, width, height: all, class: 'timeline-svg', 'aria-hidden': 'true'},
      s('defs', {}, data.relations.filter(each => pattern(each)).map(each => hatch(each))));
  for (const value of [0.25, 0.5, 0.75, 1].map(part => part * most).filter(Number.isInteger)) {
    svg.append(s('line', {x1: INSET, x2: width - INSET, y1: y(value), y2: y(value), stroke: colour('line'), 'stroke-width': 1}));
  }
  let base = data.points.map(() => 0);
  for (const relation of data.relations) {
    const top = data.points.map((point, i) => base[i] + (point.pairs.byRelation[relation] ?? 0));
    svg.append(s('path', {d: area(data, base, top, x, y), fill: pattern(relation) ? `url(#p-${relation})` : family(relation),
      stroke: colour('paper'), 'stroke-width': 0.7, 'data-relation': relation}));
    base = top;
  }
  svg.append(s('line', {x1: INSET, x2: width - INSET, y1: bottom, y2: bottom, stroke: colour('line-strong')}));
  for (const value of [0.5, 1].map(part => part * most).filter(Number.isInteger)) {
    svg.append(text(value.toLocaleString('en'), {x: INSET + 2, y: y(value) - 4, stroke: colour('paper'), 'stroke-width': 3, 'paint-order': 'stroke'}));
  }
  const last = Number(data.end.slice(0, 4));
  const every = width < 560 ? 4 : width < 900 ? 2 : 1;
  for (let year = 2010; year <= last; year += every) {
    const at = x(`${year}-01-01`);
    svg.append(s('line', {x1: at, x2: at, y1: bottom, y2: bottom + 4, stroke: colour('line-strong')}),
        text(String(year), {x: Math.min(at + 2, width - 30), y: bottom + 15}));
  }
  for (const mark of marks) {
    const top = bottom + 24 + mark.lane * LANE;
    svg.append(s('g', {class: 'ban', 'data-ban': mark.id, 'on:click': () => open(mark.id)},
        s('title', {}, `${mark.day} ${mark.id}`),
        s('line', {x1: mark.x, x2: mark.x, y1: bottom, y2: mark.lane < MOST_LANES ? top + 2 : bottom + 22, stroke: colour('alarm'), 'stroke-width': 0.8, opacity: 0.45}),
        mark.lane < MOST_LANES ? [s('rect', {x: mark.x, y: top, width: MARK - 2, height: LANE - 3, rx: 2, fill: mark.order ? colour('alarm') : colour('paper'), stroke: colour('alarm')}),
          text(mark.country, {x: mark.x + (MARK - 2) / 2, y: top + 10.8, fill: mark.order ? colour('paper') : colour('alarm'), 'font-size': 10, 'font-weight': 600, 'text-anchor': 'middle'})] : null));
  }
  const asked = s('g', {class: 'asked'}, s('line', {x1: 0, x2: 0, y1: TOP - 8, y2: bottom, stroke: colour('ink'), 'stroke-width': 1.4}),
      s('rect', {y: 2, width: 74, height: 17, rx: 2, fill: colour('ink')}),
      text('', {y: 14.5, fill: colour('paper'), 'font-weight': 600, 'text-anchor': 'middle'}));
  svg.append(asked);
  svg.addEventListener('click', event => {
    const box = svg.getBoundingClientRect();
    const px = (event.clientX - box.left) / box.width * width;
    const py = (event.clientY - box.top) / box.height * all;
    if (py < bottom) {
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

export function sum(point, relations) {
  return relations.reduce((total, relation) => total + (point.pairs.byRelation[relation] ?? 0), 0);
}

/** Each count holds from its day until the next. */
function area({points, end}, base, top, x, y) {
  const until = i => x(i + 1 < points.length ? points[i + 1].day : end);
  const forth = points.map((point, i) => `H${x(point.day).toFixed(1)}V${y(top[i]).toFixed(1)}H${until(i).toFixed(1)}`).join('');
  const back = points.map((point, i) => `V${y(base[i]).toFixed(1)}H${x(point.day).toFixed(1)}`).reverse().join('');
  return `M${x(points[0].day).toFixed(1)} ${y(base[0]).toFixed(1)}${forth}${back}Z`;
}

function family(relation) {
  return colour(`of-${RELATIONS[relation].family}`);
}

function pattern(relation) {
  return PATTERNS[RELATIONS[relation].shape];
}

function hatch(relation) {
  const ground = {id: `p-${relation}`, width: 6, height: 6, patternUnits: 'userSpaceOnUse'};
  return pattern(relation) === 'dots'
      ? s('pattern', ground, s('rect', {width: 6, height: 6, fill: family(relation), opacity: 0.3}), s('circle', {cx: 3, cy: 3, r: 1.3, fill: family(relation)}))
      : s('pattern', {...ground, patternTransform: 'rotate(45)'}, s('rect', {width: 6, height: 6, fill: family(relation), opacity: 0.3}),
          s('rect', {width: 2.2, height: 6, fill: family(relation)}));
}

/** Bans that fall close together stand below each other. */
function laned(bans, x) {
  const ends = [];
  return [...bans].sort((a, b) => a.day.localeCompare(b.day)).map(ban => {
    const at = x(ban.day);
    let lane = ends.findIndex(end => end <= at);
    if (lane < 0) {
      lane = ends.length;
    }
    ends[lane] = at + MARK;
    return {...ban, x: at, lane};
  });
}

function nice(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 5, 6, 8, 10].map(step => step * power).find(step => step >= value);
}
