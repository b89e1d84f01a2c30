import { App } from 'cdk8s';
import { Drain, Dtype, Engine, InferenceStack, LlmdChart, Model } from '../../../lib';

/** Argument lists from the guides of llm-d and the documentation of vLLM. */
export const WRITTEN: readonly string[] = [
  'facebook/opt-125m --gpu-memory-utilization 0.3',
  '--model facebook/opt-125m --port 8000',
  '--model=Qwen/Qwen3-0.6B --served-model-name qwen tiny --max-model-len=4k',
  'meta-llama/Llama-3.1-8B-Instruct -tp 2 --max-num-seqs=256 --dtype bfloat16 --disable-uvicorn-access-log',
  'Qwen/Qwen3-32B --tensor-parallel-size 2 --gpu-memory-utilization 0.95 --block-size 64 --enable-prefix-caching',
  'openai/gpt-oss-120b --port=8200 --shutdown-timeout 45 --kv-transfer-config {"kv_connector":"NixlConnector","kv_role":"kv_consumer"} --block-size=128',
  'openai/gpt-oss-120b --kv-transfer-config={"kv_connector":"NixlConnector","kv_role":"kv_both","kv_load_failure_policy":"fail"} --enable-auto-tool-choice --tool-call-parser openai',
  'meta-llama/Llama-3.1-70B -tp=8 --kv-events-config {"enable_kv_cache_events":true,"publisher":"zmq","endpoint":"tcp://*:5556","topic":"kv@pod@model"} --prefix-caching-hash-algo sha256_cbor',
  'deepseek-ai/DeepSeek-R1-0528 --trust-remote-code --enable-expert-parallel --data-parallel-size 16 --data-parallel-size-local 8 --data-parallel-hybrid-lb --data-parallel-address 10.0.0.1 --data-parallel-rpc-port 5555 --data-parallel-start-rank 8 --all2all-backend deepep_low_latency --enable-dbo --dbo-decode-token-threshold 32 --enable-eplb --eplb-config {"window_size":1000,"step_interval":3000,"num_redundant_experts":32,"log_balancedness":false}',
  'deepseek-ai/DeepSeek-V3 --data-parallel-multi-port-external-lb --data-parallel-size 16 --data-parallel-size-local 8 --data-parallel-supervisor-port 8008 --port 8000 --moe-backend deep-gemm --async-scheduling --compilation-config {"cudagraph_mode":"FULL_DECODE_ONLY","max_cudagraph_capture_size":512}',
  'Qwen/Qwen3-VL-8B --limit-mm-per-prompt {"image":2,"video":0} --mm-processor-cache-gb 0 --mm-encoder-tp-mode data --allowed-media-domains example.com cdn.example.com',
  'mistralai/Mistral-7B-Instruct-v0.3 --tokenizer-mode mistral --config-format mistral --load-format mistral --tool-call-parser mistral --enable-auto-tool-choice --chat-template-content-format openai',
  'meta-llama/Llama-3.1-8B --enable-lora --max-loras 4 --max-lora-rank 64 --max-cpu-loras 12 --lora-modules sql=/adapters/sql chat=/adapters/chat --lora-dtype auto',
  'meta-llama/Llama-3.1-8B --enable-lora --lora-modules {"name":"sql","path":"/adapters/sql","base_model_name":"meta-llama/Llama-3.1-8B"} --fully-sharded-loras',
  'Qwen/Qwen3-8B --speculative-config {"method":"ngram","num_speculative_tokens":3} --scheduling-policy priority --max-num-batched-tokens 8192 --no-enable-chunked-prefill',
  'Qwen/Qwen3-8B --speculative-config.method eagle3 --speculative-config.num_speculative_tokens 2 --hf-overrides.rope_theta 1e6 --compilation-config.pass_config.fuse_norm_quant true -O3',
  'BAAI/bge-m3 --runner pooling --convert embed --pooler-config {"pooling_type":"CLS","dimensions":256} --max-model-len auto',
  'Qwen/Qwen3-8B --kv-transfer-config {"kv_connector":"OffloadingConnector","kv_role":"kv_both","kv_connector_extra_config":{"cpu_bytes_to_use":100g}} --kv-cache-dtype fp8 --kv-cache-memory-bytes 20G --cpu-offload-gb 0',
  'Qwen/Qwen3-8B --reasoning-parser qwen3 --structured-outputs-config {"backend":"xgrammar","disable_any_whitespace":true} --otlp-traces-endpoint http://otel:4317 --collect-detailed-traces all --seed 42',
  'Qwen/Qwen3-8B --api-key a b --root-path /qwen --allowed-origins ["*"] --ssl-keyfile /tls/key --ssl-certfile /tls/crt --uvicorn-log-level warning --enable-request-id-headers --middleware my.Middleware',
  'Qwen/Qwen3-8B --attention-backend FLASHINFER --attention-config {"backend":"FLASH_ATTN","flash_attn_version":3} --quantization fp8 --enforce-eager --max_model_len 2048',
  'Qwen/Qwen3-8B --profiler-config {"profiler":"torch","torch_profiler_dir":"/traces"} --logging-config {"log_level":"DEBUG","formatter":"json"} --generation-config vllm --override-generation-config {"temperature":0.2}',
  'Qwen/Qwen3-8B --headless --nnodes 2 -r 1 --master-addr leader --master-port 29501 --distributed-executor-backend mp --pipeline-parallel-size 2',
  'Qwen/Qwen3-8B --additional-config {"a":1} --quantization-config {"linear":"fp8_per_tensor","ignore":["lm_head"]} --cudagraph-capture-sizes 1 2 4 8 --kernel-config {"moe_backend":"triton"} --ir-op-priority {"rms_norm":"a,b"}',
  'Qwen/Qwen3-8B --ec-transfer-config {"ec_connector":"ECExampleConnector","ec_role":"ec_producer"} --aux-output-config {"max_bytes":1024} --reasoning-config {"reasoning_start_str":"<think>"} --weight-transfer-config {"backend":"nccl"} --fault-tolerance-config {"engine_recovery_timeout_sec":60}',
];

/** A line as a list: no value in it has a space. */
export function listOf(line: string): string[] {
  return line.split(' ');
}

/** The arguments that the engines of this project write, with every option set. */
export function emitted(): string[][] {
  const model = Model.huggingFace('facebook/opt-125m', { revision: 'main' });
  const engines = [
    Engine.vllmCpu(),
    Engine.vllmCpu({ maxModelLen: 2048, maxNumSeqs: 16, dtype: Dtype.BFLOAT16, enforceEager: true }),
    Engine.vllmCpu({ gpuMemoryUtilization: 1, dtype: Dtype.AUTO, ompThreadsBind: '0-3' }),
  ];
  const chart = new LlmdChart(new App(), 'lists');
  engines.forEach((engine, index) => {
    [Drain.none(), Drain.of()].forEach((drain, other) => {
      const servedModelNames = other === 0 ? undefined : ['opt', 'opt-canary'];
      new InferenceStack(chart, `stack-${index}-${other}`, { model, engine, drain, servedModelNames });
    });
  });
  return chart
    .toJson()
    .filter(({ kind }: any) => kind === 'Deployment')
    .flatMap(({ spec }: any) => spec.template.spec.containers)
    .filter(({ image }: any) => image.includes('vllm'))
    .map(({ args }: any) => args);
}
