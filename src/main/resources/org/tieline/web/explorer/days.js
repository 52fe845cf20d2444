/** The day that is asked about: a field, a slider over all days since 2010, and steps of a month. */
import {h} from './dom.js';
import {today} from './address.js';

export const FIRST = '2010-01-01';
const DAY = 86_400_000;

export function dayNumber(day) {
  return Math.round((Date.parse(day) - Date.parse(FIRST)) / DAY);
}

export function dayOf(number) {
  return new Date(Date.parse(FIRST) + number * DAY).toISOString().slice(0, 10);
}

export function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** The same day some months later, or the last of that month. */
export function monthsLater(day, months) {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/**
 * @param {(day: string, settled: boolean) => void} choose hears every day that the slider passes, and `settled` where it
 *   is let go
 */
export function dayBar(choose) {
  const end = today();
  const slider = h('input', {type: 'range', id: 'day-slider', min: 0, max: dayNumber(end), step: 1,
    'aria-label': 'Day that is asked about'});
  const field = h('input', {type: 'date', id: 'day', min: '1900-01-01', max: '2079-06-05', required: true});
  const step = months => choose(monthsLater(field.value || end, months), true);
  slider.addEventListener('input', () => {
    slider.setAttribute('aria-valuetext', dayOf(slider.valueAsNumber));
    field.value = dayOf(slider.valueAsNumber);
    choose(field.value, false);
  });
  slider.addEventListener('change', () => choose(dayOf(slider.valueAsNumber), true));
  field.addEventListener('change', () => {
    if (isDay(field.value)) {
      choose(field.value, true);
    }
  });
  const bar = h('div', {class: 'days', role: 'group', 'aria-label': 'Day'},
      h('div', {class: 'steps'},
          h('button', {type: 'button', 'on:click': () => step(-1), title: 'A month earlier', 'aria-label': 'A month earlier'}, '‹'),
          h('button', {type: 'button', 'on:click': () => step(1), title: 'A month later', 'aria-label': 'A month later'}, '›'),
          h('button', {type: 'button', 'on:click': () => choose(end, true)}, 'Today')),
      h('div', {class: 'rail'}, slider,
          h('div', {class: 'years', 'aria-hidden': 'true'}, years(end))));
  return {bar, field,
    show(day) {
      field.value = day;
      slider.value = dayNumber(day);
      slider.setAttribute('aria-valuetext', day);
    }};
}

/** Every fourth year is written, and all where there is room. */
function years(end) {
  const last = Number(end.slice(0, 4));
  return Array.from({length: last - 2009}, (_, i) => 2010 + i).map(year => {
    const label = h('span', {class: year % 4 === 2 ? 'year' : 'year between'}, year);
    label.style.left = `${dayNumber(`${year}-01-01`) / dayNumber(end) * 100}%`;
    return label;
  });
}
