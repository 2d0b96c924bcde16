// Everything that a run of the pairs leads to: the section, what makes it red, and the files of the report folder.
import type { FrozenPrecedence, PairResult, PairWitness } from '../../spec/precedence';
import type { Baseline, ProgramHashes } from '../../spec/result';
import { exitCodeOf, weightiestFirst } from '../exit-code';
import { writeJson } from '../json';
import { recordedOn, type BackendName } from '../../spec/runtime';
import type { Gate, Problem, Report } from '../report-types';
import { writeDot } from './dot';
import { freeze, writeFrozen } from './freeze';
import { compareFrozen } from './frozen';
import { pairWitness, pairWitnessPath } from './kept';
import { markdown } from './markdown';
import { buildPrecedence } from './section';
import { drawSvg } from './svg';
import type { PrecedenceReport } from './types';
import { writePairWitness } from './witness';

export type PrecedenceInput = {
  readonly results: readonly PairResult[];
  readonly programs: ProgramHashes;
  /** One sentence for each part of the pairs that could not be run. */
  readonly faults: readonly string[];
  readonly frozen: FrozenPrecedence | null;
  readonly baseline: Baseline | null;
  readonly seed: number;
  readonly asked: number;
  readonly isPart: boolean;
  /** The system program was given by path: another hash than the frozen one's is legitimate. */
  readonly ownBuild: boolean;
  /** Of both runtimes, the pairs run on bankrun alone. */
  readonly backend?: BackendName;
};

export type PrecedenceOutcome = {
  readonly section: PrecedenceReport;
  readonly gate: Gate;
  /** Path in the report folder to text. */
  readonly files: ReadonlyMap<string, string>;
  readonly frozen: FrozenPrecedence;
};

const faultsOf = ({ faults }: PrecedenceInput): readonly Problem[] =>
  faults.map((sentence) => ({ kind: 'fault', claim: null, sentence }));

const isOtherProgram = ({ frozen, programs }: PrecedenceInput): boolean =>
  frozen !== null && frozen.systemProgram !== programs.systemProgram;

function hashProblems(input: PrecedenceInput): readonly Problem[] {
  if (!isOtherProgram(input) || input.ownBuild) return [];
  const sentence = `The precedence of ${input.programs.version} was frozen for another system program (sha256 ${input.frozen?.systemProgram.slice(0, 16) ?? ''}..., loaded ${input.programs.systemProgram.slice(0, 16)}...).`;
  return [{ kind: 'stale', claim: null, sentence }];
}

function evidenceProblems({ pairs }: PrecedenceReport): readonly Problem[] {
  if (pairs.length > 0) return [];
  const sentence = 'No plan broke two rules so that either could win: nothing is known of any order.';
  return [{ kind: 'vacuous', claim: null, sentence }];
}

const notesOf = (input: PrecedenceInput, notes: readonly string[]): readonly string[] => [
  ...(isOtherProgram(input) && input.ownBuild
    ? ['Your build is compared with the precedence of the published program.']
    : []),
  ...notes,
];

/** Precedence of a run: what is red is so against the frozen file; without one only contradictions of a document are. */
export async function precedenceOutcome(input: PrecedenceInput): Promise<PrecedenceOutcome> {
  const { section, witnesses, settled } = buildPrecedence(input);
  const { changes, notes } = compareFrozen(settled, input.frozen, input.isPart);
  const problems = [
    ...faultsOf(input),
    ...changes.map(({ problem }) => problem),
    ...evidenceProblems(section),
    ...hashProblems(input),
  ];
  const shown = changes.flatMap(({ shown: one }) =>
    one === null
      ? []
      : [
          [
            pairWitnessPath(one.pair, one.sighting),
            pairWitness(one.pair, one.sighting, input.programs),
          ] as const,
        ],
  );
  const frozen = freeze({ settled, raises: section.raises, programs: input.programs, before: input.frozen });
  return {
    section,
    gate: {
      exitCode: exitCodeOf(problems),
      problems: weightiestFirst(problems),
      notes: notesOf(input, notes),
    },
    files: await filesOf(section, recorded(new Map([...witnesses, ...shown]), input), frozen),
    frozen,
  };
}

const recorded = (
  witnesses: ReadonlyMap<string, PairWitness>,
  { backend }: PrecedenceInput,
): ReadonlyMap<string, PairWitness> =>
  new Map(
    [...witnesses].map(
      ([path, one]) => [path, { ...one, ...recordedOn(backend === 'both' ? 'bankrun' : backend) }] as const,
    ),
  );

async function filesOf(
  section: PrecedenceReport,
  witnesses: ReadonlyMap<string, PairWitness>,
  frozen: FrozenPrecedence,
): Promise<ReadonlyMap<string, string>> {
  const dot = writeDot(section);
  return new Map([
    ['precedence.json', writeJson(section, new Map())],
    ['precedence.md', markdown(section, frozen.programVersion)],
    ['precedence.dot', dot],
    ['precedence.svg', await drawSvg(dot)],
    [`baseline/precedence/${frozen.programVersion}.json`, writeFrozen(frozen)],
    ...[...witnesses].map(([path, witness]) => [path, writePairWitness(witness)] as const),
  ]);
}

/** A report with the section in it, and the section's problems among its own. */
export function withPrecedence(report: Report, { section, gate }: PrecedenceOutcome): Report {
  const problems = [...report.gate.problems, ...gate.problems];
  return {
    ...report,
    precedence: section,
    gate: {
      exitCode: exitCodeOf(problems),
      problems: weightiestFirst(problems),
      notes: [...report.gate.notes, ...gate.notes],
    },
  };
}
