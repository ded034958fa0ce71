import path from 'node:path';

/** A path for showing: the home folder becomes `~`. `home` and `target` are absolute. */
export function displayPath(target: string, home: string): string {
  const base = path.resolve(home);
  // A home of "/" (some services run so) would turn every path into one beneath "~".
  if (path.dirname(base) === base) return target;
  if (target === base) return '~';
  return target.startsWith(base + path.sep) ? `~${target.slice(base.length)}` : target;
}
