import { hasAscii, sizeOf, viewOf, type ImageFormat } from './image-format.ts';

/** GIF, by https://www.w3.org/Graphics/GIF/spec-gif89a.txt: the logical screen descriptor. */
export const gif: ImageFormat = {
  mediaType: 'image/gif',
  extension: 'gif',
  matches: (bytes) => hasAscii(bytes, 0, 'GIF87a') || hasAscii(bytes, 0, 'GIF89a'),
  size: (bytes) => {
    if (bytes.length < 10) return undefined;
    const view = viewOf(bytes);
    return sizeOf(view.getUint16(6, true), view.getUint16(8, true));
  },
};
