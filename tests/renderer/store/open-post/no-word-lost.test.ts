import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PostId } from '../../../../core/post/types.ts';
import { createOpenPostStore } from '../../../../renderer/store/open-post.ts';
import type { OpenPostStore } from '../../../../renderer/store/open-post.ts';
import { fakeClock, settled } from '../../../helpers/fake-clock.ts';
import type { FakeClock } from '../../../helpers/fake-clock.ts';
import { fakeMain, refused } from '../../../helpers/fake-main.ts';
import type { FakeMain } from '../../../helpers/fake-main.ts';
import { edit, type } from '../../../helpers/writer.ts';

const id = 'tide.md' as PostId;

type Step =
  | { readonly kind: 'type'; readonly text: string }
  | { readonly kind: 'delete'; readonly part: number }
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'file' | 'journal'; readonly works: boolean }
  | { readonly kind: 'flush' };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    text: fc.constantFrom('a', 'word ', '\n', 'Ü😀', '\n\n- '),
  }),
  fc.record({ kind: fc.constant('delete' as const), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('title' as const), text: fc.constantFrom('Tide', 'Ebb', 'Flood') }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 3000 }) }),
  fc.record({ kind: fc.constantFrom('file' as const, 'journal' as const), works: fc.boolean() }),
  fc.record({ kind: fc.constant('flush' as const) }),
);

async function run(steps: readonly Step[], each: (quiet: number) => void, parts: Parts): Promise<void> {
  let quiet = 0;
  for (const next of steps) {
    const changes = next.kind === 'type' || next.kind === 'delete' || next.kind === 'title';
    quiet = changes ? 0 : quiet + (next.kind === 'wait' ? next.ms : 0);
    await take(next, parts);
    await settled();
    each(quiet);
  }
}

interface Parts {
  readonly main: FakeMain;
  readonly clock: FakeClock;
  readonly store: OpenPostStore;
}

async function take(next: Step, { main, clock, store }: Parts): Promise<void> {
  switch (next.kind) {
    case 'type':
      return type(store, next.text);
    case 'delete': {
      const { length } = store.getState().body;
      const from = Math.floor(length * next.part);
      return edit(store, { from, to: Math.min(length, from + 2), insert: '' });
    }
    case 'title':
      store.editMeta([{ field: 'title', value: next.text }]);
      return;
    case 'wait':
      return clock.advance(next.ms);
    case 'file':
      return main.interfere('post.save', next.works ? undefined : refused('no-space'));
    case 'journal':
      return main.interfere('journal.append', next.works ? undefined : refused('journal-failed'));
    case 'flush':
      return store.flush();
  }
}

it('every word older than a second is in the file or the journal, or the window says that it is not', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const parts: Parts = startedParts();
      await parts.store.open(id);
      const whole = (): string => {
        const { head, body } = parts.store.getState();
        return head + body.toString();
      };
      await run(
        steps,
        (quiet) => {
          const { kind } = parts.store.getState().save;
          if (kind === 'saved') expect(parts.main.file(id)).toBe(whole());
          if (quiet >= 1000 && kind !== 'memory-only') expect(parts.main.recoverable(id)).toBe(whole());
          expect(kind).not.toBe('conflict');
        },
        parts,
      );
      parts.main.interfere('post.save', undefined);
      parts.main.interfere('journal.append', undefined);
      await parts.store.flush();
      expect(parts.main.file(id)).toBe(whole());
      expect(parts.store.getState().save.kind).toBe('saved');
      parts.store.dispose();
    }),
    { numRuns: 300 },
  );
});

function startedParts(): Parts {
  const main = fakeMain();
  const clock = fakeClock();
  main.put(id, '---\ntitle: Tide\n---\nThe water comes.\n');
  return {
    main,
    clock,
    store: createOpenPostStore({ bridge: main.bridge, dialect: () => 'galley', clock }),
  };
}
