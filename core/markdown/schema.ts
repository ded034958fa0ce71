import type { Schema } from 'hast-util-sanitize';
import { appOrigin } from '../ipc/media-url.ts';

/** Elements of a body; everything else is replaced by what it contains. */
export const contentTags: readonly string[] = [
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'div', 'section', 'blockquote', 'pre', 'hr', 'br', 'wbr'],
  ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'figure', 'figcaption', 'details', 'summary'],
  ...['table', 'caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td'],
  ...['a', 'img', 'span', 'em', 'strong', 'b', 'i', 'u', 's', 'del', 'ins', 'mark', 'small', 'sub', 'sup'],
  ...['code', 'kbd', 'samp', 'var', 'q', 'cite', 'abbr', 'dfn', 'time', 'bdi', 'bdo', 'ruby', 'rt', 'rp'],
  ...['label', 'input'],
];

/** Elements that vanish with everything in them. */
export const strippedTags: readonly string[] = [
  'script',
  'style',
  'template',
  'svg',
  'title',
  'head',
  'noembed',
  'noframes',
];

/** Class names that a body may carry, besides `language-…` on code. */
export const contentClasses: readonly string[] = [
  ...['align-left', 'align-center', 'align-right', 'table-scroll', 'too-deep'],
  ...['task-list-item', 'task', 'footnotes', 'footnote-ref', 'footnote-back'],
  ...['image-remote', 'image-refused', 'embed-remote'],
];

/** The class that names the language of a piece of code. */
export const languageClass = /^language-[\w+#.-]+$/u;

/** Ids that are not of headings: those of footnotes, and the writer's own, which are kept apart by a prefix. */
export const rawIdPrefix = 'user-content-';
const footnoteId = /^(?:fn|fnref)-\d+(?:-\d+)?$/;
const rawId = /^user-content-\S+$/;

/** Where images come from: the file itself, or the app's own scheme in the preview. Never another host. */
const imageSource: readonly [RegExp, RegExp] = [
  /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/,
  new RegExp(`^${appOrigin}/media/`),
];

const links = ['http', 'https', 'mailto'];
const headingAttributes = ['id'];

/**
 * What a body may contain: no style, no script, no form, no frame, no event handler, no name, no remote image.
 * Every key of the library's schema is set, because a missing one means its own, wider default.
 */
export const contentSchema = {
  tagNames: [...contentTags],
  strip: [...strippedTags],
  attributes: {
    '*': [
      'lang',
      'title',
      ['dir', 'ltr', 'rtl', 'auto'],
      ['className', ...contentClasses],
      ['id', footnoteId, rawId],
    ],
    a: ['href', ['rel', 'noopener', 'noreferrer'], ['role', 'doc-noteref', 'doc-backlink'], 'ariaLabel'],
    blockquote: ['cite'],
    q: ['cite'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
    time: ['dateTime'],
    code: [['className', languageClass]],
    div: [['tabIndex', 0]],
    pre: [
      ['tabIndex', 0],
      ['className', 'too-deep'],
    ],
    section: [['role', 'doc-endnotes'], 'ariaLabel'],
    details: [['open', true]],
    img: ['alt', 'width', 'height', ['src', ...imageSource], ['loading', 'lazy']],
    input: [
      ['type', 'checkbox'],
      ['disabled', true],
      ['checked', true],
    ],
    ol: ['start', ['reversed', true], ['type', '1', 'a', 'A', 'i', 'I']],
    li: ['value'],
    col: ['span'],
    colgroup: ['span'],
    th: ['colSpan', 'rowSpan', 'abbr', ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
    td: ['colSpan', 'rowSpan'],
    h2: headingAttributes,
    h3: headingAttributes,
    h4: headingAttributes,
    h5: headingAttributes,
    h6: headingAttributes,
  },
  ancestors: {
    caption: ['table'],
    col: ['table'],
    colgroup: ['table'],
    thead: ['table'],
    tbody: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    th: ['table'],
    td: ['table'],
    figcaption: ['figure'],
    summary: ['details'],
  },
  protocols: { href: links, cite: ['http', 'https'] },
  required: { input: { type: 'checkbox', disabled: true } },
  // Ids are made unique and prefixed before this; what is not of the shapes above is dropped here.
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
} satisfies Schema;
