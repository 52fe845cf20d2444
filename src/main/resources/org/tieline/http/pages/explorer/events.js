/** What has happened to an answer lately, and why; with the addresses of feeds that tell it from now on. */
import {h, put, many} from './dom.js';
import {ask} from './api.js';
import {asked, banPage, pageOf, tidy} from './address.js';
import {isDay, monthsLater} from './days.js';
import {record} from './record.js';

const CAUSES = {law: 'A ban stands otherwise', date: 'A day came', fact: 'Other facts are on record', knowledge: 'It is known otherwise'};
const MOST = 1000;
const SHOWN = 300;

export function eventsPage(page) {
  const since = of => isDay(of.from) ? of.from : monthsLater(of.asOf, -1);
  const standing = of => {
    const query = asked(of);
    ['asOf', 'jurisdiction', 'include', 'limit', 'offset'].forEach(name => query.delete(name));
    return query;
  };
  const addressOf = query => {
    const words = tidy(query);
    return `/v1/events${words ? `?${words}` : ''}`;
  };
  const feed = (of, format) => {
    const query = standing(of);
    query.set('format', format);
    return addressOf(query);
  };
  return record(page, {
    kind: 'of-events', crumb: [['Changes', 'changes'], 'Events'], day: 'Until ',
    title: (answer, of) => `What happened from ${since(of)} to ${of.asOf}`,
    ask: async (of, signal) => {
      const query = standing(of);
      query.set('after', since(of));
      if (of.asOf < new Date().toISOString().slice(0, 10)) {
        query.set('until', `${of.asOf}T23:59:59Z`);
      }
      const address = addressOf(query);
      const part = offset => ask(`${address}&limit=${MOST}&offset=${offset}`, {signal});
      const first = await part(0);
      // A list begins with the oldest, and the page with the newest.
      return {...first.total > MOST ? await part(first.total - MOST) : first, address};
    },
    draw(answer, of, {lead, body}) {
      put(lead, h('p', {class: 'lead'}, `${many(answer.total, 'event')}: what came, went or became certain or uncertain, the newest first. A day turns at midnight of the country of the ban, if that has one time zone, else of UTC.`),
          h('p', {class: 'feeds'}, 'To be told from now on: ', h('a', {href: feed(of, 'atom'), type: 'application/atom+xml'}, 'Atom'), ', ', h('a', {href: feed(of, 'jsonfeed'), type: 'application/feed+json'}, 'JSON Feed'), '.'));
      const newest = [...answer.results].reverse();
      const days = Map.groupBy(newest.slice(0, SHOWN), event => event.day);
      put(body, answer.total > answer.results.length ? h('p', {class: 'cut'}, `The newest ${answer.results.length.toLocaleString('en')} of ${answer.total.toLocaleString('en')} are here.`) : null,
          answer.total === 0 ? h('p', {class: 'state'}, 'Nothing happened to what was asked about.') : null,
          [...days].map(([day, events]) => h('section', {}, h('h2', {}, day), h('ul', {class: 'lines'}, events.map(event => line(event, of))))),
          newest.length > SHOWN ? h('p', {class: 'cut'}, `Shown are the newest ${SHOWN}; the CSV has all that are here.`) : null);
    },
    take: (answer, of) => ({api: answer.address, table: {name: `tieline-events-${since(of)}-${of.asOf}`, columns: ['at', 'subject', 'kind', 'cause', 'vendor', 'carrier', 'ban', 'title', 'id'],
      rows: answer.results.map(each => [each.at, each.subject, each.kind, each.cause, each.vendor.id, each.carrier.id, each.ban ?? '', each.title, each.id])}})
  });
}

function line(event, state) {
  const on = {...state, asOf: event.day};
  return h('li', {'data-subject': event.subject, 'data-kind': event.kind}, h('a', {href: pageOf(event.carrier.id, 'carrier', {...on, vendor: [event.vendor.id]})}, event.carrier.name),
      h('span', {class: 'facts'}, ` and ${event.vendor.name}. ${CAUSES[event.cause]}, ${event.at.replace('T', ' ').replace(/:00Z$/, ' UTC')}. `),
      h('p', {class: 'facts'}, event.title, event.ban ? [' ', h('a', {href: banPage(event.ban, on)}, 'The ban')] : null));
}
