import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Connection } from "vscode-languageserver/node";
// The protocol’s library has to be told that it runs in Node.
import "vscode-languageserver/node";
import type { Host } from "../../server/src/lsp/host.ts";
import { startServer } from "../../server/src/lsp/server.ts";
import { practise } from "../../server/src/lsp/warm-up.ts";
import { practiceTexts } from "../../server/src/lsp/practice-texts.ts";
import { analyze } from "../../server/src/service.ts";
import { rules } from "../../server/src/rules/index.ts";
import { defaults } from "../../server/src/settings/table.ts";
import { builtInTemplate } from "../../server/src/template/built-in.ts";
import { fullClient, plainClient } from "../kit/clients.ts";

/** A host whose outside must not be asked anything. */
function aloneHost(turned: () => void = () => undefined): Host {
  const asked = (): never => assert.fail("practice has asked the outside");
  return {
    files: asked,
    history: asked,
    diagrams: asked,
    nextTurn: async () => {
      turned();
      await new Promise((resolve) => setImmediate(resolve));
    },
    now: () => 0,
    later: asked,
    today: asked,
  };
}

/** Counts the documents that are opened in what it starts. */
function counting(): { readonly start: (connection: Connection, host: Host) => void; opened: () => number } {
  let opened = 0;
  return {
    opened: () => opened,
    start(connection, host) {
      const { onDidOpenTextDocument } = connection;
      const counted: Connection = {
        ...connection,
        onDidOpenTextDocument: (handler) =>
          onDidOpenTextDocument((params) => {
            opened++;
            handler(params);
          }),
      };
      startServer(counted, host);
    },
  };
}

describe("practice before the first document", () => {
  for (const [name, capabilities] of Object.entries({ full: fullClient, plain: plainClient }))
    it(`opens all its documents for a ${name} client, asks nothing of the outside, and prepares last`, async () => {
      const { start, opened } = counting();
      const prepared: number[] = [];
      await practise({
        host: aloneHost(),
        capabilities,
        start,
        prepare: () => Promise.resolve(void prepared.push(opened())),
        isBusy: () => false,
      });
      assert.deepEqual(prepared, [[...practiceTexts()].length]);
    });

  it("never goes on when there is work to do", async () => {
    const { start, opened } = counting();
    let turns = 0;
    const host = aloneHost(() => turns++);
    const done = practise({
      host,
      capabilities: fullClient,
      start,
      prepare: () => assert.fail("it went on"),
      isBusy: () => opened() >= 2,
    });
    const rested = async (): Promise<string> => {
      for (let before = -1; before !== turns;) {
        before = turns;
        for (let left = 50; left > 0; left--) await new Promise((resolve) => setImmediate(resolve));
      }
      return "rested";
    };
    assert.equal(await Promise.race([done, rested()]), "rested");
    assert.equal(opened(), 2);
  });

  it("has documents in which most rules find something", () => {
    const judging = { settings: defaults, facts: { today: "2000-01-01", fileName: "x.md" } };
    const found = new Set(
      [...practiceTexts()].flatMap(({ text }) => {
        const { findings, ignored } = analyze({ text, template: builtInTemplate(), ...judging });
        assert.equal(ignored, false);
        return findings.map(({ rule }) => rule.id);
      }),
    );
    const running = rules.filter(({ subject, needs = [] }) => !subject && needs.length === 0);
    assert.ok(found.size * 2 > running.length, `${found.size} of ${running.length}`);
  });
});
