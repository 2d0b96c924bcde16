// Runs a plan's encoded transactions and keeps what they did, undecoded: decoding waits until a batch has run.
import type { WorldFacts } from '../spec/facts';
import type { KeyRole } from '../spec/world';
import type { Carried, Guest } from './guest';
import { readBack, touchedBy, type Ran, type Trust } from './read-back';
import { note, type Recorder } from './recording';
import { send, type Sender } from './sender';
import type { Stages } from './stages';
import type { Step } from './steps';
import type { Answer, Stored } from './validator';
import type { Encoded } from './shared-start';
import {
  checkpoint,
  expectWrites,
  patch,
  placeData,
  restore,
  slotOf,
  type Checkpoint,
  type World,
} from './world';

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

/** How a plan shares what it begins with: with the plan in front of it, and with the one behind it. */
export type Around = {
  /** Its first steps, which the plan in front has run and left the world behind. */
  readonly begun: readonly Executed[];
  /** How many of its first steps the next plan begins with, none or at least as many as were begun. */
  readonly left: number;
};

/** The steps that another plan has run for it, as its own. */
const ownOf = (begun: readonly Executed[], steps: readonly Step[]): Executed[] =>
  begun.flatMap((one, at) => {
    const step = steps[at];
    return step === undefined ? [] : [{ ...one, step }];
  });

/**
 * Runs the steps of a plan in order. Afterwards the world is as it was behind those that are left to the next plan;
 * where there are none or something fails, as every plan finds it.
 */
export async function execute(
  session: Session,
  { plan, steps }: Encoded,
  { begun, left }: Around,
): Promise<Executed[]> {
  const { world, recorder } = session;
  recorder.recording?.runs.push([]);
  let leaving: Checkpoint | undefined;
  const executed = ownOf(begun, steps);
  try {
    if (begun.length === 0) for (const before of plan.accounts) patch(world, before);
    while (true) {
      if (left > 0 && executed.length === left) leaving = checkpoint(world);
      const step = steps[executed.length];
      if (step === undefined) break;
      executed.push(await executeStep(session, step));
    }
  } catch (error) {
    leaving = undefined;
    throw error;
  } finally {
    restore(world, leaving);
  }
  return executed;
}
