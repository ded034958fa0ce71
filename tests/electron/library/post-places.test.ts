import { expect, it } from 'vitest';
import { value } from './library-values.ts';
import { openTestLibrary } from './open-test-library.ts';

it.each([
  [{ '_config.yml': '', 'scaffolds/post.md': 'x' }, 'hexo', 'source/_posts/hello.md'],
  [{ '.eleventy.js': '', 'posts/a.md': 'x' }, 'eleventy', 'posts/hello.md'],
  [{ 'eleventy.config.mjs': '', 'a.md': 'x' }, 'eleventy', 'hello.md'],
  [{ 'astro.config.mjs': '' }, 'astro', 'src/content/blog/hello.md'],
  [{ 'src/content/blog/a.mdx': 'x' }, 'astro', 'src/content/blog/hello.md'],
])('a new post beside %j goes where %s wants it', async (files, dialect, id) => {
  const { library } = await openTestLibrary(files);
  expect(library.view().dialect).toBe(dialect);
  expect(value(await library.create('Hello')).id).toBe(id);
});
