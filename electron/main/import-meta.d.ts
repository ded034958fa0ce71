/** What Vite replaces at build time: the files that match, by their path. */
interface ImportMeta {
  readonly glob: <T>(
    pattern: string,
    options: { readonly query: string; readonly import: string; readonly eager: true },
  ) => Readonly<Record<string, T>>;
}
