import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog, describeCause } from '../../../electron/main/log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'galley-log-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const now = (): Date => new Date(0);

describe('the log', () => {
  it('is written at once, in a folder that it makes', () => {
    const log = createLog(path.join(folder, 'logs'), now);
    log.info('Galley starts');
    log.warn('Something', new TypeError('x is not a function'));
    const lines = readFileSync(log.file, 'utf8').split('\n');
    expect(lines[0]).toBe('1970-01-01T00:00:00.000Z info  Galley starts');
    expect(lines[1]).toBe('1970-01-01T00:00:00.000Z warn  Something: TypeError x is not a function');
    expect(lines[2]).toMatch(/^\s+at /);
  });

  it('keeps two files of bounded size', () => {
    const log = createLog(folder, now, 1000);
    for (let line = 0; line < 200; line += 1) log.info(`Line ${line} of many`);
    expect(readdirSync(folder).sort()).toEqual(['galley.log', 'galley.old.log']);
    for (const name of readdirSync(folder)) {
      expect(statSync(path.join(folder, name)).size).toBeLessThanOrEqual(1000);
    }
    expect(readFileSync(log.file, 'utf8')).toContain('Line 199 of many');
  });

  it('goes on where the last start ended', () => {
    createLog(folder, now).info('first');
    const log = createLog(folder, now);
    log.info('second');
    expect(readFileSync(log.file, 'utf8').split('\n')).toHaveLength(3);
  });

  it('is silent where it cannot be written', () => {
    const file = path.join(folder, 'file');
    writeFileSync(file, '');
    const log = createLog(path.join(file, 'logs'), now);
    expect(() => log.error('nobody hears', new Error('x'))).not.toThrow();
  });
});

describe('a cause in the log', () => {
  it('is named without the words of a post', () => {
    let cause: unknown;
    try {
      JSON.parse('My secret diary');
    } catch (error) {
      cause = error;
    }
    expect(describeCause(cause)).toMatch(/^SyntaxError /);
    expect(describeCause(cause)).not.toContain('secret');
    const yaml = new Error('Bad value at line 1:\n\nMy secret: [\n');
    yaml.stack = `Error: ${yaml.message}\n    at parse (parse.js:1:1)`;
    expect(describeCause(yaml)).toBe('Error Bad value at line 1:\n    at parse (parse.js:1:1)');
  });

  it('says the code of a system error, and shows no object', () => {
    const error = Object.assign(new Error("ENOSPC: no space left on device, write '/home/w/x'"), {
      code: 'ENOSPC',
      stack: '',
    });
    expect(describeCause(error)).toBe("Error ENOSPC ENOSPC: no space left on device, write '…'");
    expect(describeCause({ text: 'secret' })).toBe('a value that is no error');
    expect(describeCause('plain')).toBe('plain');
  });
});
