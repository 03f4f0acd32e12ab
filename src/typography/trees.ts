/** The typography of whole trees: scene breaks before the rules on runs, their texts and small capitals after. */
import type { Nodes } from 'mdast';
import type { Prose } from '../types.js';
import type { Draft } from './edits.js';
import { changedNodes, replaceBlocks, replaceNodes } from './nodes.js';
import type { Report } from './report.js';
import { isSmallCapitals, wrapCapitals } from './rules/capitals.js';
import { SCENE_BREAKS, sceneBreakOf } from './rules/scene-breaks.js';

/** The tree with its drawn scene breaks as thematic breaks; each is reported. */
export function breakScenes(tree: Prose, path: string, report: Report): Prose {
  const head = tree.children.find(({ type }) => type !== 'html' && type !== 'definition');
  return replaceBlocks(tree, (node) => {
    // A heading of no words at the head of a text stands where its title would: it parts nothing.
    if (node === head && node.type === 'heading') return node;
    const scene = sceneBreakOf(node);
    if (!scene) return node;
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    report.count += 1;
    report.changes?.push({
      rule: SCENE_BREAKS,
      confidence: 1,
      path,
      place: { line, column },
      before: scene.drawn,
      after: '',
      context: { left: '', right: '' },
    });
    return scene.node;
  });
}

/** The tree with the drafts' texts in place, in small capitals where they are asked for. */
export function typesetTree(tree: Prose, drafts: readonly Draft[], capitals: boolean): Prose {
  const changed = changedNodes(drafts);
  if (changed.size === 0 && !capitals) return tree;
  const replaced = replaceNodes(tree, (node) => changed.get(node) ?? node);
  if (!capitals) return replaced;
  const texts = new Set<Nodes>(
    drafts.flatMap(({ segments }) => segments.map(({ node }) => changed.get(node) ?? node)),
  );
  return replaceNodes(replaced, (node) => (isSmallCapitals(node) ? node : wrapChildren(node, texts)));
}

function wrapChildren(node: Nodes, texts: ReadonlySet<Nodes>): Nodes {
  if (!('children' in node)) return node;
  let wrapped = false;
  const children = (node.children as Nodes[]).flatMap((child): Nodes[] => {
    const parts = child.type === 'text' && texts.has(child) ? wrapCapitals(child) : undefined;
    if (parts) wrapped = true;
    return parts ?? [child];
  });
  return wrapped ? ({ ...node, children } as Nodes) : node;
}
