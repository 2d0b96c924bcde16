// Short names of outcomes for tables and drawings, where the system program goes without saying.

const SYSTEM = 'light-system:';
const SHORT: readonly (readonly [string, string])[] = [
  ['account-compression:', 'compression:'],
  ['runtime:', 'runtime:'],
];

/** `6002`, `panic`, `compression:14307` */
export function shortOutcome(name: string): string {
  if (name.startsWith(SYSTEM)) return name.slice(SYSTEM.length);
  const [long, short] = SHORT.find(([prefix]) => name.startsWith(prefix)) ?? ['', ''];
  return `${short}${name.slice(long.length)}`;
}

export const shortOutcomes = (names: readonly string[]): string => names.map(shortOutcome).join(', ');
