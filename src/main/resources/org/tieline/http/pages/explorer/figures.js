/** Numbers and days as people say them. */
import {today} from './address.js';

const NUMBER = new Intl.NumberFormat('en', {maximumFractionDigits: 1});
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export function number(value) {
  return NUMBER.format(value);
}

/** A date of any precision: `2023`, `May 2023` or `31 December 2026`. */
export function said(date) {
  const [year, month, day] = date.split('-');
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(' ');
}

/** How long ago a date of any precision is, counted from its first day. */
export function ago(date) {
  const [year, month = '01'] = date.split('-');
  const [thisYear, thisMonth] = today().split('-');
  const months = (thisYear - year) * 12 + (date.length > 4 ? thisMonth - month : 0);
  if (months <= 0) {
    return date.length > 4 ? 'this month' : 'this year';
  }
  const years = Math.floor(months / 12);
  return years > 0 ? `${years} ${years === 1 ? 'year' : 'years'} ago` : `${months} ${months === 1 ? 'month' : 'months'} ago`;
}

/** How many percent a part is of a whole, 0 to 100; null if there is no whole. */
export function share(part, whole) {
  return whole ? Math.min(100, (part ?? 0) / whole * 100) : null;
}
