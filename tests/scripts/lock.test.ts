import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

import { withLock } from '../../scripts/lib/lock.mjs';
import { freshFolder } from './mini-project.ts';

const LOCK_MODULE = pathToFileURL(path.resolve(import.meta.dirname, '../../scripts/lib/lock.mjs')).href;

/** A process that takes the lock, writes `in`, holds it, writes `out`. */
function holder(file: string, log: string, holdMs: number) {
  const program = `import { withLock } from ${JSON.stringify(LOCK_MODULE)};
import { appendFileSync } from 'node:fs';
await withLock(${JSON.stringify(file)}, async () => {
  appendFileSync(${JSON.stringify(log)}, 'in\\n');
  await new Promise((resolve) => setTimeout(resolve, ${holdMs}));
  appendFileSync(${JSON.stringify(log)}, 'out\\n');
});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, ended };
}

function linesOf(log: string): readonly string[] {
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('the lock', () => {
  it('lets one process in at a time and leaves nothing behind', async () => {
    const folder = freshFolder('lock');
    const file = path.join(folder, 'locks/a.lock');
    const log = path.join(folder, 'log');
    await Promise.all([1, 2, 3, 4].map(() => holder(file, log, 60).ended));
    expect(linesOf(log)).toEqual(['in', 'out', 'in', 'out', 'in', 'out', 'in', 'out']);
    expect(readdirSync(path.join(folder, 'locks'))).toEqual([]);
  });

  it('is given back when the work fails', async () => {
    const file = path.join(freshFolder('lock'), 'a.lock');
    await expect(withLock(file, () => Promise.reject(new Error('work failed')))).rejects.toThrow(
      'work failed',
    );
    expect(existsSync(file)).toBe(false);
  });

  it('of a killed process is taken over by exactly one of several waiters', async () => {
    const folder = freshFolder('lock');
    const file = path.join(folder, 'a.lock');
    const log = path.join(folder, 'log');
    const first = holder(file, log, 60_000);
    await until(() => linesOf(log).length === 1);
    first.child.kill('SIGKILL');
    await first.ended;
    await Promise.all([1, 2, 3].map(() => holder(file, log, 60).ended));
    expect(linesOf(log)).toEqual(['in', 'in', 'out', 'in', 'out', 'in', 'out']);
  });

  it('of a process whose id was given to another is stale', async () => {
    const file = path.join(freshFolder('lock'), 'a.lock');
    const owners = [{ pid: process.pid, started: '1' }];
    writeFileSync(file, JSON.stringify({ host: os.hostname(), owners }));
    await expect(withLock(file, () => Promise.resolve('in'), { patienceMs: 2000 })).resolves.toBe('in');
  });

  it('of another machine is respected; the failure names the file', async () => {
    const file = path.join(freshFolder('lock'), 'a.lock');
    writeFileSync(file, JSON.stringify({ host: 'elsewhere', owners: [{ pid: 1, started: '' }] }));
    const waits: number[] = [];
    const waiting = withLock(file, () => Promise.resolve(), {
      patienceMs: 300,
      onWait: (pid: number) => waits.push(pid),
    });
    await expect(waiting).rejects.toMatchObject({
      code: 'locked',
      remedy: expect.stringContaining(file) as string,
    });
    expect(waits).toHaveLength(1);
    expect(readdirSync(path.dirname(file))).toEqual(['a.lock']);
  });

  it('gets past a breaker that a killed process has left', async () => {
    const file = path.join(freshFolder('lock'), 'a.lock');
    writeFileSync(file, 'not a lock that anyone holds');
    writeFileSync(`${file}.break`, '');
    await expect(withLock(file, () => Promise.resolve('in'), { patienceMs: 8000 })).resolves.toBe('in');
  });
});
