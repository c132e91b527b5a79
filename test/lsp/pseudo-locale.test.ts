// In a language without words, in which each sentence is only the places that it has, no English may be left in
// what people are shown. Translations are one for the process, so this file has a process of its own.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  CodeActionRequest,
  CompletionRequest,
  DocumentSymbolRequest,
  HoverRequest,
  type CodeAction,
  type CompletionList,
  type DocumentSymbol,
  type MarkupContent,
} from "vscode-languageserver";
import { english } from "../../server/src/messages/english.ts";
import * as protocol from "../../server/src/protocol/protocol.ts";
import { startTestClient, type ServerOptions, type TestClient } from "../kit/protocol.ts";
import { templateUri, uri } from "./sample.ts";

/** `⟪{a} {b}⟫` for a sentence with those two places. */
const wordless = (sentence: string): string =>
  `⟪${[...sentence.matchAll(/\{\w+\}/g)].map(([place]) => place).join(" ")}⟫`;

const l10n = Object.fromEntries(Object.values(english).map((sentence) => [sentence, wordless(sentence)]));

/** A template in words that no sentence of ours has. */
const template = [
  "# Zadok",
  "Status: DRAFT\nAuthor: Zname <zname@example.com>\nDate: YYYY-MM-DD\nReviewers: @zteam",
  "## Goals\n\nZguide zhow.",
  "## Requirements\n\nZwhat zmust.",
  "## Alternatives Considered\n\nZother zways.",
  "## Zrisks (optional)\n\nZwrong.",
  "## Timeline & Milestones\n\nZwhen.",
  "## Decision Log\n\nZdecided.",
].join("\n\n");

const document = [
  "# Zsync",
  "Status: ZNONE\nAuthor: zada\nDate: 2026-13-40\nReviewers: zgrace\nReviewers: zbob\nZkey: zvalue",
  "## Gaols\n\nTBD",
  "## Requirements\n\nZwhat zmust.",
  "## Requirements\n\nZit ![](zmissing.png) and [zlink](./znone.md#zanchor), [zref][zundefined], ![zpic](znot.png).",
  "## Timeline & Milestones\n\n- Zfirst zmilestone",
  "## Alternatives Considered\n\n### Zqueue\n\nZslow.\n\n### Zfile\n\nZlate.",
  "## Zrisks\n\nTODO",
  "## Decision Log\n\n- zdecided",
  "<!-- design-docs-disable-next-line zrule -->\nZend.\n\n<!-- zopen",
].join("\n\n");

const files = { [templateUri]: template };

/** Words that stay: of the texts, of files, ids of rules and commands, and values that settings have. */
const literal =
  /^(?:z\w*|implementation|design|docs|designs|md|json|notes|file|w|example|com|png|template|preset|include|collections|rules|required|optional|draft|review|approved|implemented|closed|in|rejected|withdrawn|superseded|deferred|goals|gaols|requirements|alternatives|considered|timeline|milestones|decision|log|status|author|date|reviewers|tbd|todo|name|email|and|yyyy|mm|dd|short|title|api|adr|number)$/i;

const textOf = (text: string | MarkupContent): string => (typeof text === "string" ? text : text.value);

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}{2,}/gu) ?? [];

/** The strings in which English is left. `ids` are names that sentences have in quotes, such as those of rules. */
const left = (shown: readonly string[], ids: readonly string[] = []): readonly string[] =>
  shown.filter((text) => {
    const without = ids.reduce((rest, id) => rest.replaceAll(id, ""), text);
    return wordsOf(without).some((word) => !literal.test(word));
  });

const start = (options: ServerOptions = {}): Promise<TestClient> =>
  startTestClient({ files, options: { servesFiles: true, l10n }, ...options });

/** Every finding, and every action that is offered on it. */
async function findingsAndActions(
  client: TestClient,
  target: string,
): Promise<readonly [string[], string[], string[]]> {
  const diagnostics = await client.diagnostics(target);
  const titles: string[] = [];
  for (const diagnostic of diagnostics) {
    for (const only of [undefined, ["quickfix"], ["source"], ["refactor"]]) {
      const actions = await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri: target },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic], ...(only ? { only } : {}) },
      });
      titles.push(...((actions ?? []) as CodeAction[]).map(({ title }) => title));
    }
  }
  const rules = diagnostics.map(({ code }) => String(code));
  return [diagnostics.map(({ message }) => textOf(message)), titles, rules];
}

const wrapped = (texts: readonly string[]): readonly string[] =>
  texts.filter((text) => !/^⟪[^]*⟫$/.test(text));

