import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../core/base/text-edit.ts';
import { decodePost, encodePost } from '../../../core/post/bytes.ts';
import { detectDialect } from '../../../core/post/dialects/dialect.ts';
import { editMeta } from '../../../core/post/edit-meta.ts';
import { joinLineEnds, mapLineEnds, splitLineEnds } from '../../../core/post/line-ends.ts';
import { isPostFile, toPostId } from '../../../core/post/post-id.ts';
import { readPost } from '../../../core/post/read-post.ts';
import type { Dialect, MetaEdit, Post } from '../../../core/post/types.ts';

/**
 * Every post of a folder is read, changed and changed back. The fixtures are always tried; a folder
 * of real posts, each subfolder a library, is tried when GALLEY_CORPUS names it.
 */
const folders = [
  new URL('../../fixtures/front-matter', import.meta.url).pathname,
  process.env['GALLEY_CORPUS'],
];

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function change(post: Post, dialect: Dialect, edit: MetaEdit): Post | string {
  const result = editMeta(post, dialect, edit);
  return result.ok ? readPost(post.id, applyEdits(post.text, result.value), dialect) : result.failure.code;
}

/** Whether `after` is `before` with one line put in. */
function addsOneLine(before: string, after: string): boolean {
  const old = before.split('\n');
  const lines = after.split('\n');
  const at = lines.findIndex((line, index) => line !== old[index]);
  return [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n') === before;
}

/** CRLF, with every seventh line end otherwise, and a byte order mark. */
function roughen(text: string): Uint8Array {
  let count = 0;
  const raw = text.replaceAll('\n', () => {
    count += 1;
    return count % 7 === 0 ? '\n' : '\r\n';
  });
  return encodePost(raw, true);
}

/** Changes the title in a roughened file and returns whether only the title's bytes changed. */
function keepsRoughBytes(post: Post, dialect: Dialect): boolean {
  const decoded = decodePost(roughen(post.text), decode);
  if (!decoded.ok) return false;
  const { text, lineEnds } = splitLineEnds(decoded.value.text);
  const edits = editMeta(readPost(post.id, text, dialect), dialect, { field: 'title', value: 'A new name' });
  if (!edits.ok) return false;
  const ends = mapLineEnds(lineEnds, edits.value, text);
  const raw = joinLineEnds(applyEdits(text, edits.value), ends);
  const [edit] = edits.value;
  if (edit === undefined) return false;
  const head = joinLineEnds(text.slice(0, edit.from), lineEnds);
  return raw.startsWith(head) && decoded.value.text.endsWith(raw.slice(head.length + edit.insert.length));
}

function libraries(folder: string): { readonly root: string; readonly files: readonly string[] }[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => {
      const root = join(folder, entry.name);
      const entries = readdirSync(root, { recursive: true, withFileTypes: true });
      const files = entries.filter((file) => file.isFile());
      return { root, files: files.map((file) => relative(root, join(file.parentPath, file.name))).sort() };
    });
}

for (const { root, files } of folders.filter((folder) => folder !== undefined).flatMap(libraries)) {
  describe(root, { timeout: 120_000 }, () => {
    const dialect = detectDialect(files);
    const posts = files
      .filter((path) => isPostFile(path))
      .map((path) => {
        const id = toPostId(path);
        const decoded = decodePost(readFileSync(join(root, path)), decode);
        if (id === undefined || !decoded.ok) throw new Error(`${path} is no post`);
        return readPost(id, decoded.value.text, dialect);
      });
    const sound = posts.filter((post) => post.problems.length === 0 && post.meta.title !== undefined);
    const titleOf = (value: string | undefined): MetaEdit => ({ field: 'title', value });

    test('a title that is changed and changed back restores every byte', () => {
      const different = sound.filter((post) => {
        const there = change(post, dialect, titleOf('Quiet waters'));
        const back = typeof there === 'string' ? there : change(there, dialect, titleOf(post.meta.title));
        return typeof back === 'string' || back.text !== post.text;
      });
      expect(different.map((post) => post.id)).toEqual([]);
    });

    test('a new key adds its line alone, and goes without a trace', () => {
      const wrong = sound
        .filter((post) => post.meta.views === undefined)
        .filter((post) => {
          const added = change(post, dialect, { field: 'views', value: 7 });
          if (typeof added === 'string' || !addsOneLine(post.text, added.text)) return true;
          const removed = change(added, dialect, { field: 'views', value: undefined });
          return typeof removed === 'string' || removed.text !== post.text;
        });
      expect(wrong.map((post) => post.id)).toEqual([]);
    });

    test('a summary and tags are set without a change to title, date, authors or body', () => {
      const wrong = sound.filter((post) => {
        const first = change(post, dialect, { field: 'summary', value: 'A short: account' });
        const after =
          typeof first === 'string'
            ? first
            : change(first, dialect, { field: 'tags', value: ['one', 'two'] });
        if (typeof after === 'string') return true;
        const facts = ({ meta, text, bodyFrom }: Post): string =>
          JSON.stringify([meta.title, meta.date, meta.authors, meta.categories, text.slice(bodyFrom)]);
        return (
          facts(after) !== facts(post) ||
          after.meta.summary !== 'A short: account' ||
          after.meta.tags.length !== 2
        );
      });
      expect(wrong.map((post) => post.id)).toEqual([]);
    });

    test('files with CRLF, mixed line ends and a byte order mark keep them', () => {
      const wrong = sound.filter((post) => !keepsRoughBytes(post, dialect));
      expect(wrong.map((post) => post.id)).toEqual([]);
    });

    test('posts in error are never changed', () => {
      const broken = posts.filter((post) =>
        post.problems.some((problem) => problem.code !== 'unreadable-date'),
      );
      const changed = broken.filter(
        (post) => change(post, dialect, titleOf('x')) !== 'malformed-front-matter',
      );
      expect(changed.map((post) => post.id)).toEqual([]);
    });
  });
}
