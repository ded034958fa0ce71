import { expect, it } from 'vitest';

import { createSteps, megabytes } from '../../scripts/lib/steps.mjs';

function recorder(isTTY: boolean) {
  let text = '';
  let now = 0;
  const steps = createSteps({ write: (part: string) => (text += part), isTTY }, () => now);
  return { steps, text: () => text, wait: (ms: number) => (now += ms) };
}

it('writes one line a step, warnings marked', () => {
  const { steps, text } = recorder(false);
  steps.step('Building the app');
  steps.warn('Running as root');
  expect(text()).toBe('- Building the app\n! Running as root\n');
});

it('without a terminal, a long download adds a line every ten seconds and a short one none', () => {
  const { steps, text, wait } = recorder(false);
  for (let second = 0; second < 4; second++) {
    steps.progress(`${second} MB`);
    wait(1000);
  }
  expect(text()).toBe('');
  for (let second = 4; second < 26; second++) {
    steps.progress(`${second} MB`);
    wait(1000);
  }
  expect(text()).toBe('  5 MB\n  15 MB\n  25 MB\n');
});

it('in a terminal, progress is one changing line that the next step replaces', () => {
  const { steps, text, wait } = recorder(true);
  steps.progress('1 MB');
  wait(100);
  steps.progress('2 MB');
  wait(200);
  steps.progress('3 MB');
  steps.step('Unpacking');
  expect(text()).toBe('\r\u001b[K  1 MB\r\u001b[K  3 MB\r\u001b[K- Unpacking\n');
});

it('counts in decimal megabytes', () => {
  expect(megabytes(196_264_810)).toBe('196 MB');
});
