import { err, ok } from '../base/result.ts';
import type { Failure, Result } from '../base/result.ts';

const bomBytes = [0xef, 0xbb, 0xbf] as const;

export interface DecodedPost {
  /** The characters as they stand in the file, line ends included, without a byte order mark. */
  readonly text: string;
  /** Whether the file starts with a UTF-8 byte order mark. */
  readonly bom: boolean;
}

/** Why bytes are no post's text. */
export type DecodeFailure = Failure<'utf-16' | 'nul-bytes' | 'invalid-utf-8'>;

/**
 * Decodes a file that must be UTF-8. `decodeUtf8` must be strict and must keep byte order marks
 * (`new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })`), giving undefined for invalid input.
 * Failures: `utf-16`, `nul-bytes`, `invalid-utf-8`. A success encodes back to the same bytes.
 */
export function decodePost(
  bytes: Uint8Array,
  decodeUtf8: (bytes: Uint8Array) => string | undefined,
): Result<DecodedPost, DecodeFailure> {
  if (isUtf16(bytes)) {
    const remedy = 'Save it as UTF-8 in the program that wrote it.';
    return err('utf-16', 'This file is written in UTF-16, not in UTF-8, and was left as it is.', remedy);
  }
  if (bytes.includes(0)) {
    const remedy = 'If it is a text, remove the zero bytes in another editor.';
    return err('nul-bytes', 'This file has zero bytes in it and is probably no text.', remedy);
  }
  const bom = bomBytes.every((byte, index) => bytes[index] === byte);
  const text = decodeUtf8(bom ? bytes.subarray(bomBytes.length) : bytes);
  if (text === undefined || !sameBytes(encodePost(text, bom), bytes)) {
    const remedy = 'Save it as UTF-8 in the program that wrote it.';
    return err('invalid-utf-8', 'This file is not valid UTF-8 and was left as it is.', remedy);
  }
  return ok({ text, bom });
}

/** Encodes a post's text as UTF-8, with a byte order mark in front if its file had one. */
export function encodePost(text: string, bom: boolean): Uint8Array {
  const body = new TextEncoder().encode(text);
  if (!bom) return body;
  const bytes = new Uint8Array(bomBytes.length + body.length);
  bytes.set(bomBytes);
  bytes.set(body, bomBytes.length);
  return bytes;
}

/** A UTF-16 byte order mark, or a zero in every other of the first bytes. */
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const start = bytes.subarray(0, 64);
  if (start.length < 4) return false;
  const zeros = (parity: number): boolean =>
    start.every((byte, index) => (byte === 0) === (index % 2 === parity));
  return zeros(0) || zeros(1);
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
