// Every translation has all that is said in English, and nothing that is not said any more. A language is there
// when its files are: `l10n/bundle.l10n.<language>.json` and `package.nls.<language>.json`.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";

type Texts = Readonly<Record<string, string>>;

const root = join(import.meta.dirname, "../..");
const read = (path: string): Texts => JSON.parse(readFileSync(join(root, path), "utf8")) as Texts;
const languages = readdirSync(join(root, "l10n")).flatMap((name) => {
  const [, language] = /^bundle\.l10n\.(.+)\.json$/.exec(name) ?? [];
  return language === undefined ? [] : [language];
});

const commandTitles = Object.entries(read("package.nls.json")).filter(([key]) => key.startsWith("command."));

/** What a translation keeps as it is: places, code, icons, targets of links, and words that a machine reads. */
const kept =
  /\{[\w:]+\}|`[^`]+`|\$\([\w-]+\)|\]\([^)]*\)|designDocs\.\w+|--[\w-]+|\.design-docs\.json|YYYY-MM-DD|https:\/\/|@\w+|"\w+"|<!--|-->|N\/A|SUPERSEDED/g;

/** What a translation must have in common with the English, in alphabetical order. */
const keptIn = (text: string): readonly string[] => [...text.matchAll(kept)].map(([one]) => one).toSorted();

/** The levels that a setting's text names as defaults, in their order. */
const defaultsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:error|warning|information|hint|off) ?(?=[(,.]|at |in )/g)].map(([one]) =>
    one.trim(),
  );

const differences = (english: Texts, translated: Texts, of: (text: string) => unknown): readonly unknown[] =>
  Object.entries(english).flatMap(([key, text]) => {
    const other = translated[key] ?? text;
    const [wanted, found] = [of(text), of(other)];
    return JSON.stringify(wanted) === JSON.stringify(found)
      ? []
      : [{ text, translated: other, wanted, found }];
  });

it("there is a translation", () => assert.ok(languages.includes("de")));

for (const language of languages) {
  const files = [
    ["l10n/bundle.l10n.json", `l10n/bundle.l10n.${language}.json`],
    ["package.nls.json", `package.nls.${language}.json`],
  ] as const;
  for (const [original, translation] of files) {
    describe(translation, () => {
      const english = read(original);
      const translated = read(translation);

      it("has every text", () => {
        const missing = Object.entries(english).filter(([key]) => !translated[key]);
        assert.deepEqual(Object.fromEntries(missing), {});
      });

      it("has no text that is not there in English any more", () => {
        assert.deepEqual(
          Object.keys(translated).filter((key) => english[key] === undefined),
          [],
        );
      });

      it("keeps places, code, icons and links", () => {
        assert.deepEqual(differences(english, translated, keptIn), []);
      });

      it("says what is the default as the English does", () => {
        const settings = Object.entries(english).filter(([key]) => key.startsWith("setting.rules."));
        assert.deepEqual(differences(Object.fromEntries(settings), translated, defaultsIn), []);
      });

      it("calls commands by their titles", () => {
        const titles = read(`package.nls.${language}.json`);
        const wrong = Object.entries(english).flatMap(([key, text]) => {
          const said = (translated[key] ?? "").toLowerCase();
          return commandTitles
            .filter(([, title]) => title.includes(" ") && text.includes(title))
            .flatMap(([command]) => titles[command] ?? [])
            .filter((title) => !said.includes(title.toLowerCase()))
            .map((title) => ({ text, title, translated: translated[key] }));
        });
        assert.deepEqual(wrong, []);
      });
    });
  }
}

describe("German", () => {
  const texts = ["l10n/bundle.l10n.de.json", "package.nls.de.json"].flatMap((path) =>
    Object.values(read(path)),
  );

  it("has quotation marks of its own, in pairs", () => {
    const wrong = texts.filter((text) => {
      const marks = [...text.matchAll(/[„“”]/g)].join("");
      return marks.replaceAll("„“", "") !== "";
    });
    assert.deepEqual(wrong, []);
  });

  it("has no sentence that was left in English", () => {
    const left = /\b(?:the|is|has|not|and|which|says|with|of)\b/;
    // Words of code are English everywhere.
    const wrong = texts.filter((text) => left.test(text.replaceAll(/`[^`]*`|„[^“]*“|\{[^}]*\}/g, "")));
    assert.deepEqual(wrong, []);
  });
});
