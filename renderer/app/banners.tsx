import { useState } from 'react';
import type { ReactNode } from 'react';
import { isUnreadable } from '../details/head-text.ts';
import { panelShown } from '../store/layout.ts';
import type { SaveState } from '../store/open-post-types.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { useStore } from '../ui/use-store.ts';
import type { RunCommand } from './commands.ts';
import type { Workbench } from './compose.ts';
import { conflictWords, isFileGone } from './save-words.ts';

interface BannersProps {
  readonly bench: Workbench;
  readonly run: RunCommand;
}

/** What the writer must know of the open post, as long as it is so. */
export function Banners({ bench, run }: BannersProps): ReactNode {
  const save = useStore(bench.openPost, (state) => state.save);
  return (
    <div className="banners">
      <SaveBanner save={save} bench={bench} run={run} />
      <RecoveredBanner bench={bench} />
      <HeadBanner bench={bench} />
    </div>
  );
}

function SaveBanner({ save, bench, run }: BannersProps & { readonly save: SaveState }): ReactNode {
  const retry = <Button small onPress={() => run('post.save')}>Try again</Button>; // prettier-ignore
  const copy = <Button small onPress={() => run('post.save-as')}>Save a copy as…</Button>; // prettier-ignore
  switch (save.kind) {
    case 'conflict':
      return (
        <Banner tone="warning" {...conflictWords(save)}>
          <Button small onPress={() => bench.dialogs.show('conflict')}>
            {isFileGone(save) ? 'Decide…' : 'Compare…'}
          </Button>
        </Banner>
      );
    case 'failed':
      return (
        <Banner tone="warning" message={save.failure.message} remedy={failedRemedy(save)}>
          {retry}
          {copy}
        </Banner>
      );
    case 'memory-only':
      return (
        <Banner
          tone="alarm"
          message="Your last words are only in memory: neither the file nor the journal could be written."
          remedy={save.failure.remedy ?? save.failure.message}
        >
          {copy}
          {retry}
        </Banner>
      );
    case 'read-only':
      return (
        <Banner tone="info" message={save.reason.message} remedy={save.reason.remedy}>
          {copy}
        </Banner>
      );
    case 'saved':
    case 'dirty':
    case 'saving':
      return null;
  }
}

function failedRemedy(save: Extract<SaveState, { kind: 'failed' }>): string {
  const safe = save.journaled ? 'Your words are safe in Galley’s journal.' : '';
  return [safe, save.failure.remedy].filter(Boolean).join(' ');
}

function RecoveredBanner({ bench }: { readonly bench: Workbench }): ReactNode {
  const recovered = useStore(bench.openPost, (state) => state.recovered);
  const visit = useStore(bench.openPost, (state) => state.visit);
  const [closed, setClosed] = useState<number | undefined>();
  if (recovered === undefined || recovered.conflict || closed === visit) return null;
  const time = new Date(recovered.at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  return (
    <Banner
      tone="info"
      message={`Text from ${time} was recovered.`}
      remedy="It had not reached the file; now it has its place in the post again."
    >
      <Button small onPress={() => setClosed(visit)}>
        Good
      </Button>
    </Banner>
  );
}

/** Front matter that cannot be read, said here while the details are put away. */
function HeadBanner({ bench }: { readonly bench: Workbench }): ReactNode {
  const post = useStore(bench.openPost, (state) => state.post);
  const layout = useStore(bench.layout, (state) => state);
  const wanted = useStore(bench.settings, (state) => state.showDetails);
  const [problem] = post?.problems ?? [];
  if (post === undefined || problem === undefined) return null;
  if (panelShown('details', layout, wanted) || !isUnreadable(post)) return null;
  return (
    <Banner
      tone="warning"
      message={`The front matter cannot be read: line ${problem.line}.`}
      remedy={problem.message}
    >
      <Button small onPress={() => bench.layout.show('details')}>
        Show it
      </Button>
    </Banner>
  );
}
