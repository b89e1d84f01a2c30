import { ACCESS_RULES } from '../../../../lib/validation/rules/access';
import { diagnostics, places } from '../../../support/diagnostics';
import { deployment, picker, pickerContainer } from '../../../support/manifests';
import { ENOUGH, granted } from '../../../support/picker-access';

describe('the token', () => {
  const account = (automountServiceAccountToken?: boolean) => ({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'epp', namespace: 'default' },
    automountServiceAccountToken,
  });
  const withPod = (spec: object) => granted(ENOUGH, picker('epp', ['--pool-name=pool'], { pod: spec }));
  const projected = { projected: { sources: [{ configMap: {} }, { serviceAccountToken: { path: 'token' } }] } };

  test.each<[string, readonly object[], string[]]>([
    ['the pod wins', [...withPod({ automountServiceAccountToken: true }), account(false)], []],
    ['the account says nothing', [...withPod({}), account()], []],
    [
      'a volume brings it',
      withPod({
        automountServiceAccountToken: false,
        volumes: [
          { name: 'c', configMap: {} },
          { name: 't', ...projected },
        ],
      }),
      [],
    ],
    [
      'the pod has none',
      withPod({ automountServiceAccountToken: false }),
      [
        "LLMD-EPP-ACCESS-TOKEN spec.template.spec.automountServiceAccountToken: the pod sets automountServiceAccountToken: false, and an endpoint picker needs the token; set automountServiceAccountToken: true in the picker's pod",
      ],
    ],
    [
      'the account has none',
      [...withPod({}), account(false)],
      [
        "LLMD-EPP-ACCESS-TOKEN spec.template.spec.serviceAccountName: the ServiceAccount sets automountServiceAccountToken: false, and an endpoint picker needs the token; set automountServiceAccountToken: true in the picker's pod",
      ],
    ],
  ])('%s', (_, objects, expected) => {
    expect(diagnostics(ACCESS_RULES, objects)).toEqual(expected);
  });

  test.each([
    ['other volumes', [{ name: 'tmp', emptyDir: {} }]],
    ['a volume of other things', [{ name: 'p', projected: { sources: [{ configMap: { name: 'a' } }] } }]],
    ['an empty volume', [{ name: 'p', projected: {} }]],
  ])('%s bring none', (_, volumes) => {
    expect(places(ACCESS_RULES, withPod({ automountServiceAccountToken: false, volumes }))).toHaveLength(1);
  });

  test('of the account `default`', () => {
    const none = { ...account(false), metadata: { name: 'default', namespace: 'default' } };
    const subject = deployment('epp', { containers: [pickerContainer(['--endpoint-selector=a=b'])] });
    expect(places(ACCESS_RULES, [subject, none])).toContain(
      'LLMD-EPP-ACCESS-TOKEN spec.template.spec.serviceAccountName',
    );
  });
});
