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

const STARTUP: Range = {
  code: 'LLMD-ENGINE-STARTUP',
  what: 'startupSeconds',
  min: 1,
  max: 86400,
  expected: 'whole seconds from 1 to 86400, which is a day',
  remedy: 'pass how long the engine may take until it can serve, or leave it out for 1800',
};

const EXTRA_PORT: Range = {
  code: 'LLMD-ENGINE-EXTRA-PORT',
  what: 'a port of extraPorts',
  min: 1024,
  max: 65535,
  expected: 'a whole number from 1024 to 65535',
  remedy: 'pass the port on which the engine listens',
};

/** A port's name, as IANA asks for. Source: Kubernetes' validation of containers. */
const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*$/;

/** Returns a specification that a model server can run; `where` is the model server, or the call that made it. */
export function checkedEngine(where: IConstruct | string, engine: EngineSpec): EngineSpec {
  checkedName(where, engine.name);
  checkedImage(where, engine.image);
  if (engine.portCount !== undefined) checkedNumber(where, engine.portCount, PORT_COUNT);
  if (engine.user !== undefined) checkedNumber(where, engine.user, USER);
  if (engine.startupSeconds !== undefined) checkedNumber(where, engine.startupSeconds, STARTUP);
  checkPorts(where, engine);
  for (const path of [engine.readyPath, engine.livePath, engine.startPath]) {
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

function checkPorts(where: IConstruct | string, { extraPorts = {}, probePort }: EngineSpec): void {
  for (const [name, port] of Object.entries(extraPorts)) {
    checkedNumber(where, port, EXTRA_PORT);
    if (!PORT_NAME.test(name) || /^http(-\d+)?$/.test(name)) {
      refuse(where, {
        code: 'LLMD-ENGINE-PORT-NAME',
        got: `the port name ${show(name)}`,
        expected: 'at most 15 lower-case letters, digits and dashes; http, http-1 and so on are the HTTP API',
        remedy: 'rename it in extraPorts',
      });
    }
  }
  if (probePort !== undefined && !Object.hasOwn(extraPorts, probePort)) {
    refuse(where, {
      code: 'LLMD-ENGINE-PROBE-PORT',
      got: `the probePort ${show(probePort)}`,
      expected: 'the name of a port in extraPorts',
      remedy: 'add the port to extraPorts, or leave probePort out for the HTTP API',
    });
  }
}
