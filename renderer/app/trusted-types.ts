interface PolicyRules {
  readonly createHTML: (text: string) => string;
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: PolicyRules) => unknown;
}

/**
 * The policy for places that assign HTML without a policy of their own: only the empty string passes, which
 * is how React Aria clears its announcements. Anything else throws.
 */
export function installDefaultPolicy(): void {
  const { trustedTypes } = window as unknown as { readonly trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', {
    createHTML: (text) => {
      if (text !== '') throw new TypeError('The window builds its elements; it does not assign HTML.');
      return text;
    },
  });
}
