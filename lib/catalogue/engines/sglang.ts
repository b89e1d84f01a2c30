/**
 * Versions of SGLang that this library knows, newest first. Each has a table of its arguments in `imports/sglang`, which
 * scripts/sglang-arguments/introspect.py writes.
 */
export const SGLANG_VERSIONS = ['0.5.23', '0.5.20'] as const;

/** `SGLANG` is a record of these: a version that lacks a row does not compile. */
export type SglangVersion = (typeof SGLANG_VERSIONS)[number];

/** What one version of SGLang is. */
export interface SglangData {
  readonly version: SglangVersion;
  /** How the row was confirmed: its source was read and its parser asked. No server was run. */
  readonly confirmed: 'source';
  readonly images: {
    /** CUDA. */
    readonly nvidia: string;
    /** ROCm, by the family of the GPU; undefined where the tags are not known. */
    readonly amd?: { readonly mi30x: string; readonly mi35x: string };
  };
}

/** The version that llm-d v0.10's guides run is the default of constructs. */
export const SGLANG: { readonly [version in SglangVersion]: SglangData } = {
  '0.5.23': { version: '0.5.23', confirmed: 'source', images: { nvidia: sglangImage('0.5.23') } },
  // llm-d v0.10.0, guides/recipes/modelserver/components/images; the tag for MI300 as ROCm's own recipes have it.
  '0.5.20': {
    version: '0.5.20',
    confirmed: 'source',
    images: {
      nvidia: sglangImage('0.5.20'),
      amd: { mi30x: `${sglangImage('0.5.20')}-rocm10-mi30x`, mi35x: `${sglangImage('0.5.20')}-rocm724-mi35x` },
    },
  },
};

export const DEFAULT_SGLANG: SglangData = SGLANG['0.5.20'];

/** The image of a version for CUDA, known or not. */
export function sglangImage(version: string): string {
  return `lmsysorg/sglang:v${version}`;
}

/** The version that an image's tag names, with any suffix; undefined for any other image. */
export function sglangOfImage(image: string): SglangData | undefined {
  const version = /:v(\d+\.\d+\.\d+(?:\.post\d+)?)(?:-[\w.-]+)?(?:@.*)?$/.exec(image)?.[1];
  const known = SGLANG_VERSIONS.find((candidate) => candidate === version);
  return known && SGLANG[known];
}

/**
 * Pod labels by which an endpoint picker knows that a pod runs SGLang: without one it looks for vLLM's metrics and finds
 * none. llm-d-router reads the first, GAIE the second. Source: llm-d-router v0.10.0 and GAIE v1.5.0, core-metrics-extractor.
 */
export const SGLANG_POD_LABELS: { readonly [label: string]: string } = {
  'llm-d.ai/engine-type': 'sglang',
  'inference.networking.k8s.io/engine-type': 'sglang',
};
