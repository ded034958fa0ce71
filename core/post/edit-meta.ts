import { assertNever } from '../base/assert-never.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { applyEdits } from '../base/text-edit.ts';
import type { TextEdit } from '../base/text-edit.ts';
import { composeEdits } from '../text-data/compose-edits.ts';
import { readData } from '../text-data/data-document.ts';
import type { DataDocument } from '../text-data/types.ts';
import { rulesOf } from './dialects/dialect.ts';
import type { DialectRules } from './dialects/rules.ts';
import { editAuthors, editCategory, editStatus, editTags, editValue } from './edit-fields.ts';
import { editSources } from './edit-sources.ts';
import { findFences } from './fences.ts';
import { isInDraftFolder } from './read-meta.ts';
import { readFrontMatter, readPost } from './read-post.ts';
import type { Dialect, MetaEdit, Post } from './types.ts';

/**
 * The edits of `post.text` that make the post say something else of itself: in the key that is
 * already there, else in the dialect's own, in a new YAML block if there is none. Every other byte
 * stays. Failures: `malformed-front-matter`, `draft-folder` (a post in Jekyll's or Hexo's `_drafts/`
 * is published by moving it), `too-many-tags` (more than dev.to takes), `edit-refused` (the block is
 * written in a way that cannot be spliced or read).
 */
export function editMeta(post: Post, dialect: Dialect, edit: MetaEdit): Result<readonly TextEdit[]> {
  const rules = rulesOf(dialect);
  if (edit.field === 'status' && isInDraftFolder(post.id, rules)) {
    return edit.value === 'draft' ? ok([]) : inDraftFolder(post);
  }
  const fences = findFences(post.text);
  if (fences.kind === 'unclosed') return malformed(post);
  if (fences.kind === 'none')
    return foreignBlock.test(post.text) ? foreign() : createBlock(post, rules, edit);
  const { block } = fences;
  const document = readFrontMatter(post.text, block, dialect);
  if (document.problems.length > 0) return malformed(post);
  const result = editDocument(document, rules, edit);
  if (!result.ok) return result;
  const edits = result.value.map((change) => ({
    from: change.from + block.contentFrom,
    to: change.to + block.contentFrom,
    insert: change.insert,
  }));
  return bodyStays(post.text.slice(block.to), applyEdits(post.text, edits)) ? ok(edits) : refused();
}

/** As `editMeta` for several changes at once; the edits are joined. The first failure ends it. */
export function editMetaAll(
  post: Post,
  dialect: Dialect,
  edits: readonly MetaEdit[],
): Result<readonly TextEdit[]> {
  let joined: readonly TextEdit[] = [];
  for (const edit of edits) {
    const text = applyEdits(post.text, joined);
    const result = editMeta(readPost(post.id, text, dialect), dialect, edit);
    if (!result.ok) return result;
    joined = composeEdits(post.text.length, joined, result.value);
  }
  return ok(joined);
}

function editDocument(
  document: DataDocument,
  rules: DialectRules,
  edit: MetaEdit,
): Result<readonly TextEdit[]> {
  switch (edit.field) {
    case 'status':
      return editStatus(document, rules, edit.value);
    case 'category':
      return editCategory(document, rules, edit.value);
    case 'tags':
      return editTags(document, rules, edit.value);
    case 'authors':
      return editAuthors(document, rules, edit.value);
    case 'sources':
      return editSources(document, rules, edit.value);
    case 'title':
    case 'slug':
    case 'date':
    case 'updated':
    case 'profile':
    case 'summary':
    case 'cover':
    case 'coverAlt':
    case 'canonicalUrl':
    case 'lang':
    case 'views':
      return editValue(document, rules, edit.field, edit.value);
    default:
      return assertNever(edit);
  }
}

/** Front matter in a language that is named (Eleventy's `---json`) or between `;;;` (Hexo's JSON). */
const foreignBlock = /^(---(?:json|js|javascript|toml|ya?ml|coffee)|;{3,})[ \t]*\n/i;

function foreign(): Result<never> {
  return err(
    'edit-refused',
    'The front matter of this post is in a form that Galley does not read, so nothing was changed.',
    'Edit it as text.',
  );
}

function createBlock(post: Post, rules: DialectRules, edit: MetaEdit): Result<readonly TextEdit[]> {
  const result = editDocument(readData('', 'yaml', rules.booleans), rules, edit);
  if (!result.ok || result.value.length === 0) return result;
  const content = applyEdits('', result.value);
  const gap = post.text.startsWith('\n') ? '' : '\n';
  return ok([{ from: 0, to: 0, insert: `---\n${content}---\n${gap}` }]);
}

/** A value with a line like a fence in it must not end the block early. */
function bodyStays(body: string, after: string): boolean {
  const fences = findFences(after);
  return fences.kind === 'block' && after.slice(fences.block.to) === body;
}

function malformed(post: Post): Result<never> {
  const problem = post.problems[0];
  const where = problem === undefined ? '' : ` (line ${problem.line}: ${problem.message})`;
  return err(
    'malformed-front-matter',
    `The front matter of this post cannot be read${where}, so nothing was changed in it.`,
    problem?.remedy ?? 'Correct it as text.',
  );
}

function inDraftFolder(post: Post): Result<never> {
  return err(
    'draft-folder',
    `${post.id} is a draft because it lies in the _drafts folder.`,
    'Move it to the _posts folder to publish it.',
  );
}

function refused(): Result<never> {
  return err(
    'edit-refused',
    'This change would have cut the front matter short, so nothing was changed.',
    'Edit the front matter as text.',
  );
}
