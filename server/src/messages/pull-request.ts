/** The sentences about pull requests that bring design documents. */
export const pullRequestMessages = {
  "pull-request.prefix":
    "The pull request is titled “{title}”. Reviewers know one that adds a design document by “{prefix}:” and the document’s title; call it “{wanted}”.",
  "pull-request.name":
    "The pull request is titled “{title}”, which is not what the document is called. Reviewers look for the design by its title; call the pull request “{wanted}”, or give the document its title.",
  "pull-request.many":
    "The pull request is titled “{title}” and adds {count} design documents. Reviewers look for a design by its title; name one of them: {wanted}.",
} as const;
