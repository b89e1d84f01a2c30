/*
 * How a standalone Envoy leaves: what is under way ends, and clients go elsewhere. Envoy would end at SIGTERM with all
 * that runs. So its pod first asks it, by a path that answers when the drain is over, to tell clients with each answer
 * that the connection is closed: a preStop hook can do no more than GET, Envoy's own endpoint wants a POST, and the
 * image has no shell. Whoever else asks for that path makes clients connect anew for a while, and no more.
 */

/** Path of the drain. */
const PATH = '/drain';

/** For so long running responses may last: as long as a model server gives them, with its preStop. */
const HOLD_SECONDS = 60;

/** Until Kubernetes kills it: the hold, and something for the kubelet. */
export const GRACE_SECONDS = HOLD_SECONDS + 15;

/** What the pod of an Envoy does before SIGTERM. */
export const PRE_STOP = { httpGet: { path: PATH, port: 'proxy-ready' } };

const FILTERS = 'type.googleapis.com/envoy.extensions.filters.http';
const LUA = 'envoy.filters.http.lua';
const FAULT = 'envoy.filters.http.fault';

const SCRIPT = `local function tell(handle, path)
  handle:httpCall("admin", {[":method"] = "POST", [":path"] = path, [":authority"] = "admin"}, "", 1000)
end
function envoy_on_request(handle) tell(handle, "/healthcheck/fail") end
function envoy_on_response(handle) tell(handle, "/healthcheck/ok") end
`;

/** The route that drains. */
export function drainRoute() {
  return {
    match: { path: PATH },
    direct_response: { status: 200 },
    typed_per_filter_config: {
      [LUA]: { '@type': `${FILTERS}.lua.v3.LuaPerRoute`, source_code: { inline_string: SCRIPT } },
      [FAULT]: {
        '@type': `${FILTERS}.fault.v3.HTTPFault`,
        delay: { fixed_delay: `${HOLD_SECONDS}s`, percentage: { numerator: 100 } },
      },
    },
  };
}

/** The filters that the route configures, in this order: first the drain begins, then the answer waits. */
export function drainFilters() {
  return [
    { name: LUA, typed_config: { '@type': `${FILTERS}.lua.v3.Lua` } },
    { name: FAULT, typed_config: { '@type': `${FILTERS}.fault.v3.HTTPFault` } },
  ];
}
