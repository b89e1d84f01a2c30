import type { Rule } from '../../rule';
import { environmentOf } from '../../facts/environment';
import { type PickerCommand, pickerCommands } from '../../facts/picker-commands';
import { containersOf } from '../../facts/pods';

export const EPP_TRACING: Rule = {
  code: 'LLMD-EPP-TRACING',
  severity: 'warning',
  title: 'An endpoint picker that traces has a collector',
  why: 'Tracing is on by default, and sends to http://localhost:4317. Where no collector listens there, the picker logs an error every few seconds.',
  *check(set) {
    for (const command of set.view(pickerCommands)) {
      if (!command.isCertain || command.isOn('tracing') !== true || hasCollector(command)) continue;
      yield {
        ...command.at('tracing'),
        message: 'tracing is on, and OTEL_EXPORTER_OTLP_ENDPOINT names no collector',
        remedy: 'set --tracing=false, or OTEL_EXPORTER_OTLP_ENDPOINT',
      };
    }
  },
};

const ENDPOINTS = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'];

function hasCollector({ picker: { container, pod } }: PickerCommand): boolean {
  const environment = environmentOf(container);
  const goesElsewhere = !['otlp', null].includes(environment('OTEL_TRACES_EXPORTER') ?? null);
  const isBeside = containersOf(pod).some(
    ({ container: other }) =>
      /otel|opentelemetry|collector|jaeger|alloy/.test(other.image ?? '') ||
      (other.ports ?? []).some(({ containerPort }: any) => containerPort === 4317),
  );
  return goesElsewhere || isBeside || ENDPOINTS.some((name) => environment(name) !== null);
}
