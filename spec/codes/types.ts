// What a code of the system program is, and under which instruction a code can be looked for.
import type { InstructionName } from '../plan';

export type SystemCode = {
  readonly code: number;
  readonly name: string;
  /** What the table says of it, in our words. */
  readonly meaning: string;
  readonly sentence: string;
};

export const CODE_COLUMNS = [
  'Invoke',
  'InvokeCpi',
  'InvokeCpiWithReadOnly',
  'InvokeCpiWithAccountInfo',
  'InitializeCpiContextAccount',
  'ReInitCpiContextAccount',
] as const;
/** An instruction of the matrix of codes. */
export type CodeColumn = (typeof CODE_COLUMNS)[number];

export type InvokedColumn = Extract<CodeColumn, InstructionName>;

/** Whether invocations of a plan are of this instruction. */
export const isInvoked = (column: CodeColumn): column is InvokedColumn => column.startsWith('Invoke');
