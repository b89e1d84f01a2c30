import { ServiceAccount } from 'cdk8s-plus-28';
import { Platform } from '../../lib';
import { find } from '../support/objects';
import { newChart } from '../support/synth';

test('Platform hands pod options to the controller, and its ServiceAccount the rights', () => {
  const chart = newChart();
  const serviceAccount = ServiceAccount.fromServiceAccountName(chart, 'account', 'robot', {
    namespaceName: 'agentgateway-system',
  });
  new Platform(chart, 'platform', {
    controllerPods: { serviceAccount, nodeSelector: { pool: 'system' }, imageRegistry: 'mirror.example/hub' },
  });
  const objects = chart.toJson();
  const { spec } = find(objects, 'Deployment', 'agentgateway').spec.template;
  expect(spec).toMatchObject({ serviceAccountName: 'robot', nodeSelector: { pool: 'system' } });
  expect(spec.containers[0].image).toMatch(/^mirror\.example\/hub\/controller:/);
  expect(find(objects, 'ClusterRoleBinding').subjects).toMatchObject([{ name: 'robot' }]);
});
