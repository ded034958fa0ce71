import { createHash } from 'node:crypto';
import type { FileVersion } from '../../core/ipc/types.ts';

/** Which version of a file these bytes are: their SHA-256 in lower-case hex. */
export function versionOf(bytes: Uint8Array): FileVersion {
  return createHash('sha256').update(bytes).digest('hex');
}
