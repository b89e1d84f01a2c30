import { CONTAINER, type PickerParts, podViolations } from '../../../support/picker-violations';

describe('traces', () => {
  const lost = (args: string) =>
    `LLMD-EPP-TRACING ${CONTAINER}.args${args}: tracing is on, and OTEL_EXPORTER_OTLP_ENDPOINT names no collector; set --tracing=false, or OTEL_EXPORTER_OTLP_ENDPOINT`;
  const env = (name: string, value: string) => ({ container: { env: [{ name, value }] } });
  const beside = (container: object) => ({ pod: { initContainers: [{ restartPolicy: 'Always', ...container }] } });

  test.each<[string, PickerParts, boolean]>([
    ['no collector', {}, false],
    ['a collector', env('OTEL_EXPORTER_OTLP_ENDPOINT', 'http://otel:4317'), true],
    ['a collector of traces', env('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT', 'http://otel:4317'), true],
    ['the console', env('OTEL_TRACES_EXPORTER', 'console'), true],
    ['no collector, by the name of the exporter', env('OTEL_TRACES_EXPORTER', 'otlp'), false],
    ['a sidecar', beside({ image: 'otel/opentelemetry-collector:0.1' }), true],
    ['a sidecar by its port', beside({ image: 'a', ports: [{ containerPort: 4317 }] }), true],
    ['another sidecar', beside({ image: 'a', ports: [{ containerPort: 4318 }] }), false],
  ])('go to %s', (_, parts, goSomewhere) => {
    expect(podViolations(['--tracing'], parts)).toEqual(goSomewhere ? [] : [lost('[2]')]);
  });
});
