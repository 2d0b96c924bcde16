// What a run advises at its end: which commands lead on from its result.
import { EVIDENCE_FLOOR } from '../bound';
import { EXIT } from '../exit-code';
import { validPlansOf } from '../other-effects';
import type { Problem, Report } from '../report-types';
import { plural } from './text';

export type NextContext = {
  readonly command: string;
  readonly folder: string;
  /** The run was given a time to stop after. */
  readonly budgeted?: boolean;
  /** What `explain` needs to tell the same programs and this report: options, each with a space in front. */
  readonly explainFlags?: string;
  /** What `run` needs to ask the same of the same programs, likewise. */
  readonly runFlags?: string;
  /** Claims were chosen, and no baseline says anything of the others: what it found is no whole baseline. */
  readonly isFragment?: boolean;
  /** The command that replays the witness at a path in the report folder. */
  readonly replayCommand?: (path: string) => string;
};

type Again = { readonly sentence: string; readonly witness: string | null };

/** What to do after a fault: its case again, or else the first one that the runtimes do not agree about and nobody has listed. */
function againAfter({ faults, disagreements = [] }: Report): Again {
  const stopped = faults.find(({ witness }) => witness !== null)?.witness ?? null;
  if (stopped !== null)
    return {
      sentence: 'Run again; if it fails again, replay the case that it stopped at:',
      witness: stopped,
    };
  const apart = disagreements.find(({ known }) => known === null);
  if (faults.length > 0 || apart === undefined) return { sentence: 'Run again.', witness: null };
  return {
    sentence:
      'The runtimes differ in what nobody has listed, which running again will not change; replay the case:',
    witness: apart.witness,
  };
}

/** The case to replay, on one line to copy. */
export function faultReplay(report: Report, { replayCommand }: NextContext): readonly string[] {
  const { witness } = againAfter(report);
  if (report.gate.exitCode !== EXIT.fault || witness === null || replayCommand === undefined) return [];
  return [`  ${replayCommand(witness)}`];
}

const ranIn = ({ rules, laws, sweeps }: Report) =>
  [...rules, ...laws, ...sweeps].filter(({ executed }) => executed > 0);

/** Nothing could be said, since the valid plans of all rules that ran do not what they should, so that the program is what has to be looked at. */
const isShut = (report: Report): boolean => {
  const ran = ranIn(report);
  return ran.length > 0 && ran.every(({ executed, inconclusive }) => inconclusive === executed);
};

/** All that ran had as many cases as evidence takes: leaving --runs out would change nothing. */
const wasWhole = (report: Report): boolean =>
  ranIn(report).every(({ requested, executed }) => requested >= EVIDENCE_FLOOR && executed === requested);

/** The sweep that judges valid plans themselves, so that one that is refused, or does something else, is a deviation with a witness. */
const VALID = 'effects/valid';

const OTHERWISE = 'accepted with another effect than documented';

/** `refused`, or what else became of valid plans. */
function becameOf(report: Report): string {
  const { refused, otherEffect } = validPlansOf(report);
  if (!otherEffect) return 'refused';
  return refused ? `refused, or ${OTHERWISE}` : OTHERWISE;
}

/** Some valid plans do not what they should, and nothing that ran says which. */
function refusedLines(report: Report, { command, explainFlags = '' }: NextContext): readonly string[] {
  const ran = ranIn(report);
  const refused = ran.filter(({ inconclusive }) => inconclusive > 0).length;
  if (refused === 0 || ran.some(({ id }) => id === VALID)) return [];
  return [
    `Valid plans that cases of ${plural(refused, 'claim')} are made from are ${becameOf(report)}: which and how, each with a witness, is shown by`,
    `${command} run --rule ${VALID}${explainFlags}`,
  ];
}

/** What to do about a baseline that says something that is no longer so, or nothing. */
function staleLines({ gate }: Report): readonly string[] {
  const has = (kind: Problem['kind']): boolean => gate.problems.some((problem) => problem.kind === kind);
  return [
    ...(has('stale')
      ? [
          'What is listed and no longer happens: take its entries out of the baseline in use, if the program was meant to change.',
        ]
      : []),
    ...(has('unexplained') ? ['Entries without a reason: say why in words, in the baseline in use.'] : []),
    ...(has('expired')
      ? ['Entries that have expired: decide anew; another day, or out, in the baseline in use.']
      : []),
  ];
}

function againAfterTooLittle(report: Report, context: NextContext): readonly string[] {
  const { command, budgeted, explainFlags = '', runFlags = '' } = context;
  if (isShut(report))
    return [
      `The valid plans themselves are ${becameOf(report)}; which and how, each with a witness, is shown by`,
      `${command} run --rule ${VALID}${explainFlags}`,
    ];
  return [
    ...refusedLines(report, context),
    budgeted === true
      ? `Run with a longer --budget or without one, or go on with --resume and the same options: ${command} run${runFlags}`
      : `${wasWhole(report) ? 'Run with more cases by --runs' : 'Run without --runs; raise it if cases are inconclusive'}: ${command} run${runFlags}`,
  ];
}

/** What leads on, a line each. */
export function advice(report: Report, context: NextContext): readonly string[] {
  const { command, folder, explainFlags = '', isFragment = false } = context;
  const { gate, baseline, programs } = report;
  const rows = new Set([...report.rules, ...report.laws, ...report.sweeps].map(({ id }) => id));
  const first = gate.problems.find(({ claim }) => claim !== null && rows.has(claim))?.claim;
  const explain = first == null ? [] : [`${command} explain ${first}${explainFlags}`];
  if (gate.exitCode === EXIT.green)
    return [`${command} list --documents   shows what these rules cover and what they do not.`];
  if (gate.exitCode === EXIT.fault) return [...explain, againAfter(report).sentence];
  if (gate.exitCode === EXIT.vacuous) return [...againAfterTooLittle(report, context), ...explain];
  if (gate.exitCode === EXIT.stale) return [...explain, ...staleLines(report)];
  const accept = `Accept as known: copy ${folder}/baseline/ to a place of your own, since the next run replaces it, give each entry of ${programs.version}.json there a reason, and run with --baseline and that file.`;
  return [
    ...explain,
    ...(baseline === null ? ['Known deviations become fences only with a baseline.'] : []),
    ...(isFragment ? [] : [accept]),
  ];
}

/** A command must stay whole to be copied, unless words about it stand beside it. */
export const isCommand = (line: string, { command }: NextContext): boolean =>
  line.startsWith(`${command} `) && !line.includes('   ');
