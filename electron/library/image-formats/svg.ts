import { sizeOf, type ImageFormat, type ImageSize } from './image-format.ts';

/** What may stand before the root element: XML declaration and other instructions, comments, a doctype. */
const prolog = /^(?:\s+|<\?[^?]*\?>|<!--(?:(?!-->)[^])*-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)/i;
const root = /^<svg(?=[\s/>])(?:[^>"']|"[^"]*"|'[^']*')*>/;
/** Far more than a real prolog and root element need, in bytes. */
const headLength = 64 * 1024;

/** The root element's start tag; undefined when the text is not SVG. */
function rootTag(bytes: Uint8Array): string | undefined {
  if (bytes.subarray(0, headLength).includes(0)) return undefined;
  let text = new TextDecoder('utf-8').decode(bytes.subarray(0, headLength));
  for (let match = prolog.exec(text); match !== null; match = prolog.exec(text)) {
    text = text.slice(match[0].length);
  }
  return root.exec(text)?.[0];
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2];
}

/** A length in pixels; percentages and other units say nothing about pixels. */
function pixels(value: string | undefined): number {
  const match = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(value ?? '');
  return match === null ? 0 : Number(match[1]);
}

function readSize(bytes: Uint8Array): ImageSize | undefined {
  const tag = rootTag(bytes);
  if (tag === undefined) return undefined;
  const stated = sizeOf(pixels(attribute(tag, 'width')), pixels(attribute(tag, 'height')));
  if (stated !== undefined) return stated;
  const [, , width = 0, height = 0] = (attribute(tag, 'viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return sizeOf(width, height);
}

/** SVG 2 as UTF-8 text; it is only ever shown as an image, where scripts and links are dead. */
export const svg: ImageFormat = {
  mediaType: 'image/svg+xml',
  extension: 'svg',
  matches: (bytes) => rootTag(bytes) !== undefined,
  size: readSize,
};
