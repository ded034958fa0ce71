import { Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import type { ReactNode } from 'react';
import type { LibraryView } from '../../core/ipc/types.ts';
import { Button } from '../ui/button.tsx';
import { counted } from '../ui/counted.ts';

/** What could not be read in a library: files, and parts of its galley.yaml. Nothing when all is well. */
export function Unreadable({ view }: { readonly view: LibraryView }): ReactNode {
  const { unreadable, settingsProblems } = view;
  if (unreadable.length + settingsProblems.length === 0) return null;
  return (
    <Disclosure className="unreadable">
      <Heading className="unreadable-title">
        <Button look="quiet" small slot="trigger">
          {summary(unreadable.length, settingsProblems.length)}
        </Button>
      </Heading>
      <DisclosurePanel>
        <ul className="unreadable-list scrolls" data-selectable>
          {settingsProblems.map((problem) => (
            <li key={`${problem.line}:${problem.code}`}>
              galley.yaml, line {problem.line}: {problem.message} {problem.remedy}
            </li>
          ))}
          {unreadable.map((file) => (
            <li key={file.name}>
              {file.name}: {file.reason}
            </li>
          ))}
        </ul>
      </DisclosurePanel>
    </Disclosure>
  );
}

function summary(files: number, problems: number): string {
  const parts = [
    files === 0 ? undefined : `${counted(files, 'file')} could not be read`,
    problems === 0 ? undefined : `galley.yaml has ${counted(problems, 'problem')}`,
  ];
  return parts.filter((part) => part !== undefined).join('; ');
}
