const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The day of an RFC 3339 date in its own offset, or of a `YYYY-MM-DD`: `14 Nov`, with the year unless it is
 * `thisYear`. Undefined when the text does not begin with a date.
 */
export function shortDay(iso: string, thisYear?: number): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso) ?? [];
  const name = months[Number(month) - 1];
  if (name === undefined) return undefined;
  const text = `${Number(day)} ${name}`;
  return Number(year) === thisYear ? text : `${text} ${year}`;
}

/** The local day of a time in milliseconds since the epoch, as `shortDay` writes it. */
export function shortLocalDay(time: number, thisYear?: number): string {
  const date = new Date(time);
  const text = `${date.getDate()} ${months[date.getMonth()] ?? ''}`;
  return date.getFullYear() === thisYear ? text : `${text} ${date.getFullYear()}`;
}

/** `just now` or `12 min ago` for the hour before `now` (both in milliseconds); else undefined. */
export function shortAgo(time: number, now: number): string | undefined {
  const minutes = Math.floor((now - time) / 60_000);
  if (minutes < -1 || minutes >= 60) return undefined;
  return minutes < 1 ? 'just now' : `${minutes} min ago`;
}
