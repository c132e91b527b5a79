import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "node:test";

interface Item {
  readonly command: string;
  readonly group?: string;
  readonly when?: string;
}
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly Item[]>>;
  };
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const strings = JSON.parse(readFileSync("package.nls.json", "utf8")) as Readonly<Record<string, string>>;
const itemsOf = (menu: string): readonly Item[] => contributes.menus[menu] ?? [];

const sources = new Map(
  readdirSync("client/src", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => [name, readFileSync(`client/src/${name}`, "utf8")]),
);

/** What follows a place in a source, up to the line that closes what begins there. */
const blockAt = (source: string, at: number): string => {
  const lines = source.slice(at).split("\n");
  const indent = (line: string): number => line.length - line.trimStart().length;
  const own = source.slice(source.lastIndexOf("\n", at) + 1, at);
  const end = lines.findIndex((line, index) => index > 0 && line !== "" && indent(line) <= indent(own));
  return lines.slice(0, end + 1).join("\n");
};

describe("without a mouse", () => {
  const hidden = new Set(
    itemsOf("commandPalette").flatMap(({ command, when }) => (when === "false" ? [command] : [])),
  );
  const inContext = new Set(
    itemsOf("view/item/context").flatMap(({ command, group = "" }) =>
      group.startsWith("inline") ? [] : [command],
    ),
  );
  // What a line of a view does when Enter is pressed on it.
  const onEnter = new Set(
    [...sources.values()].flatMap((source) =>
      [...source.matchAll(/item\.command = \{\s+command: "([\w.]+)"/g)].map(([, command = ""]) => command),
    ),
  );

  it("every command is reached by the palette, by the menu of a line, or by Enter on it", () => {
    const unreached = [...hidden].filter((command) => !inContext.has(command) && !onEnter.has(command));
    assert.ok(hidden.size > 0 && onEnter.size > 0);
    assert.deepEqual(unreached, []);
  });

  it("what is a button in a line or a title is a command with a name as well", () => {
    const buttons = [...itemsOf("view/item/context"), ...itemsOf("view/title")].filter(({ group = "" }) =>
      /^(?:inline|navigation)/.test(group),
    );
    assert.ok(buttons.length > 0);
    for (const { command } of buttons) {
      assert.ok(!hidden.has(command) || inContext.has(command), command);
      const title = contributes.commands.find((one) => one.command === command)?.title ?? "";
      assert.notEqual(strings[title.slice(1, -1)] ?? "", "", command);
    }
  });
});

describe("for those who hear the window", () => {
  const asking = [...sources].flatMap(([name, source]) =>
    [...source.matchAll(/vscode\.window\.show(?:QuickPick|InputBox)/g)].map(
      ({ index }) =>
        [`${name}:${source.slice(0, index).split("\n").length}`, blockAt(source, index)] as const,
    ),
  );
  it("every list has a title and says what is to be chosen, and every box what is to be typed", () => {
    assert.ok(asking.length > 5);
    for (const [place, block] of asking) {
      assert.match(block, /\btitle(?::|,)/, place);
      assert.match(block, block.includes("showInputBox") ? /\bprompt:/ : /\bplaceHolder:/, place);
    }
  });

  it("lists and boxes that are made by hand have the same", () => {
    const made = [...sources].flatMap(([name, source]) =>
      [...source.matchAll(/const (\w+) = vscode\.window\.create(QuickPick|InputBox)/g)].map(
        ([, variable = "", kind = ""]) => ({ name, source, variable, kind }),
      ),
    );
    assert.ok(made.length > 3);
    for (const { name, source, variable, kind } of made)
      for (const wanted of ["title", kind === "InputBox" ? "prompt" : "placeholder"])
        assert.ok(source.includes(`${variable}.${wanted} =`), `${name}: ${variable} has no ${wanted}`);
  });

  it("every item with an icon says in words what the icon says", () => {
    const withIcons = [...sources].filter(([, source]) =>
      /new vscode\.TreeItem\(|createLanguageStatusItem\(/.test(source),
    );
    assert.ok(withIcons.length > 2);
    for (const [name, source] of withIcons) assert.match(source, /accessibilityInformation/, name);
  });
});
