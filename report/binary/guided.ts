// What a guided run found, beside an unguided one of as many executions: edges, kept plans, and deviations.
import {
  EDGE_WIDTH,
  type GuidedFault,
  type GuidedResult,
  type GuidedFinding,
  type ProgramShape,
} from '../../spec/reach';
import type { Baseline, ProgramHashes, Witness } from '../../spec/result';
import { recordedOn, type BackendName } from '../../spec/runtime';
import type { VerdictKind } from '../../spec/verdict';
import { listingOf, type Listing } from './guided-listing';

export type GuidedDeviation = {
  readonly verdict: VerdictKind;
  readonly expected: string;
  readonly observed: string;
  readonly detail: string;
  readonly because: readonly string[];
  readonly count: number;
  readonly listing: Listing;
  /** File in the report folder. */
  readonly witness: string;
};

/** The suite failed at a plan: `sentence` names the claim that it was made from and the error. */
export type GuidedFaultReport = {
  readonly claim: string;
  readonly sentence: string;
  readonly count: number;
  /** File in the report folder. */
  readonly witness: string;
};

export type KeptPlan = {
  readonly file: string;
  /** The claim that its first ancestor is a case of, and how many changes lie in between. */
  readonly claim: string;
  readonly changes: number;
  readonly execution: number;
  readonly outcome: string;
  readonly isMinimised: boolean;
  /** Edges that it was the first to reach, and those of them that no unguided plan reached. */
  readonly edges: number;
  readonly beyond: readonly string[];
};

export type GuidedReport = {
  readonly executions: number;
  readonly unguidedExecutions: number;
  readonly changed: number;
  readonly minimising: number;
  readonly edges: { readonly guided: number; readonly unguided: number };
  /** Edges as `from -> to`, pcs. */
  readonly onlyGuided: readonly string[];
  readonly onlyUnguided: readonly string[];
  readonly verdicts: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
  readonly corpus: readonly KeptPlan[];
  readonly deviations: readonly GuidedDeviation[];
  readonly faults: readonly GuidedFaultReport[];
};

export const edgeName = (edge: number): string => `${Math.floor(edge / EDGE_WIDTH)} -> ${edge % EDGE_WIDTH}`;

const numbered = (at: number): string => String(at + 1).padStart(4, '0');
export const corpusPath = (at: number): string => `corpus/${numbered(at)}.json`;
export const deviationPath = (at: number): string => `corpus/deviations/${numbered(at)}.json`;
export const faultPath = (at: number): string => `corpus/faults/${numbered(at)}.json`;

const sentenceOf = ({ claim, cause }: GuidedFault): string =>
  `The suite failed at a guided plan made from a case of ${claim}: ${cause}`;

const except = (edges: readonly number[], others: readonly number[]): string[] => {
  const there = new Set(others);
  return edges.filter((edge) => !there.has(edge)).map(edgeName);
};

/** The section of coverage.json. Deviations stand in the order of the findings, kept plans in that of the corpus. */
export function guidedReport(result: GuidedResult, baseline: Baseline | null): GuidedReport {
  const { executions, changed, minimising, guided, unguided, verdicts, skipped } = result;
  return {
    executions,
    unguidedExecutions: result.unguidedExecutions,
    changed,
    minimising,
    edges: { guided: guided.length, unguided: unguided.length },
    onlyGuided: except(guided, unguided),
    onlyUnguided: except(unguided, guided),
    verdicts,
    skipped,
    corpus: result.corpus.map((entry, at) => ({
      file: corpusPath(at),
      claim: entry.claim,
      changes: entry.changes,
      execution: entry.execution,
      outcome: entry.outcome,
      isMinimised: entry.isMinimised,
      edges: entry.edges.length,
      beyond: entry.beyond.map(edgeName),
    })),
    deviations: result.findings.map((finding, at) => ({
      verdict: finding.verdict.kind,
      expected: finding.verdict.expected,
      observed: finding.verdict.observed,
      detail: finding.verdict.detail,
      because: [...finding.verdict.because].sort(),
      count: finding.count,
      listing: listingOf(finding, baseline),
      witness: deviationPath(at),
    })),
    faults: result.faults.map((fault, at) => ({
      claim: fault.claim,
      sentence: sentenceOf(fault),
      count: fault.count,
      witness: faultPath(at),
    })),
  };
}

/** The files of kept plans and deviations, as witnesses that `replay` takes. Plans are traced on LiteSVM; a confirmed deviation is as the run's own runtime shows it. */
export function guidedWitnesses(
  { corpus, findings, faults }: GuidedResult,
  programs: ProgramHashes,
  backend?: BackendName,
): readonly (readonly [path: string, witness: Witness])[] {
  const own = backend === 'both' ? 'bankrun' : backend;
  const common = { formatVersion: 1, twin: null, programs } as const;
  const litesvm = recordedOn('litesvm');
  return [
    ...corpus.map(({ plan, judgedAs: rule, outcome, verdict }, at): readonly [string, Witness] => [
      corpusPath(at),
      { ...common, kind: 'exemplar', rule, plan, ...told(verdict), observed: outcome, ...litesvm },
    ]),
    ...findings.map(({ plan, judgedAs: rule, verdict, isConfirmed }, at): readonly [string, Witness] => [
      deviationPath(at),
      {
        ...common,
        kind: 'deviation',
        rule,
        plan,
        ...told(verdict),
        ...recordedOn(isConfirmed ? own : 'litesvm'),
      },
    ]),
    ...faults.map((fault, at): readonly [string, Witness] => [
      faultPath(at),
      {
        ...common,
        kind: 'deviation',
        rule: fault.judgedAs,
        plan: fault.plan,
        verdict: 'harness-fault',
        expected: 'an outcome',
        observed: fault.cause,
        detail: sentenceOf(fault),
        ...recordedOn(fault.whenConfirming ? own : 'litesvm'),
      },
    ]),
  ];
}

const told = ({
  kind,
  expected,
  observed,
  detail,
}: GuidedFinding['verdict']): Pick<Witness, 'verdict' | 'expected' | 'observed' | 'detail'> => ({
  verdict: kind,
  expected,
  observed,
  detail,
});

/** Where in the code an edge that only changed plans took begins: the end of its block, disassembled. */
export function edgeText(edge: string, { disassemble, functions }: ProgramShape): string {
  const from = Number(edge.split(' ')[0]);
  const owner = functions.find(({ start, end }) => from >= start && from < end);
  return `${edge} in ${owner?.name ?? 'no function'}: ${disassemble(from, from + 1)[0]?.trim() ?? ''}`;
}
