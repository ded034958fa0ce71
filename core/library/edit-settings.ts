import { assertNever } from '../base/assert-never.ts';
import { safeLink, webLink } from '../base/links.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { TextEdit } from '../base/text-edit.ts';
import { foldText } from '../post/fold-text.ts';
import { slugify } from '../post/slug.ts';
import { insertItem, readData, removeKey, setKey } from '../text-data/data-document.ts';
import { inSequence, setList } from '../text-data/list-edit.ts';
import type { DataDocument, DataPath, DataValue } from '../text-data/types.ts';
import { dataMap, findNode, plainValue } from '../text-data/values.ts';
import { isAuthorId } from './ids.ts';
import type { Author, Category, SettingsEdit, SiteSettings } from './types.ts';

type Edits = Result<readonly TextEdit[]>;
type Change = (document: DataDocument) => Edits;

const order = ['site', 'authors', 'author', 'profile', 'categories', 'theme'];
const authorOrder = ['id', 'name', 'role', 'bio', 'avatar', 'links'];
const siteOrder = ['title', 'url', 'language'];

/**
 * The edits of `galley.yaml` (LF line ends, `''` if there is none) that make a change; comments,
 * order and unknown keys stay. An author is found by id, a category by name (whatever its case); an unknown one
 * is added, a category with a slug that no other has. Failures: `malformed-settings`, `author-id`, `author-name`, `unsafe-link`, `site-url`,
 * `category-name`, `edit-refused`.
 */
export function editSettings(text: string, edit: SettingsEdit): Edits {
  const document = readData(text, 'yaml');
  const [problem] = document.problems;
  if (problem !== undefined) {
    const message = `galley.yaml cannot be read (line ${problem.line}: ${problem.message}), so nothing was changed in it.`;
    return err('malformed-settings', message, problem.remedy ?? 'Correct it as text.');
  }
  switch (edit.kind) {
    case 'author':
      return editAuthor(document, edit.author);
    case 'category':
      return editCategory(document, edit.category);
    case 'default-author':
      return setOrRemove(document, ['author'], edit.id, order);
    case 'default-profile':
      return setOrRemove(document, ['profile'], edit.id, order);
    case 'site':
      return editSite(document, edit.site);
    default:
      return assertNever(edit);
  }
}

function editAuthor(document: DataDocument, author: Author): Edits {
  if (!isAuthorId(author.id)) {
    return err('author-id', `“${author.id}” cannot be an author’s id.`, 'Use letters, digits and hyphens.');
  }
  if (author.name.trim() === '') return err('author-name', 'An author needs a name.', 'Type a name.');
  const unsafe = author.links.find((link) => safeLink(link.url) === undefined);
  if (unsafe !== undefined) {
    const remedy = 'Use an address that starts with https://, http:// or mailto:.';
    return err('unsafe-link', `“${unsafe.url}” is no link for a page.`, remedy);
  }
  const index = itemsOf(document, 'authors').findIndex(
    (item) => item instanceof Map && item.get('id') === author.id,
  );
  if (index === -1) return append(document, 'authors', authorValue(author));
  const path: DataPath = ['authors', index];
  const fields = (['name', 'role', 'bio', 'avatar'] as const).map((field): Change => {
    return (next) => setOrRemove(next, [...path, field], author[field], authorOrder);
  });
  const links = (next: DataDocument): Edits =>
    setList(next, [...path, 'links'], linkValues(author), { order: authorOrder });
  return inSequence(document, [...fields, links]);
}

function authorValue(author: Author): DataValue {
  const { id, name, role, bio, avatar } = author;
  const links = author.links.length === 0 ? undefined : linkValues(author);
  return dataMap({ id, name, role: filled(role), bio: filled(bio), avatar: filled(avatar), links });
}

function linkValues(author: Author): DataValue[] {
  return author.links.map(({ label, url }) => dataMap({ label, url }));
}

function editCategory(document: DataDocument, category: Category): Edits {
  const { name, slug } = category;
  if (name.trim() === '') return err('category-name', 'A category needs a name.', 'Type a name.');
  const known = itemsOf(document, 'categories').map(categoryOf);
  const index = known.findIndex((other) => other !== undefined && foldText(other.name) === foldText(name));
  const taken = known.flatMap((other, at) => (other === undefined || at === index ? [] : [other.slug]));
  const free = freeSlug(slug, taken);
  const old = known[index];
  if (old === undefined) return append(document, 'categories', dataMap({ name, slug: free }));
  if (old.name !== name || old.slug === free) return ok([]);
  const path: DataPath = ['categories', index];
  if (findNode(document.root, path)?.kind !== 'map')
    return setKey(document, path, dataMap({ name, slug: free }));
  return setKey(document, [...path, 'slug'], free, { order: ['name', 'slug'] });
}

/** A category as `readSettings` reads it; undefined for what has no name. */
function categoryOf(item: unknown): Category | undefined {
  const written = (key: string): unknown => (item instanceof Map ? item.get(key) : undefined);
  const name = typeof item === 'string' ? item : written('name');
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  const slug = written('slug');
  return { name: name.trim(), slug: slugify(typeof slug === 'string' && slug.trim() !== '' ? slug : name) };
}

/** Two names may make one slug (“C” and “C++”), but no two categories share an address. */
function freeSlug(slug: string, taken: readonly string[]): string {
  let free = slug;
  for (let count = 2; taken.includes(slugify(free)); count += 1) free = `${slug}-${count}`;
  return free;
}

function editSite(document: DataDocument, site: SiteSettings): Edits {
  const { url } = site;
  if (url !== undefined && url !== '' && webLink(url) === undefined) {
    return err('site-url', `“${url}” is no web address.`, 'Write it as https://example.org/.');
  }
  const present = siteOrder.map((key) => [key, filled(site[key as keyof SiteSettings])] as const);
  if (findNode(document.root, ['site'])?.kind !== 'map') {
    const map = dataMap(Object.fromEntries(present));
    return map.size === 0 ? removeKey(document, ['site']) : setKey(document, ['site'], map, { order });
  }
  // Values come before removals, so that the last removal does not take the whole map away.
  const sorted = present.toSorted(
    ([, left], [, right]) => Number(left === undefined) - Number(right === undefined),
  );
  return inSequence(
    document,
    sorted.map(
      ([key, value]): Change =>
        (next) =>
          setOrRemove(next, ['site', key], value, siteOrder),
    ),
  );
}

function append(document: DataDocument, key: string, value: DataValue): Edits {
  const count = itemsOf(document, key).length;
  if (count === 0) return setKey(document, [key], [value], { order });
  return insertItem(document, [key], count, value);
}

function itemsOf(document: DataDocument, key: string): readonly unknown[] {
  const node = findNode(document.root, [key]);
  return node?.kind === 'list' ? node.items.map(plainValue) : [];
}

function setOrRemove(
  document: DataDocument,
  path: DataPath,
  value: string | undefined,
  keys: readonly string[],
): Edits {
  const text = filled(value);
  return text === undefined ? removeKey(document, path) : setKey(document, path, text, { order: keys });
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
