// Compares a document with what the rules cite of it: each sentence by its hash, and where it stands.
import { LAWS } from '../../spec/laws';
import { SECTION_OUTLINE } from '../../spec/outline';
import type { DocumentName, Source } from '../../spec/rule';
import { RULES } from '../../spec/rules';
import { hashSentence, sentencesOf, type Sentence } from '../../spec/sentence';
import { contradictions, errorDrift, rowKey, type ErrorDrift } from './errors';
import { rowsOf } from './table-rows';

/**
 * - changed: the cited sentence is nowhere in the document. - moved: it stands under another heading.
 * - no-section: the heading that it stood under is gone.
 */
export type SentenceDrift = {
  readonly kind: 'changed' | 'moved' | 'no-section';
  readonly section: string;
  /** Where it stands now, of one that moved. */
  readonly now: Sentence | null;
  /** Rules and laws that rest on it. */
  readonly rules: readonly string[];
  /** Sentences of the section that were not there when the rules were written. */
  readonly fresh: readonly Sentence[];
};

export type DocumentDrift = {
  readonly document: DocumentName;
  readonly cited: number;
  readonly sentences: readonly SentenceDrift[];
  readonly errors: readonly ErrorDrift[];
  /** Headings that the rules' outline does not have, and those of it that are gone. */
  readonly newSections: readonly string[];
  readonly goneSections: readonly string[];
  /** Error rows that other documents have otherwise: worth knowing, no drift. */
  readonly contradictions: readonly string[];
  /** New sentences in sections of which nothing cited changed: worth reading, no drift of a rule. */
  readonly unread: readonly Sentence[];
};

/** A document as it was when the rules were written: the first digits of each line's hash, and its error rows. */
export type KnownDocument = { readonly lines: readonly string[]; readonly errors: readonly string[] };
export type KnownDocuments = Readonly<Record<string, KnownDocument | undefined>>;

const DIGITS = 8;
const shortHash = (line: string): string => hashSentence(line).slice(0, DIGITS);

/** What is noted of a document: no text of it. */
export function knownOf(text: string): KnownDocument {
  const sentences = sentencesOf(text);
  return {
    lines: [...new Set(sentences.map((sentence) => shortHash(sentence.text)))],
    errors: [...new Set(rowsOf(sentences).map(rowKey))],
  };
}

type Citation = { readonly source: Source; readonly rules: readonly string[] };

/** Every cited sentence of a document once, with all that rests on it. */
function citationsOf(document: DocumentName): readonly Citation[] {
  const found = new Map<string, Citation>();
  for (const { id, sources } of [...RULES, ...LAWS])
    for (const source of sources.filter((one) => one.document === document)) {
      const key = `${source.section}\n${source.sentence}`;
      const rules = found.get(key)?.rules ?? [];
      found.set(key, { source, rules: rules.includes(id) ? rules : [...rules, id] });
    }
  return [...found.values()];
}

function driftOf(
  { source, rules }: Citation,
  sentences: readonly Sentence[],
  fresh: readonly Sentence[],
): readonly SentenceDrift[] {
  const { section, sentence } = source;
  const found = sentences.filter(({ hash }) => hash === sentence);
  if (found.some((one) => one.section === section)) return [];
  const [now = null] = found;
  if (now !== null) return [{ kind: 'moved', section, now, rules, fresh: [] }];
  const isThere = sentences.some((one) => one.section === section);
  const kind = isThere ? 'changed' : 'no-section';
  return [{ kind, section, now, rules, fresh: fresh.filter((one) => one.section === section) }];
}

/** What is other in a document than when the rules were written. */
export function documentDrift(document: DocumentName, text: string, known: KnownDocuments): DocumentDrift {
  const sentences = sentencesOf(text);
  const before = new Set(known[document]?.lines ?? []);
  const fresh = before.size === 0 ? [] : sentences.filter(({ text: line }) => !before.has(shortHash(line)));
  const citations = citationsOf(document);
  const drifted = citations.flatMap((citation) => driftOf(citation, sentences, fresh));
  const told = new Set(drifted.flatMap((one) => one.fresh));
  const headings = new Set(sentences.map(({ section }) => section));
  const outline = SECTION_OUTLINE.filter((entry) => entry.document === document).map(
    ({ section }) => section,
  );
  return {
    document,
    cited: citations.length,
    sentences: drifted,
    errors: errorDrift(known[document]?.errors ?? [], sentences),
    newSections: [...headings].filter((section) => section !== '' && !outline.includes(section)),
    goneSections: outline.filter((section) => !headings.has(section)),
    contradictions: contradictions(known[document]?.errors ?? [], sentences),
    unread: fresh.filter((one) => !told.has(one)),
  };
}

/** Whether a rule or an error table no longer says what the document says. */
export const hasDrifted = ({ sentences, errors, goneSections }: DocumentDrift): boolean =>
  sentences.length + errors.length + goneSections.length > 0;
