// Which area has the rules about an instruction's effects: each page is about its own instruction.
import type { View } from './view';

const AREAS: Readonly<Record<View['instruction'], string>> = {
  Invoke: 'invoke',
  InvokeCpi: 'effects',
  InvokeCpiWithReadOnly: 'read-only',
  InvokeCpiWithAccountInfo: 'account-info',
};

/** The rule that says this of the instruction; the name is the second half of its id. */
export const effectRule = ({ instruction }: View, name: string): string => `${AREAS[instruction]}/${name}`;
