// What an update does to a baseline, as Markdown for whoever reviews it: each entry before and after, with its reason.
import type { Baseline, BaselineEntry } from '../spec/result';
import { NO_REASON } from './baseline-reason';
import { changesInWords, entryChanges, outcomeName } from './baseline-update';

const said = ({ reason, link, expires }: BaselineEntry): string =>
  [
    reason === NO_REASON ? '**no reason yet: the gate refuses it**' : reason,
    ...(link === undefined ? [] : [`<${link}>`]),
    ...(expires === undefined ? [] : [`until ${expires}`]),
  ].join('; ');

const added = (entry: BaselineEntry): readonly string[] => [`+ ${outcomeName(entry)}`];
const removed = (entry: BaselineEntry): readonly string[] => [`- ${outcomeName(entry)}`];

type Change = { readonly rule: string; readonly lines: readonly string[]; readonly notes: readonly string[] };

const replay = ({ witness }: BaselineEntry): readonly string[] =>
  witness === null ? [] : [`- witness: \`baselines/${witness}\``];

const fresh = (entry: BaselineEntry): Change => ({
  rule: entry.rule,
  lines: added(entry),
  notes: [`- reason: ${said(entry)}`, ...replay(entry)],
});
const gone = (entry: BaselineEntry): Change => ({
  rule: entry.rule,
  lines: removed(entry),
  notes: [`- the reason was: ${said(entry)}`],
});

const block = ({ rule, lines, notes }: Change): readonly string[] => [
  `### ${rule}`,
  '',
  '```diff',
  ...lines,
  '```',
  '',
  ...notes,
  '',
];

const section = (title: string, changes: readonly Change[]): readonly string[] =>
  changes.length === 0 ? [] : [`## ${title} (${changes.length})`, '', ...changes.flatMap(block)];

/** Fences, and codes that are frozen: everything that is no entry. */
const others = (before: Baseline | null, after: Baseline): readonly string[] => {
  const lines = changesInWords(before, after).filter((line) => /^(?:fence|freezes|releases)/.test(line));
  return lines.length === 0
    ? []
    : ['## Fences and frozen codes', '', ...lines.map((line) => `- ${line}`), ''];
};

/** The whole text; says so where nothing changed. */
export function baselineReview(before: Baseline | null, after: Baseline): string {
  const changes = entryChanges(before, after);
  const changed = changes.changed.map((one) => ({
    rule: one.after.rule,
    lines: [...removed(one.before), ...added(one.after)],
    notes: [
      `- the reason was: ${said(one.before)}`,
      `- reason now: ${said(one.after)}`,
      ...replay(one.after),
    ],
  }));
  const parts = [
    ...section('New', changes.fresh.map(fresh)),
    ...section('Changed', changed),
    ...section('Vanished', changes.gone.map(gone)),
    ...others(before, after),
  ];
  const body = parts.length === 0 ? ['Nothing changed.', ''] : parts;
  return [`# Baseline of ${after.programVersion}: what changes`, '', ...body].join('\n');
}
