import { inEnglish } from "../messages/message.ts";
import { defaults } from "../settings/table.ts";
import { presetNames, presets } from "../template/presets.ts";
import { applyEdits } from "../text/edit.ts";
import { planSetUp, type SetUpPlan } from "../workspace/set-up.ts";
import { canonical, pathWithin } from "../workspace/uris.ts";
import type { InitRequest } from "./args.ts";
import { reasonOf } from "./collect.ts";
import type { Host } from "./host.ts";
import { patchOf, printablePatch } from "./patch.ts";
import { shownPath } from "./paths.ts";
import { printable } from "./report-pretty.ts";

// What cannot be done has the exit code of a wrong command line.
const failed = 2;

/**
 * Sets up the working folder: writes its configuration and a template, or a patch that would. Comes back with the
 * exit code: 0, or 2 where nothing or not everything could be written.
 */
export async function init({ preset, folder, dryRun }: InitRequest, host: Host): Promise<number> {
  const designFolder = folder === undefined ? undefined : folderWithin(folder, host);
  const answer = await planSetUp(
    { folder: host.folder, preset, designFolder, today: host.today, settings: defaults },
    host.files,
  );
  if ("refused" in answer) {
    host.err(`design-docs: ${printable(inEnglish(answer.refused))}\n`);
    return failed;
  }
  const { plan } = answer;
  if (dryRun) {
    const patch = patchFor(plan, host);
    host.out(host.terminal ? printablePatch(patch) : patch);
    tell(plan, host);
    return 0;
  }
  const code = await write(plan, host);
  tell(plan, host);
  if (code === 0) host.out(nextSteps(plan, host));
  return code;
}

/** A folder as it was typed, by its path from the working folder; as it is where it lies elsewhere, which is refused. */
function folderWithin(folder: string, host: Host): string {
  return pathWithin(canonical(host.folder), canonical(host.toUri(folder))) ?? "..";
}

/** Writes the template before the configuration that names it. */
async function write({ create, change }: SetUpPlan, host: Host): Promise<number> {
  let code = 0;
  const attempt = async (uri: string, done: string, work: () => Promise<void>): Promise<void> => {
    const path = printable(shownPath(host.folder, uri));
    try {
      await work();
      host.out(`${done} ${path}\n`);
    } catch (error) {
      host.err(`${path}: the file cannot be written: ${printable(reasonOf(error))}.\n`);
      code = failed;
    }
  };
  for (const { uri, text } of create.toReversed()) {
    if (code === 0) await attempt(uri, "Wrote", () => host.createText(uri, text));
  }
  if (change && code === 0) {
    const { uri, text, edits } = change;
    await attempt(uri, "Changed", () => host.writeText(uri, text, applyEdits(text, edits)));
  }
  if (create.length === 0 && !change) host.out("Nothing was written.\n");
  return code;
}

function patchFor({ create, change }: SetUpPlan, host: Host): string {
  const created = create.map(({ uri, text }) =>
    patchOf(shownPath(host.folder, uri), "", text).replace(/^--- .*\n/, "--- /dev/null\n"),
  );
  const changed = change
    ? [patchOf(shownPath(host.folder, change.uri), change.text, applyEdits(change.text, change.edits))]
    : [];
  return [...changed, ...created].join("");
}

/** What was there already, on standard error, so that a patch stays one. */
function tell({ notes }: SetUpPlan, host: Host): void {
  for (const note of notes) host.err(`${printable(inEnglish(note))}\n`);
}

function nextSteps({ template, designFolder }: SetUpPlan, host: Host): string {
  const path = printable(shownPath(host.folder, template));
  const folder = printable(designFolder === "" ? "." : designFolder);
  return `Edit ${path} until it asks for what your team wants, write documents in ${folder}, and check them with “design-docs check .”.\n`;
}

/** The presets for people, one a paragraph. */
export const presetList = (): string =>
  presetNames
    .map((name) => {
      const { title, summary, folder, fileName } = presets[name];
      return `${name}\n  ${inEnglish(title)}: ${folder}/${fileName}\n  ${inEnglish(summary)}\n`;
    })
    .join("\n");
