import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok } from '../../../core/base/result.ts';
import { commandIds } from '../../../core/ipc/commands.ts';
import { createRunCommand } from '../../../renderer/app/commands.ts';
import type { Workbench } from '../../../renderer/app/compose.ts';
import { appSettings } from '../make.ts';

/** Something whose every method, at any depth, is recorded and answers a success. */
function recorded(path: string, heard: string[], known: Record<string, unknown> = {}): unknown {
  return new Proxy(() => undefined, {
    get: (_target, name) => {
      if (typeof name === 'symbol' || name === 'then') return undefined;
      return known[name] ?? recorded(`${path}.${name}`, heard);
    },
    apply: () => {
      heard.push(path);
      return Promise.resolve(ok(undefined));
    },
  });
}

function bench(openId: string | undefined, heard: string[]): Workbench {
  const editor = recorded('editor', heard);
  const parts: Record<string, unknown> = {
    settings: recorded('settings', heard, { getState: () => appSettings }),
    openPost: recorded('openPost', heard, { getState: () => ({ id: openId, save: { kind: 'saved' } }) }),
    panes: { editor: () => editor },
  };
  return recorded('', heard, parts) as Workbench;
}

beforeEach(() => {
  vi.stubGlobal('document', { activeElement: null, querySelector: () => null });
  vi.stubGlobal('requestAnimationFrame', () => 0);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each(commandIds)('%s is answered', (command) => {
  const heard: string[] = [];
  createRunCommand(bench('a.md', heard))(command);
  expect(heard.length).toBeGreaterThan(0);
});

test('commands on a post do nothing without one', () => {
  const heard: string[] = [];
  const run = createRunCommand(bench(undefined, heard));
  for (const command of ['post.rename', 'post.duplicate', 'post.delete', 'export.html'] as const)
    run(command);
  expect(heard).toEqual([]);
});

test('a command on another post leaves the open one alone', async () => {
  const heard: string[] = [];
  createRunCommand(bench('a.md', heard))('export.html', 'b.md' as never);
  await Promise.resolve();
  expect(heard).toEqual(['.bridge.call']);
});

test('formatting and undo go to the post’s text', () => {
  const heard: string[] = [];
  const run = createRunCommand(bench('a.md', heard));
  run('insert.bold');
  run('edit.undo');
  expect(heard).toEqual(['editor.run', 'editor.run']);
});
