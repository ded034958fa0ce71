import type { Topic } from './arguments.ts';

const general = `Galley turns Markdown posts into pages.

  galley export POST.md [-o page.html]   write a post as one HTML file
  galley check POST.md | FOLDER          list what is wrong with a post, or with all of a folder
  galley --version                       say which Galley this is
  galley help export | check             say more

Exit codes: 0 all is well, 1 something is wrong or could not be done, 2 the command was not understood.
`;

const onExport = `galley export POST.md [-o page.html] [--library FOLDER] [--strict]

Writes the post as one HTML file that holds its style and its images and asks nothing of the network.
Authors, categories and related posts come from the galley.yaml of the library that the post lies in.

  -o, --output FILE      where to write; "-" writes to standard output.
                         Without it, the page is written beside the post: a-post.md becomes a-post.html.
                         A page that is there already is replaced; a Markdown post never is.
  -l, --library FOLDER   the library's folder, when it has no galley.yaml
      --strict           write nothing if an image would be left out, or the front matter or galley.yaml has a problem
`;

const onCheck = `galley check POST.md | FOLDER [--library FOLDER]

Prints one line for each thing that is wrong, as path:line: sentence. Nothing is changed.
It looks for front matter that cannot be read, images that are missing or cannot be used, and, where galley.yaml
lists authors and categories, for posts that name others.

  -l, --library FOLDER   the library's folder, when it has no galley.yaml
`;

/** The text of `--help`, for one command or for all; ends with a line feed. */
export function helpText(topic: Topic | undefined): string {
  if (topic === 'export') return onExport;
  if (topic === 'check') return onCheck;
  return general;
}
