import { readData } from '../text-data/data-document.ts';
import type { DataDocument, DataFormat, DataMap } from '../text-data/types.ts';

/** Beyond this many characters times pieces, salvaging would take too long. */
const maxEffort = 4_000_000;

/**
 * What can still be known of a broken data text: it is cut at its top-level keys, and every piece
 * that cannot be read with those before it is left out. Lines keep their places.
 */
export function salvage(document: DataDocument): DataMap {
  const { text, format, booleans, root } = document;
  const pieces = cutAtKeys(text, format);
  if (pieces.length * text.length > maxEffort) return root;
  let kept = '';
  let best = root;
  let skipping = false;
  for (const piece of pieces) {
    const isHeader = format === 'toml' && /^[ \t]*\[/.test(piece);
    const candidate = skipping && !isHeader ? undefined : readData(kept + piece, format, booleans);
    if (candidate !== undefined && candidate.problems.length === 0) {
      kept += piece;
      best = candidate.root;
      skipping = false;
    } else {
      kept += piece.replace(/[^\n]/g, '');
      // Keys behind an unreadable table header would land in the table before it.
      skipping ||= isHeader;
    }
  }
  return kept.trim() === '' ? { kind: 'map', entries: [], from: 0, to: text.length } : best;
}

function cutAtKeys(text: string, format: DataFormat): string[] {
  const start = format === 'yaml' ? /^(?![\s#\-\]}])/gm : /^(?=[ \t]*(?:\[|[\w"'.-]+[ \t]*=))/gm;
  const cuts = [...text.matchAll(start)].map((match) => match.index);
  return [0, ...cuts].map((from, index) => text.slice(from, cuts[index])).filter((piece) => piece !== '');
}
