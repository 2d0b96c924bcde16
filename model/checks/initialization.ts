// When an invocation uses a context that an initialisation of the plan has made.
import type { Checks } from '../check';

export const INITIALIZED_CONTEXT_CHECKS: Checks = {
  'initialization/ready-for-use': ({ mode, context }) => mode !== 'none' && context?.initialised === true,
  're-initialization/ready-for-use': ({ mode, context }) => mode !== 'none' && context?.migrated === true,
};
