import { writeSync } from 'node:fs';
import { openLibrary } from '../../../electron/library/open-library.ts';
import { post, value } from './library-values.ts';

/** Opens a library as whoever runs this and tells what it may do there, as JSON on standard output. */
const [root = '', dataFolder = ''] = process.argv.slice(2);

const library = value(
  await openLibrary({
    root,
    dataFolder,
    token: 't',
    displayPath: '',
    trashToSystem: () => Promise.resolve(),
    now: () => ({ ms: Date.now(), offsetMinutes: 0 }),
  }),
);
while (library.view().state !== 'ready') await new Promise((resolve) => setTimeout(resolve, 5));

async function codeOf(
  result: Promise<{ ok: true } | { ok: false; failure: { code: string } }>,
): Promise<string> {
  const answer = await result;
  return answer.ok ? 'ok' : answer.failure.code;
}

async function attempt(id: ReturnType<typeof post>) {
  const opened = await library.open(id);
  if (!opened.ok) return { open: opened.failure.code };
  const { text, version, readOnly } = opened.value;
  const batches = [[{ from: 0, to: 0, insert: 'more ' }]];
  return {
    open: 'ok',
    readOnly: readOnly?.code,
    journal: await codeOf(library.appendJournal({ id, seq: 1, batches, position: undefined })),
    save: await codeOf(library.save({ id, text: `more ${text}`, base: version, seq: 1 })),
    recovered: value(await library.open(id)).recovered?.text,
  };
}

const answers = {
  unreadable: library.view().unreadable.map(({ name }) => name),
  inReadOnlyFolder: await attempt(post('read-only-folder/a.md')),
  readOnlyFile: await attempt(post('read-only-file.md')),
  secret: await attempt(post('secret.md')),
  plain: await attempt(post('plain.md')),
  rename: await codeOf(library.rename(post('read-only-folder/a.md'), 'b.md')),
  trash: await codeOf(library.trash(post('read-only-folder/a.md'))),
};
writeSync(1, JSON.stringify(answers));
await library.close();
