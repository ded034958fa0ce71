const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });

/** A BCP 47 tag in English, e.g. `English`; the tag itself when it is none. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** One sentence when `tag` is no BCP 47 tag. */
export function languageProblem(tag: string | undefined): string | undefined {
  if (tag === undefined) return undefined;
  try {
    Intl.getCanonicalLocales(tag);
    return undefined;
  } catch {
    return `“${tag}” is no language tag; write en, de or pt-BR.`;
  }
}
