import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { english } from "../../server/src/messages/english.ts";
import type { GeneratedFile } from "./files.ts";

/**
 * The sentences that can be translated, of client and server, each as its own key: what a translator copies to
 * `bundle.l10n.<language>.json` and writes over.
 */
export function l10nBundle(): GeneratedFile {
  const sentences = [...new Set([...clientSentences(), ...Object.values(english)])].toSorted();
  const bundle = Object.fromEntries(sentences.map((sentence) => [sentence, sentence]));
  return { path: "l10n/bundle.l10n.json", content: `${JSON.stringify(bundle, undefined, 2)}\n` };
}

function clientSentences(): readonly string[] {
  const files = readdirSync("client/src", { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".ts"),
  );
  return files.flatMap((file) => {
    const source = readFileSync(join("client/src", file), "utf8");
    const calls = source.matchAll(/\b(?:l10n\.t|translate)\(\s*("(?:[^"\\]|\\.)*")/g);
    return [...calls].map(([, literal = '""']) => JSON.parse(literal) as string);
  });
}
