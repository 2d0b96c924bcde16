// The backend: runs plans on the real programs, each one from the same world.
import type { Fixture } from '../programs/load';
import { CONTEXT_SIZE } from '../spec/cpi-context';
import type { WorldFacts } from '../spec/facts';
import type { Observation } from '../spec/outcome';
import type { HandedCall } from '../spec/handed-call';
import type { Invocation, Plan } from '../spec/plan';
import { aged } from './aged';
import { HarnessFault } from './errors';
import type { Session } from './execution';
import { factsOf } from './facts';
import { genesis, type Programs } from './genesis';
import { newTrust } from './read-back';
import { loadedWorld } from './loads';
import { noting, type Recorder, type Recording } from './recording';
import { newSender } from './sender';
import { isTooLarge, runner, type RunAll } from './run-plans';
import { withStages, type Stages } from './stages';
import { nextIndexIn } from './steps';
import { carryAll, plannedCall, type Guest } from './guest';
import { moveCaller } from './keys';
import { startBankrun } from './bankrun';
import { startLiteSvm } from './litesvm';
import type { RuntimeName } from '../spec/runtime';
import { replaceProgram } from './replace-program';
import type { Validator } from './validator';
import { newWorld, slotOf, type World } from './world';

/** Runs plans. Any number of calls may wait at once; they run one after the other. */
export type Backend = {
  /**
   * Runs a plan's transactions in order, from the world that every plan starts from.
   * @throws PlanTooLarge or InputError for a plan that cannot be encoded (nothing was sent);
   *   HarnessFault when the validator fails, and for every plan after that.
   */
  readonly run: (plan: Plan) => Promise<Observation>;
  /**
   * Runs plans one after the other as `run` does; faster, because like work is done in one go, and transactions that
   * two plans in a row begin with run once, from the same world.
   * A plan that is too large has its error in the place of an observation; the others run all the same.
   * `before` is told the position of each plan just before it is sent.
   */
  readonly runAll: RunAll;
  /** What the accounts of the world say about themselves before any plan. */
  readonly facts: WorldFacts;
  /** Records what the runs in `work` ask of the validator. */
  readonly record: (work: () => Promise<void>) => Promise<Recording>;
  /** No plan runs afterwards. The validator's files go when the process ends. */
  readonly close: () => void;
  /**
   * Asks the guest for its instructions, which every plan needs before it runs.
   * Returns whether the guest makes all of its calls; true where there is no guest.
   */
  readonly carry: (plan: Plan) => Promise<boolean>;
  /** What the plan wants the system program to be handed by one of its calls. */
  readonly plannedCall: (invocation: Invocation) => HandedCall;
  /** Puts another system program in the place of the one under test. @throws InputError where it is not loaded. */
  readonly replace: (systemProgram: Buffer) => void;
};

/** The programs under test and the calling program, and the published accounts. */
export type BackendOptions = {
  readonly programs: Programs;
  readonly fixtures: readonly Fixture[];
  /** The slot to run at; left out, the one at which the validator starts. */
  readonly slot?: number;
  /** The recording program stands at the address of account-compression: what it is handed is observed; `raw`: undecoded, too. */
  readonly records?: true | 'raw';
  /** Trees and queues have a past: for a world in which nothing is appended to them. */
  readonly aged?: true;
  /** The listening program stands at the address of the system program: what that is handed is observed. */
  readonly listens?: true;
  /** Somebody's own calling program in the place of one of ours; only one at a time in a process. */
  readonly guest?: Guest;
  /** Left out, bankrun. */
  readonly runtime?: RuntimeName;
  /** The bytes of what is written are part of what is observed. */
  readonly keepsContents?: true;
  /** What programs hand to each other and log is part of what is observed; LiteSVM only. */
  readonly keepsSent?: true;
  /** Where the time goes is added up here. */
  readonly stages?: Stages;
  /** Some programs under test are somebody's own builds: whether the runtime loads them is asked first, as of a guest always. */
  readonly ownBuilds?: boolean;
  /** Compute units are observed, too; they cost a copy of each answer's logs. */
  readonly metered?: true;
};

async function recordInto(session: Session, work: () => Promise<void>): Promise<Recording> {
  const recording: Recording = { runs: [], sender: session.sender };
  session.recorder.recording = recording;
  try {
    await work();
  } finally {
    session.recorder.recording = null;
  }
  return recording;
}

function toBackend(session: Session): Backend {
  const runPlans = runner(session);
  let closed = false;
  const runAll: Backend['runAll'] = async (plans, before) => {
    if (closed) throw new HarnessFault('The backend is closed: open another one.');
    return runPlans(plans, before);
  };
  const run: Backend['run'] = async (plan) => {
    const [tried = { transactions: [] }] = await runAll([plan]);
    if (isTooLarge(tried)) throw tried;
    return tried;
  };
  const record: Backend['record'] = (work) => recordInto(session, work);
  const { facts, world, guest } = session;
  const nextIndexOf = nextIndexIn(world);
  const carry: Backend['carry'] = async (plan) =>
    guest === undefined || carryAll(guest.guest, plan, { carried: guest.carried, nextIndexOf });
  const close = (): void => void (closed = true);
  const replace: Backend['replace'] = (elf) => replaceProgram(world, 'light-system', elf);
  const planned: Backend['plannedCall'] = (one) => plannedCall(one, nextIndexOf);
  return { run, runAll, record, facts, close, carry, plannedCall: planned, replace };
}

/** A version that publishes larger contexts with lists, which 0.27.1-alpha.2 alone does, counts a context's addresses. */
const countsAddresses = (world: World): boolean => slotOf(world, 'context:1').base.data.length > CONTEXT_SIZE;

const START = { bankrun: startBankrun, litesvm: startLiteSvm } as const;

async function started({ runtime = 'bankrun', slot, stages }: BackendOptions): Promise<Validator> {
  const validator = await START[runtime](slot);
  return stages === undefined ? validator : withStages(validator, stages);
}

const isOwn = ({ ownBuilds = false, guest }: BackendOptions): boolean => ownBuilds || guest !== undefined;

/**
 * Starts a validator in this process and loads the programs and accounts.
 * @throws HarnessFault when it does not start, InputError where it does not load somebody's own build.
 */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const { programs, records, listens, guest, metered, keepsContents, keepsSent } = options;
  if (guest !== undefined) moveCaller(guest.name, guest.programId);
  const fixtures = [...options.fixtures, ...(guest?.accounts ?? [])];
  const recorder: Recorder = { recording: null };
  const validator = noting(await started(options), recorder);
  const start = genesis(guest ? { ...programs, guest } : programs, fixtures);
  const make = (): World => newWorld(validator, options.aged ? start.map(aged) : start);
  const world = isOwn(options) ? await loadedWorld(make, validator, guest) : make();
  const sender = newSender(validator);
  return toBackend({
    world,
    sender,
    recorder,
    trust: newTrust(),
    facts: factsOf(world),
    records: records ?? false,
    listens: listens ?? false,
    ...(guest && { guest: { guest, carried: new WeakMap() } }),
    metered: metered ?? false,
    countsAddresses: countsAddresses(world),
    keepsContents: keepsContents ?? false,
    keepsSent: keepsSent ?? false,
    ...(options.stages && { stages: options.stages }),
  });
}

/** A backend on bankrun, whatever the options say. */
export const openBankrun = (options: BackendOptions): Promise<Backend> =>
  openBackend({ ...options, runtime: 'bankrun' });

/** A backend on LiteSVM. */
export const openLiteSvm = (options: BackendOptions): Promise<Backend> =>
  openBackend({ ...options, runtime: 'litesvm' });
