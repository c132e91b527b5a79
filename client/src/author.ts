/**
 * The author as the header of a design document has it, `Name <email>`, from what Git knows. A name alone
 * will do; undefined without one, since an address alone says less than the template's placeholder.
 */
export function authorOf(name: string | undefined, email: string | undefined): string | undefined {
  const [who, where] = [name?.trim() ?? "", email?.trim() ?? ""];
  if (who === "") return undefined;
  return where === "" ? who : `${who} <${where}>`;
}
