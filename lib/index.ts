export { EndpointPickerAccess, type EndpointPickerAccessProps } from './endpoint-picker/access';
export { EndpointPickerConfig, type ScorerWeights } from './endpoint-picker/config';
export {
  EndpointPicker,
  type EndpointPickerOptions,
  type EndpointPickerProps,
} from './endpoint-picker/endpoint-picker';
export type { EndpointPickerSidecar, EndpointPickerTransport } from './endpoint-picker/transport';
export type { ErrorDetails } from './errors';
export { AllowedRoutes } from './gateway/allowed-routes';
export { type AgentgatewayOptions, ProxyServiceType } from './gateway/agentgateway';
export type { DataPlaneCapabilities, Entry, IDataPlane, RouteOptions } from './gateway/data-plane-contract';
export { DataPlane } from './gateway/data-plane';
export type { EnvoyGatewayOptions } from './gateway/envoy-gateway';
export type { ExistingGatewayOptions } from './gateway/existing-gateway';
export type { GatewayReference } from './gateway/gateway-reference';
export { EnvoyPlacement, type StandaloneEnvoyOptions } from './gateway/standalone-envoy';
// The guides are a subpath, `cdk8s-llm-d/guides`, too; from 1.0 on they will be there alone.
export * from './guides';
export { Accelerator } from './model-server/accelerator';
export {
  type AcceleratorOptions,
  type AmdOptions,
  type AscendOptions,
  type CustomAcceleratorOptions,
  type DeviceClaimOptions,
  type GoogleTpuOptions,
  type IntelGaudiOptions,
  IntelGpuDriver,
  type IntelXpuOptions,
  type NvidiaOptions,
} from './model-server/accelerator-options';
export { type AcceleratorSpec, AcceleratorVendor } from './model-server/accelerator-spec';
export { Drain, type DrainOptions } from './model-server/drain';
export { Engine } from './model-server/engine';
export type { EngineRequest, EngineSpec, IEngine } from './model-server/engine-contract';
export {
  LoraAdapter,
  type LoraAdapterOptions,
  type LoraAdapterSpec,
  type LoraFolderOptions,
} from './model-server/lora-adapter';
export type { LoraOptions } from './model-server/lora-arguments';
export { Model } from './model-server/model';
export type { ModelSpec } from './model-server/model-spec';
export { ModelCache } from './model-server/model-cache';
export { ModelDownload, type ModelDownloadProps } from './model-server/model-download';
export type { ModelStorage } from './model-server/model-download-claim';
export type { HuggingFaceOptions } from './model-server/model-hugging-face';
export type { ImageModelOptions } from './model-server/model-image';
export type { ObjectStorageOptions } from './model-server/model-object-storage';
export type { VolumeModelOptions } from './model-server/model-volume';
export { ModelServer } from './model-server/model-server';
export type { IModelServer } from './model-server/model-server-contract';
export type { DisruptionBudget, ModelServerOptions, ModelServerProps } from './model-server/model-server-options';
export { RocmGpu, type SglangKvEvents, type SglangOptions } from './model-server/sglang-options';
export type { SecurityException } from './model-server/security-exception';
export { LatencyCalculator, type SimulatorLatencyOptions } from './model-server/simulator-latency';
export { SimulatorFailure, SimulatorMode, type SimulatorOptions } from './model-server/simulator-options';
export type { SimulatorToolCallOptions } from './model-server/simulator-tool-calls';
export type { VllmKvEvents } from './model-server/vllm/kv-events';
export { KvTransfer } from './model-server/vllm/kv-transfer';
export {
  KvRole,
  type LmCacheOptions,
  type MooncakeOptions,
  type NixlOptions,
  type OffloadingOptions,
} from './model-server/vllm/kv-transfer-options';
export type { SpeculativeConfig } from './model-server/vllm/speculative-config';
export type { VllmOptions } from './model-server/vllm/vllm-options';
export type { VllmParallelOptions } from './model-server/vllm/vllm-parallel-options';
export type { VllmCpuOptions } from './model-server/vllm/vllm-cpu';
export { Architecture, Dtype } from './model-server/vllm/vllm-enums';
export { AgentgatewayAccess, type AgentgatewayAccessProps } from './platform/agentgateway-access';
export { AgentgatewayController, type AgentgatewayControllerProps } from './platform/agentgateway-controller';
export { ControllerNamespace, type ControllerNamespaceProps } from './platform/controller-namespace';
export { CustomResourceDefinitions, type CustomResourceDefinitionsProps } from './platform/crds';
export { Platform, type PlatformProps } from './platform/platform';
export { Release } from './catalogue/endpoint-picker/release';
export type { ExistingPoolOptions } from './routing/existing-inference-pool';
export {
  InferenceObjective,
  type InferenceObjectiveOptions,
  type InferenceObjectiveProps,
} from './routing/inference-objective';
export {
  type ExistingPods,
  InferencePool,
  type InferencePoolOptions,
  type InferencePoolProps,
} from './routing/inference-pool';
export { FailureMode, type IInferencePool } from './routing/inference-pool-contract';
export { ModelRewrite, type ModelRewriteOptions, type ModelRewriteProps } from './routing/model-rewrite';
export type { RewriteRule, RewriteTarget } from './routing/rewrite-rules';
export { InferenceStack, type InferenceStackProps, LlmdStack, type LlmdStackProps } from './stack';
export { LlmdChart, type LlmdChartProps } from './app/chart';
export type { Metadata, MetadataOptions } from './kubernetes/metadata';
export { type EmptyDirMountOptions, Mount } from './kubernetes/mount';
export type { PodOptions } from './kubernetes/pod-options';
export type { ProbeOptions, ProbeTiming } from './kubernetes/probe-options';
export type { ResourceQuantities } from './kubernetes/resources';
export type { Rollout } from './kubernetes/rollout';
export { type OutsideObject, Validation, type ValidationOptions } from './app/validation';

// Not a part of the jsii assembly, which has no errors.
import { LlmdError as ErrorOfThisLibrary } from './errors';
export const LlmdError = ErrorOfThisLibrary;
export type LlmdError = ErrorOfThisLibrary;

// Not a part of the constructs' API, nor of the jsii assembly: cdk8s-cli looks for its plugin where a package begins.
import { LlmdValidation as CliPlugin } from './validation/plugin';
export const LlmdValidation = CliPlugin;
