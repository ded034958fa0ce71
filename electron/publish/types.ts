import type { Result } from '../../core/base/result.ts';

/** One post to be written as one HTML file. */
export interface ExportRequest {
  /** Absolute path of the library's folder. */
  readonly root: string;
  /** The post's path relative to `root`. */
  readonly id: string;
  /** Absolute path of the page to write; an existing file is replaced whole or not at all. */
  readonly target: string;
  /** Set when only this file is known (a post outside any library): no related posts are looked for. */
  readonly alone: boolean;
}

export interface ExportReport {
  readonly bytes: number;
  readonly leftOut: readonly { readonly url: string; readonly reason: string }[];
}

/** Writes a post as a page. Runs in a worker for the window, directly for the command line; same bytes. */
export type ExportPage = (request: ExportRequest) => Promise<Result<ExportReport>>;
