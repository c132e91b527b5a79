import { builtInTemplateText } from "./built-in-template.ts";
import { presetTextsModule } from "./preset-texts.ts";
import { ruleRegistry } from "./rule-registry.ts";

export interface GeneratedFile {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly content: string;
}

/**
 * Every generated file with the content that it should have. Sources come before what is made from them, and
 * what imports a generated source is itself imported only behind it.
 */
export async function* generatedFiles(): AsyncGenerator<GeneratedFile> {
  yield builtInTemplateText();
  yield presetTextsModule();
  yield ruleRegistry();
  const { rulePages } = await import("./rule-pages.ts");
  yield* rulePages();
  const { snippets } = await import("./snippets.ts");
  yield snippets();
  const { presetsPage } = await import("./presets-page.ts");
  yield presetsPage();
  const { configurationFiles } = await import("./configuration.ts");
  yield* configurationFiles();
  const { settingsInManifest } = await import("./settings.ts");
  yield* settingsInManifest();
  const { settingsPage } = await import("./settings-page.ts");
  yield settingsPage();
  const { readme } = await import("./readme.ts");
  yield readme();
  const { l10nBundle } = await import("./l10n-bundle.ts");
  yield l10nBundle();
}
