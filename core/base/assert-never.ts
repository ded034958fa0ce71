/** Closes a switch over a discriminated union: a new member fails to compile, a forged one throws. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected variant: ${JSON.stringify(value)}`);
}
