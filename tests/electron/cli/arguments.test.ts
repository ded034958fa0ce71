import { describe, expect, test } from 'vitest';
import { readArguments } from '../../../electron/cli/arguments.ts';

function asked(line: string): unknown {
  const result = readArguments(line === '' ? [] : line.split(' '));
  return result.ok ? result.value : `${result.failure.code}: ${result.failure.message}`;
}

describe('readArguments', () => {
  test('reads an export with its options in any place', () => {
    const whole = { kind: 'export', post: 'a.md', output: 'b.html', library: 'lib', strict: true };
    expect(asked('export a.md -o b.html --library lib --strict')).toEqual(whole);
    expect(asked('export --strict -l lib --output=b.html a.md')).toEqual(whole);
  });

  test('leaves out what was not said', () => {
    expect(asked('export a.md')).toEqual({
      kind: 'export',
      post: 'a.md',
      output: undefined,
      library: undefined,
      strict: false,
    });
    expect(asked('check posts')).toEqual({ kind: 'check', path: 'posts', library: undefined });
  });

  test('takes a lone dash for standard output', () => {
    expect(asked('export a.md -o -')).toMatchObject({ output: '-' });
  });

  test('takes a name that starts with a dash after --', () => {
    expect(asked('export -- -a.md')).toMatchObject({ post: '-a.md' });
    expect(asked('check -- --help')).toMatchObject({ kind: 'check', path: '--help' });
  });

  test.each(['--help', '-h', 'help', '--version --help'])('%s asks for help', (line) => {
    expect(asked(line)).toEqual({ kind: 'help', topic: undefined });
  });

  test.each(['export --help', 'export -h a.md', 'help export', 'export --nonsense --help'])(
    '%s asks for help on export',
    (line) => expect(asked(line)).toEqual({ kind: 'help', topic: 'export' }),
  );

  test.each(['--version', '-V'])('%s asks for the version', (line) => {
    expect(asked(line)).toEqual({ kind: 'version' });
  });

  test.each([
    ['', 'usage: Say what to do: export or check.'],
    ['publish a.md', 'usage: There is no command "publish".'],
    ['export', 'usage: Name the post to export.'],
    ['export a.md b.md', 'usage: Name one post, not 2.'],
    ['export a.md -o', "usage: Option '-o, --output <value>' argument missing."],
    ['export a.md --output=', 'usage: Name the page to write after -o, or - for standard output.'],
    ['export a.md --colour', "usage: Unknown option '--colour'."],
    ['export a.md --strict=yes', "usage: Option '--strict' does not take an argument."],
    ['check', 'usage: Name the post or the folder to check.'],
    ['check a b c', 'usage: Name one post or folder, not 3.'],
    ['check a --strict', "usage: Unknown option '--strict'."],
    ['help me', 'usage: There is no help on "me".'],
    ['--version export', 'usage: Say what to do first: galley export … or galley check ….'],
  ])('refuses "%s"', (line, message) => {
    expect(asked(line)).toBe(message);
  });
});
