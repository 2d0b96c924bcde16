// Tests that the committed proofs are valid on the program with their keys, and on no other.
import { openLiteSvm } from '../../harness/backend';
import { rekeyOf } from '../../harness/mutation/keys';
import { PLAIN } from '../../generators/proofs/choices';
import { planOf } from '../../generators/proofs/plan';
import { loadCaller } from '../../programs/caller/load';
import { DEFAULT_VERSION } from '../../programs/default-version';
import { loadRelease } from '../../programs/load';
import { rekeyedVersion, shapeOf } from '../../spec/versions';
import { validProofs } from '../asked';
import { proofOfAddress } from '../verify-proofs';
import { PROOFS } from '../../spec/proof-table';
