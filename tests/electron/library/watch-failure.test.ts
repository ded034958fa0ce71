import { EventEmitter } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { openTestLibrary } from './open-test-library.ts';
import { post, value } from './library-values.ts';

// What a system says whose limit of watched files is reached cannot be provoked without changing that system.
vi.mock('chokidar', () => ({
  watch: () => {
    const watcher = Object.assign(new EventEmitter(), { close: () => Promise.resolve() });
    setImmediate(() => {
      for (let count = 0; count < 3; count += 1) {
        watcher.emit('error', Object.assign(new Error('limit reached'), { code: 'ENOSPC' }));
      }
    });
    return watcher;
  },
}));

it('without watching, the open post is still looked after, and the person is told once', async () => {
  const { library, root, events } = await openTestLibrary({ 'a.md': 'Hello\n' });
  value(await library.open(post('a.md')));
  await writeFile(path.join(root, 'a.md'), 'Theirs\n');
  await expect
    .poll(() => events.filter((event) => event.kind === 'changed-outside'), { timeout: 8000 })
    .toHaveLength(1);
  const notices = events.filter((event) => event.kind === 'notice');
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatchObject({ notice: { message: /./, remedy: /./ } });
});
