import { isPostFile, postFileName, postFolder, postStem, toPostId } from '../../core/post/post-id.ts';
import { slugify } from '../../core/post/slug.ts';
import type { PostId } from '../../core/post/types.ts';

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const fileName = /\.(?:md|markdown)$/i;
const datePart = /^\d{4}-\d{2}-\d{2}-(?=.)/;
/** File systems allow 255 bytes; `-2` and the names of temporary copies need some of them. */
const maxNameBytes = 200;

/** A typed file name without what Windows, macOS or Linux do not allow in one; undefined if nothing is left. */
function cleanFileName(typed: string): string | undefined {
  const plain = typed
    // eslint-disable-next-line no-control-regex -- control characters are what is removed
    .replace(/[\u0000-\u001f\u007f\ufffd<>:"/\\|?*]+/g, '-')
    .replace(/^[\s.]+/, '');
  if (!isPostFile(plain)) return undefined;
  const stem = postStem(plain).replace(/[\s.]+$/, '');
  const extension = plain.slice(postStem(plain).length);
  if (stem === '' || reserved.test(stem) || Buffer.byteLength(stem) > maxNameBytes) return undefined;
  return `${stem}${extension}`;
}

/**
 * The id of a post after a rename, in the same folder. A name with a Markdown extension is a file name
 * and is kept as it was typed as far as file systems allow; anything else is a title and becomes a slug
 * behind the date that the old name begins with. Undefined when the name cannot be used.
 */
export function renamedId(id: PostId, typed: string): PostId | undefined {
  const name = typed.trim();
  if (name === '') return undefined;
  const folder = postFolder(id);
  const old = postFileName(id);
  const stem = postStem(id);
  const titled = (): string => {
    const slug = slugify(name);
    const date = datePart.test(slug) ? '' : (datePart.exec(stem)?.[0] ?? '');
    return `${date}${slug}${old.slice(stem.length)}`;
  };
  const next = fileName.test(name) ? cleanFileName(name) : titled();
  if (next === undefined) return undefined;
  return toPostId(folder === '' ? next : `${folder}/${next}`);
}

/** The id of a copy beside a post; it may be taken. */
export function copyId(id: PostId): PostId {
  const name = postFileName(id);
  const stem = postStem(id);
  const copy = toPostId(`${id.slice(0, id.length - name.length)}${stem}-copy${name.slice(stem.length)}`);
  if (copy === undefined) throw new Error(`${id} gives no name for a copy.`);
  return copy;
}
