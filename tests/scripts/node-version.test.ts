import { describe, expect, it } from 'vitest';

import { nodeVersionProblem } from '../../scripts/lib/node-version.mjs';
import { makeMiniProject } from './mini-project.ts';

describe('the Node version', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0', '100.0.0'])('takes %s', (version) => {
    expect(nodeVersionProblem(version)).toBeUndefined();
  });

  it.each(['8.17.0', '14.21.3', '18.20.8', '20.18.3'])('refuses %s and says what to do', (version) => {
    const problem = nodeVersionProblem(version);
    expect(problem).toContain(`this is Node ${version}`);
    expect(problem).toContain('https://nodejs.org');
  });

  it.each(['start', 'test', 'check', 'build', 'galley'])(
    'stops `%s` before it does anything',
    async (command) => {
      const project = makeMiniProject();
      const { code, stdout, stderr } = await project.run(command, {
        env: { GALLEY_TEST_NODE_VERSION: '18.20.8' },
      });
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toContain('Galley needs Node 20.19 or newer; this is Node 18.20.8.');
      expect(stderr).not.toContain('    at ');
      expect(project.calls()).toEqual([]);
    },
  );
});
