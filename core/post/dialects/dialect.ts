import type { Dialect } from '../types.ts';
import { astroRules } from './astro.ts';
import { devtoRules } from './devto.ts';
import { eleventyRules } from './eleventy.ts';
import { galleyRules } from './galley.ts';
import { hexoRules } from './hexo.ts';
import { hugoRules } from './hugo.ts';
import { jekyllRules } from './jekyll.ts';
import type { DialectRules } from './rules.ts';

const table: Readonly<Record<Dialect, DialectRules>> = {
  galley: galleyRules,
  jekyll: jekyllRules,
  hugo: hugoRules,
  hexo: hexoRules,
  eleventy: eleventyRules,
  astro: astroRules,
  devto: devtoRules,
};

/** The rules of a dialect. */
export function rulesOf(dialect: Dialect): DialectRules {
  return table[dialect];
}

const datedName = /^\d{4}-\d{2}-\d{2}-.+\.(md|markdown)$/i;

type Has = (shape: RegExp) => boolean;

/**
 * The dialect of a library, from the relative paths of its files (posts and settings files, POSIX
 * slashes): Eleventy by `.eleventy.js` or `eleventy.config.*`; Astro by `astro.config.*` or
 * `src/content/`; Hexo by `source/_posts/`, or by `_config.yml` beside `source/` or `scaffolds/`,
 * unless Ruby's files show a Jekyll whose source lies there; Jekyll by `_posts/`, `_drafts/`,
 * `_config.yml` or dated names at the root; Hugo by `hugo.*`, by `config.*` beside `content/`, or by
 * `_index.md`; else Galley's own. A folder of dev.to posts looks like any other.
 */
export function detectDialect(paths: readonly string[]): Dialect {
  const has: Has = (shape) => paths.some((path) => shape.test(path));
  if (has(/^(\.eleventy\.[cm]?js|eleventy\.config\.[cm]?[jt]s)$/)) return 'eleventy';
  if (has(/^astro\.config\.[cm]?[jt]s$/)) return 'astro';
  if (isHexo(has)) return 'hexo';
  if (has(/(^|\/)_(posts|drafts)\//)) return 'jekyll';
  if (isHugo(has)) return 'hugo';
  if (has(/^_config\.(ya?ml|toml)$/)) return 'jekyll';
  if (has(/(^|\/)_index\.md$/)) return 'hugo';
  if (has(/^src\/content\//)) return 'astro';
  const atRoot = paths.filter((path) => /^[^/]+\.(md|markdown)$/i.test(path));
  const dated = atRoot.filter((path) => datedName.test(path)).length;
  return dated > 0 && dated * 2 > atRoot.length ? 'jekyll' : 'galley';
}

function isHexo(has: Has): boolean {
  const settings = has(/^_config\.ya?ml$/) && has(/^(source|scaffolds)\//);
  return (settings || has(/^source\/_(posts|drafts)\//)) && !has(/^(Gemfile|Rakefile|config\.rb)$/);
}

function isHugo(has: Has): boolean {
  if (has(/^hugo\.(toml|ya?ml|json)$|^config\/_default\//)) return true;
  return has(/^content\//) && has(/^config\.(toml|ya?ml|json)$/);
}
