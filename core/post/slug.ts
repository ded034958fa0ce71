/** Latin letters that Unicode does not take apart into a base letter and a mark. */
const spellings: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
};

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Makes a name that is safe in a path and in an address: lower case, Latin letters without marks,
 * letters and digits of other scripts as they are, hyphens between words. At most `max` UTF-16 code
 * units, never empty (`post`), never a name that Windows reserves. The same text gives the same slug.
 */
export function slugify(text: string, max = 80): string {
  const plain = foldLatin(text.toLowerCase())
    .replace(/[ßæœøđðþłħıŋ]/g, (letter) => spellings[letter] ?? letter)
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  const slug = shorten(plain, max);
  if (slug === '') return 'post';
  return reserved.test(slug) ? `${slug}-post` : slug;
}

/** Removes the marks of Latin letters; other scripts need theirs. */
function foldLatin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}

function shorten(slug: string, max: number): string {
  if (slug.length <= max) return slug;
  const cut = slug.slice(0, max);
  const word = slug[max] === '-' ? cut : cut.slice(0, Math.max(0, cut.lastIndexOf('-')));
  const kept = word.length >= max / 2 ? word : cut;
  return kept.replace(/[\ud800-\udbff]$/, '').replace(/-+$/, '');
}
