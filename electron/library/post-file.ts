import { constants } from 'node:fs';
import { access, open, realpath } from 'node:fs/promises';
import { err, ok, type Result } from '../../core/base/result.ts';
import type { FileVersion, ReadOnlyReason } from '../../core/ipc/types.ts';
import { decodePost, type DecodeFailure } from '../../core/post/bytes.ts';
import type { PostId } from '../../core/post/types.ts';
import { decodeUtf8 } from './decode.ts';
import { errorCode } from './disk.ts';
import { failureOf } from './disk-failure.ts';
import { versionOf } from './file-version.ts';
import { postPlace } from './post-paths.ts';

/** A larger file is shown only in part and cannot be changed; bytes. */
export const maxPostBytes = 64 * 1024 * 1024;
/** How much of a too large file is shown; bytes. */
const shownBytes = 1024 * 1024;

/** A post's file as read. */
export interface PostFile {
  readonly id: PostId;
  /** Absolute, symlinks not resolved. */
  readonly path: string;
  /** The whole text, raw: own line ends, without BOM. What cannot be decoded is shown as well as can be. */
  readonly text: string;
  readonly bom: boolean;
  readonly version: FileVersion;
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number;
  readonly readOnly: ReadOnlyReason | undefined;
}

/** The text of bytes that are no UTF-8, for reading only. */
function decodeLoosely(bytes: Uint8Array, code: DecodeFailure['code']): string {
  const encoding = code === 'utf-16' ? (bytes[0] === 0xfe ? 'utf-16be' : 'utf-16le') : 'utf-8';
  return new TextDecoder(encoding).decode(bytes).replaceAll('\0', '\ufffd');
}

function asReason({ code, message, remedy = '' }: DecodeFailure): ReadOnlyReason {
  return { code: code === 'invalid-utf-8' ? 'not-utf-8' : code, message, remedy };
}

const tooLarge: ReadOnlyReason = {
  code: 'too-large',
  message: 'This file is larger than 64 MB; its beginning is shown.',
  remedy: 'Split it into several posts in another editor.',
};

const noPermission: ReadOnlyReason = {
  code: 'no-permission',
  message: 'This file may not be written to.',
  remedy: 'Allow writing to it, then open it again.',
};

async function readBytes(
  file: string,
): Promise<{ readonly bytes: Uint8Array; readonly size: number; readonly modifiedAt: number }> {
  // Without O_NONBLOCK a pipe named like a post would hold the read for ever.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
    const modifiedAt = stat.mtimeMs;
    if (stat.size <= maxPostBytes) {
      const bytes = await handle.readFile();
      return { bytes, size: bytes.length, modifiedAt };
    }
    const start = Buffer.alloc(shownBytes);
    const { bytesRead } = await handle.read(start, 0, shownBytes, 0);
    return { bytes: start.subarray(0, bytesRead), size: stat.size, modifiedAt };
  } finally {
    await handle.close();
  }
}

/** The text of a file's bytes, and why it cannot be changed if it cannot. */
function decode(
  bytes: Uint8Array,
  size: number,
): { readonly text: string; readonly bom: boolean; readonly readOnly: ReadOnlyReason | undefined } {
  if (size > maxPostBytes) {
    const text = new TextDecoder('utf-8').decode(bytes).replaceAll('\0', '\ufffd');
    return { text, bom: false, readOnly: tooLarge };
  }
  const decoded = decodePost(bytes, decodeUtf8);
  if (decoded.ok) return { ...decoded.value, readOnly: undefined };
  const text = decodeLoosely(bytes, decoded.failure.code);
  return { text, bom: false, readOnly: asReason(decoded.failure) };
}

function readFailure(error: unknown): Result<never> {
  switch (errorCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return err(
        'gone',
        'The file of this post is not there any more.',
        'If it was moved, open it from the list.',
      );
    case 'EACCES':
    case 'EPERM':
      return err('no-permission', 'This file may not be read.', 'Allow reading it, then open it again.');
    case 'EISDIR':
      return err('not-a-file', 'There is a folder or device in the place of this post.', 'Rename it.');
    default:
      return failureOf(error);
  }
}

/**
 * Reads a post whose path was checked. Fails with `gone`, `no-permission`, `not-a-file` or a disk's code;
 * what is no text or too large is read as well as can be, with the reason why it cannot be changed.
 */
export async function readPostAt(file: string, id: PostId): Promise<Result<PostFile>> {
  try {
    const { bytes, size, modifiedAt } = await readBytes(file);
    const { text, bom, readOnly } = decode(bytes, size);
    const writable = await access(file, constants.W_OK).then(
      () => true,
      () => false,
    );
    return ok({
      id,
      path: file,
      text,
      bom,
      version: versionOf(bytes),
      modifiedAt,
      readOnly: readOnly ?? (writable ? undefined : noPermission),
    });
  } catch (error) {
    return readFailure(error);
  }
}

/** Reads a post of the library at `root` (absolute); one that leads outside is refused. */
export async function readPostFile(root: string, id: string): Promise<Result<PostFile>> {
  const resolved = await realpath(root).catch(() => undefined);
  if (resolved === undefined) return err('gone', 'The folder of the library is not there any more.');
  const place = await postPlace(resolved, id);
  return place.ok ? readPostAt(place.value.file, place.value.id) : place;
}
