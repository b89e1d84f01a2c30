import { ACCESS_RULES } from '../../../../lib/validation/rules/access';
import { diagnostics, places } from '../../../support/diagnostics';
import { binding, deployment, picker, pickerContainer, role } from '../../../support/manifests';
import {
  deploymentOf,
  ELECTED,
  ENOUGH,
  EPP,
  EVENTS,
  granted,
  LEASES,
  models,
  NEW,
  OLD,
  PICKER,
  PODS,
  POOLS,
} from '../../../support/picker-access';

describe('what a picker watches', () => {
  test('all that it needs', () => expect(diagnostics(ACCESS_RULES, granted(ENOUGH))).toEqual([]));

  test('one diagnostic for each kind that is missing', () => {
    expect(diagnostics(ACCESS_RULES, granted([PODS]))).toEqual(
      [
        ['', 'inferencepools.inference.networking.k8s.io', '"inference.networking.k8s.io"', 'inferencepools'],
        ['', 'inferencemodelrewrites.llm-d.ai', '"llm-d.ai"', 'inferencemodelrewrites'],
        ['', 'inferenceobjectives.llm-d.ai', '"llm-d.ai"', 'inferenceobjectives'],
        ['-OPTIONAL', `inferencemodelrewrites.${OLD}`, `"${OLD}"`, 'inferencemodelrewrites'],
        ['-OPTIONAL', `inferenceobjectives.${OLD}`, `"${OLD}"`, 'inferenceobjectives'],
      ].map(
        ([code, what, group, resource]) =>
          `LLMD-EPP-ACCESS${code} spec.template.spec.serviceAccountName: ServiceAccount default/epp may not list and watch ${what} in namespace default; it has Role default/epp; ` +
          `add { apiGroups: [${group}], resources: [${resource}], verbs: [list, watch] } to its Role in namespace default`,
      ),
    );
  });

  test('names every role once', () => {
    const roles = [
      role('a', []),
      binding('a', 'Role', EPP),
      binding('b', 'Role', EPP, { role: 'a' }),
      role('c', []),
      binding('c', 'Role', EPP),
    ];
    expect(diagnostics(ACCESS_RULES, [PICKER, ...roles])[0]).toContain('; it has Role default/a, Role default/c; add');
  });

  test('the core group has no name, and one verb may be missing', () => {
    const rules = [{ ...PODS, verbs: ['get', 'list'] }, POOLS, models(NEW, OLD)];
    expect(diagnostics(ACCESS_RULES, granted(rules))).toEqual([
      'LLMD-EPP-ACCESS spec.template.spec.serviceAccountName: ServiceAccount default/epp may not watch pods in namespace default; it has Role default/epp; ' +
        'add { apiGroups: [""], resources: [pods], verbs: [watch] } to its Role in namespace default',
    ]);
  });

  const lacks = (...codes: string[]) =>
    codes.map((code) => `LLMD-EPP-ACCESS${code} spec.template.spec.serviceAccountName`);

  test.each<[string, readonly object[], string[]]>([
    ['get is not used', granted([{ ...PODS, verbs: ['list', 'watch'] }, POOLS, models(NEW, OLD)]), []],
    ['the pool may be named', granted([PODS, { ...POOLS, resourceNames: ['pool'] }, models(NEW, OLD)]), []],
    ['another pool is no help', granted([PODS, { ...POOLS, resourceNames: ['x'] }, models(NEW, OLD)]), lacks('')],
    ['pods may not be named', granted([{ ...PODS, resourceNames: ['a'] }, POOLS, models(NEW, OLD)]), lacks('')],
    [
      'GAIE follows the older group only',
      granted([PODS, POOLS, models(OLD)], deploymentOf(pickerContainer(['--pool-name=pool'], 'x/epp:v1.5.0'))),
      [],
    ],
    [
      'GAIE does not use the newer one',
      granted([PODS, POOLS, models(NEW)], deploymentOf(pickerContainer(['--pool-name=pool'], 'x/epp:v1.5.0'))),
      lacks('', ''),
    ],
    [
      'an unknown image follows one group or the other',
      granted([PODS, POOLS, models(OLD)], deploymentOf(pickerContainer(['--pool-name=pool'], 'x/epp:v1.3.0'))),
      [],
    ],
    [
      'but none is too few',
      granted([PODS, POOLS], deploymentOf(pickerContainer(['--pool-name=pool'], 'x/epp:v1.3.0'))),
      lacks('', ''),
    ],
    ['a picker without a pool follows pods', granted([PODS], picker('epp', ['--endpoint-selector=app=vllm'])), []],
    ['and nothing else is enough', granted([POOLS], picker('epp', ['--endpoint-selector=app=vllm'])), lacks('')],
    [
      'the group of its pool',
      granted([PODS, POOLS, models(NEW, OLD)], picker('epp', ['--pool-name=pool', `--pool-group=${OLD}`])),
      lacks(''),
    ],
    ['no leases with leader election', granted(ENOUGH, ELECTED), lacks('', '', '-OPTIONAL')],
    ['leases with leader election', granted([...ENOUGH, LEASES, EVENTS], ELECTED), []],
    [
      'its lease by name',
      granted(
        [
          ...ENOUGH,
          EVENTS,
          { ...LEASES, verbs: ['create'] },
          { ...LEASES, verbs: ['get', 'update'], resourceNames: ['epp-default-pool.llm-d.ai'] },
        ],
        ELECTED,
      ),
      [],
    ],
    [
      'creating has no name',
      granted([...ENOUGH, EVENTS, { ...LEASES, resourceNames: ['epp-default-pool.llm-d.ai'] }], ELECTED),
      lacks(''),
    ],
  ])('%s', (_, objects, expected) => {
    expect(places(ACCESS_RULES, objects)).toEqual(expected);
  });

  test('the release that is given decides which group is needed', () => {
    const objects = granted(
      [PODS, POOLS, models(OLD)],
      deploymentOf(pickerContainer(['--pool-name=pool'], 'x/epp:v1')),
    );
    expect(places(ACCESS_RULES, objects, { release: 'gaie-v1.5.0' })).toEqual([]);
    expect(places(ACCESS_RULES, objects, { release: 'llm-d-router-v0.10.0' })).toEqual(lacks('', ''));
  });

  test.each<[string, readonly object[]]>([
    [
      'a ClusterRole in one namespace',
      [role('epp', ENOUGH, { kind: 'ClusterRole' }), binding('epp', 'ClusterRole', EPP)],
    ],
    [
      'a ClusterRole everywhere',
      [
        role('epp', ENOUGH, { kind: 'ClusterRole' }),
        binding('epp', 'ClusterRole', EPP, { kind: 'ClusterRoleBinding' }),
      ],
    ],
    [
      'a subject without a namespace',
      [role('epp', ENOUGH), binding('epp', 'Role', [{ kind: 'ServiceAccount', name: 'epp' }])],
    ],
    [
      'a user',
      [role('epp', ENOUGH), binding('epp', 'Role', [{ kind: 'User', name: 'system:serviceaccount:default:epp' }])],
    ],
    ...['system:serviceaccounts:default', 'system:serviceaccounts', 'system:authenticated'].map(
      (name): [string, object[]] => [
        `the group ${name}`,
        [role('epp', ENOUGH), binding('epp', 'Role', [{ kind: 'Group', name }])],
      ],
    ),
    [
      'two roles together',
      [role('a', [PODS, POOLS]), binding('a', 'Role', EPP), role('b', [models(NEW, OLD)]), binding('b', 'Role', EPP)],
    ],
    [
      'a ClusterRole that gathers its rules',
      [
        {
          ...role('epp', [], { kind: 'ClusterRole' }),
          aggregationRule: { clusterRoleSelectors: [{ matchLabels: { to: 'epp' } }] },
        },
        { ...role('part', ENOUGH, { kind: 'ClusterRole' }), metadata: { name: 'part', labels: { to: 'epp' } } },
        binding('epp', 'ClusterRole', EPP),
      ],
    ],
  ])('rights come from %s', (_, access) => {
    expect(places(ACCESS_RULES, [PICKER, ...access])).toEqual([]);
  });

  test.each<[string, readonly object[]]>([
    [
      'a Role of another namespace',
      [role('epp', ENOUGH, { namespace: 'other' }), binding('epp', 'Role', EPP, { namespace: 'other' })],
    ],
    [
      'a subject of another group',
      [
        role('epp', ENOUGH),
        binding('epp', 'Role', [{ kind: 'Group', name: 'epp' }, ...EPP], { role: 'empty' }),
        role('empty', []),
      ],
    ],
  ])('and not from %s', (_, access) => {
    expect(places(ACCESS_RULES, [PICKER, ...access])).toHaveLength(6);
  });
});

