import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { TextEdit } from '../base/text-edit.ts';
import { removeKey, setKey } from '../text-data/data-document.ts';
import { inSequence, setList } from '../text-data/list-edit.ts';
import type { DataDocument, DataList, DataNode, DataPath, DataValue } from '../text-data/types.ts';
import { lastEntry } from '../text-data/values.ts';
import { likeDate, parsePostDate } from './dates.ts';
import type { DialectRules, MetaField } from './dialects/rules.ts';
import { locate, locateAll, locatePath, textOf } from './meta-fields.ts';
import type { LocatedField } from './meta-fields.ts';
import { authorName, isWordKey, readBoolean, readCategories, readWords } from './read-meta.ts';
import type { PostStatus } from './types.ts';

type Edits = Result<readonly TextEdit[]>;

/** Sets or removes a field that is one value. */
export function editValue(
  document: DataDocument,
  rules: DialectRules,
  field: MetaField,
  value: string | number | undefined,
): Edits {
  if (value === undefined || value === '') return removeField(document, rules, field);
  const place = fieldPlace(document, rules, field);
  const old = textOf(place?.node);
  if (old === String(value)) return ok([]);
  if (field === 'date' || field === 'updated') {
    return setField(document, rules, field, place, dateValue(String(value), old ?? '', rules));
  }
  // The final line end of a block scalar is no part of what a person typed.
  const node = place?.node;
  const blockEnd = node?.kind === 'scalar' && node.style === 'block' && /\n$/.test(node.text) ? '\n' : '';
  const written = typeof value === 'string' ? value + blockEnd : value;
  return setField(document, rules, field, place, written);
}

/** Sets the first category, or removes all. */
export function editCategory(document: DataDocument, rules: DialectRules, value: string | undefined): Edits {
  if (value === undefined || value.trim() === '') return removeField(document, rules, 'category');
  const place = locate(document.root, rules, 'category');
  if (place === undefined) return setField(document, rules, 'category', undefined, value);
  const [first, ...rest] = readCategories(place, rules);
  if (first === value) return ok([]);
  if (place.node.kind === 'list') return setFirstItem(document, place.path, place.node, value);
  const others = rest.filter((word) => word !== value);
  return setWords(document, rules, place, [value, ...others]);
}

/** Sets the first text of a list, in its first list if it holds lists; there the text stands only once. */
function setFirstItem(document: DataDocument, path: DataPath, list: DataList, value: string): Edits {
  const index = list.items.findIndex((item) => item.kind === 'list' || textOf(item) !== undefined);
  const first = list.items[index];
  if (first?.kind === 'list') return setFirstItem(document, [...path, index], first, value);
  const twins = list.items.flatMap((item, at) => (textOf(item) === value ? [at] : []));
  return inSequence(document, [
    (next) => setKey(next, [...path, Math.max(0, index)], value),
    ...twins.reverse().map((at) => (next: DataDocument) => removeKey(next, [...path, at])),
  ]);
}

/** Sets the tags; those that stay keep their bytes. */
export function editTags(document: DataDocument, rules: DialectRules, tags: readonly string[]): Edits {
  if (tags.length === 0) return removeField(document, rules, 'tags');
  const places = locateAll(document.root, rules, 'tags');
  const [place, ...others] = places;
  const before = new Set(places.flatMap((each) => readWords(each, rules))).size;
  // A post that has too many already can still lose some.
  if (tags.length > Math.max(rules.mostTags ?? Infinity, before)) return tooManyTags(rules);
  if (place === undefined) return newTags(document, rules, tags);
  const removals = others.map((other) => (next: DataDocument) => removeKey(next, other.path));
  const change = (next: DataDocument): Edits => {
    if (place.node.kind === 'list') return setList(next, place.path, tags);
    return setWords(next, rules, place, tags);
  };
  return inSequence(document, [change, ...removals]);
}

function tooManyTags(rules: DialectRules): Edits {
  return err(
    'too-many-tags',
    `A post of this site may have at most ${rules.mostTags ?? 0} tags.`,
    'Remove a tag before adding another.',
  );
}

function newTags(document: DataDocument, rules: DialectRules, tags: readonly string[]): Edits {
  const options = { order: rules.order };
  const asText =
    rules.commaKeys.includes(String(rules.own.tags[0])) && !tags.some((tag) => tag.includes(','));
  return asText
    ? setKey(document, rules.own.tags, tags.join(', '), options)
    : setList(document, rules.own.tags, tags, options);
}

