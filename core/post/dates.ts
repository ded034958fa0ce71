const day = String.raw`(\d{4})[-/](\d{1,2})[-/](\d{1,2})`;
const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?`;
const zone = String.raw`(Z|z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)`;
const shape = new RegExp(`^${day}(?:(?:[Tt]|[ \\t]+)${clock}(?:[ \\t]*${zone})?)?$`);

/**
 * Reads the date forms that posts use: `2026-11-14`, `2026-11-14 09:00`, `2026-11-14 09:00:00 +0100`,
 * `2026-11-14T09:00:00.000Z` and RFC 3339. Without an offset it is UTC.
 * So is `Jul 08 2022` or `July 8, 2022`, as Astro's blog template writes days.
 * Returns RFC 3339 with offset (`Z` for none) and whole seconds, or undefined for anything else.
 */
export function parsePostDate(text: string): string | undefined {
  const match = shape.exec(dayInNumbers(text.trim()));
  if (match === null) return undefined;
  const [, year = '', month = '', date = '', hour = '0', minute = '0', second = '0', , offset = 'Z'] = match;
  const parts = [year, month, date, hour, minute, second].map((part) => part.padStart(2, '0'));
  const [y = '', m = '', d = '', h = '', min = '', s = ''] = parts;
  const local = Date.UTC(Number(y), Number(m) - 1, Number(d), Number(h), Number(min), Number(s));
  const plain = `${y}-${m}-${d}T${h}:${min}:${s}`;
  // Date.UTC rolls 30 February over into March, and reads the years 0 to 99 as 1900 to 1999.
  if (Number.isNaN(local) || new Date(local).toISOString().slice(0, 19) !== plain) return undefined;
  const zoneText = offsetText(offset);
  return zoneText === undefined ? undefined : plain + zoneText;
}

/** A day in English words: the month, a blank, the day, an optional comma, a blank, the year. */
const wordShape = /^([A-Z][a-z]{2,8}) (\d{1,2})(,? )(\d{4})$/;

function dayInNumbers(text: string): string {
  const [, name = '', date = '', , year = ''] = wordShape.exec(text) ?? [];
  const { long, short } = englishMonths;
  const month = Math.max(long.indexOf(name), short.indexOf(name)) + 1;
  return month === 0 ? text : `${year}-${month}-${date}`;
}

/** A day (`2022-07-08`) in English words as an older one has it. */
function dayInWords(day: string, old: string): string | undefined {
  const [, name = '', oldDate = '', gap = ' '] = wordShape.exec(old) ?? [];
  if (oldDate === '') return undefined;
  const [year = '', month = '', date = ''] = day.split('-');
  const { long, short } = englishMonths;
  const names = name.length > 3 ? long : short;
  const shown = oldDate.length > 1 && (oldDate.startsWith('0') || gap === ' ') ? date : String(Number(date));
  return `${names[Number(month) - 1] ?? ''} ${shown}${gap}${year}`;
}

function offsetText(text: string): string | undefined {
  if (/^(z|utc|gmt)$/i.test(text)) return 'Z';
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(text);
  const hours = (match?.[2] ?? '').padStart(2, '0');
  const minutes = match?.[3] ?? '00';
  if (match === null || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return hours === '00' && minutes === '00' ? 'Z' : `${match[1] ?? '+'}${hours}:${minutes}`;
}

/** RFC 3339 with whole seconds for a moment (ms since the epoch) seen at an offset (minutes east of UTC). */
export function formatIsoLocal(ms: number, offsetMinutes: number): string {
  const shifted = new Date(ms + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offsetMinutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const minutes = String(size % 60).padStart(2, '0');
  return `${shifted}${offsetMinutes < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** Writes an RFC 3339 date in the form of an older one (day alone, in words, or with blanks as Jekyll does). */
export function likeDate(iso: string, old: string): string {
  const [, date, time, offset] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(Z|[+-]\d{2}:\d{2})$/.exec(iso) ?? [];
  if (date === undefined || time === undefined || offset === undefined) return iso;
  if (time === '00:00:00' && /^(Z|\+00:00)$/.test(offset)) {
    const words = dayInWords(date, old);
    if (words !== undefined) return words;
    if (/^\d{4}-\d{2}-\d{2}$/.test(old)) return date;
  }
  if (!/^\d{4}-\d{2}-\d{2} \d/.test(old)) return iso;
  return `${date} ${time} ${offset === 'Z' ? '+0000' : offset.replace(':', '')}`;
}

interface MonthNames {
  readonly long: readonly string[];
  readonly short: readonly string[];
}

const names = (long: string, short: string): MonthNames => ({
  long: long.split(' '),
  short: short.split(' '),
});

const englishMonths = names(
  'January February March April May June July August September October November December',
  'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
);

const months: Readonly<Record<string, MonthNames>> = {
  en: englishMonths,
  de: names(
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.',
  ),
  fr: names(
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.',
  ),
  es: names(
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'ene feb mar abr may jun jul ago sept oct nov dic',
  ),
};

/**
 * The day of an RFC 3339 date in words, seen in the date's own offset: `22 November 2026`.
 * `lang` is a BCP 47 tag; languages other than en, de, fr and es get `2026-11-22`.
 */
export function formatDate(iso: string, lang: string): string {
  const parts = dayParts(iso, lang);
  if (parts === undefined) return iso.slice(0, 10);
  const { language, year, month, date } = parts;
  const name = months[language]?.long[month - 1] ?? '';
  if (language === 'es') return `${date} de ${name} de ${year}`;
  return `${dayNumber(language, date)} ${name} ${year}`;
}

/** As `formatDate`, short and without the year: `14 Nov`. */
export function formatShortDate(iso: string, lang: string): string {
  const parts = dayParts(iso, lang);
  if (parts === undefined) return iso.slice(0, 10);
  return `${dayNumber(parts.language, parts.date)} ${months[parts.language]?.short[parts.month - 1] ?? ''}`;
}

function dayNumber(language: string, date: number): string {
  if (language === 'de') return `${date}.`;
  return language === 'fr' && date === 1 ? '1er' : String(date);
}

interface DayParts {
  readonly language: string;
  readonly year: string;
  readonly month: number;
  readonly date: number;
}

function dayParts(iso: string, lang: string): DayParts | undefined {
  const language = lang.toLowerCase().split(/[-_]/)[0] ?? '';
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  if (year === undefined || months[language] === undefined) return undefined;
  return { language, year, month: Number(month), date: Number(date) };
}
