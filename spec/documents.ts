// The documents section by section: which rules cover each, and what is not checked and why.
import type { DocumentName } from './rule';
import { RULES } from './rules';
import { SECTION_OUTLINE, type OutlineEntry } from './outline';

export type Unchecked = { readonly what: string; readonly why: string };
export type DocumentSection = {
  readonly document: DocumentName;
  readonly section: string;
  /** Heading depth, 1 for the title. */
  readonly level: number;
  readonly rules: readonly string[];
  readonly unchecked: readonly Unchecked[];
};

const rulesIn = ({ document, section }: OutlineEntry): readonly string[] =>
  RULES.filter((rule) =>
    rule.sources.some((source) => source.document === document && source.section === section),
  ).map((rule) => rule.id);

export const DOCUMENT_SECTIONS: readonly DocumentSection[] = SECTION_OUTLINE.map((entry) => ({
  ...entry,
  rules: rulesIn(entry),
}));
