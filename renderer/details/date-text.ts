import { err, ok } from '../../core/base/result.ts';
import type { Result } from '../../core/base/result.ts';
import { formatIsoLocal } from '../../core/post/dates.ts';

/** Minutes east of UTC of a local wall-clock time, e.g. from the machine's time zone. */
export type OffsetAt = (local: LocalTime) => number;

interface LocalTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const pattern =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/iu;

/** The machine's own offset at that local time. */
const machineOffset: OffsetAt = (local) =>
  -new Date(local.year, local.month - 1, local.day, local.hour, local.minute).getTimezoneOffset();

/** A date as the field shows it: `2026-11-22 09:40 +01:00`; a bare day stays bare, anything else as it is. */
export function showDate(text: string): string {
  const found = pattern.exec(text.trim());
  if (found === null) return text;
  const [, year, month, day, hour, minute, second, offset] = found;
  const parts = [`${year}-${pad(month)}-${pad(day)}`];
  if (hour !== undefined) {
    parts.push(`${pad(hour)}:${minute}${second === undefined || second === '00' ? '' : `:${second}`}`);
  }
  if (offset !== undefined) parts.push(normalOffset(offset));
  return parts.join(' ');
}

/**
 * Reads what was typed: `2026-11-22`, `2026-11-22 09:40` or with an offset, `T` or a space between.
 * Answers RFC 3339 with offset (the machine's when none was typed), or the bare day.
 * Fails with `not-a-date` and a sentence that says how a date is written.
 */
export function readDate(typed: string, offsetAt: OffsetAt = machineOffset): Result<string> {
  const found = pattern.exec(typed.trim());
  if (found === null) {
    return err('not-a-date', 'Write the date as 2026-11-22 or 2026-11-22 09:40 +01:00.');
  }
  const [, year, month, day, hour, minute, second = '00', offset] = found;
  const local: LocalTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
  };
  const problem = impossible(local, Number(second));
  if (problem !== undefined) return err('not-a-date', problem);
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (hour === undefined) return ok(date);
  const zone = offset === undefined ? writeOffset(offsetAt(local)) : normalOffset(offset);
  return ok(`${date}T${pad(hour)}:${minute}:${second}${zone}`);
}

/** This minute as RFC 3339 with the machine's offset; `now` in milliseconds since the epoch. */
export function writeNow(now: number, offsetMinutes = -new Date(now).getTimezoneOffset()): string {
  return formatIsoLocal(Math.floor(now / 60_000) * 60_000, offsetMinutes);
}

function impossible(local: LocalTime, second: number): string | undefined {
  if (local.month < 1 || local.month > 12)
    return `There is no month ${local.month}; months go from 01 to 12.`;
  const days = new Date(Date.UTC(local.year, local.month, 0)).getUTCDate();
  if (local.day < 1 || local.day > days) {
    return `There is no day ${local.day} in that month; it has ${days}.`;
  }
  if (local.hour > 23 || local.minute > 59 || second > 59) return 'Times go from 00:00 to 23:59.';
  return undefined;
}

function normalOffset(offset: string): string {
  if (/^(z|utc)$/iu.test(offset)) return '+00:00';
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`;
}

function writeOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

function pad(value: number | string | undefined): string {
  return String(value ?? '').padStart(2, '0');
}
