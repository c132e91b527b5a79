import { describe, it } from "node:test";
import rule from "../../server/src/rules/image-without-alt.ts";
import { checkRule } from "../kit/check.ts";

const template = "# Design\n\n## Goals\n\n![](how-we-draw.png)\n";

const cases: Readonly<Record<string, string>> = {
  "blanks are no words": "⟦![ ](a.png)⟧ ⟦![\n](a.png)⟧\n",
  "by reference": "⟦![][a]⟧ ![][b]\n\n[a]: a.png\n",
  "of web sites, in links, lists and tables":
    "[⟦![](https://example.org/a.png)⟧](x)\n\n- ⟦![](a.png)⟧\n\n| a |\n|---|\n| ⟦![](a.png)⟧ |\n",
  "words that say nothing, in any case":
    "⟦![Alt text](a.png)⟧ ⟦![IMAGE](a.png)⟧ ⟦<img src=a.png alt=image>⟧\n",
  "words that say something": "![Image of a phone](a.png) ![図](a.png) ![1](a.png)\n",
  "a tag that decorates": '<img alt="" src="a.png"> <img src="a.png" alt> <img alt=\'\' src="a.png">\n',
  "not in code and comments": "`![](a.png)`\n\n```\n![](a.png)\n```\n\n<!-- ![](a.png) <img src=a.png> -->\n",
};

describe("image-without-alt", () => {
  for (const [name, text] of Object.entries(cases)) it(name, () => checkRule(rule, { template, text }));
});
