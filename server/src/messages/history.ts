/** The sentences of the rules that look at other documents and at Git. */
export const historyMessages = {} as const;
