// Names for addresses in Rust code: one constant for each that a test mentions.

/** An address as Rust code: the name of its constant, or a literal for one that no plan names. */
export type Spell = (address: string) => string;

const identifier = (name: string): string => {
  const words = name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  return /^[A-Z]/.test(words) ? words : `A_${words}`;
};

/** A constant for each address, no two alike. */
export function constantsOf(names: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    Object.entries(names).map(([address, name]) => {
      let constant = identifier(name);
      while (taken.has(constant)) constant = `${constant}_`;
      taken.add(constant);
      return [address, constant];
    }),
  );
}

export const spellWith =
  (constants: ReadonlyMap<string, string>): Spell =>
  (address) =>
    constants.get(address) ?? JSON.stringify(address);

/** The constants that `code` uses. */
export const declared = (constants: ReadonlyMap<string, string>, code: string): string =>
  [...constants]
    .filter(([, constant]) => new RegExp(`\\b${constant}\\b`).test(code))
    .map(([address, constant]) => `const ${constant}: &str = ${JSON.stringify(address)};`)
    .join('\n');
