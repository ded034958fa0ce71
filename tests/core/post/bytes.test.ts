import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePost, encodePost } from '../../../core/post/bytes.ts';

function strict(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A decoder that drops byte order marks, as the platform's does unless told otherwise. */
const careless = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes);

const outcome = (bytes: readonly number[]): string => {
  const result = decodePost(Uint8Array.from(bytes), strict);
  return result.ok ? 'ok' : result.failure.code;
};

test('text and byte order mark come apart and together again', () => {
  const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0xc3, 0xa9, 0x0d, 0x0a]);
  const result = decodePost(bytes, strict);
  expect(result).toEqual({ ok: true, value: { text: 'é\r\n', bom: true } });
  expect(encodePost('é\r\n', true)).toEqual(bytes);
});

describe('what is no post', () => {
  test.each([
    ['utf-16', 'little-endian with a mark', [0xff, 0xfe, 0x61, 0x00]],
    ['utf-16', 'big-endian with a mark', [0xfe, 0xff, 0x00, 0x61]],
    ['utf-16', 'little-endian', [0x61, 0, 0x62, 0, 0x63, 0]],
    ['utf-16', 'big-endian', [0, 0x61, 0, 0x62, 0, 0x63]],
    ['nul-bytes', 'zeros', [0x61, 0, 0x62, 0x63, 0x64]],
    ['invalid-utf-8', 'Latin-1', [0x63, 0x61, 0x66, 0xe9]],
    ['invalid-utf-8', 'a cut character', [0xe2, 0x82]],
    ['invalid-utf-8', 'an overlong form', [0xc0, 0xaf]],
    ['invalid-utf-8', 'a surrogate', [0xed, 0xa0, 0x80]],
  ] as const)('%s: %s', (code, _, bytes) => {
    expect(outcome(bytes)).toBe(code);
  });

  test('a decoder that would lose bytes is caught', () => {
    const twice = Uint8Array.from([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf, 0x61]);
    expect(decodePost(twice, careless).ok).toBe(false);
    expect(decodePost(twice, strict)).toEqual({ ok: true, value: { text: '\uFEFFa', bom: true } });
    expect(decodePost(Uint8Array.from([0xff, 0x61]), careless).ok).toBe(false);
  });
});

test('what is accepted encodes back to the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      const result = decodePost(bytes, strict);
      if (result.ok) expect(encodePost(result.value.text, result.value.bom)).toEqual(bytes);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.boolean(), (text, bom) => {
      fc.pre(!text.includes('\0') && !text.startsWith('\uFEFF') && !/\p{Cs}/u.test(text));
      expect(decodePost(encodePost(text, bom), strict)).toEqual({ ok: true, value: { text, bom } });
    }),
  );
});
