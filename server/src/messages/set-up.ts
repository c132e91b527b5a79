/** The sentences about setting up a workspace: what is there already, what is written, and why not. */
export const setUpMessages = {
  "set-up.template-kept": "“{path}” is there already and is used as it is.",
  "set-up.template-instead":
    "“{path}” is there already and is used as it is, so the preset “{preset}” is not written.",
  "set-up.collection-kept":
    "“{path}” has a collection for “{folder}” already, so it is left as it is. Change the file itself to change that.",
  "set-up.since":
    "There are {count} documents in “{folder}” already. What is older than {date} is told at information at most.",
  "set-up.others":
    "Documents that the settings include elsewhere have a collection of their own, so that they stay design documents.",
  "set-up.above":
    "“{path}” has held for this folder so far. The nearest configuration wins as a whole, so from now on only the new one holds here.",
  "set-up.config-broken":
    "“{path}” cannot be read as a configuration, so nothing is written. Mend it, and try again.",
  "set-up.bad-folder":
    "“{folder}” is no folder inside “{workspace}”, so nothing is written. Name a folder by its path from there.",
  "set-up.unknown-preset": "There is no preset “{name}”. The presets are {names}.",
} as const;
