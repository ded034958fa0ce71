import type { SourceRecord } from '../source/types.ts';
import type { DataMap, DataNode } from '../text-data/types.ts';
import { lastEntry } from '../text-data/values.ts';
import { parsePostDate } from './dates.ts';
import type { DialectRules, MetaField } from './dialects/rules.ts';
import { locate, locateAll, locatePath, textOf } from './meta-fields.ts';
import type { LocatedField } from './meta-fields.ts';
import { postFileName, postFolder } from './post-id.ts';
import { readSource } from './read-source.ts';
import type { PostDate, PostId, PostMeta, PostStatus } from './types.ts';

/** Reads what a post says of itself; `root` is its front matter, empty if it has none. */
export function readMeta(id: PostId, root: DataMap, rules: DialectRules): PostMeta {
  const text = (field: MetaField): string | undefined => textOf(locate(root, rules, field)?.node);
  const categories = unique(
    locateAll(root, rules, 'category').flatMap((place) => readCategories(place, rules)),
  );
  return {
    title: text('title'),
    slug: text('slug') ?? slugOfAddress(root, rules),
    date: readDate(root, rules, 'date') ?? (rules.dateInName ? dateOfName(id) : undefined),
    updated: readDate(root, rules, 'updated'),
    status: readStatus(id, root, rules),
    category: categories[0],
    categories,
    tags: unique(locateAll(root, rules, 'tags').flatMap((place) => readWords(place, rules))),
    authors: readAuthors(locate(root, rules, 'authors')?.node),
    profile: text('profile'),
    summary: text('summary'),
    cover: text('cover'),
    coverAlt: text('coverAlt') ?? coverMapAlt(root, rules),
    canonicalUrl: text('canonicalUrl'),
    lang: text('lang'),
    views: readViews(locate(root, rules, 'views')?.node),
    sources: readSources(locate(root, rules, 'sources')?.node),
  };
}

/** Whether a post lies in the folder that makes it a draft (Jekyll's and Hexo's `_drafts/`). */
export function isInDraftFolder(id: PostId, rules: DialectRules): boolean {
  return rules.draftFolder !== undefined && postFolder(id).split('/').includes(rules.draftFolder);
}

/** The truth a scalar states, also in quotes; undefined for anything else. */
export function readBoolean(node: DataNode | undefined): boolean | undefined {
  if (node?.kind !== 'scalar') return undefined;
  if (typeof node.value === 'boolean') return node.value;
  const text = node.text.trim().toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** The texts of a list, or of a scalar: its words where the dialect says so, else its parts between commas. */
export function readWords(place: LocatedField, rules: DialectRules): string[] {
  const { node, path } = place;
  if (node.kind === 'list') return node.items.map(textOf).filter((text) => text !== undefined);
  const text = textOf(node);
  if (text === undefined) return [];
  if (isWordKey(place, rules)) return text.split(/\s+/);
  const parts = path[0] === 'tags' ? text.split(',').map((part) => part.trim()) : [text];
  return parts.filter((part) => part !== '');
}

/** As `readWords`, with the items of lists in the list (Hexo's several nestings) in their order. */
export function readCategories(place: LocatedField, rules: DialectRules): string[] {
  if (place.node.kind !== 'list') return readWords(place, rules);
  const items = place.node.items.flatMap((item) => (item.kind === 'list' ? item.items : [item]));
  return items.map(textOf).filter((text) => text !== undefined);
}

/** Whether a string under this key is a list of words between blanks. */
export function isWordKey(place: LocatedField, rules: DialectRules): boolean {
  return rules.wordKeys.includes(String(place.path[0]));
}

/** The name by which a value under `author` calls a person. */
export function authorName(node: DataNode): string | undefined {
  if (node.kind !== 'map') return textOf(node);
  return textOf(lastEntry(node, 'id')?.value) ?? textOf(lastEntry(node, 'name')?.value);
}

function readAuthors(node: DataNode | undefined): string[] {
  const nodes = node?.kind === 'list' ? node.items : node === undefined ? [] : [node];
  return unique(nodes.map(authorName).filter((name) => name !== undefined));
}

function readStatus(id: PostId, root: DataMap, rules: DialectRules): PostStatus {
  if (isInDraftFolder(id, rules)) return 'draft';
  const draft = rules.draftKeys.some(({ key, draftWhen }) => {
    return readBoolean(locatePath(root, [key], rules.ignoreCase)?.node) === draftWhen;
  });
  return draft ? 'draft' : 'published';
}

function readDate(root: DataMap, rules: DialectRules, field: 'date' | 'updated'): PostDate | undefined {
  const text = textOf(locate(root, rules, field)?.node);
  return text === undefined ? undefined : { text, iso: parsePostDate(text) };
}

function dateOfName(id: PostId): PostDate | undefined {
  const text = /^(\d{4}-\d{1,2}-\d{1,2})-./.exec(postFileName(id))?.[1];
  const iso = text === undefined ? undefined : parsePostDate(text);
  return text === undefined || iso === undefined ? undefined : { text, iso };
}

/** The last part of an address that is spelled out: no placeholders, no truth (`permalink: false`). */
function slugOfAddress(root: DataMap, rules: DialectRules): string | undefined {
  const address = rules.addressKeys
    .map((key) => locatePath(root, [key], rules.ignoreCase)?.node)
    .map((node) => (readBoolean(node) === undefined ? textOf(node) : undefined));
  const known = address.find((text) => text !== undefined && !/[:{]/.test(text));
  const parts = known?.replace(/\/index\.html?$/i, '').split('/');
  const last = parts?.findLast((part) => part !== '');
  return last?.replace(/\.html?$/i, '');
}

function coverMapAlt(root: DataMap, rules: DialectRules): string | undefined {
  const path = locate(root, rules, 'cover')?.path.slice(0, -1) ?? [];
  const holder = path.length === 0 ? undefined : locatePath(root, path, false)?.node;
  return holder?.kind === 'map' ? textOf(lastEntry(holder, 'alt')?.value) : undefined;
}

function readViews(node: DataNode | undefined): number | undefined {
  const text = textOf(node);
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function readSources(node: DataNode | undefined): SourceRecord[] {
  const nodes = node?.kind === 'list' ? node.items : node === undefined ? [] : [node];
  return nodes.map(readSource).filter((source) => source !== undefined);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
