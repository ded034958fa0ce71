import { readFileSync } from 'node:fs';
import type { Element, Root, RootContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse } from 'parse5';
import type { LibrarySettings } from '../../../core/library/types.ts';
import type { ImageResolver } from '../../../core/markdown/types.ts';
import { renderPage } from '../../../core/page/render-page.ts';
import { readPost } from '../../../core/post/read-post.ts';
import { summarize } from '../../../core/post/summarize.ts';
import type { PostId, PostSummary } from '../../../core/post/types.ts';

export const quietCss = readFileSync(new URL('../../../assets/themes/quiet.css', import.meta.url), 'utf8');

export const noSettings: LibrarySettings = {
  site: {},
  authors: [],
  categories: [],
  author: undefined,
  profile: undefined,
};

/** A one-pixel picture for every URL that starts with `ok`, a refusal for every other. */
export const someImages: ImageResolver = (url) =>
  /^(?:library:)?ok/.test(url)
    ? { kind: 'image', src: 'data:image/png;base64,AA==', width: 640, height: 480 }
    : /^https?:/.test(url)
      ? { kind: 'remote', url }
      : { kind: 'refused', reason: 'There is no such file.' };

export function postOf(text: string, id = 'a-post.md') {
  return readPost(id as PostId, text, 'galley');
}

export function summaryOf(text: string, id: string): PostSummary {
  return summarize(postOf(text, id), 0);
}

export function renderedPage(
  text: string,
  settings: LibrarySettings = noSettings,
  related: readonly PostSummary[] = [],
  images: ImageResolver = someImages,
) {
  const { html, page } = renderPage(postOf(text), settings, related, images, quietCss);
  return { html, page, root: fromParse5(parse(html)) as Root };
}

/** Elements in document order that a simple selector names: `tag`, `.class`, `tag.class`. */
export function all(node: Root | Element, selector: string): readonly Element[] {
  const [tag = '', ...classes] = selector.split('.');
  const found: Element[] = [];
  const visit = (child: RootContent) => {
    if (child.type !== 'element') return;
    const names = child.properties['className'];
    const own = Array.isArray(names) ? names : [];
    if ((tag === '' || child.tagName === tag) && classes.every((name) => own.includes(name)))
      found.push(child);
    child.children.forEach(visit);
  };
  node.children.forEach(visit);
  return found;
}

export function one(node: Root | Element, selector: string): Element {
  const found = all(node, selector);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} elements are ${selector}`);
  return found[0];
}

/** The text of a tree, white space as single spaces. */
export function textOf(node: Root | Element): string {
  const collect = (child: RootContent): string => {
    if (child.type === 'text') return child.value;
    return child.type === 'element' ? child.children.map(collect).join('') : '';
  };
  return node.children.map(collect).join('').replace(/\s+/g, ' ').trim();
}

export function hrefs(node: Root | Element): readonly string[] {
  return all(node, 'a').map(({ properties }) => String(properties['href']));
}
