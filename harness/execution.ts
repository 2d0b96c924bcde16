// Runs a plan's encoded transactions and keeps what they did, undecoded: decoding waits until a batch has run.
import type { WorldFacts } from '../spec/facts';
import type { Plan } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import type { Carried, Guest } from './guest';
import { readBack, touchedBy, type Ran, type Trust } from './read-back';
import { note, type Recorder } from './recording';
import { send, type Sender } from './sender';
import type { Stages } from './stages';
import type { Step } from './steps';
import type { Answer, Stored } from './validator';
import { expectWrites, patch, placeData, restore, slotOf, type World } from './world';

/** A validator with its world, and what sending and reading back keep in mind. */
export type Session = {
  readonly world: World;
  readonly sender: Sender;
  readonly recorder: Recorder;
  readonly trust: Trust;
  readonly facts: WorldFacts;
  /** Whether the recording program takes the place of account-compression. */
  readonly records: boolean | 'raw';
  /** Whether the listening program takes the place of the system program. */
  readonly listens?: boolean;
  readonly guest?: { readonly guest: Guest; readonly carried: Carried };
  /** Whether the program counts the addresses of a context for assignments: see context-frozen.ts. */
  readonly countsAddresses?: boolean;
  /** Whether the bytes of written accounts are kept. */
  readonly keepsContents?: boolean;
  /** Whether what programs hand to each other and log is kept. */
  readonly keepsSent?: boolean;
  readonly stages?: Stages;
  /** Whether compute units are read. */
  readonly metered?: boolean;
};

/** An account around a transaction; the same object twice where it did not change. */
export type Change = { readonly key: KeyRole; readonly before: Stored; readonly now: Stored };

/** What a transaction did: the accounts that it may write or that are watched. */
export type Executed = {
  readonly step: Step;
  readonly answer: Answer;
  readonly changes: readonly Change[];
};

function changesOf(world: World, { touched }: Ran, { watched, encoded: { own } }: Step): Change[] {
  const changes: Change[] = [];
  for (const { slot, before } of touched)
    if (own?.has(slot.key) !== true) changes.push({ key: slot.key, before, now: slot.current });
  for (const key of watched) {
    const { current } = slotOf(world, key);
    if (!touched.some(({ slot }) => slot.key === key)) changes.push({ key, before: current, now: current });
  }
  return changes;
}

async function executeStep({ world, sender, recorder, trust }: Session, step: Step): Promise<Executed> {
  const { encoded, planned, fee, onlyStores, isPart } = step;
  for (const account of encoded.dataAccounts) placeData(world, account);
  const touched = touchedBy(world, encoded.writable);
  expectWrites(world, touched);
  note(recorder, { kind: 'send', transaction: encoded });
  const answer = await send(sender, encoded);
  const ran: Ran = { touched, feePayer: planned.feePayer, fee, onlyStores, isPart, answer };
  await readBack(world, trust, ran);
  return { step, answer, changes: changesOf(world, ran, step) };
}

/** Runs the steps of a plan in order; whatever happens, the world is as before afterwards. */
export async function execute(session: Session, plan: Plan, steps: readonly Step[]): Promise<Executed[]> {
  session.recorder.recording?.runs.push([]);
  try {
    for (const before of plan.accounts) patch(session.world, before);
    const executed: Executed[] = [];
    for (const step of steps) executed.push(await executeStep(session, step));
    return executed;
  } finally {
    restore(session.world);
  }
}
