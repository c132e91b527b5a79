// What an editor is told of a document that was edited is what it is told of one that is opened with that text, and
// what the command line tells of it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rules } from "../../server/src/rules/index.ts";
import { presetText } from "../../server/src/template/presets.ts";
import { run } from "../cli/memory-host.ts";
import { goodDocument } from "../kit/good-document.ts";
import { oddDocument } from "../kit/odd-documents.ts";
import { startTestClient, type TestClient } from "../kit/protocol.ts";
import { designDocument } from "../kit/random-document.ts";
import { editedTexts } from "../kit/random-edits.ts";
import { randomFrom, type Random } from "../kit/random.ts";

const runs = Number(process.env["DESIGN_DOCS_RUNS"] ?? 100);
const first = Number(process.env["DESIGN_DOCS_SEED"] ?? 1);
const documents = Math.ceil((25 * runs) / 100);

const folder = "/repo/docs/designs";
const name = "2026-03-01-sync-engine-design.md";
const today = "2026-03-02";

// Facts come later in an editor. What hangs on them is left out; so is what looks at all that was told.
const compared = new Set(
  rules.flatMap(({ id, needs = [], last }) => (needs.every((fact) => fact === "clock") && !last ? [id] : [])),
);

const severities = ["error", "warning", "information", "hint"];

const started = (): Promise<TestClient> =>
  startTestClient({ folders: ["file:///repo"], today: () => today, files: { "file:///repo/.git/HEAD": "" } });

/** Places, rule, severity and message of what an editor is told, sorted. */
async function inEditor(client: TestClient, uri: string): Promise<readonly string[]> {
  const found = await client.diagnostics(uri);
  return found
    .filter(({ code }) => compared.has(String(code)))
    .map(({ range: { start, end }, code, severity = 1, message }) =>
      lineOf(
        start.line,
        start.character,
        end.line,
        end.character,
        String(code),
        severities[severity - 1],
        message,
      ),
    )
    .toSorted();
}

/** The same behind a pause, in which nobody has typed: the server has read what was typed when it answers. */
async function rested(client: TestClient, uri: string): Promise<readonly string[]> {
  await client.diagnostics(uri);
  client.pass(10_000);
  return inEditor(client, uri);
}

const lineOf = (...parts: readonly unknown[]): string => parts.map(String).join(" ");

/** The same of what the command line tells. */
async function onCommandLine(text: string): Promise<readonly string[]> {
  const files = { [`${folder}/${name}`]: text, "/repo/.git/HEAD": "" };
  const { out } = await run(["check", "--severity", "hint", "--format", "json", "/repo"], { files });
  const { findings } = JSON.parse(out) as {
    readonly findings: readonly Readonly<Record<string, string | number>>[];
  };
  return findings
    .filter(({ rule = "" }) => compared.has(String(rule)))
    .map(({ line, column, endLine, endColumn, rule, severity, message }) =>
      lineOf(
        Number(line) - 1,
        Number(column) - 1,
        Number(endLine) - 1,
        Number(endColumn) - 1,
        rule,
        severity,
        message,
      ),
    )
    .toSorted();
}

/** A document to begin with. A byte order mark is no part of a text in an editor. */
const begun = (random: Random): string =>
  random
    .of([
      goodDocument,
      () => presetText("design-doc"),
      () => oddDocument(random),
      () => designDocument(random),
    ])()
    .replaceAll("\uFEFF", "");

/** The one change that makes a text of another: what is not in both at the start and at the end. */
function changeOf(
  before: string,
  after: string,
): { readonly start: number; readonly end: number; readonly text: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end))
    end++;
  return { start, end: before.length - end, text: after.slice(start, after.length - end) };
}

describe("an edited document is told what its text alone is told", () => {
  it(`for ${documents} documents from seed ${first} on, in 12 edits each`, async () => {
    const [client, other] = await Promise.all([started(), started()]);
    const uri = `file://${folder}/${name}`;
    const fresh = async (text: string): Promise<readonly string[]> => {
      await other.open(uri, text);
      const found = await inEditor(other, uri);
      await other.close(uri);
      return found;
    };
    let told = 0;
    for (let seed = first; seed < first + documents; seed++) {
      const random = randomFrom(seed);
      let text = (await client.open(uri, begun(random))).getText();
      await client.diagnostics(uri);
      for (const next of editedTexts(random, text, 12)) {
        const { start, end, text: added } = changeOf(text, next.replaceAll("\uFEFF", ""));
        // An editor has no place within a line ending, so it may make another text of it than we had in mind.
        text = (await client.change(uri, added, { start, end })).getText();
        if (!random.once(3)) continue;
        assert.deepEqual(
          await rested(client, uri),
          await fresh(text),
          `seed ${seed}: ${JSON.stringify(text)}`,
        );
      }
      const last = await rested(client, uri);
      told += last.length;
      const of = `seed ${seed}: ${JSON.stringify(text)}`;
      assert.deepEqual(last, await fresh(text), of);
      assert.deepEqual(last, await onCommandLine(text), `the command line, ${of}`);
      await client.close(uri);
    }
    assert.ok(told > documents, "there is something to tell");
  });
});
