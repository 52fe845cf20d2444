/**
 * Exposures as trees, one for each vendor, that grow from left to right. What would be a hairball is folded: carriers that
 * hang on the same contact by the same relation, largest heaps first, then contacts that lead to few, until the drawing has
 * about {@link LINES} lines. Whatever the reader opened stays open.
 */
import {nameOf, kindOf, countryOf} from './names.js';
import {RELATIONS} from './words.js';
import {many} from './dom.js';

const LINES = 56;
const OPENED = 150;

/** Nodes in drawing order with depth and line, and edges; `folded` says how many carriers are not drawn singly. */
export function trees(rows, open) {
  const roots = grown(rows);
  const budget = Math.max(5, Math.floor(LINES / roots.length));
  roots.forEach(root => fold(root, budget, open));
  const drawn = {nodes: [], edges: [], lines: 0, depth: 0, folded: 0, carriers: rows.length};
  for (const root of roots) {
    place(root, null, drawn);
    drawn.lines += 0.5;
  }
  return drawn;
}

function grown(rows) {
  const roots = new Map();
  const all = new Map();
  for (const row of [...rows].sort((a, b) => a.hops - b.hops)) {
    const vendor = row.vendor.id;
    let at = all.get(vendor);
    if (!at) {
      at = node(vendor, vendor, 0, null);
      all.set(vendor, at);
      roots.set(vendor, at);
    }
    row.path.forEach((hop, i) => {
      const key = `${vendor}/${hop.to}`;
      let next = all.get(key);
      if (!next) {
        next = node(key, hop.to, i + 1, hop);
        all.set(key, next);
        at.children.push(next);
      }
      at = next;
    });
    at.row = row;
  }
  return [...roots.values()];
}

function node(key, id, depth, hop) {
  return {key, id, depth, hop, label: nameOf(id), kind: kindOf(id), country: countryOf(id), children: [], row: null, heap: null};
}

function lines(node) {
  return node.children.length ? node.children.reduce((sum, child) => sum + lines(child), 0) : 1;
}

function fold(root, budget, open) {
  const heaps = [];
  const collect = at => {
    const byRelation = new Map();
    for (const child of at.children) {
      if (child.children.length) {
        collect(child);
      } else if (child.row) {
        byRelation.set(child.row.relation, [...byRelation.get(child.row.relation) ?? [], child]);
      }
    }
    byRelation.forEach((members, relation) => heaps.push({at, members, relation, key: `${at.key}:${relation}`}));
  };
  collect(root);
  heaps.sort((a, b) => b.members.length - a.members.length);
  // What the reader opened takes no room away from the rest.
  const most = budget + heaps.filter(heap => open.has(heap.key)).reduce((sum, heap) => sum + Math.min(heap.members.length, OPENED), 0);
  for (const heap of heaps) {
    if (heap.members.length > 1 && lines(root) > most && !open.has(heap.key)) {
      replace(heap.at, heap.members, {...node(heap.key, heap.key, heap.at.depth + 1, heap.members[0].hop), kind: 'heap',
        heap: heap.members.length, relation: heap.relation,
        label: many(heap.members.length, `carrier`) + `, ${RELATIONS[heap.relation].label}`});
    } else if (heap.members.length > OPENED) {
      replace(heap.at, heap.members.slice(OPENED), {...node(`${heap.key}:rest`, heap.key, heap.at.depth + 1, heap.members[0].hop), kind: 'rest',
        heap: heap.members.length - OPENED, relation: heap.relation, label: `${heap.members.length - OPENED} more: narrow the filter`});
    }
  }
  const moreKey = `${root.key}:more`;
  const contacts = root.children.filter(child => child.children.length).sort((a, b) => carriers(a) - carriers(b));
  if (lines(root) > most && !open.has(moreKey)) {
    const small = [];
    for (const contact of contacts) {
      if (lines(root) - small.reduce((sum, each) => sum + lines(each), 0) + 1 <= most) {
        break;
      }
      small.push(contact);
    }
    if (small.length > 1) {
      const heap = small.reduce((sum, each) => sum + carriers(each), 0);
      replace(root, small, {...node(moreKey, moreKey, 1, small[0].hop), kind: 'heap', heap,
        label: `${many(small.length, 'contact')}, leading to ${many(heap, 'carrier')}`});
    }
  }
}

function carriers(node) {
  return (node.heap ?? (node.row ? 1 : 0)) + node.children.reduce((sum, child) => sum + carriers(child), 0);
}

function replace(parent, members, heap) {
  parent.children = [...parent.children.filter(child => !members.includes(child)), heap];
}

/** Leaves get a line each; what has children stands beside the first, so that a drawing begins with its vendor. */
function place(node, parent, drawn) {
  drawn.depth = Math.max(drawn.depth, node.depth);
  node.children.sort((a, b) => (b.children.length > 0) - (a.children.length > 0) || (a.kind === 'heap') - (b.kind === 'heap') || a.label.localeCompare(b.label, 'en'));
  if (node.children.length === 0) {
    node.line = drawn.lines++;
  } else {
    node.children.forEach(child => place(child, node, drawn));
    node.line = node.children[0].line;
  }
  drawn.folded += node.heap ?? 0;
  drawn.nodes.push(node);
  if (parent) {
    drawn.edges.push({from: parent.key, to: node.key, hop: node.hop, heap: node.heap !== null});
  }
}
