// Reads a GraphML or GEXF file with graphology, and says how many of its nodes and edges have which attributes.
const { readFileSync } = require('node:fs');
const { MultiDirectedGraph } = require('graphology');
const file = process.argv[2];
const reader = require(file.endsWith('.gexf') ? 'graphology-gexf' : 'graphology-graphml');
const graph = reader.parse(MultiDirectedGraph, readFileSync(file, 'utf8'));
const attributes = (forEach) => {
  const counts = {};
  forEach((id, all) => Object.keys(all).forEach((name) => (counts[name] = (counts[name] ?? 0) + 1)));
  return counts;
};
console.log(JSON.stringify({
  nodes: graph.order,
  edges: graph.size,
  ofNodes: attributes((take) => graph.forEachNode(take)),
  ofEdges: attributes((take) => graph.forEachEdge(take)),
}));
