/** Text for comparing: without case and without marks (`Été` and `ete` are the same). */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
