/** What changed between two days, and why: the facts that explain each difference. */
import {h, put, many} from './dom.js';
import {ask} from './api.js';
import {banPage, pageOf, placeOf, tidy} from './address.js';
import {isDay, monthsLater} from './days.js';
import {asking, followed} from './options.js';
import {record} from './record.js';
import {mark, RELATIONS} from './words.js';

const KINDS = {appeared: 'New', disappeared: 'Gone', changed: 'Otherwise than before'};
/** What is only told when somebody wants everything: that evidence grew older changes many answers a little. */
const SHOWN = 300;

export function changesPage(page) {
  let state = null;
  const from = h('input', {type: 'text', id: 'from', class: 'day-field', inputmode: 'numeric', maxlength: 10, autocomplete: 'off', 'aria-label': 'Earlier day, like 2018-12-08'});
  from.addEventListener('input', () => {
    from.setAttribute('aria-invalid', String(!isDay(from.value)));
    if (isDay(from.value)) {
      page.go({from: from.value});
    }
  });
  const since = of => isDay(of.from) ? of.from : monthsLater(of.asOf, -12);
  return record(page, {
    kind: 'of-changes', restricted: true, crumb: [['Question', 'question'], 'Changes'], day: 'To ',
    controls: {element: h('div', {class: 'options of-records'}, h('label', {class: 'field'}, h('span', {}, 'From'), from)), show(next) {
      state = next;
      if (document.activeElement !== from) {
        from.value = since(state);
      }
    }},
    title: (answer, of) => `What changed from ${since(of)} to ${of.asOf}`,
    ask: async (of, signal) => {
      const query = asking(of);
      query.delete('asOf');
      query.set('from', since(of));
      query.set('to', of.asOf);
      const address = `/v1/changes?${tidy(query)}`;
      return {...await ask(`${address}&limit=1000`, {signal}), address};
    },
    draw(answer, of, {lead, body}) {
      const {appeared, disappeared, changed} = answer.counts;
      put(lead, h('p', {class: 'lead'}, `${many(answer.totals.before, 'pair')} of carrier and vendor before, ${answer.totals.after.toLocaleString('en')} after: ${appeared} new, ${disappeared} gone, ${changed} told otherwise.`));
      put(body, answer.total > answer.results.length ? h('p', {class: 'cut'}, `The first ${answer.results.length.toLocaleString('en')} of ${answer.total.toLocaleString('en')}.`) : null,
          answer.total === 0 ? h('p', {class: 'state'}, 'Nothing that was asked about differs between the two days.') : null,
          Object.entries(KINDS).map(([kind, title]) => {
            const those = answer.results.filter(each => each.kind === kind).sort((a, b) => weight(b) - weight(a));
            return those.length ? h('details', {open: kind !== 'changed' || those.length < 30, class: 'change-of', 'data-kind': kind}, h('summary', {}, h('h2', {}, title), h('span', {class: 'n'}, ` ${those.length}`)),
                h('ul', {class: 'lines'}, those.slice(0, SHOWN).map(each => line(each, of))), those.length > SHOWN ? h('p', {class: 'cut'}, `The first ${SHOWN}; the CSV has all.`) : null) : null;
          }));
    },
    take: (answer, of) => ({about: followed(of), api: answer.address, table: {name: `tieline-changes-${since(of)}-${of.asOf}`, columns: ['kind', 'vendor', 'carrier', 'carrierName', 'aspects', 'reasons'],
      rows: answer.results.map(each => [each.kind, each.vendor.id, each.carrier.id, each.carrier.name, each.aspects.join('|'), each.reasons.map(reason => reason.text).join(' ')])}})
  });
}

/** Conflicts and relations count more than the age of evidence. */
function weight(change) {
  return change.aspects.filter(aspect => aspect !== 'facts').length;
}

function line(change, state) {
  const {relation: was} = change.before ?? {};
  const {relation: is} = change.after ?? {};
  return h('li', {}, mark(is ?? was), ' ', h('a', {href: pageOf(change.carrier.id, 'carrier', {...state, vendor: [change.vendor.id]})}, change.carrier.name), h('span', {class: 'facts'}, ` to ${change.vendor.name}, `,
      was && is && was !== is ? `${RELATIONS[was].label}, now ${RELATIONS[is].label}` : RELATIONS[is ?? was].label),
  h('ul', {class: 'why-changed'}, change.reasons.slice(0, 4).map(reason => h('li', {class: 'facts'}, told(reason, state)))),
  change.reasons.length > 4 ? h('p', {class: 'facts'}, `and ${many(change.reasons.length - 4, 'further reason')}`) : null);
}

/** The reason as the API words it, and where what it speaks of stands. */
function told(reason, state) {
  const [page, what] = reason.tie ? [placeOf('tie', reason.tie, state), 'The tie'] : reason.ban ? [banPage(reason.ban, state), 'The ban'] : [];
  return page ? [reason.text, ' ', h('a', {href: page}, what)] : reason.text;
}
