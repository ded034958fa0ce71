import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createInflateRaw } from 'node:zlib';

/**
 * Readers for the two archive formats that set-up meets, because a bare machine may have neither `tar` nor `unzip`.
 * Both are called only on files whose sha512 is pinned in the source, so they check sizes, not malice.
 */

const TAR_BLOCK = 512;

/**
 * @param {string} file
 * @returns {Promise<string>} `sha512-<base64>`, as in package-lock.json
 */
export async function integrityOf(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return `sha512-${hash.digest('base64')}`;
}

/**
 * Copies one entry out of a gzipped tar (ustar, as npm packs it).
 * @param {string} archive path of the .tgz
 * @param {string} entryName the entry's full name, e.g. `package/data.zip`
 * @param {string} target path of the file to write
 * @throws {Error} when the archive holds no such entry or ends early
 */
export async function extractTarEntry(archive, entryName, target) {
  const picker = tarEntryPicker(entryName);
  await pipeline(createReadStream(archive), createGunzip(), picker.stream, createWriteStream(target));
  if (!picker.complete()) throw new Error(`BAD_ARCHIVE: ${entryName} is not in ${path.basename(archive)}`);
}

function tarEntryPicker(entryName) {
  let pending = Buffer.alloc(0);
  let left = 0; // bytes of the current entry still to come
  let skip = 0; // padding and bytes of other entries still to drop
  let state = 'searching';
  const stream = new Transform({
    transform(chunk, _encoding, done) {
      let data = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      pending = Buffer.alloc(0);
      while (data.length > 0) {
        if (left > 0) {
          const part = data.subarray(0, left);
          this.push(part);
          left -= part.length;
          data = data.subarray(part.length);
          if (left === 0) state = 'copied';
        } else if (skip > 0) {
          const dropped = Math.min(skip, data.length);
          skip -= dropped;
          data = data.subarray(dropped);
        } else if (state === 'copied') {
          break;
        } else if (data.length < TAR_BLOCK) {
          pending = data;
          break;
        } else {
          const header = readTarHeader(data);
          data = data.subarray(TAR_BLOCK);
          if (header.name === entryName) left = header.size;
          else skip = Math.ceil(header.size / TAR_BLOCK) * TAR_BLOCK;
        }
      }
      done();
    },
  });
  return { stream, complete: () => state === 'copied' };
}

function readTarHeader(block) {
  const text = (from, length) => block.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  const prefix = text(345, 155);
  const name = text(0, 100);
  return {
    name: prefix === '' ? name : `${prefix}/${name}`,
    size: Number.parseInt(text(124, 12).trim() || '0', 8),
  };
}

/**
 * @typedef {{ name: string, method: number, compressedSize: number, size: number, offset: number, mode: number }} ZipEntry
 * sizes and offset in bytes; `mode` is the unix permission bits, 0 when unknown
 */

/**
 * Unpacks the files of a zip (no zip64, no encryption) that `place` wants.
 * @param {string} archive path of the .zip
 * @param {(name: string) => string | undefined} place entry name to absolute target path; undefined leaves it out
 * @param {(done: number, total: number) => void} onProgress uncompressed bytes
 * @returns {Promise<void>}
 */
export async function extractZip(archive, place, onProgress = () => {}) {
  const wanted = (await listZip(archive)).flatMap((entry) => {
    const target = entry.name.endsWith('/') ? undefined : place(entry.name);
    return target === undefined ? [] : [{ entry, target }];
  });
  const total = wanted.reduce((sum, { entry }) => sum + entry.size, 0);
  let done = 0;
  const handle = await open(archive, 'r');
  try {
    for (const { entry, target } of wanted) {
      await extractZipEntry(archive, handle, entry, target);
      done += entry.size;
      onProgress(done, total);
    }
  } finally {
    await handle.close();
  }
}

async function extractZipEntry(archive, handle, entry, target) {
  const local = Buffer.alloc(30);
  await handle.read(local, 0, 30, entry.offset);
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28);
  await mkdir(path.dirname(target), { recursive: true });
  const output = createWriteStream(target);
  if (entry.compressedSize === 0) {
    await new Promise((resolve, reject) => output.once('error', reject).end(resolve));
  } else {
    const input = createReadStream(archive, { start, end: start + entry.compressedSize - 1 });
    if (entry.method === 0) await pipeline(input, output);
    else await pipeline(input, createInflateRaw(), output);
  }
  if (output.bytesWritten !== entry.size) throw new Error(`BAD_ARCHIVE: ${entry.name} has the wrong size`);
  if (entry.mode !== 0) await chmod(target, entry.mode);
}

/** @param {string} archive @returns {Promise<ZipEntry[]>} the central directory */
export async function listZip(archive) {
  const handle = await open(archive, 'r');
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, 65_557));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
    if (end < 0) throw new Error(`BAD_ARCHIVE: ${path.basename(archive)} is not a complete zip`);
    const directory = Buffer.alloc(tail.readUInt32LE(end + 12));
    await handle.read(directory, 0, directory.length, tail.readUInt32LE(end + 16));
    return readCentralDirectory(directory, tail.readUInt16LE(end + 10));
  } finally {
    await handle.close();
  }
}

function readCentralDirectory(directory, count) {
  const entries = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
      method: directory.readUInt16LE(at + 10),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}
