import { parse } from 'yaml';
import { envoyBootstrap, type PickerAddress } from '../../lib/gateway/envoy-bootstrap';

const HEADER = 'x-gateway-destination-endpoint';
const PLAIN: PickerAddress = { type: 'STATIC', host: '127.0.0.1', port: 9002, tls: false };
const TLS: PickerAddress = { type: 'STRICT_DNS', host: 'opt-epp.team-a.svc', port: 9002, tls: true };

function resources(picker = PLAIN): any {
  return parse(envoyBootstrap(picker)).static_resources;
}

function cluster(name: string, picker = PLAIN): any {
  return resources(picker).clusters.find((candidate: any) => candidate.name === name);
}

/** The HTTP connection manager of a listener. */
function manager(name: string): any {
  const listener = resources().listeners.find((candidate: any) => candidate.name === name);
  return listener.filter_chains[0].filters[0].typed_config;
}

const filter = (name: string, of: string) =>
  manager(of).http_filters.find((one: any) => one.name === name).typed_config;

describe('a client', () => {
  test('cannot choose its destination: the header is removed before anything reads it', () => {
    const [{ typed_config }] = manager('traffic').early_header_mutation_extensions;
    expect(typed_config.mutations).toEqual([{ remove: HEADER }]);
    expect(cluster('destination').original_dst_lb_config).toEqual({ use_http_header: true, http_header_name: HEADER });
  });

  test('cannot reach the admin interface', () => {
    expect(parse(envoyBootstrap(PLAIN)).admin.address.socket_address.address).toBe('127.0.0.1');
    const routes = [manager('traffic'), manager('ready')].map(
      ({ route_config }) => route_config.virtual_hosts[0].routes,
    );
    expect(routes).toMatchObject([
      [{ match: { prefix: '/' }, route: { cluster: 'destination' } }],
      [
        { match: { path: '/ready' }, direct_response: { status: 200 } },
        { match: { path: '/stats/prometheus' }, route: { cluster: 'admin' } },
        { match: { path: '/drain' }, direct_response: { status: 200 } },
      ],
    ]);
  });

  test('may stream for a day', () => {
    const [{ route }] = manager('traffic').route_config.virtual_hosts[0].routes;
    expect(route).toMatchObject({ timeout: '86400s', idle_timeout: '86400s' });
  });
});

describe('the picker', () => {
  test('is asked about headers, body and trailers, and without it requests fail', () => {
    expect(filter('envoy.filters.http.ext_proc', 'traffic')).toMatchObject({
      failure_mode_allow: false,
      grpc_service: { envoy_grpc: { cluster_name: 'picker' } },
      processing_mode: {
        request_header_mode: 'SEND',
        request_body_mode: 'FULL_DUPLEX_STREAMED',
        request_trailer_mode: 'SEND',
        response_header_mode: 'SEND',
        response_body_mode: 'FULL_DUPLEX_STREAMED',
        response_trailer_mode: 'SEND',
      },
    });
  });

  test.each([
    ['beside it', PLAIN, 'STATIC', undefined],
    ['behind its Service', TLS, 'STRICT_DNS', 'envoy.transport_sockets.tls'],
  ])('is found %s', (_, picker, type, transport) => {
    const found = cluster('picker', picker);
    expect(found.type).toBe(type);
    expect(found.transport_socket?.name).toBe(transport);
    expect(found.load_assignment.endpoints[0].lb_endpoints[0].endpoint.address.socket_address).toEqual({
      address: picker.host,
      port_value: 9002,
    });
  });
});

describe('a pod', () => {
  test('is not sent a request on a connection that it may be closing: vLLM closes after 5 idle seconds', () => {
    const [options] = Object.values<any>(cluster('destination').typed_extension_protocol_options);
    expect(options.common_http_protocol_options).toEqual({ idle_timeout: '4s' });
  });

  test('is asked again only where it cannot have begun to work', () => {
    const [{ route }] = manager('traffic').route_config.virtual_hosts[0].routes;
    expect(route.retry_policy).toEqual({
      retry_on: 'connect-failure,refused-stream,reset-before-request',
      num_retries: 2,
    });
  });
});

describe('the drain', () => {
  const drain = manager('ready').route_config.virtual_hosts[0].routes.at(-1);
  const [lua, fault] = ['envoy.filters.http.lua', 'envoy.filters.http.fault'].map(
    (name) => drain.typed_per_filter_config[name],
  );

  test('begins with the request and is over with the answer', () => {
    const script = lua.source_code.inline_string;
    expect(script).toMatch(/envoy_on_request\(handle\) tell\(handle, "\/healthcheck\/fail"\)/);
    expect(script).toMatch(/envoy_on_response\(handle\) tell\(handle, "\/healthcheck\/ok"\)/);
  });

  test('lasts a minute, for what is under way', () => {
    expect(fault.delay).toEqual({ fixed_delay: '60s', percentage: { numerator: 100 } });
  });

  test('does not affect other routes: the filters do nothing there, and are not on the path of requests', () => {
    expect(filter('envoy.filters.http.lua', 'ready')).toEqual({ '@type': expect.stringMatching(/lua.v3.Lua$/) });
    expect(filter('envoy.filters.http.fault', 'ready')).toEqual({ '@type': expect.stringMatching(/HTTPFault$/) });
    expect(manager('traffic').http_filters.map(({ name }: any) => name)).toEqual([
      'envoy.filters.http.ext_proc',
      'envoy.filters.http.router',
    ]);
  });
});

test('every cluster and every port that is named exists', () => {
  const { listeners, clusters } = resources();
  const named = [...JSON.stringify(listeners).matchAll(/"cluster(?:_name)?":"(\w+)"/g)].map(([, name]) => name);
  expect([...new Set(named)].sort()).toEqual(clusters.map(({ name }: any) => name).sort());
  const ports = listeners.map(({ address }: any) => address.socket_address.port_value);
  expect(ports).toEqual([8081, 19001]);
});
