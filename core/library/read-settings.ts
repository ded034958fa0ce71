import { safeLink, webLink } from '../base/links.ts';
import { salvage } from '../post/salvage.ts';
import { slugify } from '../post/slug.ts';
import { readData } from '../text-data/data-document.ts';
import type { DataList, DataMap, DataNode } from '../text-data/types.ts';
import { lastEntry, lineOf } from '../text-data/values.ts';
import { isAuthorId } from './ids.ts';
import type {
  Author,
  AuthorLink,
  Category,
  LibrarySettings,
  SettingsProblem,
  SiteSettings,
} from './types.ts';

/** The settings of a library without `galley.yaml`. */
export const noSettings: LibrarySettings = {
  site: {},
  authors: [],
  categories: [],
  author: undefined,
  profile: undefined,
};

/**
 * Reads `galley.yaml` (any line ends, with or without a byte order mark). Never throws: what cannot
 * be used becomes a problem with its line, and everything else is used.
 */
export function readSettings(text: string): {
  readonly settings: LibrarySettings;
  readonly problems: readonly SettingsProblem[];
} {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const document = readData(plain, 'yaml');
  const root = document.problems.length === 0 ? document.root : salvage(document);
  const reader = new SettingsReader(plain);
  const settings = reader.read(root);
  return { settings, problems: [...document.problems, ...reader.problems] };
}

class SettingsReader {
  readonly problems: SettingsProblem[] = [];
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  read(root: DataMap): LibrarySettings {
    const site = this.site(this.map(root, 'site'));
    const authors = this.authors(this.list(root, 'authors'));
    const categories = this.categories(this.list(root, 'categories'));
    const known = (key: 'author' | 'profile'): string | undefined => {
      const node = lastEntry(root, key)?.value;
      const id = textOf(node);
      if (node === undefined || id === undefined || authors.some((author) => author.id === id)) return id;
      this.report(
        'unknown-author',
        `No author has the id “${id}”.`,
        'Use the id of one of the authors.',
        node,
      );
      return id;
    };
    return { site, authors, categories, author: known('author'), profile: known('profile') };
  }

  private site(map: DataMap | undefined): SiteSettings {
    const text = (key: string): string | undefined => textOf(entryOf(map, key));
    const url = text('url');
    const link = url === undefined ? undefined : webLink(url);
    const node = entryOf(map, 'url');
    if (url !== undefined && link === undefined && node !== undefined) {
      this.report('site-url', `“${url}” is no web address.`, 'Write it as https://example.org/.', node);
    }
    const root = link?.replace(/[?#].*$/, '').replace(/\/*$/, '/');
    return { title: text('title'), url: root, language: text('language') };
  }

  private authors(list: DataList | undefined): Author[] {
    const authors: Author[] = [];
    for (const node of list?.items ?? []) {
      const author = this.author(node);
      if (author === undefined) continue;
      if (authors.some((other) => other.id === author.id)) {
        const message = `Two authors have the id “${author.id}”; the first one is used.`;
        this.report('author-twice', message, 'Give each author an id of their own.', node);
      } else {
        authors.push(author);
      }
    }
    return authors;
  }

  private author(node: DataNode): Author | undefined {
    const map = node.kind === 'map' ? node : undefined;
    const text = (key: string): string | undefined => textOf(entryOf(map, key));
    const id = text('id');
    if (id === undefined || !isAuthorId(id)) {
      const message = id === undefined ? 'This author has no id.' : `“${id}” cannot be an author’s id.`;
      this.report('author-id', message, 'Give it an id of letters, digits and hyphens.', node);
      return undefined;
    }
    return {
      id,
      name: text('name') ?? id,
      role: text('role'),
      bio: text('bio'),
      avatar: text('avatar'),
      links: map === undefined ? [] : this.links(this.list(map, 'links')),
    };
  }

  private links(list: DataList | undefined): AuthorLink[] {
    return (list?.items ?? []).flatMap((node) => {
      const map = node.kind === 'map' ? node : undefined;
      const written = textOf(entryOf(map, 'url')) ?? textOf(node);
      const url = written === undefined ? undefined : safeLink(written);
      if (written === undefined || url === undefined) {
        const message =
          written === undefined ? 'This link has no url.' : `“${written}” is no link for a page.`;
        this.report(
          'unsafe-link',
          message,
          'Use an address that starts with https://, http:// or mailto:.',
          node,
        );
        return [];
      }
      return [{ label: textOf(entryOf(map, 'label')) ?? written, url: written }];
    });
  }

  private categories(list: DataList | undefined): Category[] {
    const categories: Category[] = [];
    for (const node of list?.items ?? []) {
      const name = node.kind === 'map' ? textOf(entryOf(node, 'name')) : textOf(node);
      if (name === undefined) {
        this.report('category-name', 'This category has no name.', 'Give it a name.', node);
        continue;
      }
      const slug = slugify((node.kind === 'map' ? textOf(entryOf(node, 'slug')) : undefined) ?? name);
      if (categories.some((other) => other.slug === slug)) {
        const message = `Two categories have the address “${slug}”; the first one is used.`;
        this.report('category-twice', message, 'Give each category a slug of its own.', node);
        continue;
      }
      categories.push({ name, slug });
    }
    return categories;
  }

  private map(root: DataMap, key: string): DataMap | undefined {
    const node = entryOf(root, key);
    if (node === undefined || node.kind === 'map') return node;
    if (!isNothing(node))
      this.report('settings-shape', `“${key}” must hold keys and values.`, undefined, node);
    return undefined;
  }

  private list(root: DataMap, key: string): DataList | undefined {
    const node = entryOf(root, key);
    if (node === undefined || node.kind === 'list') return node;
    if (!isNothing(node))
      this.report('settings-shape', `“${key}” must be a list.`, 'Start each item with a dash.', node);
    return undefined;
  }

  private report(code: string, message: string, remedy: string | undefined, node: DataNode): void {
    this.problems.push({ code, message, remedy, line: lineOf(this.text, node.from) });
  }
}

function entryOf(map: DataMap | undefined, key: string): DataNode | undefined {
  return map === undefined ? undefined : lastEntry(map, key)?.value;
}

function textOf(node: DataNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  return node.text.trim() === '' ? undefined : node.text.trim();
}

function isNothing(node: DataNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}
