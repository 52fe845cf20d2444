/** How the graph looks: kinds by shape and border, ties by line, both in the colours of the page. */
import {colour} from './theme.js';

export const FONT = '-apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", system-ui, sans-serif';

export function style() {
  const ink = colour('ink');
  const paper = colour('paper');
  const line = colour('edge');
  return [
    {selector: 'node', style: {'label': 'data(label)', 'width': 'data(width)', 'height': 20, 'shape': 'round-rectangle', 'font-size': 11,
      'font-family': FONT, 'text-valign': 'center', 'text-halign': 'center', 'color': ink, 'background-color': paper,
      'border-width': 1.2, 'border-color': colour('line-strong')}},
    {selector: 'node[kind = "vendor"]', style: {'shape': 'rectangle', 'background-color': ink, 'color': paper, 'border-color': ink, 'font-weight': 600}},
    {selector: 'node[kind = "company"]', style: {'shape': 'cut-rectangle', 'background-color': colour('band')}},
    {selector: 'node[kind = "association"]', style: {'shape': 'barrel', 'background-color': colour('band')}},
    {selector: 'node[kind = "government"]', style: {'shape': 'octagon', 'background-color': colour('band')}},
    {selector: 'node[?exposed]', style: {'border-color': 'data(colour)', 'border-width': 1.8}},
    {selector: 'node[?heap]', style: {'border-style': 'dashed', 'border-color': 'data(colour)', 'background-color': colour('band'), 'color': ink}},
    {selector: 'node[?conflict]', style: {'border-width': 3, 'border-color': colour('alarm')}},
    {selector: 'node:selected', style: {'background-color': colour('choice'), 'color': ink}},
    {selector: 'edge', style: {'width': 1.2, 'line-color': line, 'curve-style': 'straight', 'target-arrow-color': line, 'arrow-scale': 0.7,
      'source-endpoint': 'data(start)', 'target-endpoint': edge => `${-edge.target().data('width') / 2}px 0px`, 'font-size': 9.5, 'font-family': FONT, 'color': colour('muted')}},
    {selector: 'edge[bend]', style: {'curve-style': 'segments', 'segment-distances': 'data(distances)', 'segment-weights': 'data(weights)',
      'edge-distances': 'endpoints'}},
    {selector: 'edge[label]', style: {'target-label': 'data(label)', 'target-text-offset': 'data(offset)', 'text-background-color': paper,
      'text-background-opacity': 1, 'text-background-padding': 1.5}},
    {selector: 'edge[type = "SUPPLIES"]', style: {'target-arrow-shape': 'triangle'}},
    {selector: 'edge[type = "OWNS"]', style: {'width': 2.4}},
    {selector: 'edge[type = "OWNS"][!backward]', style: {'target-arrow-shape': 'triangle'}},
    {selector: 'edge[type = "OWNS"][?backward]', style: {'source-arrow-shape': 'triangle', 'source-arrow-color': line}},
    {selector: 'edge[?unknown]', style: {'line-style': 'dotted'}},
    {selector: 'edge[type = "PARTNERS_WITH"]', style: {'line-style': 'dashed'}},
    {selector: 'edge[type = "SHARES_NETWORK_WITH"]', style: {'source-arrow-shape': 'circle', 'target-arrow-shape': 'circle', 'source-arrow-color': line}},
    {selector: 'edge[type = "MEMBER_OF"]', style: {'line-style': 'dashed', 'line-dash-pattern': [8, 3, 2, 3]}},
    {selector: 'edge:selected, edge.on-path', style: {'line-color': colour('accent'), 'target-arrow-color': colour('accent'), 'source-arrow-color': colour('accent')}},
    {selector: 'node.on-path', style: {'border-color': colour('accent'), 'border-width': 2.4}}
  ];
}

/** What the lines and boxes mean, in words and as they are drawn. */
export const LEGEND = [['box vendor', 'vendor'], ['box carrier', 'carrier'], ['box company', 'other organization'], ['box heap', 'several, folded'],
  ['line supplies', 'supplies'], ['line owns', 'holds a stake'], ['line unknown', 'a stake of unknown size'], ['line partners', 'partner'], ['line shares', 'shares a network'], ['line member', 'member']];
