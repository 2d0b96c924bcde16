// Lets V8 wait longer before it optimises a function: a process that runs many claims once each pays for more than it gets back.
import { setFlagsFromString } from 'node:v8';

/** Bytes of bytecode between two looks at whether a function is hot, about six times as many as in Node 20. */
const INTERRUPT_BUDGET = 800_000;

/** For a process of our own, before it runs anything; a Node that does not know the flag goes on without it. */
export const compileLater = (): void => setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
