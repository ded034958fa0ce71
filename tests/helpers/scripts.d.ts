/** The part of the set-up scripts that tests use; the scripts are plain JavaScript. */
declare module '*/scripts/lib/launch-options.mjs' {
  export function launchOptions(
    args?: readonly string[],
    env?: NodeJS.ProcessEnv,
  ): {
    readonly executablePath: string;
    readonly args: string[];
    readonly env: Record<string, string>;
    readonly cwd: string;
    readonly chromiumSandbox: boolean;
  };
}
