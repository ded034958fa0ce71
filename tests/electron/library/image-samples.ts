import { crc32, deflateSync } from 'node:zlib';

function be(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}

function le(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntLE(value, 0, length);
  return bytes;
}

function box(type: string, ...content: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  return Buffer.concat([be(body.length + 8, 4), Buffer.from(type, 'latin1'), body]);
}

/** A whole, valid PNG of one grey. */
export function pngImage(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    return Buffer.concat([be(data.length, 4), named, be(crc32(named), 4)]);
  };
  const header = Buffer.concat([be(width, 4), be(height, 4), Buffer.from([8, 0, 0, 0, 0])]);
  const rows = Buffer.alloc((width + 1) * height, 0);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The header of a GIF. */
export function gifImage(width: number, height: number): Buffer {
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    le(width, 2),
    le(height, 2),
    Buffer.from([0, 0, 0, 0x3b]),
  ]);
}

/** A JPEG up to its frame header; `orientation` as in Exif, `padding` bytes of application data before it. */
export function jpegImage(width: number, height: number, orientation = 1, padding = 0): Buffer {
  const segment = (marker: number, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0xff, marker]), be(data.length + 2, 2), data]);
  const exif = Buffer.concat([
    Buffer.from('Exif\0\0II*\0', 'latin1'),
    le(8, 4),
    le(1, 2),
    le(0x0112, 2),
    le(3, 2),
    le(1, 4),
    le(orientation, 4),
    le(0, 4),
  ]);
  const frame = Buffer.concat([Buffer.from([8]), be(height, 2), be(width, 2), Buffer.from([1, 1, 0x11, 0])]);
  const pads: Buffer[] = [];
  for (let left = padding; left > 0; left -= 60_000)
    pads.push(segment(0xe2, Buffer.alloc(Math.min(left, 60_000))));
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment(0xe1, exif), ...pads, segment(0xc2, frame)]);
}

/** The header of a WebP of each of its three kinds. */
export function webpImage(kind: 'lossy' | 'lossless' | 'extended', width: number, height: number): Buffer {
  const chunk = (): readonly [string, Buffer] => {
    switch (kind) {
      case 'lossy':
        return ['VP8 ', Buffer.concat([Buffer.from([0, 0, 0, 0x9d, 1, 0x2a]), le(width, 2), le(height, 2)])];
      case 'lossless':
        return [
          'VP8L',
          Buffer.concat([Buffer.from([0x2f]), le(((width - 1) | ((height - 1) << 14)) >>> 0, 4)]),
        ];
      case 'extended':
        return ['VP8X', Buffer.concat([Buffer.alloc(4), le(width - 1, 3), le(height - 1, 3)])];
    }
  };
  const [name, data] = chunk();
  const body = Buffer.concat([Buffer.from(`WEBP${name}`, 'latin1'), le(data.length, 4), data]);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), le(body.length, 4), body]);
}

/** The boxes of an AVIF that tell its size; `turned`: a quarter turn. */
export function avifImage(width: number, height: number, turned = false): Buffer {
  const extent = (w: number, h: number): Buffer => box('ispe', be(0, 4), be(w, 4), be(h, 4));
  const properties = [
    extent(16, 16),
    extent(width, height),
    ...(turned ? [box('irot', Buffer.from([1]))] : []),
  ];
  return Buffer.concat([
    box('ftyp', Buffer.from('mif1', 'latin1'), be(0, 4), Buffer.from('mif1avif', 'latin1')),
    box('meta', be(0, 4), box('hdlr', Buffer.alloc(24)), box('iprp', box('ipco', ...properties))),
    box('mdat', Buffer.alloc(32)),
  ]);
}
