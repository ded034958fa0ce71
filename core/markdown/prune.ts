import type { Element, ElementContent, Root } from 'hast';
import { resourceName } from './resource-name.ts';
import { contentTags, strippedTags } from './schema.ts';
import { replaceElements, textProperty } from './tree.ts';

const kept = new Set(contentTags).add('h1');
const stripped = new Set(strippedTags);

/** Elements of older HTML and what is written for them today. */
const modernTags: ReadonlyMap<string, string> = new Map([
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
  ['big', 'span'],
  ['center', 'div'],
  ['article', 'section'],
  ['listing', 'pre'],
  ['xmp', 'pre'],
]);

/** Elements that load something from elsewhere, and the attribute that says what. */
const embeds: ReadonlyMap<string, string> = new Map([
  ['iframe', 'src'],
  ['video', 'src'],
  ['audio', 'src'],
  ['source', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
]);

/**
 * Brings what a writer typed as HTML to what a page can hold, before it is parsed once more: embedded players and
 * frames become links to what they show, older elements newer ones, unknown ones their content.
 * This is for shape, not for safety: the sanitiser runs after it and trusts nothing.
 */
export function prune(tree: Root): void {
  replaceElements(tree, (element) => {
    if (stripped.has(element.tagName)) return [];
    if (element.tagName === 'a') renameAnchor(element);
    if (element.tagName === 'pre') dropLeadingBreaks(element);
    if (element.tagName === 'p' && element.children.length === 0) return [];
    if (kept.has(element.tagName)) return undefined;
    const embed = embeds.get(element.tagName);
    if (embed !== undefined) return embedLink(element, embed);
    const tagName = modernTags.get(element.tagName);
    if (tagName === undefined) return element.children;
    if (element.tagName === 'center') element.properties['align'] = 'center';
    element.tagName = tagName;
    return tagName === 'pre' ? (dropLeadingBreaks(element), [element]) : [element];
  });
}

/** `<a name="x">` is how anchors were written; names do not reach a page, ids do. */
function renameAnchor(element: Element): void {
  const name = textProperty(element, 'name');
  if (name !== undefined) element.properties['id'] ??= name;
}

/** A parser drops one line break after `<pre>`, at every parse; without them the text stays the same. */
function dropLeadingBreaks(element: Element): void {
  const first = element.children[0];
  if (first?.type === 'text') first.value = first.value.replace(/^\n+/, '');
}

/** What stands for an embedded thing: a link when it can be followed from anywhere, else its name. */
function embedLink(element: Element, attribute: string): readonly ElementContent[] {
  const source = textProperty(element, attribute)?.trim();
  // The content of a frame is text for browsers without frames; that of the others is markup.
  if (source === undefined || source === '') return element.tagName === 'iframe' ? [] : element.children;
  const url = source.startsWith('//') ? `https:${source}` : source;
  const remote = /^https?:\/\//i.test(url);
  const name = remote ? url : resourceName(url);
  const text: ElementContent = { type: 'text', value: textProperty(element, 'title') ?? name };
  return remote
    ? [
        {
          type: 'element',
          tagName: 'a',
          properties: { href: url, className: ['embed-remote'] },
          children: [text],
        },
      ]
    : [{ type: 'element', tagName: 'span', properties: { className: ['image-refused'] }, children: [text] }];
}
