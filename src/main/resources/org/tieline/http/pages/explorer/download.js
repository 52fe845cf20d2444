/** Files that a reader takes along, made of what is shown. */
import {h, s} from './dom.js';
import {sourceLine} from './cite.js';
import {colour} from './theme.js';

export function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = h('a', {href: address, download: name});
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A table for spreadsheets (RFC 4180), in UTF-8. A text that a spreadsheet would take for a formula gets an apostrophe. */
export function csv(columns, rows) {
  const cell = value => {
    const text = value === null || value === undefined ? '' : String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return new Blob(['\uFEFF', [columns, ...rows].map(row => row.map(cell).join(',')).join('\r\n'), '\r\n'], {type: 'text/csv;charset=utf-8'});
}

const COLUMNS = ['vendor', 'carrier', 'carrierName', 'carrierCountry', 'relation', 'hops', 'path', 'ties', 'evidence', 'certainty',
  'flags', 'homeBans', 'conflicts', 'asOf', 'address'];

/** The rows as they are shown, in their order. */
export function exposuresAsCsv(rows, asOf) {
  return csv(COLUMNS, rows.map(each => [each.vendor.id, each.carrier.id, each.carrier.name, each.carrier.country, each.relation, each.hops,
    [each.path[0].from, ...each.path.map(hop => hop.to)].join(' > '), each.path.map(hop => hop.tie).join('|'), each.evidence,
    each.certainty, each.flags.join('|'), each.near.map(ban => ban.id).join('|'), each.conflicts.map(ban => ban.id).join('|'),
    asOf, new URL(each.links.self, location.href).href]));
}

const LINE = 12;

/** A drawing as it stands alone: without what is for the screen, on paper, with a line that says where it was taken from. */
async function standingAlone(svg) {
  const {width, height} = svg.viewBox.baseVal;
  const copy = svg.cloneNode(true);
  const most = Math.max(20, Math.floor((width - 16) / 4.9));
  const lines = (await sourceLine()).split(/ (?=https?:)/).flatMap(line => line.match(new RegExp(`.{1,${most}}`, 'gu')));
  const whole = height + 10 + lines.length * LINE;
  copy.setAttribute('width', width);
  copy.setAttribute('height', whole);
  copy.setAttribute('viewBox', `0 0 ${width} ${whole}`);
  copy.querySelectorAll('[data-screen]').forEach(element => element.remove());
  // A file has no style sheet that its colours could be looked up in.
  copy.querySelectorAll('*').forEach(element => [...element.attributes].forEach(attribute => {
    attribute.value = attribute.value.replace(/^var\(--([a-z-]+)\)$/, (whole, name) => colour(name));
  }));
  copy.prepend(s('rect', {width, height: whole, fill: colour('paper')}));
  copy.append(s('g', {}, lines.map((line, i) => s('text', {x: 8, y: height + LINE + i * LINE, 'font-family': 'sans-serif', 'font-size': 9, fill: colour('muted')}, line))));
  return {copy, width, height: whole};
}

const SVG = 'image/svg+xml';

/** A drawing as a file that stays sharp. Its colours stand in its attributes; a style sheet would not come along. */
export async function drawingAsSvg(svg) {
  return new Blob([new XMLSerializer().serializeToString((await standingAlone(svg)).copy)], {type: SVG});
}

/** A drawing as a picture of twice its size. */
export async function drawingAsPng(svg) {
  const {copy, width, height} = await standingAlone(svg);
  const address = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], {type: SVG}));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = h('canvas', {width: width * 2, height: height * 2});
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob(
        blob => blob ? resolve(blob) : reject(new Error('the picture could not be made')), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}
