import type { IConstruct } from 'constructs';
import { refuse } from '../errors';
import { show } from '../text/wording';
import { checkedImage } from '../kubernetes/image';
import { checkedName } from '../names';
import { type Range, checkedNumber } from '../numbers';
import type { EngineSpec } from './engine-contract';

/** The most target ports of an InferencePool. Source: the definition of InferencePool v1. */
export const MOST_TARGET_PORTS = 8;

const PORT_COUNT: Range = {
  code: 'LLMD-ENGINE-PORTS',
  what: 'portCount',
  min: 1,
  max: MOST_TARGET_PORTS,
  expected: `a whole number from 1 to ${MOST_TARGET_PORTS}, as many ports as an InferencePool can have`,
  remedy: 'spread the data-parallel ranks over more pods',
};

const USER: Range = {
  code: 'LLMD-ENGINE-USER',
  what: 'user',
  min: 1,
  max: 2 ** 31 - 1,
  expected: 'a numeric user id above 0: pods run without root',
  remedy: 'pass the user id of the image, or leave it out for 1000',
};

/** Returns a specification that a model server can run; `where` is the model server, or the call that made it. */
export function checkedEngine(where: IConstruct | string, engine: EngineSpec): EngineSpec {
  checkedName(where, engine.name);
  checkedImage(where, engine.image);
  if (engine.portCount !== undefined) checkedNumber(where, engine.portCount, PORT_COUNT);
  if (engine.user !== undefined) checkedNumber(where, engine.user, USER);
  for (const path of [engine.readyPath, engine.livePath]) {
    if (path !== undefined && !path.startsWith('/')) {
      refuse(where, {
        code: 'LLMD-ENGINE-PROBE-PATH',
        got: `the path ${show(path)}`,
        expected: 'an HTTP path that begins with "/"',
        remedy: 'write the path from the root, for example `/health`',
      });
    }
  }
  return engine;
}
