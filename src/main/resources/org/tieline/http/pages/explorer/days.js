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

/** A month or year counts from its first day, as the state of a ban does. */
export function firstDay(date) {
  return date ? `${date}-01-01`.slice(0, 10) : null;
}

/** The same day some months later, or the last of that month. */
export function monthsLater(day, months) {
  const [year, month, date] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

function daysLater(day, days) {
  return dayOf(dayNumber(day) + days);
}

/**
 * @param {(day: string, settled: boolean) => void} choose hears every day that the slider passes, and `settled` where it
 *   is let go
 */
export function dayBar(choose) {
  const end = today();
  const slider = h('input', {type: 'range', id: 'day-slider', min: 0, max: dayNumber(end), step: 1,
    'aria-label': 'Day that is asked about'});
  // A field of the type date would write the day as the system does.
  const field = h('input', {type: 'text', id: 'day', class: 'day-field', inputmode: 'numeric', pattern: '\\d{4}-\\d{2}-\\d{2}', maxlength: 10,
    required: true, autocomplete: 'off', title: 'A day like 2018-12-08; up and down step by a day', 'aria-label': 'Day, like 2018-12-08'});
  const step = (months, days = 0) => choose(daysLater(monthsLater(isDay(field.value) ? field.value : end, months), days), true);
  slider.addEventListener('input', () => {
    slider.setAttribute('aria-valuetext', dayOf(slider.valueAsNumber));
    field.value = dayOf(slider.valueAsNumber);
    choose(field.value, false);
  });
  slider.addEventListener('change', () => choose(dayOf(slider.valueAsNumber), true));
  field.addEventListener('input', () => {
    const day = isDay(field.value);
    field.setCustomValidity(day ? '' : 'A day is written like 2018-12-08.');
    field.setAttribute('aria-invalid', String(!day));
    if (day) {
      choose(field.value, true);
    }
  });
  field.addEventListener('keydown', event => {
    const days = {ArrowUp: 1, ArrowDown: -1}[event.key];
    if (days) {
      event.preventDefault();
      step(0, days);
    }
  });
  const fields = h('span', {class: 'steps', role: 'group', 'aria-label': 'Day'},
      h('button', {type: 'button', 'on:click': () => step(-1), title: 'A month earlier', 'aria-label': 'A month earlier'}, '‹'),
      field,
      h('button', {type: 'button', 'on:click': () => step(1), title: 'A month later', 'aria-label': 'A month later'}, '›'),
      h('button', {type: 'button', 'on:click': () => choose(end, true)}, 'Today'));
  const rail = h('div', {class: 'rail'}, slider, h('div', {class: 'years', 'aria-hidden': 'true'}, years(end)));
  return {fields, rail,
    show(day) {
      if (document.activeElement !== field || isDay(field.value)) {
        field.value = day;
        field.setCustomValidity('');
        field.setAttribute('aria-invalid', 'false');
      }
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
