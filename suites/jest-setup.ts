// What each test process does first: as in a worker of a run, V8 optimises later, which saves an eighth of the tests' processor time.
import { compileLater } from '../harness/compile-later';

compileLater();
