import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { unknownReference } from '../../messages/markup-rules.ts';
import type { Composition } from '../composition.ts';
import { type CitedWork, CLUSTER, readCluster } from './read-cluster.ts';

/** A citation in a text, from one offset of it to another. */
interface Cluster {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
  readonly works: readonly CitedWork[];
}

/**
 * Puts a placeholder in the stead of every citation: `[@hood2016, p. 12]`. A key that the references do not hold is an
 * error at its place.
 * @param text the Markdown that the tree was parsed from
 */
export function markCitations(tree: Root, text: string, composition: Composition): void {
  const { context, messages, placeOf, placeholders } = composition;
  const clusters = findClusters(tree);
  const known = clusters.filter(({ node, start, works }) => {
    const from = text.indexOf(node.value.slice(start, start + 8), node.position?.start.offset ?? 0);
    const missing = works.filter(({ key }) => !context.references.has(key));
    for (const { key } of missing) {
      const offset = text.indexOf(`@${key}`, Math.max(from, 0)) + 1;
      const place = placeOf({ type: 'text', position: { start: at(offset), end: at(offset) } });
      messages.push(unknownReference(place, key, [...context.references.keys()]));
    }
    return missing.length === 0;
  });
  const cited = context.citer?.cite(known.map(({ works }) => works)) ?? [];
  // From the end of each text, so that offsets before it stay true.
  for (const [index, { node, start, end, works }] of [...known.entries()].reverse()) {
    const keys = works.map(({ key }) => key);
    const character = placeholders.add({
      kind: 'citation',
      keys,
      content: cited[index] ?? [],
      place: placeOf(node),
    });
    node.value = `${node.value.slice(0, start)}${character}${node.value.slice(end)}`;
  }
}

function findClusters(tree: Root): Cluster[] {
  const clusters: Cluster[] = [];
  visit(tree, 'text', (node) => {
    for (const match of node.value.matchAll(CLUSTER)) {
      const works = readCluster(match[0].slice(1, -1));
      if (works !== undefined) {
        clusters.push({ node, start: match.index, end: match.index + match[0].length, works });
      }
    }
  });
  return clusters;
}

/** Only the offset is asked for. */
function at(offset: number) {
  return { line: 1, column: 1, offset };
}
