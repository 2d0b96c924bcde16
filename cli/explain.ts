// The command `explain`: everything about one rule or law, or about all rules of one error.
import { readManifest, releaseOf } from '../programs/release-manifest';
import { DOCUMENTED_ERRORS, type DocumentedError } from '../spec/error-table';
import { LAWS, lawById } from '../spec/laws';
import { RULES, ruleById } from '../spec/rules';
import { fencesOf } from '../report/baseline';
import { explainLaw } from '../report/terminal/explain-law';
import { explainError, explainRule } from '../report/terminal/explain';
import { paintFor, type Paint } from '../report/terminal/paint';
import { planText } from '../report/terminal/plan-text';
import { loadBaseline, type BaselineFile } from './baseline-file';
import { commandName, shellWord } from './command-name';
import { badInput } from './failure';
import { entryOf, findExemplar, findWitness, type FoundWitness } from './find-witness';
import { liveCases } from './live-case';
import { unknownName } from './near';
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
  /** Cases made just now, by rule. */
  readonly live: ReadonlyMap<string, FoundWitness>;
};

const replayCommand = (file: string): string => `${commandName()} replay ${shellWord(file)}`;

function ruleText(id: string, { paint, baseline, report, live }: Context): string {
  const rule = ruleById(id);
  if (rule === undefined) return '';
  const witness = findWitness(id, baseline, report) ?? live.get(id);
  return explainRule({
    rule,
    errors: DOCUMENTED_ERRORS,
    paint,
    entry: entryOf(baseline, id),
    witness,
    replayCommand,
  });
}

function lawText(id: string, { paint, baseline, report, live }: Context): string | undefined {
  const law = lawById(id);
  if (law === undefined) return undefined;
  const witness = findWitness(id, baseline, report) ?? live.get(id);
  return explainLaw({ law, paint, entry: entryOf(baseline, id), witness, replayCommand });
}

const errorText = (error: DocumentedError, context: Context): string =>
  [explainError(error, context.paint), ...error.rules.map((id) => ruleText(id, context))].join('\n');

/** An error that no document names, if the last run saw it. */
function strangerText(name: string, { paint, report }: Context): string | undefined {
  const found = findExemplar(name, report) ?? findExemplar(`light-system:${name}`, report);
  if (found === undefined) return undefined;
  const { file, content } = found;
  const head = `No document names ${content.observed}; seen in ${content.rule}, where ${content.expected} was expected.`;
  return [paint('bold', name), `  ${head}`, planText(content.plan), `  replay  ${replayCommand(file)}`].join(
    '\n',
  );
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

/** Explains a rule's or law's id, an error code or an error name; runs a few cases where no witness lies ready. */
export async function explain(target: string, flags: ExplainFlags): Promise<number> {
  const manifest = readManifest();
  const version = flags.programVersion ?? manifest.default;
  releaseOf(manifest, version);
  const paint = paintFor(process.stdout.isTTY, process.env);
  const baseline = loadBaseline(flags.baseline, version);
  const report = flags.report ?? DEFAULT_REPORT;
  const bare = rulesOf(target).filter((id) => findWitness(id, baseline, report) === undefined);
  const live = await liveCases(bare, { version, report, fences: fencesOf(baseline?.content ?? null) });
  process.stdout.write(`${textOf(target, { paint, baseline, report, live })}\n`);
  return 0;
}
