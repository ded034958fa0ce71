import { err, type Err, type Failure } from '../../core/base/result.ts';
import { errorCode } from './disk.ts';

/** Why a file could not be written; `conflict` and `exists` come from checks, the rest from the system. */
export type DiskCode = 'conflict' | 'exists' | 'read-only' | 'no-space' | 'busy' | 'gone' | 'io';

const codes: Readonly<Record<string, DiskCode>> = {
  EACCES: 'read-only',
  EPERM: 'read-only',
  EROFS: 'read-only',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  EEXIST: 'exists',
};

const words: Readonly<Record<DiskCode, readonly [message: string, remedy: string]>> = {
  conflict: [
    'The file was changed by another program, so it was left as it is.',
    'Choose which text to keep; neither is lost.',
  ],
  exists: ['There is already a file of that name, and it was left as it is.', 'Choose another name.'],
  'read-only': [
    'The file or its folder may not be written to; nothing on disk was changed.',
    'Allow writing to the folder, or save a copy elsewhere.',
  ],
  'no-space': ['The disk is full; the file on it is unchanged.', 'Free some space, then save again.'],
  busy: [
    'Another program is holding the file; it is unchanged.',
    'Close the file in the other program, then save again.',
  ],
  gone: [
    'The folder of the file is not there any more.',
    'Connect the drive or restore the folder, or save a copy elsewhere.',
  ],
  io: ['The disk reported an error; the file on it is unchanged.', 'Save a copy on another disk.'],
};

/** A failure in the words of its code; `detail` (a system error code) is added in brackets. */
export function diskFailure(code: DiskCode, detail = ''): Err<Failure<DiskCode>> {
  const [message, remedy] = words[code];
  return err(code, detail === '' ? message : `${message.slice(0, -1)} (${detail}).`, remedy);
}

/** What a rejected file-system call means. On Windows a refusal usually means that the file is in use. */
export function failureOf(
  error: unknown,
  platform: NodeJS.Platform = process.platform,
): Err<Failure<DiskCode>> {
  const system = errorCode(error);
  if (platform === 'win32' && (system === 'EPERM' || system === 'EACCES')) return diskFailure('busy', system);
  return diskFailure(codes[system] ?? 'io', system);
}
