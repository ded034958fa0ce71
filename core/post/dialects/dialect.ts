import type { Dialect } from '../types.ts';
import { galleyRules } from './galley.ts';
import { hugoRules } from './hugo.ts';
import { jekyllRules } from './jekyll.ts';
import type { DialectRules } from './rules.ts';

const table: Readonly<Record<Dialect, DialectRules>> = {
  galley: galleyRules,
  jekyll: jekyllRules,
  hugo: hugoRules,
};

/** The rules of a dialect. */
export function rulesOf(dialect: Dialect): DialectRules {
  return table[dialect];
}

const datedName = /^\d{4}-\d{2}-\d{2}-.+\.(md|markdown)$/i;

/**
 * The dialect of a library, from the relative paths of its files (posts and settings files, POSIX
 * slashes): Jekyll by `_posts/`, `_drafts/`, `_config.yml` or dated names at the root; Hugo by
 * `hugo.*`, by `config.*` beside `content/`, or by `_index.md`; else Galley's own.
 */
export function detectDialect(paths: readonly string[]): Dialect {
  const has = (test: (path: string) => boolean): boolean => paths.some(test);
  if (has((path) => /(^|\/)_(posts|drafts)\//.test(path))) return 'jekyll';
  if (has((path) => /^hugo\.(toml|ya?ml|json)$|^config\/_default\//.test(path))) return 'hugo';
  const content = has((path) => path.startsWith('content/'));
  if (content && has((path) => /^config\.(toml|ya?ml|json)$/.test(path))) return 'hugo';
  if (has((path) => /^_config\.(ya?ml|toml)$/.test(path))) return 'jekyll';
  if (has((path) => /(^|\/)_index\.md$/.test(path))) return 'hugo';
  const atRoot = paths.filter((path) => /^[^/]+\.(md|markdown)$/i.test(path));
  const dated = atRoot.filter((path) => datedName.test(path)).length;
  return dated > 0 && dated * 2 > atRoot.length ? 'jekyll' : 'galley';
}
