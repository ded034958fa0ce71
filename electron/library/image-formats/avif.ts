import { hasAscii, sizeOf, viewOf, within, type ImageFormat, type ImageSize } from './image-format.ts';

interface Box {
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

/** The ISO base media boxes between two offsets. */
function boxes(view: DataView, from: number, to: number): readonly Box[] {
  const found: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    const short = view.getUint32(at);
    const header = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(view.getBigUint64(at + 8)) : short === 0 ? to - at : short;
    if (length < header) break;
    const type = [4, 5, 6, 7].map((index) => String.fromCharCode(view.getUint8(at + index))).join('');
    found.push({ type, from: at + header, to: Math.min(at + length, to) });
    at += length;
  }
  return found;
}

function child(view: DataView, parent: Box | undefined, type: string, skip = 0): Box | undefined {
  if (parent === undefined) return undefined;
  return boxes(view, parent.from + skip, parent.to).find((box) => box.type === type);
}

/** The largest `ispe` is the whole picture: tiles, alpha planes and thumbnails are no larger. */
function readSize(bytes: Uint8Array): ImageSize | undefined {
  const view = viewOf(bytes);
  const meta = boxes(view, 0, bytes.length).find((box) => box.type === 'meta');
  const properties = child(view, child(view, meta, 'iprp', 4), 'ipco');
  if (properties === undefined) return undefined;
  let best: ImageSize | undefined;
  let turned = false;
  for (const { type, from } of boxes(view, properties.from, properties.to)) {
    if (type === 'irot') turned = (view.getUint8(from) & 1) === 1;
    if (type !== 'ispe') continue;
    const size = sizeOf(view.getUint32(from + 4), view.getUint32(from + 8));
    if (size !== undefined && size.width * size.height > (best ? best.width * best.height : 0)) best = size;
  }
  return best !== undefined && turned ? { width: best.height, height: best.width } : best;
}

function isAvif(bytes: Uint8Array): boolean {
  if (!hasAscii(bytes, 4, 'ftyp')) return false;
  const end = Math.min(viewOf(bytes).getUint32(0), bytes.length);
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12 && (hasAscii(bytes, at, 'avif') || hasAscii(bytes, at, 'avis'))) return true;
  }
  return false;
}

/** AVIF, by https://aomediacodec.github.io/av1-avif/ and ISO 14496-12 (boxes) and 23008-12 (ispe, irot). */
export const avif: ImageFormat = {
  mediaType: 'image/avif',
  extension: 'avif',
  matches: isAvif,
  size: (bytes) => within(() => readSize(bytes)),
};
