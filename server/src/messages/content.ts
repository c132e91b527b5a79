/** The sentences of the rules about what sections hold. */
export const contentMessages = {} as const;
