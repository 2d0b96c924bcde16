// Valid plans whose execution brings inputs of its own beside what a context holds.
import fc from 'fast-check';
import { outputOf } from '../entries';
import { invocation, transactionOf } from '../invocation';
import type { Scenario } from '../scenario';
import { setting, type Fences } from '../settings';
import { executableWrite, executor, grouped, scenarioOf, writesOf } from './context';
import { created, createdOutputs, spendingInputs } from './direct';

/** Outputs created, then spent by an execution of what others wrote: the execution brings the inputs. */
export const executeOwn = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      where: setting(fences),
      before: created,
      drafts: fc.array(executableWrite(fences), { minLength: 1, maxLength: 2 }),
      last: executor,
    })
    .map(({ where, before, drafts, last }) => {
      const create = invocation({
        setting: where,
        flags: 'none',
        data: { outputs: createdOutputs(before, where) },
      });
      const outputs = last.outputs.map((output) => outputOf(output, where));
      const execution = invocation({
        setting: where,
        flags: 'execute',
        data: { inputs: spendingInputs(before, where), outputs },
      });
      const steps = [...writesOf(where, drafts), { invocation: execution, separate: true }];
      return scenarioOf('execute-own', [transactionOf(where.payer, create), ...grouped(where, steps)]);
    });
