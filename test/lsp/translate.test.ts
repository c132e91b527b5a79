// Translations are one for the process, so this file has a process of its own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { it } from "node:test";
import { english } from "../../server/src/messages/english.ts";
import { startTestClient } from "../kit/protocol.ts";
import { incomplete, template, templateUri, uri } from "./sample.ts";

it("messages are in the client's language, with their arguments", async () => {
  const l10n = { [english["missing-section.one"]]: "Abschnitt „{title}“ fehlt." };
  const client = await startTestClient({
    files: { [templateUri]: template },
    options: { servesFiles: true, l10n },
  });
  await client.open(uri, `${incomplete}\n## Other\n\nTBD\n`);
  const [first] = await client.diagnostics(uri);
  assert.equal(first?.message, "Abschnitt „Risks“ fehlt.");
  const status = await client.statuses.next();
  assert.match(status.status?.template.reason ?? "", /is the nearest template/);
});

it("German is what the bundle has", async () => {
  const bundle = join(import.meta.dirname, "../../l10n/bundle.l10n.de.json");
  const l10n = JSON.parse(readFileSync(bundle, "utf8")) as Readonly<Record<string, string>>;
  const client = await startTestClient({
    files: { [templateUri]: template },
    options: { servesFiles: true, l10n },
  });
  await client.open(uri, incomplete);
  assert.deepEqual(
    (await client.diagnostics(uri)).map(({ message }) => message),
    [
      "Abschnitt „Risks“ fehlt. Die Vorlage verlangt ihn hier; fügen Sie ihn ein, oder schreiben Sie „N/A“ mit einer Begründung.",
    ],
  );
});
