import { hasAscii, sizeOf, viewOf, type ImageFormat } from './image-format.ts';

/** PNG, by https://www.w3.org/TR/png-3/#5PNG-file-signature and the IHDR chunk that comes first. */
export const png: ImageFormat = {
  mediaType: 'image/png',
  extension: 'png',
  matches: (bytes) => bytes[0] === 0x89 && hasAscii(bytes, 1, 'PNG\r\n\u001a\n'),
  size: (bytes) => {
    if (bytes.length < 24 || !hasAscii(bytes, 12, 'IHDR')) return undefined;
    const view = viewOf(bytes);
    return sizeOf(view.getUint32(16), view.getUint32(20));
  },
};
