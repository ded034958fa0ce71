import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { explainFailure, SetupFailure } from './failure.mjs';

/**
 * Lets one set-up at a time work on a folder; a second one waits. The lock is a file that names the processes at work.
 * It lies outside node_modules, which `npm ci` deletes.
 */

const POLL_MS = 200;
const PATIENCE_MS = 30 * 60_000;
/** The breaker below is held for a few file operations; an older one was left by a process that died in between. */
const BREAKER_MS = 3000;

/** @typedef {{ pid: number, started: string }} Owner `started` tells a reused process id from the one that is meant */

/**
 * Holds the lock while `work` runs.
 *
 * The lock is stale when none of the processes it names is alive: a killed set-up may leave its npm running, and a
 * second npm beside it would ruin node_modules, so `note` adds such a child to the lock.
 *
 * @template T
 * @param {string} file absolute path of the lock
 * @param {(note: (pid: number) => Promise<void>) => Promise<T>} work
 * @param {{ onWait?: (pid: number) => void, patienceMs?: number }} options
 * @returns {Promise<T>}
 * @throws {SetupFailure} `locked` when another set-up holds it for longer than the patience
 */
export async function withLock(file, work, { onWait = () => {}, patienceMs = PATIENCE_MS } = {}) {
  const own = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  /** @type {Owner[]} */
  const owners = [ownerOf(process.pid)];
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(own, describe(owners));
    await acquire(file, own, onWait, patienceMs);
    await rm(own);
  } catch (error) {
    await rm(own, { force: true }).catch(() => {});
    throw error instanceof SetupFailure
      ? error
      : explainFailure(`The lock ${file} could not be made`, `${error.code ?? ''} ${error.message}`);
  }
  let noting = Promise.resolve();
  try {
    return await work((pid) => {
      owners.push(ownerOf(pid));
      noting = noting.then(() => replace(file, own, describe(owners)));
      return noting;
    });
  } finally {
    // A note still on its way would bring the lock back.
    await noting.catch(() => {});
    await rm(file, { force: true });
  }
}

/** By rename, so that no reader ever sees half a lock and takes it for a stale one. */
async function replace(file, spare, content) {
  await writeFile(spare, content);
  await rename(spare, file);
}

async function acquire(file, own, onWait, patienceMs) {
  const deadline = Date.now() + patienceMs;
  let told = false;
  // A hard link appears with its whole content at once; a file made with O_EXCL is empty for an instant.
  while (!(await tryLink(own, file))) {
    const holder = await readOwners(file);
    if (holder !== undefined && !holder.some(isAlive)) {
      await breakStale(file, own);
      continue;
    }
    if (Date.now() > deadline) throw stillLocked(file, holder);
    if (!told && holder !== undefined) onWait(holder[0]?.pid ?? 0);
    told ||= holder !== undefined;
    await sleep(POLL_MS);
  }
}

function stillLocked(file, holder) {
  return new SetupFailure(
    'locked',
    `Another set-up (process ${holder?.[0]?.pid ?? 'unknown'}) is still at work.`,
    `Wait for it or end it, then run the same command again. If no such process exists, delete ${file}.`,
  );
}

async function tryLink(from, to) {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Two waiters may both see a stale lock; without the breaker the slower one would delete the faster one's new lock. */
async function breakStale(file, own) {
  const breaker = `${file}.break`;
  if (!(await tryLink(own, breaker))) {
    const age =
      Date.now() -
      (await stat(breaker).then(
        (info) => info.ctimeMs,
        () => Date.now(),
      ));
    if (age > BREAKER_MS) await rm(breaker, { force: true });
    await sleep(POLL_MS);
    return;
  }
  const holder = await readOwners(file);
  if (holder !== undefined && !holder.some(isAlive)) await rm(file, { force: true });
  await rm(breaker, { force: true });
}

function describe(owners) {
  return `${JSON.stringify({ host: os.hostname(), owners })}\n`;
}

/** @returns {Promise<Owner[] | undefined>} undefined when there is no lock (any more) */
async function readOwners(file) {
  try {
    const { host, owners } = JSON.parse(await readFile(file, 'utf8'));
    // Processes of another machine that shares this folder cannot be looked up; they count as alive.
    return host === os.hostname() ? owners : [ownerOf(process.pid)];
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    return []; // not ours to read: nobody holds it
  }
}

/** @param {number} pid @returns {Owner} */
function ownerOf(pid) {
  return { pid, started: statOf(pid)?.started ?? '' };
}

/**
 * State and start time (clock ticks since boot) of a process; undefined where the system does not tell, or when the
 * process is gone.
 */
function statOf(pid) {
  try {
    // proc(5): the fields after the command name, which stands in parentheses and may itself hold spaces.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return { state: fields[0], started: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}

/** @param {Owner} owner */
function isAlive({ pid, started }) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return false;
  }
  const now = statOf(pid);
  if (started === '' || now === undefined) return started === '';
  // A zombie has ended; in a container whose first process reaps no orphans it stays in the list for good.
  return now.started === started && now.state !== 'Z' && now.state !== 'X';
}
