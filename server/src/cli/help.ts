/** What `--help` prints. */
export const help = `Checks design documents in Markdown against a template.

Usage:
  design-docs check [options] PATH…
  design-docs init [--preset NAME] [--folder DIR] [--dry-run]
  design-docs template check [options] [TEMPLATE] [PATH…]
  design-docs pr [--title TITLE] [--files FILE…]
  design-docs index [--check] [--format pretty|json] [PATH…]
  design-docs changes [--since REF] [PATH…]
  design-docs explain RULE

check    Files are checked as they are. Folders are searched for the documents that a
         .design-docs.json includes, the nearest one at or above each; where there is none,
         for Markdown files below docs/designs, without templates, README.md and index.md.
init     Sets up the working folder: a .design-docs.json, and a template to edit.
template check
         Tries the text of a template that is on the disk on the documents that it governs,
         and tells what is new and what is gone since the commit of --base (default: HEAD).
         Without TEMPLATE, each one that differs; without PATH, the working folder.
pr       Tells whether a pull request that adds a design document is titled
         “Design: <short title>” after it, or as the template’s instructions say.
index    Writes the list of all design documents of a folder into its README.md, between two
         comments; the rest of the file stays as it is. Without PATH, of all folders below
         the working folder that have some.
changes  Tells what changed in documents, section by section, since the branch left a commit:
         sections, the header, decisions and requirements. Without PATH, the working folder.
explain  Prints the page of a rule: what it finds, why, examples.

Options of check:
  --format pretty|json    The report for people (default) or for programs.
  --severity LEVEL        The lowest level that is shown: error, warning, information
                          (default) or hint. The exit code does not depend on it.
  --config FILE           The configuration for all documents. Without it, the nearest
                          .design-docs.json, or package.json with “design-docs” in it.
  --template FILE         The template for all documents. Without it, the one that the
                          configuration names, or the nearest
                          TEMPLATE.md, template.md, _template.md or 0000-template.md at or
                          above the document inside docs/designs, or beside a file that is
                          named; else the built-in one.
  --stage STAGE           Judges every document as if it were at this stage: draft, review,
                          approved or implemented. Without it, its own status tells.
  --today YYYY-MM-DD      The day that counts as today.
  --base REF              Compares documents with where the branch left this commit, such as
                          origin/main: transitions of the status, and what was changed
                          behind an approval.
  --max-warnings N        Ends with 1 if there are more warnings than N.
  --only RULE             Runs this rule alone; given several times, or with commas between
                          them, these rules.
  --threads N             Checks with N threads; 1 is none beside the first. Without it, as
                          many as the machine has, where there are many documents.
  --cache                 Keeps the findings, and does not check a document again while it
                          would be judged as it was: below node_modules/.cache, else among
                          your caches.
  --cache-location DIR    The same, in this folder.
  --fix                   Fixes in the files what can be fixed safely, and reports the rest.
  --update-baseline       Accepts what is found: writes it into the baseline that the
                          configuration names, and takes out of it what is gone. Accepted
                          findings are not told. Only documents that are checked are touched.
  --dry-run               With --fix: writes nothing, prints a patch of what would be fixed,
                          and ends with 1 if there is any.

Options of init:
  --preset NAME           What the documents are: design-doc (default), short-note, adr,
                          decision-record, rfc or enhancement; list tells more. Without it,
                          a customary folder that is there already decides.
  --folder DIR            Where the documents are kept, if not in the preset’s own folder.
  --dry-run               Writes nothing, prints a patch of what would be written.

Options of pr:
  --title TITLE           The title. Without it, that in the event of --event.
  --files FILE…           The files that it adds. Without them, the documents that are new
                          since the branch left --base, else the base in the event, else
                          the default branch.
  --event FILE            The event that GitHub runs a workflow for; without it, the one
                          that GITHUB_EVENT_PATH names.
  --base, --config and --format as above.

Options of index:
  --check                 Writes nothing, tells which indexes are stale or missing, and ends
                          with 1 if there is one.
  --format pretty|json    As for check.

Options of changes:
  --since REF             The commit or branch. Without it, the default branch.
  --format pretty|json|markdown
                          For people (default), for programs, or for a comment on a pull
                          request.
  --config as above.

Options of template check: --base, --format, --severity, --stage and --today.

Other options:
  --help, -h              Prints this.
  --version, -V           Prints the version.

Exit codes:
  0  no errors
  1  errors, or more warnings than --max-warnings allows; with --fix, of what is left; with
     --dry-run, also something to fix; of template check, new errors; of
     pr, a wrong title; of index --check, an index that is stale or missing
  2  a wrong command line, or a file that cannot be read or written; standard error says
     which
`;
