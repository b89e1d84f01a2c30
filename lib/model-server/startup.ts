import { AcceleratorVendor } from './accelerator-spec';
import type { Model } from './model';
import { weightsOf } from './model-weights';

/**
 * What an engine needs beside reading the weights, in seconds: imports, compilation and the capture of graphs. Three
 * engines on two cores restarted one after the other in 6 to 9 minutes; GPUs compile for one to three minutes. The rest is
 * patience, since a restart during the start begins it anew.
 */
const ENGINE = 600;

/**
 * What compilation takes on TPUs besides: 20 to 30 minutes where nothing is cached, as vLLM's documentation of its
 * installation for TPUs says. XLA compiles a graph for each shape.
 */
const XLA = 1800;

/** Patience where the size of the weights is not known. */
const UNKNOWN = 1800;

/** Bytes per second at which weights arrive at the least. */
const RATES = {
  /** From the hub, through a connection of 400 Mbit/s to the internet. */
  download: 50e6,
  /** From a volume: a network file system, or a disk such as AWS' gp3 (125 MiB/s unless more is paid for). */
  volume: 100e6,
  /** From object storage in parallel, through a connection of 2 Gbit/s. */
  stream: 250e6,
};

/**
 * How long an engine may take until it can serve a model, in whole minutes but in seconds: its own start, and the weights
 * at the rate of their source.
 */
export function startupSeconds(model: Model, vendor?: AcceleratorVendor): number {
  const bytes = weightsOf(model);
  const compilation = vendor === AcceleratorVendor.GOOGLE_TPU ? XLA : 0;
  return compilation + (bytes === undefined ? UNKNOWN : 60 * Math.ceil((ENGINE + bytes / rateOf(model)) / 60));
}

function rateOf({ location, spec }: Model): number {
  if (spec.isStreamed) return RATES.stream;
  return location.startsWith('/') ? RATES.volume : RATES.download;
}
