/** The answer as a drawing: vendor, contact and carrier from left to right, on a sheet as large as it must be to be read. */
import {h, put, many} from './dom.js';
import {drawingAsPng, drawingAsSvg} from './download.js';
import {graphPicture} from './graph-picture.js';
import {flags, hopByHop, inOneLine, organization, otherPaths} from './path.js';
import {trees} from './tree.js';
import {FONT, LEGEND, style} from './graph-style.js';
import {colour} from './theme.js';
import {country, mark, RELATIONS} from './words.js';

const LINE = 27;
const MARGIN = 14;
/** The gap between columns and the widest box, where there is no room and where there is much. */
const GAP = [64, 340];
const WIDEST = [150, 300];
/** Below this many CSS pixels the tree is written line by line, indented, as it would not fit beside itself. */
const NARROW = 620;
const INDENT = 20;
const SIZES = [0.6, 0.8, 1, 1.25, 1.6];

let library = null;

export function graph(page) {
  const sheet = h('div', {class: 'sheet', role: 'img', 'aria-label': 'Drawing of the answer'});
  const note = h('p', {class: 'facts'});
  const beside = h('aside', {class: 'beside', 'aria-live': 'polite', 'aria-label': 'What was chosen in the graph'});
  const sizes = h('div', {class: 'steps', role: 'group', 'aria-label': 'Size'},
      h('button', {type: 'button', 'aria-label': 'Smaller', title: 'Smaller', 'on:click': () => resize(-1)}, '−'),
      h('button', {type: 'button', 'aria-label': 'Larger', title: 'Larger', 'on:click': () => resize(1)}, '+'),
      h('button', {type: 'button', 'on:click': () => { open.clear(); draw(); }}, 'Fold all'));
  const legend = h('ul', {class: 'legend', 'aria-label': 'Legend'}, LEGEND.map(([look, words]) => h('li', {}, h('i', {class: look, 'aria-hidden': 'true'}), words)));
  const scroll = h('div', {class: 'scroll sheet-scroll', tabindex: '0', role: 'group', 'aria-label': 'Drawing, scrolls'}, sheet);
  const element = h('div', {class: 'graph'}, h('div', {class: 'graph-head'}, note, sizes), legend,
      h('div', {class: 'graph-body'}, scroll, beside));
  const open = new Set();
  let cy = null;
  let rows = [];
  let state = null;
  let size = SIZES.indexOf(1);
  let turn = 0;
  let extent = [0, 0];
  let drawnFor = 0;
  new ResizeObserver(() => {
    if (cy && element.isConnected && beside.childElementCount === 0 && Math.abs(scroll.clientWidth - drawnFor) > 24) {
      draw();
    }
  }).observe(scroll);

  async function draw() {
    const mine = ++turn;
    library ??= import('./cytoscape.js').then(module => module.default, failure => {
      library = null;
      throw failure;
    });
    let cytoscape;
    try {
      cytoscape = await library;
    } catch {
      put(note, 'What draws the graph could not be loaded. The table has the same answer.');
      return;
    }
    if (mine !== turn || !element.isConnected) {
      return;
    }
    const drawn = trees(rows, open);
    drawnFor = scroll.clientWidth;
    const {elements, width, height} = drawnFor < NARROW ? indented(drawn, drawnFor) : laidOut(drawn, drawnFor);
    extent = [width, height];
    cy?.destroy();
    fit();
    cy = cytoscape({container: sheet, elements, style: style(), layout: {name: 'preset', fit: false}, zoom: SIZES[size], pan: {x: 0, y: 0},
      userZoomingEnabled: false, userPanningEnabled: false, boxSelectionEnabled: false, autoungrabify: true, minZoom: 0.1, maxZoom: 4,
      pixelRatio: Math.max(1.5, devicePixelRatio)});
    cy.on('tap', 'node', event => choose(event.target.scratch('node')));
    cy.on('tap', event => event.target === cy && choose(null));
    cy.on('mouseover', 'node', () => { sheet.classList.add('over'); });
    cy.on('mouseout', 'node', () => { sheet.classList.remove('over'); });
    drawn.nodes.forEach(node => cy.getElementById(node.key).scratch('node', node));
    sheet.setAttribute('aria-label', `Drawing of ${many(rows.length, 'exposure')}, ${drawn.depth} ties deep. The table has the same answer in words.`);
    put(note, drawn.folded ? `${many(drawn.carriers - drawn.folded, 'carrier')} drawn singly, ${drawn.folded.toLocaleString('en')} folded into dashed boxes: choose one to open it, or narrow the answer by the filter.`
        : `${many(drawn.carriers, 'carrier')}, all drawn. Choose one to see its path.`);
    sheet.dataset.drawn = String(drawn.nodes.length);
    element.explored = {cy};
  }

  function fit() {
    sheet.style.width = `${extent[0] * SIZES[size]}px`;
    sheet.style.height = `${extent[1] * SIZES[size]}px`;
  }

  function resize(by) {
    size = Math.max(0, Math.min(SIZES.length - 1, size + by));
    fit();
    cy?.resize();
    cy?.viewport({zoom: SIZES[size], pan: {x: 0, y: 0}});
  }

  function choose(node) {
    cy.elements().removeClass('on-path');
    if (node === null) {
      put(beside);
      return;
    }
    if (node.kind === 'heap') {
      open.add(node.key);
      put(beside);
      draw();
      return;
    }
    for (let at = cy.getElementById(node.key); at.nonempty(); at = at.incomers('node')) {
      at.addClass('on-path');
      at.incomers('edge').addClass('on-path');
    }
    put(beside, h('h2', {}, organization(node.id, state, node.label), h('span', {class: 'facts'}, ` ${[node.kind, country(node.country)].filter(Boolean).join(', ')}`)),
        node.row ? [h('p', {}, mark(node.row.relation), ` ${RELATIONS[node.row.relation].label}: `, inOneLine(node.row.path, state)),
          flags(node.row), hopByHop(node.row.path, state), otherPaths(node.row, state)]
            : h('p', {class: 'facts'}, node.depth === 0 ? 'The vendor that is asked about.' : 'On the way; not itself a carrier that was found.'),
    h('button', {type: 'button', class: 'quiet', 'on:click': () => choose(null)}, 'Close'));
    uncover(cy.getElementById(node.key).renderedBoundingBox());
  }

  /** Scrolls so that what was chosen is seen beside the card, or above it where that lies below. */
  function uncover(box) {
    if (box.x2 > scroll.scrollLeft + scroll.clientWidth || box.x1 < scroll.scrollLeft) {
      scroll.scrollLeft = Math.max(0, box.x2 - scroll.clientWidth + MARGIN);
    }
    const top = sheet.getBoundingClientRect().top;
    const card = beside.getBoundingClientRect();
    const below = card.left < scroll.getBoundingClientRect().right - MARGIN;
    const room = below ? innerHeight - card.height : innerHeight;
    if (top + box.y2 > room - MARGIN) {
      scrollBy(0, top + box.y2 - room + LINE);
    } else if (top + box.y1 < 0) {
      scrollBy(0, top + box.y1 - LINE);
    }
  }

  return {element,
    show(shown, next) {
      const other = next.vendor.join() !== state?.vendor.join() || next.id !== state?.id;
      rows = shown;
      state = next;
      if (other) {
        open.clear();
      }
      put(beside);
      draw();
    },
    recolour: draw,
    png: () => drawingAsPng(graphPicture(cy, extent)),
    svg: () => drawingAsSvg(graphPicture(cy, extent))};
}

