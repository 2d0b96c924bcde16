// Valid plans that take SOL out through a context: accounts with lamports that a write brings in, and an execution decompresses.
import fc from 'fast-check';
import type { Scenario } from '../scenario';
import { setting, type Fences } from '../settings';
import { caller } from '../values';
import { byCaller } from './context';
import {
  calling,
  compressing,
  moving,
  outputsOf,
  parts,
  recipient,
  scenarioOf,
  spending,
  sumOf,
  type Part,
} from './sol';

/** An execution that brings nothing of its own may be refused for that. */
const emptied = (part: Part): Part => ({ ...part, lamports: 0n });

/** Accounts with lamports, at least two, that one program writes as inputs; another executes: some go out, the others stay in new accounts. */
export const executeDecompress = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ where: setting(fences), drawn: parts, by: caller, to: recipient })
    .map(({ where, drawn, by, to }) => {
      const at = byCaller(where, by);
      const list = drawn.map((part, position) =>
        position === 0 ? { ...part, lamports: part.lamports + 1n } : part,
      );
      const kept = list.filter(({ stays }) => stays);
      const staying = kept.length === 0 ? list.slice(0, 1).map(emptied) : kept;
      const write = calling({ where, flags: 'first-set', data: spending(where, list) });
      const execution = calling({
        where: at,
        flags: 'execute',
        data: { outputs: outputsOf(staying, at), ...moving(sumOf(list) - sumOf(staying), false) },
        sol: { recipient: to },
      });
      return scenarioOf('sol-execute', where, [[compressing(where, list)], [write], [execution]]);
    });
