import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { beforeAll, describe, expect, it } from 'vitest';

/** Lints a text as if it stood in the file, with the project's own rules; types are left out for speed. */
const eslint = new ESLint({
  overrideConfig: [
    {
      files: ['**/*.{ts,tsx}'],
      ...tseslint.configs.disableTypeChecked,
      languageOptions: { parserOptions: { projectService: false, project: null } },
    },
  ] as ESLint.Options['overrideConfig'],
});

async function rulesBroken(file: string, code: string): Promise<readonly string[]> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const result = '../../core/base/result.ts';

/** Each row is a deliberate violation: where it stands, what it says, which rule must answer. */
const violations: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['core/post/a.ts', `import '../../electron/library/types.ts';`, 'boundaries/dependencies'],
  ['core/post/a.ts', `import '../../renderer/store/open-post.ts';`, 'boundaries/dependencies'],
  ['core/post/a.ts', `import 'node:fs';`, 'no-restricted-imports'],
  ['core/post/a.ts', `import 'electron';`, 'no-restricted-imports'],
  ['core/post/a.ts', `import 'react';`, 'no-restricted-imports'],
  ['electron/library/a.ts', `import '../publish/types.ts';`, 'boundaries/dependencies'],
  ['electron/library/a.ts', `import 'electron';`, 'no-restricted-imports'],
  ['electron/publish/a.ts', `import 'electron-store';`, 'no-restricted-imports'],
  ['electron/publish/a.ts', `import '../cli/galley.ts';`, 'boundaries/dependencies'],
  ['electron/publish/a.ts', `import '../main/main.ts';`, 'boundaries/dependencies'],
  ['electron/main/a.ts', `import '../cli/galley.ts';`, 'boundaries/dependencies'],
  ['electron/main/a.ts', `import '../preload/preload.ts';`, 'boundaries/dependencies'],
  ['electron/preload/a.ts', `import '../library/types.ts';`, 'boundaries/dependencies'],
  ['electron/preload/a.ts', `import '${result}';`, 'no-restricted-imports'],
  ['renderer/bridge/a.ts', `import '../store/open-post.ts';`, 'boundaries/dependencies'],
  ['renderer/ui/a.ts', `import '../store/open-post.ts';`, 'boundaries/dependencies'],
  ['renderer/store/a.ts', `import '../ui/tokens.css';`, 'boundaries/dependencies'],
  ['renderer/store/a.ts', `import 'react';`, 'no-restricted-imports'],
  ['renderer/editor/a.ts', `import '../preview/preview-pane.tsx';`, 'boundaries/dependencies'],
  ['renderer/editor/a.ts', `import '../bridge/bridge.ts';`, 'boundaries/dependencies'],
  ['renderer/details/a.ts', `import '../app/main.tsx';`, 'boundaries/dependencies'],
  ['renderer/app/a.ts', `import '../../electron/library/types.ts';`, 'boundaries/dependencies'],
  ['renderer/app/a.ts', `import 'node:fs';`, 'no-restricted-imports'],
  ['renderer/app/a.ts', `window.galley.call();`, 'no-restricted-properties'],
  ['renderer/strays.ts', `export const a = 1;`, 'boundaries/no-unknown-files'],
  ['core/post/a.ts', `export default 1;`, 'import-x/no-default-export'],
  ['core/post/a.ts', `export const a: any = 1;`, '@typescript-eslint/no-explicit-any'],
  ['core/post/a.ts', `export const a = (b?: string) => b!;`, '@typescript-eslint/no-non-null-assertion'],
  ['core/post/a.ts', '// a line\n'.repeat(401), 'max-lines'],
  ['core/post/a.ts', `export function a() {\n${'  String(1);\n'.repeat(61)}}`, 'max-lines-per-function'],
];

describe('the lint set-up', () => {
  // The first file loads every plugin and the resolver's project: seconds on a slow machine.
  beforeAll(async () => {
    await rulesBroken('core/post/a.ts', '');
  }, 60_000);

  it.each(violations.map(([file, code, rule]) => [file, rule, code] as const))(
    '%s breaks %s',
    async (file, rule, code) => {
      expect(await rulesBroken(file, code)).toContain(rule);
    },
  );

  it('finds a cycle: the commands importing the schemas that import the commands', async () => {
    const code = `import { postId } from './schemas.ts';\nexport const commandIds = [postId];`;
    expect(await rulesBroken('core/ipc/commands.ts', code)).toContain('import-x/no-cycle');
  });

  it.each([
    ['core/post/a.ts', `import { ok } from '${result}';\nexport const a = ok(1);`],
    ['electron/main/a.ts', `import 'electron';\nimport '../library/types.ts';\nimport '${result}';`],
    ['renderer/editor/a.ts', `import '../store/open-post.ts';\nimport '@codemirror/state';`],
    ['renderer/app/a.ts', `import '../editor/editor-pane.tsx';`],
  ])('%s keeps the rules', async (file, code) => {
    expect(await rulesBroken(file, code)).toEqual([]);
  });
});
