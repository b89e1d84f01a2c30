import type { Path } from '../../../text/path';
import type { PickerCommand } from '../../facts/picker-commands';

/** A probe of the container of an endpoint picker. */
export interface PickerProbe {
  readonly field: 'startupProbe' | 'readinessProbe' | 'livenessProbe';
  readonly type: 'grpc' | 'httpGet' | 'tcpSocket';
  /** Undefined for a name that the container does not have. */
  readonly port: number | undefined;
  /** The service that gRPC is asked for. */
  readonly service: string;
  /** Of the handler. */
  readonly path: Path;
}

/** The probes that go to the picker itself. */
export function probesOf({ picker: { container } }: PickerCommand): readonly PickerProbe[] {
  const { ports = [], ...fields } = container.container;
  return (['startupProbe', 'readinessProbe', 'livenessProbe'] as const).flatMap((field) =>
    (['grpc', 'httpGet', 'tcpSocket'] as const).flatMap((type): PickerProbe[] => {
      const handler = fields[field]?.[type];
      if (handler === undefined || handler.host) return [];
      const named = ports.find(({ name }: any) => name === handler.port)?.containerPort;
      const port: number | undefined = typeof handler.port === 'number' ? handler.port : named;
      return [{ field, type, port, service: handler.service ?? '', path: [...container.path, field, type] }];
    }),
  );
}
