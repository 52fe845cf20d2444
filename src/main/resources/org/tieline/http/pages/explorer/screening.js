/** A list of names that somebody has: which organizations they mean, and what is on record of them. */
import {failed, h, many, put, say} from './dom.js';
import {ask} from './api.js';
import {pageOf, write} from './address.js';
import {dayBar} from './days.js';
import {kindOf, nameOf as organizationName, names} from './names.js';
import {grid} from './record.js';
import {takeAlong} from './take.js';
import {country, listed, plain} from './words.js';

const MOST = 10_000;
const NEAR = 3;

export function screeningPage(page) {
  const days = dayBar((asOf, settled) => page.go({asOf}, {passing: !settled}));
  const field = h('textarea', {id: 'screened', rows: 6, spellcheck: 'false', autocomplete: 'off', 'aria-label': 'Names, one a line',
    placeholder: 'One name a line, in any script: 华为, Sprint Corp, Vodafone GmbH'});
  const result = h('section', {class: 'difference', 'aria-label': 'What the names mean'});
  const along = h('div', {});
  const element = h('article', {class: 'page'}, h('p', {class: 'crumb'}, h('a', {href: '/'}, 'Home'), ' › Screening'),
      h('h1', {tabindex: '-1'}, 'Screen a list of names'),
      h('p', {class: 'lead'}, 'Which organizations names of a list mean, and what is on record of them: bans on them, and ties to restricted vendors. ',
          'A match says that a name is written like one on record, and an entry without one is not cleared. The names go to this server alone and not into the address.'),
      h('form', {class: 'screening', 'on:submit': event => {
        event.preventDefault();
        load();
      }}, h('div', {class: 'copy'}, field), h('p', {class: 'buttons'}, h('button', {type: 'submit'}, 'Screen'))),
      h('div', {class: 'page-day'}, h('label', {for: 'day'}, 'On '), days.fields, days.rail), result, along);
  let state = null;
  let waiting = null;

  async function load() {
    const entries = field.value.split('\n').map(line => line.trim()).filter(Boolean).slice(0, MOST);
    waiting?.abort();
    if (entries.length === 0) {
      put(result);
      put(along);
      return;
    }
    waiting = new AbortController();
    const {signal} = waiting;
    result.setAttribute('aria-busy', 'true');
    try {
      const [answer] = await Promise.all([ask(`/v1/screenings?asOf=${encodeURIComponent(state.asOf)}`, {signal, post: {entries}}), names()]);
      draw(answer);
    } catch (failure) {
      if (failure.name !== 'AbortError') {
        put(along);
        put(result, failed(failure, id => write({...state, page: 'organization', id}), load));
      }
    } finally {
      if (!signal.aborted) {
        result.removeAttribute('aria-busy');
      }
    }
  }

  function draw({results, outcomes, total}) {
    const {matched, ambiguous, unmatched} = outcomes;
    put(result, h('h2', {}, `${matched} of ${many(total, 'name')} matched`),
        h('p', {class: 'facts'}, `${ambiguous} could mean several organizations, ${unmatched} none on record.`),
        grid('Screened names', ['Name', 'Outcome', 'Organization', 'On record'], results.map(each => h('tr', {'data-outcome': each.outcome},
            h('th', {scope: 'row'}, nameOf(each.entry)), h('td', {}, each.outcome), h('td', {}, meant(each)),
            h('td', {}, each.finding ? [h('strong', {class: each.finding.status === 'nothing-on-record' ? 'nil' : null}, plain(each.finding.status)), h('span', {class: 'facts block'}, inShort(each.finding))]
                : h('span', {class: 'facts'}, each.explanation))))));
    put(along, takeAlong({title: `Names screened on ${state.asOf}`, table: {name: `tieline-screening-${state.asOf}`, columns: ['number', 'name', 'outcome', 'organization', 'status', 'text'],
      rows: results.map(each => [each.number, nameOf(each.entry), each.outcome, each.organization?.id, each.finding?.status, each.finding?.text ?? each.explanation])}}));
    say(`${matched} of ${many(total, 'name')} matched`);
  }

  function meant({organization, candidates}) {
    const link = ({id}) => h('a', {href: pageOf(id, kindOf(id), {...state, vendor: [], options: {}})}, organizationName(id));
    return organization ? link(organization) : candidates.length ? ['perhaps ', candidates.slice(0, NEAR).map((each, i) => [i ? ', ' : '', link(each)])] : h('span', {class: 'nil'}, 'nobody');
  }

  return {element,
    show(next) {
      state = next;
      document.title = 'Screening · Tieline';
      days.show(state.asOf);
      load();
    },
    again: load};
}

/** Bans by their countries and ties by their vendors; the page of the organization tells them one by one. */
function inShort({restrictedBy, exposures}) {
  const countries = [...new Set((restrictedBy ?? []).map(ban => country(ban.country)))];
  const vendors = [...new Set((exposures ?? []).map(each => organizationName(each.vendor.id)))];
  return [countries.length ? `${many(restrictedBy.length, 'ban')} of ${listed(countries)}` : null, vendors.length ? `tied to ${listed(vendors)}` : null]
      .filter(Boolean).join('; ');
}

function nameOf(entry) {
  return entry.name ?? entry.id ?? entry.identifier;
}
