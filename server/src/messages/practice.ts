/** The sentences of the rules about what a design has to think of. */
export const practiceMessages = {} as const;
