/** The days on which an answer changes, found by counting day by day. */
import {text} from './api.js';
import {dayNumber, dayOf} from './days.js';
import {today} from './address.js';

/** The most days that the API counts at once. */
const MOST_DAYS = 1200;

/**
 * Counts every day since the first one, in parts and one part after the other.
 *
 * @param {(from: string, to: string) => string} address of the days between two, both included
 * @returns {Promise<{day: string, carriers: number, certain: number, before: object}[]>} the days on which a count differs from that of
 *   the day before, by relation too, and the first day
 */
export async function moments(address, signal) {
  const found = [];
  let before = null;
  for (let from = 0; from <= dayNumber(today()); from += MOST_DAYS) {
    const to = Math.min(dayNumber(today()), from + MOST_DAYS - 1);
    const [head, ...lines] = (await text(address(dayOf(from), dayOf(to)), {signal})).trim().split(/\r?\n/);
    const columns = head.split(',');
    const [carriers, certain] = ['carriers', 'certain.carriers'].map(name => columns.indexOf(name));
    for (const line of lines) {
      const [day, , ...counts] = line.split(',');
      const key = counts.join();
      if (before?.key !== key) {
        const now = {day, key, carriers: Number(counts[carriers - 2]), certain: Number(counts[certain - 2])};
        found.push({...now, before});
        before = now;
      }
    }
  }
  return found;
}