const canvas = document.createElement('canvas').getContext('2d');

function widthOf(text) {
  canvas.font = `11px ${FONT}`;
  return canvas.measureText(text).width;
}

function short(text, widest) {
  let cut = text;
  while (widthOf(cut) > widest - 16) {
    cut = `${cut.slice(0, -2).trimEnd()}…`;
  }
  return cut;
}

function measured(nodes, widest) {
  for (const node of nodes) {
    node.short = short(node.label, typeof widest === 'function' ? widest(node) : widest);
    node.width = Math.ceil(widthOf(node.short) * (node.kind === 'vendor' ? 1.08 : 1)) + 18;
  }
}

/** Columns as wide as their widest box, and gaps that share what room is left. */
function laidOut(drawn, room) {
  const columns = Array.from({length: drawn.depth + 1}, () => 0);
  measured(drawn.nodes, Math.max(WIDEST[0], Math.min(WIDEST[1], (room - 2 * MARGIN - drawn.depth * GAP[0]) / columns.length)));
  drawn.nodes.forEach(node => columns[node.depth] = Math.max(columns[node.depth], node.width));
  const boxes = columns.reduce((sum, width) => sum + width, 0);
  const gap = Math.max(GAP[0], Math.min(GAP[1], (room - boxes - 2 * MARGIN) / Math.max(1, drawn.depth)));
  const left = columns.map((_, i) => MARGIN + columns.slice(0, i).reduce((sum, width) => sum + width + gap, 0));
  const at = new Map(drawn.nodes.map(node => [node.key, {x: left[node.depth] + node.width / 2, y: MARGIN + LINE / 2 + node.line * LINE, node}]));
  const edges = drawn.edges.map(edge => {
    const from = at.get(edge.from);
    const to = at.get(edge.to);
    const start = [from.node.width / 2, 0];
    const bend = to.x - to.node.width / 2 - gap * 0.66 - from.x;
    return line(edge, from, to, start, to.y === from.y ? [] : [[bend, 0], [bend, to.y - from.y]]);
  });
  return {elements: [...drawn.nodes.map(node => box(node, at.get(node.key))), ...edges],
    width: left.at(-1) + columns.at(-1) + MARGIN, height: drawn.lines * LINE + 2 * MARGIN};
}

