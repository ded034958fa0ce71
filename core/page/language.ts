const tag = /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/;

/** Languages written from right to left, by primary subtag, when no script is named. */
const rtlLanguages = new Set('ar arc ckb dv fa he iw ks nqo ps sd syr ug ur yi'.split(' '));
const rtlScripts = new Set('adlm arab hebr mand nkoo rohg samr syrc thaa'.split(' '));

/** The first of the tags that is one (BCP 47 in shape), else `en`. */
export function pageLanguage(...tags: readonly (string | undefined)[]): string {
  const found = tags.map((each) => (each ?? '').trim().replace(/_/g, '-')).find((each) => tag.test(each));
  return found ?? 'en';
}

/** The direction in which a language is written: by its script when the tag names one, else by its name. */
export function pageDirection(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = lang.toLowerCase().split('-');
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  const rtl = script === undefined ? rtlLanguages.has(language) : rtlScripts.has(script);
  return rtl ? 'rtl' : 'ltr';
}
