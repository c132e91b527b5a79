/** The sentences of the rules about links, pictures and diagrams. */
export const linkMessages = {} as const;
