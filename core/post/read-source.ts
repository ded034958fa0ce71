import { sourceRelations } from '../source/types.ts';
import type { SourceRecord, SourceRelation } from '../source/types.ts';
import type { DataNode } from '../text-data/types.ts';
import { lastEntry } from '../text-data/values.ts';
import { textOf } from './meta-fields.ts';

/** Reads a cited work: a map of its fields, or a bare text that is its title. */
export function readSource(node: DataNode): SourceRecord | undefined {
  if (node.kind === 'scalar') {
    const title = textOf(node);
    if (title === undefined) return undefined;
    return /^https?:\/\//i.test(title) ? { title, url: title } : { title };
  }
  if (node.kind === 'list') return undefined;
  const text = (key: string): string | undefined => namesOf(lastEntry(node, key)?.value);
  const [site, url, author, accessed] = [text('site'), text('url'), text('author'), text('accessed')];
  const title = text('title') ?? site ?? url;
  if (title === undefined) return undefined;
  return { title, author, site, url, accessed, relation: readRelation(text('relation')) };
}

/** A text, or the texts of a list joined by commas. */
function namesOf(node: DataNode | undefined): string | undefined {
  if (node?.kind !== 'list') return textOf(node);
  const names = node.items.map(textOf).filter((name) => name !== undefined);
  return names.length === 0 ? undefined : names.join(', ');
}

function readRelation(text: string | undefined): SourceRelation | undefined {
  const plain = text?.toLowerCase().replace(/[\s_-]+/g, ' ');
  return sourceRelations.find((relation) => relation === plain);
}
