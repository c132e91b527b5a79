/** A text as a piece of a regular expression (with or without the flag `u`) that matches just that text. */
export const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
