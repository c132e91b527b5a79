import type { Plugin } from "esbuild";

/**
 * Packages that many sessions never call: reading them takes longer than starting does otherwise. Ours imports them
 * as if they were there, and they are loaded by the first call of one of their functions.
 */
const packages = [
  "jsonc-parser",
  "mdast-util-from-markdown",
  "mdast-util-gfm",
  "micromark-extension-gfm",
  "smol-toml",
  "transliteration",
  "write-file-atomic",
  "yaml",
] as const;

const namespace = "lazy-package";
const filter = new RegExp(`^(?:${packages.join("|")})$`);

/**
 * An esbuild plugin that has {@link packages}, where files of ours import them, loaded at their first call. It
 * works for functions and classes; importing a constant of theirs is an error of the build, since it cannot wait.
 */
export const lazyPackages = (): Plugin => ({
  name: "lazy-packages",
  setup(build) {
    build.onResolve({ filter }, ({ path, importer, kind }) =>
      kind === "import-statement" && !importer.includes("node_modules") ? { path, namespace } : undefined,
    );
    build.onLoad({ filter: /./, namespace }, async ({ path }) => ({
      contents: await stubsOf(path),
      // The package is found from here.
      resolveDir: import.meta.dirname,
    }));
  },
});

async function stubsOf(name: string): Promise<string> {
  const module = (await import(name)) as Readonly<Record<string, unknown>>;
  // Node also gives what a CommonJS module exports as a whole, by a name that no import can have.
  const names = Object.keys(module).filter((exported) => /^\w+$/.test(exported));
  // Of what is no function there is no stub, so that importing it does not build.
  const functions = names.filter((exported) => typeof module[exported] === "function");
  return `let loaded;
const load = (name) => {
  loaded ??= require(${JSON.stringify(name)});
  return loaded[name] ?? loaded;
};
const stub = (name) => {
  function called(...args) {
    const real = load(name);
    return new.target ? Reflect.construct(real, args) : Reflect.apply(real, this, args);
  }
  return Object.defineProperty(called, Symbol.hasInstance, { value: (one) => one instanceof load(name) });
};
${functions.map((exported) => `const as_${exported} = /* @__PURE__ */ stub("${exported}");`).join("\n")}
export { ${functions.map((exported) => `as_${exported} as ${exported}`).join(", ")} };`;
}