describe("in a language without words", () => {
  it("findings and actions have none", async () => {
    const client = await start();
    await client.open(uri, document);
    const [messages, titles, rules] = await findingsAndActions(client, uri);
    assert.ok(rules.length > 10 && titles.length > 10);
    assert.deepEqual([...wrapped(messages), ...wrapped(titles)], []);
    assert.deepEqual(left([...messages, ...titles], rules), []);
  });

  it("nor do those of an approved document, of a template and of a configuration", async () => {
    const config =
      '{ "collections": [{ "include": "notes", "zkey": 1, "template": 3, "fields": { "Zkey": { "values": 1 } } },], "rules": { "zrule": "zlevel" } }';
    const places: readonly (readonly [string, string])[] = [
      [uri, document.replace("ZNONE", "APPROVED").replace("2026-13-40", "2026-01-05")],
      [
        templateUri,
        `${template}\n\n## Goals\n\n<!-- design-docs: zword -->\n\n## Zname [zname] (zoptional)\n`,
      ],
      ["file:///w/.design-docs.json", config],
    ];
    for (const [target, text] of places) {
      const client = await start();
      await client.open(target, text);
      const [messages, titles, rules] = await findingsAndActions(client, target);
      assert.ok(messages.length > 0, target);
      assert.deepEqual([...wrapped(messages), ...wrapped(titles)], []);
      assert.deepEqual(left([...messages, ...titles], rules), []);
    }
  });

  it("completions and hovers have only those of the template", async () => {
    const client = await start();
    const details: string[] = [];
    const places = ["Status: ▮", "Status: DRAFT\nDate: ▮", "Status: DRAFT\nRev▮", "Status: DRAFT\n\n## ▮"];
    for (const place of places) {
      await client.open(uri, `# Zsync\n\n${place}\n`);
      const list = await client.connection.sendRequest(CompletionRequest.type, client.caret(uri));
      const { items } = list as CompletionList;
      details.push(...items.flatMap(({ labelDetails }) => labelDetails?.description ?? []));
      details.push(...items.flatMap(({ documentation = "" }) => textOf(documentation)));
      await client.close(uri);
    }
    assert.ok(details.some((detail) => detail.startsWith("⟪")));
    const hovers: string[] = [];
    await client.open(uri, document);
    for (let line = 0; line < document.split("\n").length; line++) {
      const hover = await client.connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: { line, character: 3 },
      });
      if (hover) hovers.push(textOf(hover.contents as MarkupContent));
    }
    assert.ok(hovers.length > 4);
    assert.deepEqual(wrapped(hovers.map((hover) => hover.split("\n\n", 1)[0] ?? "")), []);
    assert.deepEqual(left([...details, ...hovers]), []);
  });

  it("symbols have none in their details", async () => {
    const client = await start();
    await client.open(uri, document);
    const symbols = await client.connection.sendRequest(DocumentSymbolRequest.type, {
      textDocument: { uri },
    });
    const details = (all: readonly DocumentSymbol[]): readonly string[] =>
      all.flatMap(({ detail = "", children = [] }) => [detail, ...details(children)]);
    const shown = details((symbols ?? []) as DocumentSymbol[]);
    assert.ok(shown.some((detail) => detail.startsWith("⟪")));
    assert.deepEqual(left(shown), []);
  });

  it("what is told beside LSP has none", async () => {
    const client = await start({ folders: ["file:///w"] });
    await client.open(uri, document);
    const ask = <R>(method: string, params: object): Promise<R> =>
      client.connection.sendRequest<R>(method, params);
    const folder = "file:///w";
    const status = await ask<protocol.StatusResult>(protocol.Status, { uri });
    const presets = await ask<protocol.PresetsResult>(protocol.Presets, { folder });
    const { kinds } = await ask<protocol.DocumentKindsResult>(protocol.DocumentKinds, {
      folder,
      chosen: false,
    });
    const { choices } = await ask<protocol.TemplateChoicesResult>(protocol.TemplateChoices, { uri });
    const shown = [
      status?.template.reason ?? "",
      status?.template.why ?? "",
      ...presets.flatMap(({ title, summary }) => [title, summary]),
      ...kinds.filter(({ source }) => source === "preset").flatMap(({ title, detail }) => [title, detail]),
      ...choices.flatMap(({ title, detail }) => [title, detail]),
    ];
    assert.ok(shown.length > 20);
    assert.deepEqual(left(shown), []);
  });

  it("what goes wrong is told without any", async () => {
    const client = await start({
      today: () => {
        throw new Error("no clock");
      },
    });
    const refused = client.connection.sendRequest(protocol.NewDocument, { uri, title: "Zsync" });
    await assert.rejects(refused, { message: "⟪⟫" });
  });
});
