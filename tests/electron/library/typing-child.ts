import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { post, value } from './library-values.ts';

/** Types into `one.md` until it is killed: numbered words, each told on standard output once the journal has it. */
const [root = '', dataFolder = '', from = ''] = process.argv.slice(2);
const id = post('one.md');

const library = value(
  await openLibrary({
    root,
    dataFolder,
    token: 't',
    displayPath: '',
    trashToSystem: () => Promise.reject(new Error('not here')),
    now: () => ({ ms: Date.now(), offsetMinutes: 0 }),
  }),
);

const opened = value(await library.open(id));
let text = opened.recovered?.text ?? opened.text;
let base = opened.version;
let seq = 0;
let saving = Promise.resolve();
writeSync(1, 'ready\n');

function save(): Promise<void> {
  const request = { id, text, base, seq };
  return library.save(request).then((result) => {
    base = value(result).version;
  });
}

for (let number = Number(from); ; number += 1) {
  const insert = ` w${number}`;
  const at = text.length;
  text += insert;
  seq += 1;
  value(
    await library.appendJournal({ id, seq, batches: [[{ from: at, to: at, insert }]], position: undefined }),
  );
  writeSync(1, `${number}\n`);
  // Saves run beside the typing, one at a time, as in the window.
  if (number % 3 === 0) {
    await saving;
    saving = save();
  }
  if (number % 7 === 0) await sleep(1);
}
