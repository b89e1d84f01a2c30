/*
 * The drain of a standalone Envoy: running requests end, and clients connect to another pod. At SIGTERM Envoy would abort
 * all requests. So the pod's preStop hook first gets a path that answers when the drain is over; until then Envoy closes
 * each client's connection after the next answer. The path calls Envoy's admin interface by a Lua filter, because a
 * preStop hook can only GET, Envoy's admin interface wants a POST, and the image has no shell. Any other client that gets
 * the path makes clients reconnect for a minute, and does no other harm.
 */

/** Path of the drain, for the preStop hook. */
export const DRAIN_PATH = '/drain';

/** How long running responses may last: as long as a model server gives them, with its preStop. */
const HOLD_SECONDS = 60;

/** How long Kubernetes waits until it kills the pod: the hold, and time for the kubelet. */
export const GRACE_SECONDS = HOLD_SECONDS + 15;

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
    match: { path: DRAIN_PATH },
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

/** The filters that the route configures, in this order: the first begins the drain, the second delays the answer. */
export function drainFilters() {
  return [
    { name: LUA, typed_config: { '@type': `${FILTERS}.lua.v3.Lua` } },
    { name: FAULT, typed_config: { '@type': `${FILTERS}.fault.v3.HTTPFault` } },
  ];
}
