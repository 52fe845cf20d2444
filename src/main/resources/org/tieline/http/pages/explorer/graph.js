/** The answer as a drawing: vendor, contact and carrier from left to right, on a sheet as large as it must be to be read. */
import {h, put, many} from './dom.js';
import {flags, hopByHop, inOneLine, organization} from './path.js';
import {trees} from './tree.js';
import {FONT, LEGEND, style} from './graph-style.js';
import {colour} from './theme.js';
import {mark, RELATIONS} from './words.js';

const LINE = 27;
const MARGIN = 14;
const GAP = 96;
const WIDEST = 210;
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
  const element = h('div', {class: 'graph'}, h('div', {class: 'graph-head'}, note, sizes), legend,
      h('div', {class: 'scroll sheet-scroll', tabindex: '0', role: 'group', 'aria-label': 'Drawing, scrolls'}, sheet), beside);
  const open = new Set();
  let cy = null;
  let rows = [];
  let state = null;
  let size = SIZES.indexOf(1);
  let turn = 0;
  let extent = [0, 0];

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
    const {elements, width, height} = laidOut(drawn);
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
    put(beside, h('h2', {}, organization(node.id, state, node.label), h('span', {class: 'facts'}, ` ${[node.kind, node.country].filter(Boolean).join(', ')}`)),
        node.row ? [h('p', {}, mark(node.row.relation), ` ${RELATIONS[node.row.relation].label}: `, inOneLine(node.row.path, state)),
          flags(node.row), hopByHop(node.row.path, state)]
            : h('p', {class: 'facts'}, node.depth === 0 ? 'The vendor that is asked about.' : 'On the way; not itself a carrier that was found.'));
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
    png: async () => cy.png({output: 'blob-promise', full: true, scale: 2, bg: colour('paper')})};
}

const canvas = document.createElement('canvas').getContext('2d');

function widthOf(text) {
  canvas.font = `11px ${FONT}`;
  return canvas.measureText(text).width;
}

function short(text) {
  let cut = text;
  while (widthOf(cut) > WIDEST - 16) {
    cut = `${cut.slice(0, -2).trimEnd()}…`;
  }
  return cut;
}

/** Columns as wide as their widest box. */
function laidOut(drawn) {
  const columns = Array.from({length: drawn.depth + 1}, () => 0);
  for (const node of drawn.nodes) {
    node.short = short(node.label);
    node.width = Math.ceil(widthOf(node.short) * (node.kind === 'vendor' ? 1.08 : 1)) + 18;
    columns[node.depth] = Math.max(columns[node.depth], node.width);
  }
  const left = columns.map((_, i) => MARGIN + columns.slice(0, i).reduce((sum, width) => sum + width + GAP, 0));
  const at = new Map(drawn.nodes.map(node => [node.key, {x: left[node.depth] + node.width / 2, y: MARGIN + LINE / 2 + node.line * LINE, node}]));
  const nodes = drawn.nodes.map(node => ({data: {id: node.key, label: node.short, width: node.width, kind: node.kind ?? 'unknown',
    heap: node.heap !== null, exposed: node.row !== null && node.depth > 0, conflict: (node.row?.conflicts.length ?? 0) > 0,
    colour: colour(`of-${RELATIONS[node.row?.relation ?? node.relation]?.family ?? 'none'}`)},
  position: {x: at.get(node.key).x, y: at.get(node.key).y}}));
  const edges = drawn.edges.map(edge => {
    const stake = edge.hop.type === 'OWNS' && !edge.heap ? (edge.hop.percent === null ? '? %' : `${Number(edge.hop.percent)} %`) : null;
    return {data: {id: `${edge.from}→${edge.to}`, source: edge.from, target: edge.to, type: edge.hop.type, backward: edge.hop.direction === 'backward',
      ...(stake ? {label: stake, offset: 26} : {}), ...elbow(at.get(edge.from), at.get(edge.to), columns)}};
  });
  return {elements: [...nodes, ...edges], width: left.at(-1) + columns.at(-1) + MARGIN, height: drawn.lines * LINE + 2 * MARGIN};
}

/** A line that leaves level, falls within the gap and arrives level, as two points along and beside the straight one. */
function elbow(from, to, columns) {
  const start = from.x + from.node.width / 2;
  const end = to.x - to.node.width / 2;
  const dx = end - start;
  const dy = to.y - from.y;
  if (Math.abs(dy) < 1) {
    return {};
  }
  const length = dx * dx + dy * dy;
  const bends = [[dx - GAP * 0.66, 0], [dx - GAP * 0.66, dy]].map(([x, y]) => [(x * dx + y * dy) / length, (y * dx - x * dy) / Math.sqrt(length)]);
  return {bend: true, weights: bends.map(([weight]) => weight).join(' '), distances: bends.map(([, distance]) => distance).join(' ')};
}
