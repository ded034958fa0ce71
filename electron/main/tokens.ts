import { randomBytes } from 'node:crypto';
import type { Token } from '../../core/ipc/types.ts';

/** What a token may be used for; one given for a page never opens as a library. */
type TokenKind = 'library' | 'page';

/** Handles for absolute paths, so that the window neither sees nor sends one. */
export interface Tokens {
  /** The same token for the same path and kind as long as the app runs. Random, never derived from the path. */
  readonly give: (kind: TokenKind, path: string) => Token;
  /** The path that this token was given for; undefined for a forged token or another kind. */
  readonly resolve: (kind: TokenKind, token: Token) => string | undefined;
}

/** An empty table of tokens. */
export function createTokens(): Tokens {
  const paths = new Map<Token, { readonly kind: TokenKind; readonly path: string }>();
  const given = new Map<string, Token>();
  return {
    give: (kind, path) => {
      const key = `${kind}:${path}`;
      const known = given.get(key);
      if (known !== undefined) return known;
      const token = randomBytes(16).toString('base64url');
      given.set(key, token);
      paths.set(token, { kind, path });
      return token;
    },
    resolve: (kind, token) => {
      const entry = paths.get(token);
      return entry?.kind === kind ? entry.path : undefined;
    },
  };
}
