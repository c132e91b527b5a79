/** A name as a message shows it: its first words, on one line. */
export const namedIn = (text: string): string => {
  const line = text.slice(0, 200).replace(/\s+/g, " ").trim();
  return line.length <= 60 ? line : `${line.slice(0, 60).replace(/\s\S*$/, "")}…`;
};
