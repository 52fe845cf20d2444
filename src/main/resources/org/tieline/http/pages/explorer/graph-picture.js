/** The graph as a drawing that can be saved: the boxes and lines of the screen, in attributes alone. */
import {s} from './dom.js';
import {FONT} from './graph-style.js';
import {colour} from './theme.js';

const DASHES = {dashed: '5 4', dotted: '1.5 3.5'};

/** @param {object} cy what draws the graph; @param {number[]} extent its width and height */
export function graphPicture(cy, [width, height]) {
  const paper = colour('paper');
  return s('svg', {xmlns: 'http://www.w3.org/2000/svg', viewBox: `0 0 ${width} ${height}`, width, height},
      s('defs', {}, s('marker', {id: 'head', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 7, markerHeight: 7, markerUnits: 'userSpaceOnUse', orient: 'auto-start-reverse'}, s('path', {d: 'M0 0 8 4 0 8z', fill: colour('edge')}))),
      cy.edges().map(edge => {
        const to = edge.target();
        const end = [to.position('x') - to.data('width') / 2, to.position('y')];
        const label = edge.data('label');
        return [s('polyline', {points: [...edge.data('points'), end].map(point => point.join()).join(' '), fill: 'none', stroke: edge.style('line-color'), 'stroke-width': parseFloat(edge.style('width')),
          'stroke-dasharray': DASHES[edge.style('line-style')] ?? null, 'marker-end': edge.style('target-arrow-shape') === 'triangle' ? 'url(#head)' : null,
          'marker-start': edge.style('source-arrow-shape') === 'triangle' ? 'url(#head)' : null}),
        label ? [s('rect', {x: end[0] - 44, y: end[1] - 7, width: 34, height: 13, fill: paper}), s('text', {x: end[0] - 27, y: end[1] + 3, 'text-anchor': 'middle', 'font-family': FONT, 'font-size': 9.5, fill: colour('muted')}, label)] : null];
      }),
      cy.nodes().map(node => {
        const {x, y} = node.position();
        const wide = node.data('width');
        return [s('rect', {x: x - wide / 2, y: y - 10, width: wide, height: 20, rx: node.data('kind') === 'vendor' ? 0 : 4, fill: node.style('background-color'), stroke: node.style('border-color'),
          'stroke-width': parseFloat(node.style('border-width')), 'stroke-dasharray': node.data('heap') ? '4 3' : null}),
        s('text', {x, y: y + 4, 'text-anchor': 'middle', 'font-family': FONT, 'font-size': 11, fill: node.style('color')}, node.data('label'))];
      }));
}
