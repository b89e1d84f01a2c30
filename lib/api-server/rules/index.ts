import type { RuleDoc } from '../rule-doc';
import { ALTERNATIVE } from './alternative';
import { ANNOTATION } from './annotation';
import { BOUNDS } from './bounds';
import { ENUM } from './enum';
import { FINALIZER } from './finalizer';
import { FORMAT } from './format';
import { KIND } from './kind';
import { KIND_NOT_CHECKED } from './kind-not-checked';
import { LABEL_KEY } from './label-key';
import { LABEL_VALUE } from './label-value';
import { LIST_KEY } from './list-key';
import { NAME } from './name';
import { NAMESPACE } from './namespace';
import { NAMESPACE_CLUSTER } from './namespace-cluster';
import { OBJECT } from './object';
import { OWNER } from './owner';
import { PATTERN } from './pattern';
import { REQUIRED } from './required';
import { TYPE } from './type';
import { UNKNOWN_FIELD } from './unknown-field';

/** What `checkStructure` finds by the identity, the schema and the metadata of an object. */
export const OBJECT_RULES: readonly RuleDoc[] = [
  OBJECT,
  KIND,
  KIND_NOT_CHECKED,
  TYPE,
  REQUIRED,
  UNKNOWN_FIELD,
  ENUM,
  PATTERN,
  BOUNDS,
  FORMAT,
  ALTERNATIVE,
  LIST_KEY,
  NAME,
  NAMESPACE,
  NAMESPACE_CLUSTER,
  LABEL_KEY,
  LABEL_VALUE,
  ANNOTATION,
  OWNER,
  FINALIZER,
];
