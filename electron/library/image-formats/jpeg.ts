import { hasAscii, sizeOf, viewOf, within, type ImageFormat, type ImageSize } from './image-format.ts';

const notFrames = new Set([0xc4, 0xc8, 0xcc]);
const orientationTag = 0x0112;

/** Start-of-frame markers: all of C0 to CF but the Huffman, extension and arithmetic tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && !notFrames.has(marker);
}

/** Whether Exif (TIFF header at `start`) says that the picture is shown lying on its side. */
function isTurned(view: DataView, start: number): boolean {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const count = view.getUint16(directory, little);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (view.getUint16(entry, little) === orientationTag) return view.getUint16(entry + 8, little) >= 5;
  }
  return false;
}

function readSize(bytes: Uint8Array): ImageSize | undefined {
  const view = viewOf(bytes);
  let turned = false;
  let at = 2;
  for (;;) {
    // Markers may be padded with any number of FF bytes.
    while (view.getUint8(at) === 0xff) at += 1;
    const marker = view.getUint8(at);
    const segment = at + 1;
    const length = view.getUint16(segment);
    if (length < 2) return undefined;
    if (isFrame(marker)) {
      const height = view.getUint16(segment + 3);
      const width = view.getUint16(segment + 5);
      return turned ? sizeOf(height, width) : sizeOf(width, height);
    }
    if (marker === 0xe1 && hasAscii(bytes, segment + 2, 'Exif\0\0')) {
      turned = within(() => isTurned(view, segment + 8)) ?? false;
    }
    at = segment + length;
    if (view.getUint8(at) !== 0xff) return undefined;
  }
}

/** JPEG, by ITU-T T.81 annex B; the orientation by Exif 2.3. */
export const jpeg: ImageFormat = {
  mediaType: 'image/jpeg',
  extension: 'jpg',
  matches: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff,
  size: (bytes) => within(() => readSize(bytes)),
};
