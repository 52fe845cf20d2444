/** What a reader takes along from a page: how to cite it, its table, a card for another page, and paper. */
import {h, put, say} from './dom.js';
import {today} from './address.js';
import {citations, dataset, sourceLine} from './cite.js';
import {csv, save} from './download.js';
import {assistants, feeds} from './follow.js';

/**
 * @param {object} what `title`; `table`: `{name, columns, rows}` for a CSV; `embed`: the path of a card; `api`: the address
 *   of the answer; `about`: what changes are followed of, by the parameters of the API; `picture`: `{name, png, svg}` that make pictures
 */
export function takeAlong({title, table = null, embed = null, api = null, picture = null, about = null}) {
  const place = h('div', {class: 'cite'});
  const cite = h('details', {class: 'cite-of', 'on:toggle': async event => {
    if (event.target.open) {
      const data = await dataset();
      const ways = citations({title, address: location.href, data, day: today()});
      put(place, copyable('As text', ways.text), copyable('BibTeX', ways.bibtex), copyable('Exact address', location.href),
          data ? copyable('Data set', `${data.version}, SHA-256 ${data.sha256}`) : null);
    }
  }}, h('summary', {}, 'Cite'), place);
  const taken = h('p', {class: 'taken'});
  sourceLine().then(line => put(taken, line));
  return h('section', {class: 'take', 'aria-label': 'Take it along'}, taken, cite,
      embed ? h('details', {class: 'embed-of'}, h('summary', {}, 'Embed'),
          copyable('A card for another page', `<iframe src="${new URL(embed, location.href).href}" title="Tieline" width="480" height="320" loading="lazy"></iframe>`),
          h('p', {class: 'facts'}, 'Other pages may show it where the server’s setting TIELINE_EMBED_ORIGINS allows them. ', h('a', {href: embed}, 'See the card'))) : null,
      about ? forPrograms(about) : null,
      h('div', {class: 'buttons'},
          table ? button('CSV', 'save-csv', async () => save(csv(table.columns, [...table.rows, [], [await sourceLine()]]), `${table.name}.csv`)) : null,
          picture ? [button('PNG', 'save-png', async () => save(await picture.png(), `${picture.name}.png`)),
            button('SVG', 'save-svg', async () => save(await picture.svg(), `${picture.name}.svg`))] : null,
          button('Print', 'print', () => print()),
          api ? h('a', {href: api}, 'JSON') : null));
}

/** @param {object} about see {@link feeds} */
export function forPrograms(about) {
  return h('details', {class: 'programs'}, h('summary', {}, 'Follow'), feeds(about),
      copyable('For an assistant (Model Context Protocol)', assistants()),
      h('p', {class: 'facts'}, 'An assistant that knows this address asks the same questions by tools and gets the same answers, with their sources; it can write nothing.'));
}

function button(label, id, act) {
  return h('button', {type: 'button', id, 'on:click': async () => {
    try {
      await act();
    } catch (failure) {
      say(failure.message);
    }
  }}, label);
}

/** A text in a field that can be selected and copied. */
function copyable(label, text) {
  const field = h('textarea', {readonly: true, rows: Math.min(9, text.split('\n').length + Math.floor(text.length / 110)), spellcheck: 'false', 'aria-label': label}, text);
  return h('div', {class: 'copy'}, h('div', {class: 'copy-head'}, h('span', {}, label),
      h('button', {type: 'button', 'on:click': async () => {
        try {
          await navigator.clipboard.writeText(text);
          say('Copied');
        } catch {
          field.select();
          say('Selected; copy it by the keyboard');
        }
      }, 'aria-label': `Copy: ${label}`}, 'Copy')), field);
}
