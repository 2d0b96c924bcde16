// No transaction changes an account of the world that it does not name as writable: after each, the whole world is read.
import fc from 'fast-check';
import { execute, type Session } from '../../harness/execution';
import { factsOf } from '../../harness/facts';
import { genesis } from '../../harness/genesis';
import { newTrust } from '../../harness/read-back';
import { newSender } from '../../harness/sender';
import { encodeSteps } from '../../harness/steps';
import { startBankrun } from '../../harness/bankrun';
import type { Validator } from '../../harness/validator';
import { newWorld, type Slot } from '../../harness/world';
import { loadCaller } from '../../programs/caller/load';
import { loadRelease } from '../../programs/load';
import { FENCES } from '../../spec/fences';
import type { Plan } from '../../spec/plan';
import { claimById } from '../claims';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PLANS = 12;

/** Accounts to be written are marked as stale until they are read back. */
const isAsBefore = ({ stale, current }: Slot): boolean => !stale && !current.executable;

const changedAmong = async ({ read }: Validator, slots: readonly Slot[]): Promise<readonly string[]> => {
  const now = await read(slots.map(({ address }) => address));
  return slots.flatMap(({ key, current }, i) => {
    const account = now[i] ?? null;
    if (account === null) return current.lamports === 0n ? [] : [key];
    const same = current.data.equals(account.data) && current.owner.equals(account.owner);
    return same && account.lamports === current.lamports ? [] : [key];
  });
};

const alone = (session: Session, plan: Plan): Promise<unknown> =>
  execute(session, { plan, steps: encodeSteps(session.world, plan) }, { begun: [], left: 0 });

test('after valid plans of every kind, only accounts that were named as writable differ', async () => {
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease('0.28.3');
  const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
  const validator = await startBankrun();
  const world = newWorld(validator, genesis(programs, fixtures));
  const changed: string[] = [];
  let sent = 0;
  let leastRead = Infinity;
  const watching: Validator = {
    ...validator,
    send: async (bytes) => {
      const answer = await validator.send(bytes);
      const others = [...world.slots.values()].filter(isAsBefore);
      leastRead = Math.min(leastRead, others.length);
      changed.push(...(await changedAmong(validator, others)));
      sent += 1;
      return answer;
    },
  };
  const sender = newSender(watching);
  const session = {
    world,
    sender,
    recorder: { recording: null },
    trust: newTrust(),
    facts: factsOf(world),
    records: false,
  };
  const cases = claimById('effects/valid')?.cases(ALL_FENCES) ?? fc.constant(undefined);
  for (const generated of fc.sample(cases, { seed: 5, numRuns: PLANS }))
    if (generated !== undefined) await alone(session, generated.plan);
  expect(sent).toBeGreaterThan(PLANS);
  expect(leastRead).toBeGreaterThan(20);
  expect(changed).toEqual([]);
});
