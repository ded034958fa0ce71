import { randomBytes } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

import { extractTarEntry, extractZip, integrityOf, listZip } from '../../scripts/lib/archive.mjs';
import { tgzOf, zipOf } from './archives.ts';
import { freshFolder } from './mini-project.ts';

it('copies one entry out of a tar, whatever lies before and after it', async () => {
  const folder = freshFolder('tar');
  const wanted = randomBytes(300_001);
  const archive = path.join(folder, 'a.tgz');
  writeFileSync(
    archive,
    tgzOf([
      { name: 'package/first', content: randomBytes(70_000) },
      { name: 'package/data.zip', content: wanted },
      { name: 'package/package.json', content: Buffer.from('{}') },
    ]),
  );
  await extractTarEntry(archive, 'package/data.zip', path.join(folder, 'out'));
  expect(readFileSync(path.join(folder, 'out')).equals(wanted)).toBe(true);
});

it('refuses a tar that lacks the entry or ends inside it', async () => {
  const folder = freshFolder('tar');
  const archive = path.join(folder, 'a.tgz');
  writeFileSync(archive, tgzOf([{ name: 'package/other', content: Buffer.from('x') }]));
  await expect(extractTarEntry(archive, 'package/data', path.join(folder, 'out'))).rejects.toThrow(
    'BAD_ARCHIVE',
  );
  const whole = tgzOf([{ name: 'package/data', content: randomBytes(50_000) }]);
  writeFileSync(archive, whole.subarray(0, whole.length / 2));
  await expect(extractTarEntry(archive, 'package/data', path.join(folder, 'out'))).rejects.toThrow();
});

it('unpacks a zip: deflated, stored and empty files, with their permissions', async () => {
  const folder = freshFolder('zip');
  const archive = path.join(folder, 'a.zip');
  const big = Buffer.from('galley '.repeat(40_000));
  writeFileSync(
    archive,
    zipOf([
      { name: 'App/', content: Buffer.alloc(0), stored: true },
      { name: 'App/program', content: big, mode: 0o755 },
      { name: 'App/kept/stored.bin', content: Buffer.from('as it is'), stored: true },
      { name: 'App/empty', content: Buffer.alloc(0), stored: true },
      { name: 'App/left-out', content: Buffer.from('no') },
    ]),
  );
  const place = (name: string) =>
    name.includes('left-out') ? undefined : path.join(folder, name.replace('App/', 'out/'));
  const progress: number[] = [];
  await extractZip(archive, place, (done: number, total: number) => progress.push(done / total));
  expect(readFileSync(path.join(folder, 'out/program')).equals(big)).toBe(true);
  expect(statSync(path.join(folder, 'out/program')).mode & 0o777).toBe(0o755);
  expect(readFileSync(path.join(folder, 'out/kept/stored.bin'), 'utf8')).toBe('as it is');
  expect(statSync(path.join(folder, 'out/empty')).size).toBe(0);
  expect(() => statSync(path.join(folder, 'out/left-out'))).toThrow();
  expect(progress.at(-1)).toBe(1);
});

it('refuses a zip whose end is missing', async () => {
  const folder = freshFolder('zip');
  const archive = path.join(folder, 'a.zip');
  const whole = zipOf([{ name: 'a', content: randomBytes(5000) }]);
  writeFileSync(archive, whole.subarray(0, whole.length - 30));
  await expect(listZip(archive)).rejects.toThrow('BAD_ARCHIVE');
});

it('writes a sum in the form of package-lock.json', async () => {
  const file = path.join(freshFolder('sum'), 'a');
  writeFileSync(file, 'abc');
  // The sha512 of "abc", from FIPS 180-2.
  expect(await integrityOf(file)).toBe(
    'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
  );
});
