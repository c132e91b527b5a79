import type { Collection } from "./cases.ts";

/** Which documents of the sample that we measure by go with which template: by repository, its folder's name. */
export const knownCollections: readonly Collection[] = [
  {
    folder: "vmware-tanzu__velero",
    template: "design/_template.md",
    documents: ["design/**/*.md"],
  },
  {
    folder: "prometheus__proposals",
    template: "0000-template.md",
    documents: ["proposals/**/*.md"],
  },
  {
    folder: "nats-io__nats-architecture-and-design",
    template: "adr-template.md",
    documents: ["adr/**/*.md"],
  },
  {
    folder: "bazelbuild__proposals",
    template: "designs/template.md",
    documents: ["designs/[0-9]*.md"],
  },
  {
    folder: "ethereum-optimism__design-docs",
    template: "assets/design-doc-template.md",
    documents: ["ecosystem/**/*.md", "protocol/**/*.md", "!**/fma-*.md"],
  },
  {
    folder: "ethereum-optimism__design-docs",
    template: "assets/fma-template.md",
    documents: ["**/fma-*.md"],
  },
  {
    folder: "grpc__proposal",
    template: "GRFC-TEMPLATE.md",
    documents: ["[A-Z][0-9]*.md"],
  },
  {
    folder: "microsoft__terminal",
    template: "doc/specs/spec-template.md",
    documents: ["doc/specs/**/*.md"],
  },
  {
    folder: "adr__madr",
    template: "template/adr-template.md",
    documents: ["docs/decisions/**/*.md"],
  },
  {
    folder: "longhorn__longhorn",
    template: "enhancements/YYYYMMDD-template.md",
    documents: ["enhancements/**/*.md"],
  },
  {
    folder: "kubernetes-sigs__kueue",
    template: "keps/NNNN-template/README.md",
    documents: ["keps/*/README.md"],
  },
  {
    folder: "pingcap__tiflow",
    template: "docs/design/TEMPLATE.md",
    documents: ["docs/design/[0-9]*.md"],
  },
  {
    folder: "magma__magma",
    template: "docs/docusaurus/versioned_docs/version-1.6.X/proposals/TEMPLATE.md",
    documents: ["docs/readmes/proposals/p*.md"],
  },
  {
    folder: "cosmos__ibc-go",
    template: "docs/architecture/adr.template.md",
    documents: ["docs/architecture/adr-*.md"],
  },
  {
    folder: "polkadot-fellows__RFCs",
    template: "0000-template.md",
    documents: ["text/**/*.md"],
  },
];
