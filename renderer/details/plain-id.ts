/**
 * A short name for use in front matter: lower case, letters and digits of any script, words joined by `-`,
 * at most 64 characters; `fallback` when nothing of `name` is left.
 */
export function plainId(name: string, fallback: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const id = (words ?? []).join('-').slice(0, 64).replace(/-$/u, '');
  return id === '' ? fallback : id;
}

/** `id`, or `id-2`, `id-3` … : the first that `taken` does not have. */
export function freeId(id: string, taken: readonly string[]): string {
  let candidate = id;
  for (let count = 2; taken.includes(candidate); count += 1) candidate = `${id.slice(0, 60)}-${count}`;
  return candidate;
}