/** Sets the authors in byline order. */
export function editAuthors(document: DataDocument, rules: DialectRules, authors: readonly string[]): Edits {
  const place = locate(document.root, rules, 'authors');
  const [first, ...rest] = authors;
  if (first === undefined) return removeField(document, rules, 'authors');
  if (place === undefined) {
    const value: DataValue = rest.length === 0 ? first : authors;
    return setKey(document, rules.own.authors, value, { order: rules.order });
  }
  const { node, path } = place;
  if (node.kind === 'list') return setList(document, path, listValues(node.items, authors));
  if (rest.length > 0) return setKey(document, path, authors);
  if (authorName(node) === first) return ok([]);
  if (node.kind !== 'map') return setKey(document, path, first);
  const key = lastEntry(node, 'id') === undefined ? 'name' : 'id';
  return setKey(document, [...path, key], first);
}

/** Makes the front matter say that the post is a draft or published. */
export function editStatus(document: DataDocument, rules: DialectRules, status: PostStatus): Edits {
  const isDraft = status === 'draft';
  const places = rules.draftKeys.flatMap(({ key, draftWhen }) => {
    const place = locatePath(document.root, [key], rules.ignoreCase);
    const stated = readBoolean(place?.node);
    return place === undefined || stated === undefined ? [] : [{ path: place.path, draftWhen, stated }];
  });
  const changes = places
    .filter(({ stated, draftWhen }) => (stated === draftWhen) !== isDraft)
    .map(
      ({ path, draftWhen }) =>
        (next: DataDocument) =>
          setKey(next, path, draftWhen === isDraft),
    );
  if (changes.length > 0) return inSequence(document, isDraft ? changes.slice(0, 1) : changes);
  if (places.length > 0 || !isDraft) return ok([]);
  const [own] = rules.draftKeys;
  return setKey(document, [own.key], own.draftWhen, { order: rules.order });
}

function removeField(document: DataDocument, rules: DialectRules, field: MetaField): Edits {
  const places =
    field === 'coverAlt' ? [fieldPlace(document, rules, field)] : locateAll(document.root, rules, field);
  const changes = places
    .filter((place) => place !== undefined)
    .map((place) => (next: DataDocument) => removeKey(next, place.path));
  return inSequence(document, changes);
}

function fieldPlace(document: DataDocument, rules: DialectRules, field: MetaField): LocatedField | undefined {
  const place = locate(document.root, rules, field);
  if (place !== undefined || field !== 'coverAlt') return place;
  const cover = locate(document.root, rules, 'cover')?.path.slice(0, -1) ?? [];
  return cover.length === 0 ? undefined : locatePath(document.root, [...cover, 'alt'], false);
}

function setField(
  document: DataDocument,
  rules: DialectRules,
  field: MetaField,
  place: LocatedField | undefined,
  value: DataValue,
): Edits {
  if (place !== undefined) return setKey(document, place.path, value);
  const own = rules.own[field];
  const inList = typeof own.at(-1) === 'number' || rules.listKeys.includes(String(own[0]));
  const path: DataPath = inList ? own.slice(0, 1) : own;
  return setKey(document, path, inList ? [value] : value, { order: rules.order });
}

function dateValue(text: string, old: string, rules: DialectRules): DataValue {
  if (parsePostDate(text) === undefined) return text;
  if (rules.spacedDates === 'never' && /^\d{4}-\d{2}-\d{2}[ \t]/.test(old)) return { date: text };
  const model = old === '' && rules.spacedDates === 'always' ? '2000-01-01 00:00:00' : old;
  return { date: likeDate(text, model) };
}

/** Writes words where a string stands: as a string again if that can say them, else as a list. */
function setWords(
  document: DataDocument,
  rules: DialectRules,
  place: LocatedField,
  words: readonly string[],
): Edits {
  const old = textOf(place.node);
  const key = String(place.path[0]);
  const separator = isWordKey(place, rules) ? ' ' : key === 'tags' ? ', ' : undefined;
  if (separator === undefined) {
    const single = words.length === 1 && !(old === undefined && rules.listKeys.includes(key));
    return setKey(document, place.path, single ? (words[0] ?? '') : words);
  }
  const splits = words.some((word) => (separator === ' ' ? /\s/ : /,/).test(word));
  const isCommaKey = rules.commaKeys.includes(key);
  const asText = separator === ' ' || words.length === 1 || old?.includes(',') === true;
  const keepsText = isCommaKey || (old !== undefined && asText);
  return setKey(document, place.path, keepsText && !splits ? words.join(separator) : words);
}

/** Names as list items; a person described by a map keeps the map. */
function listValues(items: readonly DataNode[], names: readonly string[]): DataValue[] {
  const maps = new Map(items.filter((item) => item.kind === 'map').map((item) => [authorName(item), item]));
  return names.map((name) => {
    const map = maps.get(name);
    return map === undefined ? name : nodeValue(map);
  });
}

function nodeValue(node: DataNode): DataValue {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(nodeValue);
  return new Map(node.entries.map((entry) => [entry.key, nodeValue(entry.value)]));
}
