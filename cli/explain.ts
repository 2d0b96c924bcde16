// The command `explain`: everything about one rule or law, or about all rules of one error.
import { readManifest, releaseOf } from '../programs/release-manifest';
import { DOCUMENTED_ERRORS, type DocumentedError } from '../spec/error-table';
import { LAWS, lawById } from '../spec/laws';
import { RULES, ruleById } from '../spec/rules';
import { fencesOf } from '../report/baseline';
import { explainLaw } from '../report/terminal/explain-law';
import { explainError, explainRule } from '../report/terminal/explain';
import { paintFor, type Paint } from '../report/terminal/paint';
import { historyOf, type Run } from '../report/history';
import { historyText } from '../report/terminal/history-text';
import { loadBaseline, type BaselineFile } from './baseline-file';
import { commandName, shellWord } from './command-name';
import { badInput } from './failure';
import { entryOf, findExemplar, findWitness, type FoundWitness } from './find-witness';
import { liveCases } from './live-case';
import { unknownName } from './near';
import { rerun } from './rerun';
import { DEFAULT_REPORT } from './run-options';

export type ExplainFlags = {
  readonly programVersion?: string;
  readonly baseline?: string;
  readonly report?: string;
};

type Context = {
  readonly paint: Paint;
  readonly baseline: BaselineFile | null;
  readonly report: string;
  /** The cases to show, by rule. */
  readonly cases: ReadonlyMap<string, FoundWitness>;
  /** What they did just now, by file. */
  readonly runs: ReadonlyMap<string, Run>;
};

const replayCommand = (file: string): string => `${commandName()} replay ${shellWord(file)}`;

function ruleText(id: string, { paint, baseline, cases, runs }: Context): string {
  const rule = ruleById(id);
  if (rule === undefined) return '';
  const witness = cases.get(id);
  return explainRule({
    rule,
    errors: DOCUMENTED_ERRORS,
    paint,
    entry: entryOf(baseline, id),
    witness,
    run: witness === undefined ? null : (runs.get(witness.file) ?? null),
    replayCommand,
  });
}

function lawText(id: string, { paint, baseline, cases }: Context): string | undefined {
  const law = lawById(id);
  if (law === undefined) return undefined;
  const witness = cases.get(id);
  return explainLaw({
    law,
    errors: DOCUMENTED_ERRORS,
    paint,
    entry: entryOf(baseline, id),
    witness,
    replayCommand,
  });
}

const errorText = (error: DocumentedError, context: Context): string =>
  [explainError(error, context.paint), ...error.rules.map((id) => ruleText(id, context))].join('\n');

/** An error that no document names, if the last run saw it. */
function strangerText(name: string, { paint, report }: Context): string | undefined {
  const found = findExemplar(name, report) ?? findExemplar(`light-system:${name}`, report);
  if (found === undefined) return undefined;
  const { file, content } = found;
  const head = `No document names ${content.observed}; seen in ${content.rule}, where ${content.expected} was expected.`;
  const history = historyOf(content.plan, null);
  return [
    paint('bold', name),
    `  ${head}`,
    historyText({ history, errors: DOCUMENTED_ERRORS, paint, rule: content.rule, detail: content.detail }),
    `  replay  ${replayCommand(file)}`,
  ].join('\n');
}

function textOf(target: string, context: Context): string {
  if (ruleById(target) !== undefined) return ruleText(target, context);
  const error = DOCUMENTED_ERRORS.find(({ code, name }) => String(code) === target || name === target);
  const other = (): string | undefined => lawText(target, context) ?? strangerText(target, context);
  const text = error === undefined ? other() : errorText(error, context);
  if (text !== undefined) return text;
  const known = [
    ...[...RULES, ...LAWS].map(({ id }) => id),
    ...DOCUMENTED_ERRORS.flatMap(({ code, name }) => [String(code), name]),
  ];
  throw badInput(
    unknownName('rule, law or documented error', target, {
      known,
      hint: `\`${commandName()} list\` shows all rules.`,
    }),
  );
}

const rulesOf = (target: string): readonly string[] => {
  if (ruleById(target) !== undefined || lawById(target) !== undefined) return [target];
  return DOCUMENTED_ERRORS.find(({ code, name }) => String(code) === target || name === target)?.rules ?? [];
};

type Sources = {
  readonly baseline: BaselineFile | null;
  readonly report: string;
  readonly version: string;
};

/** A case for each rule: one that lies ready, else one made now. */
async function casesOf(
  rules: readonly string[],
  { baseline, report, version }: Sources,
): Promise<ReadonlyMap<string, FoundWitness>> {
  const ready = rules.flatMap((id) => {
    const found = findWitness(id, baseline, report);
    return found === undefined ? [] : [[id, found] as const];
  });
  const known = new Map(ready);
  const bare = rules.filter((id) => !known.has(id));
  const live = await liveCases(bare, { version, report, fences: fencesOf(baseline?.content ?? null) });
  return new Map([...known, ...live]);
}

/** Explains a rule's or law's id, an error code or an error name; runs a few cases where no witness lies ready. */
export async function explain(target: string, flags: ExplainFlags): Promise<number> {
  const manifest = readManifest();
  const version = flags.programVersion ?? manifest.default;
  releaseOf(manifest, version);
  const paint = paintFor(process.stdout.isTTY, process.env);
  const baseline = loadBaseline(flags.baseline, version);
  const report = flags.report ?? DEFAULT_REPORT;
  const cases = await casesOf(rulesOf(target), { baseline, report, version });
  const runs = await rerun([...cases.values()], version);
  process.stdout.write(`${textOf(target, { paint, baseline, report, cases, runs })}\n`);
  return 0;
}
