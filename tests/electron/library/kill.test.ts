import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { removeStaleTemps, isTempName } from '../../../electron/library/temp-names.ts';
import { buildScript } from './build-script.ts';
import { post, value } from './library-values.ts';
import { openTestLibrary } from './open-test-library.ts';
import { listFiles, tempFolder } from './temp-folder.ts';

const oldText = 'The old words, quite a few of them.\n';
const newText = 'The new words, which are as many as they need to be.\n';

interface StepRun {
  readonly root: string;
  readonly file: string;
  readonly killed: boolean;
  readonly names: readonly string[];
}

async function saveAndDie(step: number, moment: string): Promise<StepRun> {
  const script = await buildScript(new URL('./kill-step-child.ts', import.meta.url));
  const root = await tempFolder();
  const file = path.join(root, 'one.md');
  await writeFile(file, oldText);
  const child = spawn(process.execPath, [script, file, newText, String(step), moment]);
  let output = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  const signal = await new Promise((resolve) => child.on('close', (_code, killedBy) => resolve(killedBy)));
  const answer = signal === null ? (JSON.parse(output) as { ok: boolean; names: string[] }) : undefined;
  if (answer !== undefined) expect(answer.ok).toBe(true);
  return { root, file, killed: signal === 'SIGKILL', names: answer?.names ?? [] };
}

/** Dies once and checks what is left: the right file, and nothing that the next start does not clear away. */
async function dieOnce(names: readonly string[], step: number, moment: string): Promise<void> {
  const { root, file, killed } = await saveAndDie(step, moment);
  const where = `${moment} ${names[step]}`;
  expect(killed, where).toBe(true);
  const renamed = names.indexOf('rename');
  const isNew = step > renamed || (step === renamed && moment === 'after');
  expect(await readFile(file, 'utf8'), where).toBe(isNew ? newText : oldText);
  const others = (await listFiles(root)).filter((name) => name !== 'one.md');
  expect(others.every(isTempName), where).toBe(true);
  const left = others.map((name) => path.join(root, name));
  await removeStaleTemps(left, Date.now() + 120_000);
  expect(await listFiles(root), where).toEqual(['one.md']);
}

describe('a process that dies while it saves', () => {
  it('leaves exactly the old or the new file, at whatever step it dies', async () => {
    const { names } = await saveAndDie(-1, 'before');
    expect(names).toEqual(
      expect.arrayContaining(['openNew', 'write', 'sync', 'close', 'rename', 'syncFolder']),
    );
    const deaths = names.flatMap((name, step) =>
      ['before', 'after', ...(name === 'write' ? ['half-way'] : [])].map((moment) => ({ step, moment })),
    );
    for (let from = 0; from < deaths.length; from += 4) {
      const some = deaths.slice(from, from + 4);
      await Promise.all(some.map(({ step, moment }) => dieOnce(names, step, moment)));
    }
  }, 120_000);
});

/** The text after word number `last`. */
function textUpTo(last: number): string {
  let text = 'Start';
  for (let number = 1; number <= last; number += 1) text += ` w${number}`;
  return text;
}

/** The number of the last word; the text must be exactly that of this word, with none missing or twice. */
function lastWord(text: string): number {
  const last = Number(/ w(\d+)$/.exec(text)?.[1] ?? 0);
  expect(text).toBe(textUpTo(last));
  return last;
}

/** Lets a child type for a while, kills it, and answers the last word that it was told is safe. */
async function typeAndDie(
  script: string,
  root: string,
  data: string,
  from: number,
  ms: number,
): Promise<number> {
  const child = spawn(process.execPath, [script, root, data, String(from)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()));
  const exit = new Promise<NodeJS.Signals | null>((resolve) =>
    child.on('close', (_code, signal) => resolve(signal)),
  );
  while (!output.startsWith('ready\n') && child.exitCode === null) await sleep(2);
  await sleep(ms);
  child.kill('SIGKILL');
  expect(await exit, errors).toBe('SIGKILL');
  // The last line may be cut in the middle; a number is safe only when its line break was written.
  const lines = output.slice('ready\n'.length).split('\n').slice(0, -1);
  return Number(lines.at(-1) ?? from - 1);
}

describe('a process that dies while it is typed into', () => {
  it('loses no word that it said is safe, and leaves no file in between', async () => {
    const script = await buildScript(new URL('./typing-child.ts', import.meta.url));
    let test = await openTestLibrary({ 'one.md': 'Start' });
    let last = 0;
    let journaled = 0;
    for (let round = 0; round < 30; round += 1) {
      await test.library.close();
      const safe = await typeAndDie(script, test.root, test.data, last + 1, Math.random() * 60);
      lastWord(await readFile(path.join(test.root, 'one.md'), 'utf8'));
      test = await test.reopen('crashed');
      const opened = value(await test.library.open(post('one.md')));
      expect(opened.recovered?.conflict ?? false).toBe(false);
      const text = opened.recovered?.text ?? opened.text;
      last = lastWord(text);
      expect(last, `round ${round}`).toBeGreaterThanOrEqual(safe);
      if (opened.recovered !== undefined) journaled += 1;
    }
    // Enough was typed and enough of it was in the journal alone for the test to mean something.
    expect(last).toBeGreaterThan(100);
    expect(journaled).toBeGreaterThan(5);
    expect(value(await test.library.listTrash())).toEqual([]);
  }, 180_000);
});
