/** The sentences of the rules about the way from draft to implemented, and of approving. */
export const lifecycleMessages = {} as const;
