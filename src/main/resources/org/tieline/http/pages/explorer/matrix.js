/** All carriers and vendors of a day as a heat map: the nearer the tie, the darker the cell; its number says the same. */
import {h, s, put, many} from './dom.js';
import {ask} from './api.js';
import {pageOf, tidy} from './address.js';
import {drawingAsPng, drawingAsSvg} from './download.js';
import {findField, fitting} from './filter.js';
import {learn, names} from './names.js';
import {asking, followed} from './options.js';
import {record} from './record.js';
import {FONT} from './graph-style.js';
import {colour} from './theme.js';
import {country, RELATIONS} from './words.js';

export function matrixPage(page) {
  const find = findField(page, {id: 'find-matrix', placeholder: 'Carrier or country'});
  return record(page, {
    kind: 'of-matrix', restricted: true, crumb: [['Question', 'question'], 'Matrix'],
    controls: {element: h('div', {class: 'options of-records'}, h('label', {class: 'field'}, h('span', {}, 'Find'), find.field)), show: find.show},
    title: () => 'Carriers and vendors',
    ask: async (of, signal) => {
      const address = `/v1/matrix?${tidy(asking(of))}`;
      const [answer] = await Promise.all([ask(`${address}&limit=1000`, {signal}), names()]);
      answer.searched.vendors.forEach(learn);
      return {...answer, address};
    },
    draw(answer, of, {lead, body}) {
      const {vendors, rows} = chosen(answer, of);
      put(lead, h('p', {class: 'lead'}, `${many(rows.length, 'carrier')} and ${many(vendors.length, 'vendor')}. A number is how many ties lead from the vendor to the carrier; 1 is a tie between the two.`),
          h('ul', {class: 'legend', 'aria-hidden': 'true'}, [1, 2, 3, 4].map(hops => h('li', {}, h('i', {class: `heat heat-${hops}`}, hops), hops === 4 ? '4 ties or more' : many(hops, 'tie')))));
      put(body, h('div', {class: 'scroll heat-scroll', tabindex: '0', role: 'group', 'aria-label': 'Heat map, scrolls'}, h('table', {class: 'heat-map'},
          h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, 'Carrier'), vendors.map(vendor => h('th', {scope: 'col', class: 'of-vendor-column'}, h('span', {}, vendor.name))))),
          h('tbody', {}, rows.map(({carrier, exposures}) => h('tr', {'data-carrier': carrier.id}, h('th', {scope: 'row'}, h('a', {href: pageOf(carrier.id, 'carrier', of)}, carrier.name), h('span', {class: 'facts'}, ` ${country(carrier.country)}`)),
              vendors.map(vendor => {
                const cell = exposures[vendor.id];
                return cell ? h('td', {class: `heat heat-${Math.min(4, cell.hops)}`}, h('a', {href: pageOf(carrier.id, 'carrier', {...of, vendor: [vendor.id]}), title: `${vendor.name}: ${RELATIONS[cell.relation].label}, ${cell.evidence}`}, cell.hops,
                    h('span', {class: 'unseen'}, ` ${cell.hops === 1 ? 'tie' : 'ties'} to ${vendor.name}, ${RELATIONS[cell.relation].label}`))) : h('td', {});
              })))))));
    },
    take: (answer, of) => {
      const {vendors, rows} = chosen(answer, of);
      return {about: followed(of), api: answer.address, picture: {name: `tieline-matrix-${of.asOf}`, png: () => drawingAsPng(drawn(vendors, rows, of)), svg: () => drawingAsSvg(drawn(vendors, rows, of))},
        table: {name: `tieline-matrix-${of.asOf}`, columns: ['carrier', 'name', 'country', ...vendors.map(vendor => vendor.id)],
          rows: rows.map(({carrier, exposures}) => [carrier.id, carrier.name, carrier.country, ...vendors.map(vendor => exposures[vendor.id]?.hops ?? '')])}};
    }
  });
}

/** Vendors that somebody is tied to, those of many first; carriers by country. */
function chosen(answer, {find}) {
  const fits = fitting(find);
  const rows = answer.results.filter(({carrier}) => fits(`${carrier.name} ${carrier.id} ${carrier.country} ${country(carrier.country)}`))
      .sort((a, b) => country(a.carrier.country).localeCompare(country(b.carrier.country), 'en') || a.carrier.name.localeCompare(b.carrier.name, 'en'));
  const count = vendor => rows.filter(each => each.exposures[vendor.id]).length;
  return {rows, vendors: answer.searched.vendors.filter(count).sort((a, b) => count(b) - count(a))};
}

const ROW = 16;
const HEAD = 120;
const LEFT = 270;
const MOST_LETTERS = 46;

function drawn(vendors, rows, state) {
  const ink = colour('ink');
  const width = LEFT + vendors.length * 28 + 60;
  const height = HEAD + rows.length * ROW + 24;
  const text = (content, attributes) => s('text', {'font-family': FONT, 'font-size': 11, fill: ink, ...attributes}, content);
  return s('svg', {viewBox: `0 0 ${width} ${height}`, width, height, xmlns: 'http://www.w3.org/2000/svg'}, text(`Carriers and vendors on ${state.asOf}`, {x: 8, y: 18, 'font-weight': 600}),
      vendors.map((vendor, i) => text(vendor.name, {transform: `translate(${LEFT + i * 28 + 16} ${HEAD - 6}) rotate(-45)`})),
      rows.map(({carrier, exposures}, y) => [text(`${carrier.name}, ${country(carrier.country)}`.slice(0, MOST_LETTERS), {x: 8, y: HEAD + y * ROW + 12}),
        vendors.map((vendor, i) => exposures[vendor.id] ? [s('rect', {x: LEFT + i * 28, y: HEAD + y * ROW, width: 27, height: ROW - 1, fill: colour('of-own'), 'fill-opacity': [0.85, 0.55, 0.32, 0.16][Math.min(4, exposures[vendor.id].hops) - 1]}),
          text(exposures[vendor.id].hops, {x: LEFT + i * 28 + 10, y: HEAD + y * ROW + 12, ...(exposures[vendor.id].hops === 1 ? {fill: colour('paper')} : {})})] : null)]));
}
