import type { Checks } from '../../options/check';
import { text, whole } from '../../options/checks';

/** KV events, which tell an endpoint picker what each pod has cached. */
export interface VllmKvEvents {
  /**
   * Port on which the pod publishes them. Each data-parallel rank takes the next one.
   * @default 5556
   */
  readonly port?: number;
  /**
   * Port at which lost events can be asked for again.
   * @default - none
   */
  readonly replayPort?: number;
  /**
   * Topic of the events. Kubernetes replaces `$(POD_IP)` in it.
   * @default - `kv@$(POD_IP):<port of the model server>@<primary model name>`, which llm-d's endpoint picker expects
   */
  readonly topic?: string;
}

const PORT = whole(1024, 65535);

/** Checks of `VllmKvEvents`. */
export const KV_EVENTS_CHECKS: Checks<VllmKvEvents> = { port: PORT, replayPort: PORT, topic: text };

const DEFAULT_PORT = 5556;

/** The value of `--kv-events-config`. */
export function kvEventsJson(events: VllmKvEvents, port: number, model: string): string {
  const { port: eventsPort = DEFAULT_PORT, replayPort, topic = `kv@$(POD_IP):${port}@${model}` } = events;
  return JSON.stringify({
    enable_kv_cache_events: true,
    publisher: 'zmq',
    endpoint: `tcp://*:${eventsPort}`,
    ...(replayPort !== undefined && { replay_endpoint: `tcp://*:${replayPort}` }),
    topic,
  });
}

/** Ports of the events by their names. */
export function kvEventsPorts({ port = DEFAULT_PORT, replayPort }: VllmKvEvents): { [name: string]: number } {
  return { 'kv-events': port, ...(replayPort !== undefined && { 'kv-replay': replayPort }) };
}
