import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { parseBody, renderBlocks } from '../../../core/markdown/blocks.ts';
import type { ImageResolver } from '../../../core/markdown/types.ts';

const files = import.meta.glob<string>('../../fixtures/markdown/cases/*', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const inputs = Object.keys(files).filter((path) => path.endsWith('.md'));

const images: ImageResolver = (url) => {
  if (url === 'press.png') {
    return { kind: 'image', src: 'data:image/png;base64,AA==', width: 640, height: 480 };
  }
  return url.startsWith('https:')
    ? { kind: 'remote', url }
    : { kind: 'refused', reason: 'There is no such file.' };
};

/** The blocks as text, each under the lines of the body that it stands for. */
function show(markdown: string): string {
  return renderBlocks(parseBody(markdown, { title: 'The quiet press' }), images)
    .map((block) => `<!-- ${block.fromLine}-${block.toLine} -->\n${toHtml([...block.nodes]).trimEnd()}\n`)
    .join('');
}

describe('Markdown cases', () => {
  test('are there', () => {
    expect(inputs.length).toBeGreaterThan(10);
  });

  test.each(inputs)('%s', async (path) => {
    await expect(show(files[path] ?? '')).toMatchFileSnapshot(path.replace(/\.md$/, '.html'));
  });
});
