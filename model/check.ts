// The form of a check: whether an invocation exercises a rule (for a rejecting rule: violates it).
import type { View } from './view';

export type Check = (view: View) => boolean;
export type Checks = Readonly<Record<string, Check>>;
