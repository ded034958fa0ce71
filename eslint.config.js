import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** The features of the window; they never import each other. */
const features = ['posts', 'editor', 'preview', 'details', 'publish', 'history', 'settings', 'palette'];

/** Room -> the rooms it may import besides itself. Tests may import anything. See docs/architecture.md. */
const importTable = {
  core: [],
  'electron/library': ['core'],
  'electron/publish': ['core', 'electron/library', 'assets'],
  'electron/cli': ['core', 'electron/library', 'electron/publish'],
  'electron/main': ['core', 'electron/library', 'electron/publish', 'assets'],
  'electron/preload': ['core'],
  'renderer/bridge': ['core'],
  'renderer/ui': ['core', 'assets'],
  'renderer/store': ['core', 'renderer/bridge'],
  ...Object.fromEntries(
    features.map((name) => [`renderer/${name}`, ['core', 'renderer/ui', 'renderer/store', 'assets']]),
  ),
  'renderer/app': [
    'core',
    'assets',
    'renderer/bridge',
    'renderer/ui',
    'renderer/store',
    ...features.map((name) => `renderer/${name}`),
  ],
  assets: [],
};

/** Packages of core: pure JavaScript, no Node, no DOM, no clock, no network. */
const purePackages = [
  'hast',
  'hast-util-from-parse5',
  'hast-util-sanitize',
  'hast-util-to-html',
  'hastscript',
  'markdown-it',
  'parse5',
  'toml-eslint-parser',
  'valibot',
  'yaml',
];

/** A pattern that matches every import but relative ones and the listed packages with their subpaths. */
function allBut(packages) {
  return `^(?!\\.{1,2}/|(?:${packages.join('|')})(?:/|$))`;
}

function refuse(regex, message) {
  return { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] };
}

const electronOrNode = '^(?:node:|electron(?:/|$)|electron-store|chokidar)';
const electronOnly = '^electron(?:/|$|-store)';

export default defineConfig([
  {
    ignores: [
      'out/',
      'node_modules/',
      'coverage/',
      'test-results/',
      'playwright-report/',
      'tests/fixtures/',
      'tests/**/fixtures/',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: ['*.ts', 'electron/vite.config.ts', 'renderer/vite.config.ts'],
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: {
      ...importX.flatConfigs.typescript.settings,
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: 'tests/tsconfig.json' })],
    },
    rules: {
      'max-lines': ['error', { max: 400 }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['{core,electron,renderer,assets}/**/*.{ts,tsx}'],
    ignores: ['**/vite.config.ts', '**/*.d.ts'],
    plugins: { boundaries, 'import-x': importX },
    settings: {
      'boundaries/elements': Object.keys(importTable).map((room) => ({
        type: room,
        pattern: room,
        partialMatch: false,
      })),
      'import/resolver': { typescript: { project: 'tests/tsconfig.json' } },
    },
    rules: {
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'import-x/no-default-export': 'error',
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
            ...Object.entries(importTable).map(([room, others]) => ({
              from: { element: { type: room } },
              allow: { to: { element: { types: { anyOf: [room, ...others] } } } },
            })),
          ],
        },
      ],
    },
  },
  {
    files: ['core/**/*.ts'],
    rules: refuse(allBut(purePackages), 'core is pure: only relative imports and the listed pure packages.'),
  },
  {
    files: ['electron/{library,publish,cli}/**/*.ts'],
    rules: refuse(electronOnly, 'This room runs in plain Node: what only Electron can do is handed in.'),
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: ['renderer/vite.config.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...refuse(electronOrNode, 'The window has no Node: ask main through the bridge.'),
    },
  },
  {
    files: ['renderer/store/**/*.ts'],
    rules: refuse(
      `^(?:react(?:-dom|-aria-components)?(?:/|$))|${electronOrNode}`,
      'Stores are plain: no React inside.',
    ),
  },
  {
    files: [
      'renderer/ui/**/*.{ts,tsx}',
      'renderer/{posts,details,publish,settings,palette,editor,preview,app,store}/**/*.{ts,tsx}',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'window',
          property: 'galley',
          message: 'The preload API is used by renderer/bridge alone.',
        },
      ],
    },
  },
  {
    files: ['electron/preload/**/*.ts'],
    rules: refuse('core/(?!ipc/)', 'The preload imports the contract and nothing else.'),
  },
  {
    files: ['scripts/**/*.mjs', '*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        Buffer: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        setImmediate: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
        AbortController: 'readonly',
        performance: 'readonly',
      },
    },
    rules: { 'max-lines': ['error', { max: 400 }] },
  },
]);
