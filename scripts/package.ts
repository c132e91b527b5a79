// `npm run package`: the VSIX of what is built in dist/, in the folder of the checkout.
import { statSync } from "node:fs";
import { join } from "node:path";
import { packVsix, root } from "./vscode/pack.ts";

const file = join(root, "design-docs.vsix");
packVsix(file);
console.log(`Packed ${file} (${Math.round(statSync(file).size / 1000)} kB)`);
