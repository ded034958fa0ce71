import { spawnSync } from 'node:child_process';
import { chmod, chown } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildScript } from './build-script.ts';
import { listFiles, readText, tempFolder, writeFiles } from './temp-folder.ts';

const nobody = 65534;
const isRoot = process.getuid?.() === 0;

/** How to run Node as somebody whom permissions bind; undefined when that cannot be done here. */
function ordinaryNode(): readonly string[] | undefined {
  if (!isRoot) return [process.execPath];
  const command = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', process.execPath];
  const tried = spawnSync(command[0] ?? '', [...command.slice(1), '-e', '0']);
  return tried.status === 0 ? command : undefined;
}

const command = process.platform === 'win32' ? undefined : ordinaryNode();

describe('permissions', () => {
  // Root may write everywhere, so as root this needs setpriv and a Node that others may run.
  it.skipIf(command === undefined)('are told as they are, and no word is lost to them', async () => {
    const outer = await tempFolder();
    const root = path.join(outer, 'library');
    await writeFiles(root, {
      'read-only-folder/a.md': 'words\n',
      'read-only-file.md': 'words\n',
      'secret.md': 'words\n',
      'plain.md': 'words\n',
      'closed/b.md': 'words\n',
    });
    await writeFiles(outer, { 'data/keep': '' });
    if (isRoot) {
      const all = [
        outer,
        root,
        path.join(root, 'read-only-folder'),
        path.join(root, 'closed'),
        path.join(outer, 'data'),
      ];
      const files = (await listFiles(outer)).map((name) => path.join(outer, name));
      for (const each of [...all, ...files]) await chown(each, nobody, nobody);
    }
    await chmod(path.join(root, 'read-only-file.md'), 0o444);
    await chmod(path.join(root, 'secret.md'), 0);
    await chmod(path.join(root, 'closed'), 0);
    await chmod(path.join(root, 'read-only-folder'), 0o555);
    const script = await buildScript(new URL('./permission-child.ts', import.meta.url));
    await chmod(path.dirname(script), 0o755);
    await chmod(script, 0o644);
    const [program = '', ...args] = command ?? [];
    const { stdout, stderr } = spawnSync(program, [...args, script, root, path.join(outer, 'data')]);
    await chmod(path.join(root, 'closed'), 0o755);
    await chmod(path.join(root, 'read-only-folder'), 0o755);
    expect(stderr.toString()).toBe('');
    expect(JSON.parse(stdout.toString())).toEqual({
      unreadable: ['closed', 'secret.md'],
      inReadOnlyFolder: { open: 'ok', journal: 'ok', save: 'read-only', recovered: 'more words\n' },
      readOnlyFile: {
        open: 'ok',
        readOnly: 'no-permission',
        journal: 'ok',
        save: 'read-only',
        recovered: 'more words\n',
      },
      secret: { open: 'no-permission' },
      plain: { open: 'ok', journal: 'ok', save: 'ok' },
      rename: 'read-only',
      trash: 'read-only',
    });
    expect(await readText(root, 'read-only-folder/a.md')).toBe('words\n');
    expect(await readText(root, 'read-only-file.md')).toBe('words\n');
    expect(await readText(root, 'plain.md')).toBe('more words\n');
    expect((await listFiles(root)).filter((name) => name.includes('.galley-'))).toEqual([]);
  });
});
