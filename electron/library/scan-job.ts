import path from 'node:path';
import { detectDialect } from '../../core/post/dialects/dialect.ts';
import type { Dialect, PostId, PostSummary } from '../../core/post/types.ts';
import { isTaken } from './moves.ts';
import { readSummaries } from './post-summaries.ts';
import { listPosts, type Listing, type Unreadable } from './walk.ts';

/** What to scan: a library, or one post alone. Plain data: it is handed to a worker. */
export interface ScanJob {
  /** Absolute, without symlinks. */
  readonly root: string;
  readonly only: PostId | undefined;
}

/** What a scan tells, in this order: `walking` at times, `listed` once, `read` until done, `done`. */
export type ScanMessage =
  | { readonly kind: 'walking'; readonly found: number }
  | {
      readonly kind: 'listed';
      readonly posts: readonly PostId[];
      readonly dialect: Dialect;
      readonly unreadable: readonly Unreadable[];
      /** Absolute paths of temporary files of saves. */
      readonly temps: readonly string[];
    }
  | {
      readonly kind: 'read';
      readonly posts: readonly PostSummary[];
      readonly unreadable: readonly Unreadable[];
      /** Posts read so far. */
      readonly read: number;
    }
  | { readonly kind: 'done' };

/** Posts handed over at a time. */
const batchSize = 100;
/** Milliseconds between two messages while walking. */
const walkingPause = 100;

async function list({ root, only }: ScanJob, emit: (message: ScanMessage) => void): Promise<Listing> {
  if (only !== undefined) {
    const posts = (await isTaken(path.join(root, only))) ? [only] : [];
    return { posts, others: [], unreadable: [], temps: [] };
  }
  let told = Date.now();
  return listPosts(root, (found) => {
    if (Date.now() - told < walkingPause) return;
    told = Date.now();
    emit({ kind: 'walking', found });
  });
}

/** Lists and reads a library. Rejects when its folder cannot be read. */
export async function runScan(job: ScanJob, emit: (message: ScanMessage) => void): Promise<void> {
  const { posts, others, unreadable, temps } = await list(job, emit);
  const dialect = detectDialect([...posts, ...others]);
  emit({ kind: 'listed', posts, dialect, unreadable, temps });
  for (let from = 0; from < posts.length; from += batchSize) {
    const some = posts.slice(from, from + batchSize);
    const batch = await readSummaries(job.root, some, dialect);
    emit({ kind: 'read', ...batch, read: from + some.length });
  }
  emit({ kind: 'done' });
}
