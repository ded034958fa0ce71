import { hasAscii, sizeOf, viewOf, within, type ImageFormat, type ImageSize } from './image-format.ts';

function readSize(bytes: Uint8Array): ImageSize | undefined {
  const view = viewOf(bytes);
  if (hasAscii(bytes, 12, 'VP8 ')) {
    return sizeOf(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  }
  if (hasAscii(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return sizeOf((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
  }
  if (hasAscii(bytes, 12, 'VP8X')) {
    const width = view.getUint16(24, true) | (view.getUint8(26) << 16);
    const height = view.getUint16(27, true) | (view.getUint8(29) << 16);
    return sizeOf(width + 1, height + 1);
  }
  return undefined;
}

/** WebP, by https://developers.google.com/speed/webp/docs/riff_container: lossy, lossless, extended. */
export const webp: ImageFormat = {
  mediaType: 'image/webp',
  extension: 'webp',
  matches: (bytes) => hasAscii(bytes, 0, 'RIFF') && hasAscii(bytes, 8, 'WEBP'),
  size: (bytes) => within(() => readSize(bytes)),
};