describe('the namespace of the pool', () => {
  const access = (namespace: string) => [
    role('epp', ENOUGH, { namespace }),
    binding('epp', 'Role', EPP, { namespace }),
  ];

  test.each<[string, object, string]>([
    ['the flag', picker('epp', ['--pool-name=pool', '--pool-namespace=pools']), 'pools'],
    ['two words', picker('epp', ['--pool-name', 'pool', '--pool-namespace', 'pools']), 'pools'],
    [
      'a variable',
      deploymentOf({
        ...pickerContainer(['--pool-name=pool', '--pool-namespace=$(NS)']),
        env: [{ name: 'NS', value: 'pools' }],
      }),
      'pools',
    ],
    [
      'NAMESPACE',
      deploymentOf({ ...pickerContainer(['--pool-name=pool']), env: [{ name: 'NAMESPACE', value: 'pools' }] }),
      'pools',
    ],
    ['default', picker('epp', ['--pool-name=pool'], { namespace: 'other' }), 'default'],
  ])('by %s', (_, subject, namespace) => {
    const subjects = [{ kind: 'ServiceAccount', name: 'epp', namespace: (subject as any).metadata.namespace }];
    const rights = [role('epp', ENOUGH, { namespace }), binding('epp', 'Role', subjects, { namespace })];
    expect(places(ACCESS_RULES, [subject, ...rights])).toEqual([]);
  });

  test('of its pod, by a field', () => {
    const env = [{ name: 'NAMESPACE', valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } } }];
    const subject = deployment(
      'epp',
      { serviceAccountName: 'epp', containers: [{ ...pickerContainer(['--pool-name=pool']), env }] },
      { namespace: 'own' },
    );
    const rights = [
      role('epp', ENOUGH, { namespace: 'own' }),
      binding('epp', 'Role', [{ kind: 'ServiceAccount', name: 'epp' }], { namespace: 'own' }),
    ];
    expect(places(ACCESS_RULES, [subject, ...rights])).toEqual([]);
  });

  test('rights in other namespaces do not count', () => {
    expect(places(ACCESS_RULES, [PICKER, ...access('other')])).toHaveLength(6);
  });
});
