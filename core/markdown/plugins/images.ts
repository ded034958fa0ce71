import type { Element, ElementContent } from 'hast';
import { assertNever } from '../../base/assert-never.ts';
import { imageUrl } from '../facts.ts';
import type { BlockPlugin } from '../plugin.ts';
import { publicReason, resourceName } from '../resource-name.ts';
import { replaceElements, textProperty } from '../tree.ts';
import type { ImageInfo } from '../types.ts';

/**
 * Puts what is known of each image in its place: the image with its size, a link when it is on another host, or its
 * text and the reason when it cannot be shown. No URL of the writer is left where a browser would load it.
 */
export const images: BlockPlugin = (tree, context) => {
  replaceElements(tree, (element, ancestors) => {
    if (element.tagName !== 'img') return undefined;
    const url = imageUrl(element);
    const alt = textProperty(element, 'alt') ?? '';
    if (url === undefined) return alt === '' ? [] : [text(alt)];
    const inLink = ancestors.some((ancestor) => ancestor.tagName === 'a');
    return [imageNode(element, context.images(url), { url, alt, inLink })];
  });
};

function imageNode(
  element: Element,
  info: ImageInfo,
  written: { readonly url: string; readonly alt: string; readonly inLink: boolean },
): Element {
  switch (info.kind) {
    case 'image':
      return shownImage(element, info, written.alt);
    case 'remote':
      return remoteImage(info.url, written.alt, written.inLink);
    case 'refused':
      return span(
        'image-refused',
        publicReason(info.reason, written.url),
        written.alt === '' ? resourceName(written.url) : written.alt,
      );
    default:
      return assertNever(info);
  }
}

function shownImage(element: Element, info: Extract<ImageInfo, { kind: 'image' }>, alt: string): Element {
  const stated = { width: pixels(element, 'width'), height: pixels(element, 'height') };
  const size = stated.width === undefined && stated.height === undefined ? info : stated;
  const title = textProperty(element, 'title');
  return {
    type: 'element',
    tagName: 'img',
    properties: {
      src: info.src,
      alt,
      ...(size.width === undefined ? {} : { width: size.width }),
      ...(size.height === undefined ? {} : { height: size.height }),
      ...(title === undefined ? {} : { title }),
    },
    children: [],
  };
}

function remoteImage(url: string, alt: string, inLink: boolean): Element {
  const label = alt === '' ? url : alt;
  // A link cannot hold a link.
  if (inLink) return span('image-remote', url, label);
  const absolute = url.startsWith('//') ? `https:${url}` : url;
  return {
    type: 'element',
    tagName: 'a',
    properties: {
      className: ['image-remote'],
      href: absolute,
      title: absolute,
      rel: ['noopener', 'noreferrer'],
    },
    children: [text(label)],
  };
}

function span(className: string, title: string, label: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: [className], title },
    children: [text(label)],
  };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** A whole number of pixels that the writer stated, or undefined. */
function pixels(element: Element, name: 'width' | 'height'): number | undefined {
  const stated = /^\s*(\d{1,5})(?:px)?\s*$/.exec(textProperty(element, name) ?? '')?.[1];
  return stated === undefined ? undefined : Number(stated);
}
