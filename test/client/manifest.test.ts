import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { rulesOf } from "../../client/src/rule-list.ts";

interface Entry {
  readonly command: string;
  readonly group?: string;
}
interface Manifest {
  readonly icon: string;
  readonly contributes: {
    readonly commands: readonly Entry[];
    readonly menus: Readonly<Record<string, readonly Entry[]>>;
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly svg?: string; readonly image?: string };
      }[];
    }[];
    readonly snippets: readonly { readonly path: string }[];
  };
}

const text = readFileSync("package.json", "utf8");
const manifest = JSON.parse(text) as Manifest;
const strings = JSON.parse(readFileSync("package.nls.json", "utf8")) as Readonly<Record<string, string>>;
const commands = manifest.contributes.commands.map(({ command }) => command);

describe("manifest", () => {
  it("names the commands that the client registers, and no others", () => {
    const sources = readdirSync("client/src", { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(`client/src/${name}`, "utf8"))
      .filter((source) => source.includes("registerGuarded(commands"));
    const registered = sources
      .flatMap((source) => [...source.matchAll(/^ {4}(\w+): (?:async )?\(/gm)])
      .map(([, name]) => `designDocs.${name}`);
    assert.deepEqual(commands.toSorted(), registered.toSorted());
  });

  it("puts only its own commands into menus", () => {
    const inMenus = Object.values(manifest.contributes.menus).flatMap((entries) =>
      entries.map(({ command }) => command),
    );
    assert.deepEqual(
      inMenus.filter((command) => !commands.includes(command)),
      [],
    );
  });

  it("has a text for each of its keys, and no text without use", () => {
    const used = [...text.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key);
    assert.deepEqual(new Set(used), new Set(Object.keys(strings)));
  });

  it("has a picture for each step of its walkthrough, which is packed, and a command for each of its buttons", () => {
    const packed = new Set(readFileSync(".vscodeignore", "utf8").split("\n"));
    const known = new Set([
      ...commands,
      ...Object.values(manifest.contributes.views).flatMap((all) => all.map(({ id }) => `${id}.focus`)),
    ]);
    const steps = manifest.contributes.walkthroughs.flatMap((one) => one.steps);
    assert.ok(steps.length > 3);
    for (const { media, description } of steps) {
      const picture = media.svg ?? media.image ?? "";
      assert.ok(existsSync(picture), picture);
      assert.ok(packed.has(`!${picture}`) || packed.has("!images/walkthrough/*.svg"), picture);
      const said = strings[description.slice(1, -1)] ?? "";
      const named = Array.from(said.matchAll(/\(command:([\w.]+)\)/g), ([, command = ""]) => command);
      assert.ok(named.length > 0, description);
      for (const command of named) assert.ok(known.has(command), command);
    }
  });

  it("has an icon of 128 by 128 pixels", () => {
    const png = readFileSync(manifest.icon);
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128]);
  });

  it("names snippets that are there", () => {
    for (const { path } of manifest.contributes.snippets) JSON.parse(readFileSync(path, "utf8"));
  });

  it("names rules that have a page each", () => {
    const rules = rulesOf(manifest);
    assert.notDeepEqual(rules, []);
    for (const { id } of rules) assert.ok(existsSync(`docs/rules/${id}.md`), id);
  });
});