/** Line by line, each box under what it hangs on and a step to the right: as wide as a telephone. */
function indented(drawn, room) {
  drawn.edges.filter(stakeOf).forEach(edge => {
    const node = drawn.nodes.find(each => each.key === edge.to);
    node.label = `${node.label}, ${stakeOf(edge)}`;
  });
  measured(drawn.nodes, node => Math.max(90, room - 2 * MARGIN - node.depth * INDENT));
  const children = new Map(drawn.nodes.map(node => [node.key, []]));
  drawn.edges.forEach(edge => children.get(edge.from).push(edge.to));
  const byKey = new Map(drawn.nodes.map(node => [node.key, node]));
  const below = new Set(drawn.edges.map(edge => edge.to));
  const at = new Map();
  const place = key => {
    const node = byKey.get(key);
    at.set(key, {x: MARGIN + node.depth * INDENT + node.width / 2, y: MARGIN + LINE / 2 + at.size * LINE, node});
    children.get(key).forEach(place);
  };
  drawn.nodes.filter(node => !below.has(node.key)).forEach(node => place(node.key));
  const edges = drawn.edges.map(edge => {
    const from = at.get(edge.from);
    const to = at.get(edge.to);
    const start = [10 - from.node.width / 2, BOX / 2];
    return line(edge, from, to, start, [[start[0], to.y - from.y]], null);
  });
  return {elements: [...drawn.nodes.map(node => box(node, at.get(node.key))), ...edges], width: room - 2, height: at.size * LINE + 2 * MARGIN};
}

const BOX = 20;

/** How large a stake is, where that is known. */
function stakeOf({hop, heap}) {
  return hop.type === 'OWNS' && !heap && hop.percent !== null ? `${Number(hop.percent)} %` : null;
}

function box(node, {x, y}) {
  return {data: {id: node.key, label: node.short, width: node.width, kind: node.kind ?? 'unknown',
    heap: node.heap !== null, exposed: node.row !== null && node.depth > 0, conflict: (node.row?.conflicts.length ?? 0) > 0,
    colour: colour(`of-${RELATIONS[node.row?.relation ?? node.relation]?.family ?? 'none'}`)}, position: {x, y}};
}

/**
 * @param {number[]} start where it leaves, from the middle of its box
 * @param {number[][]} points its bends, from the middle of the box that it leaves; told to the library along and beside the
 *   straight line
 */
function line(edge, from, to, start, points, stake = stakeOf(edge)) {
  const dx = to.x - to.node.width / 2 - from.x - start[0];
  const dy = to.y - from.y - start[1];
  const length = dx * dx + dy * dy;
  const bends = points.map(([x, y]) => [x - start[0], y - start[1]]).map(([x, y]) => [(x * dx + y * dy) / length, (y * dx - x * dy) / Math.sqrt(length)]);
  return {data: {id: `${edge.from}→${edge.to}`, source: edge.from, target: edge.to, type: edge.hop.type, backward: edge.hop.direction === 'backward',
    unknown: edge.hop.type === 'OWNS' && !edge.heap && edge.hop.percent === null, start: `${start[0]}px ${start[1]}px`, points: [start, ...points].map(([x, y]) => [from.x + x, from.y + y]),
    ...(stake ? {label: stake, offset: 26} : {}),
    ...(bends.length ? {bend: true, weights: bends.map(([weight]) => weight).join(' '), distances: bends.map(([, distance]) => distance).join(' ')} : {})}};
}
