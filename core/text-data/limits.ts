import { isOverLimit, maxDataBytes, maxDataDepth, maxDataEntries, maxDataMarks } from './load.ts';
import type { DataLoad } from './load.ts';
import type { DataFormat, DataProblem } from './types.ts';
import { countTomlLoad } from './toml-load.ts';
import { countYamlLoad } from './yaml-load.ts';

const lineFeed = 10;
const comma = 44;

/**
 * Looks at a text before any parser does, because parsers recurse and compare every key with every
 * other: a long or deep text could end the process. Returns the reason to refuse it, or undefined.
 */
export function checkLimits(text: string, format: DataFormat): DataProblem | undefined {
  if (text.length > maxDataBytes || utf8Length(text) > maxDataBytes) {
    return {
      code: 'data-too-large',
      message: 'This block is larger than 64 KB and was not read.',
      remedy: 'Move long text out of it.',
      line: 1,
    };
  }
  const load = obviousExcess(text) ?? (format === 'yaml' ? countYamlLoad(text) : countTomlLoad(text));
  if (!isOverLimit(load)) return undefined;
  const line = text.slice(0, load.offset).split('\n').length;
  if (load.depth > maxDataDepth) {
    const message = `This block is nested more than ${maxDataDepth} levels deep and was not read.`;
    return { code: 'data-too-deep', message, remedy: 'Remove brackets or indentation.', line };
  }
  if (load.entries > maxDataEntries) {
    const message = `This block has more than ${maxDataEntries} keys and items and was not read.`;
    return { code: 'too-many-entries', message, remedy: 'Shorten it.', line };
  }
  const message = `This block has more than ${maxDataMarks} anchors, aliases and tags and was not read.`;
  return { code: 'too-many-aliases', message, remedy: 'Write the values out.', line };
}

/**
 * Far too many lines or commas are seen at once, whatever they stand for. Commas also stand in
 * prose, so only twice the limit of them decides by itself.
 */
function obviousExcess(text: string): DataLoad | undefined {
  let lines = 0;
  let commas = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === lineFeed) lines += 1;
    else if (code === comma) commas += 1;
    if (lines > maxDataEntries || commas > maxDataEntries * 2) {
      return { depth: 0, entries: maxDataEntries + 1, marks: 0, offset: at };
    }
  }
  return undefined;
}

function utf8Length(text: string): number {
  return text.length * 3 <= maxDataBytes ? text.length : new TextEncoder().encode(text).length;
}
