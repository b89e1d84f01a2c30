import type { Size } from 'cdk8s';
import { EnvFieldPaths, EnvValue } from 'cdk8s-plus-28';
import { refuse } from '../../errors';
import { checkedOptions, isPlain } from '../../options/check';
import { having, listOf } from '../../options/checks';
import { show } from '../../text/wording';
import {
  KvRole,
  LM_CACHE,
  type LmCacheOptions,
  MOONCAKE,
  type MooncakeOptions,
  NIXL,
  type NixlOptions,
  OFFLOADING,
  type OffloadingOptions,
} from './kv-transfer-options';
import type { KvTransferSpec } from './kv-transfer-spec';

const WHERE = 'KvTransfer';

/** A check of a KvTransfer. */
export const kvTransfer = having('a KvTransfer, for example KvTransfer.nixl()', '_spec');

/** Moves KV caches between accelerators, hosts and model servers: `--kv-transfer-config` of vLLM. */
export class KvTransfer {
  /** NIXL: from one model server to another, as prefill and decode in separate pods need it. */
  static nixl(options: NixlOptions = {}): KvTransfer {
    const { role, sideChannelPort = 5600, bufferDevice } = checkedOptions(`${WHERE}.nixl`, options, NIXL);
    return new KvTransfer({
      config: {
        kv_connector: 'NixlConnector',
        kv_role: role ?? KvRole.BOTH,
        ...(bufferDevice !== undefined && { kv_buffer_device: bufferDevice }),
      },
      env: {
        // vLLM announces this address; without it, that is "localhost".
        VLLM_NIXL_SIDE_CHANNEL_HOST: EnvValue.fromFieldRef(EnvFieldPaths.POD_IP),
        VLLM_NIXL_SIDE_CHANNEL_PORT: EnvValue.fromValue(String(sideChannelPort)),
      },
      port: { name: 'nixl', number: sideChannelPort, isPerRank: true },
    });
  }

  /** LMCache: into memory of the host, or to a server that several model servers share. */
  static lmCache(options: LmCacheOptions = {}): KvTransfer {
    const { role, maxLocalCpuSize, remoteUrl } = checkedOptions(`${WHERE}.lmCache`, options, LM_CACHE);
    const extra = {
      ...(maxLocalCpuSize && {
        'lmcache.local_cpu': true,
        'lmcache.max_local_cpu_size': bytesOf(maxLocalCpuSize) / 2 ** 30,
      }),
      ...(remoteUrl !== undefined && { 'lmcache.remote_url': remoteUrl }),
    };
    return new KvTransfer({
      config: {
        kv_connector: 'LMCacheConnectorV1',
        kv_role: role ?? KvRole.BOTH,
        ...(Object.keys(extra).length > 0 && { kv_connector_extra_config: extra }),
      },
      ...(maxLocalCpuSize && { hostBytesPerRank: bytesOf(maxLocalCpuSize) }),
    });
  }

  /** Mooncake's transfer engine: from one model server to another. vLLM has it since 0.13. */
  static mooncake(options: MooncakeOptions = {}): KvTransfer {
    const { role, bootstrapPort = 8998, protocol } = checkedOptions(`${WHERE}.mooncake`, options, MOONCAKE);
    return new KvTransfer({
      config: {
        kv_connector: 'MooncakeConnector',
        kv_role: role ?? KvRole.BOTH,
        ...(protocol !== undefined && { kv_connector_extra_config: { mooncake_protocol: protocol } }),
      },
      env: { VLLM_MOONCAKE_BOOTSTRAP_PORT: EnvValue.fromValue(String(bootstrapPort)) },
      port: { name: 'mooncake', number: bootstrapPort, isPerRank: false },
      since: '0.13',
    });
  }

  /** vLLM's own offloading of KV caches into memory of the host. vLLM has it in this form since 0.14. */
  static offloading(options: OffloadingOptions): KvTransfer {
    const where = `${WHERE}.offloading`;
    const { cpuBytes, blockSize, fileSystemPath } = checkedOptions(where, options, OFFLOADING);
    return new KvTransfer({
      config: {
        kv_connector: 'OffloadingConnector',
        kv_role: KvRole.BOTH,
        kv_connector_extra_config: {
          cpu_bytes_to_use: bytesOf(cpuBytes),
          ...(blockSize !== undefined && { block_size: blockSize }),
          ...(fileSystemPath !== undefined && {
            spec_name: 'TieringOffloadingSpec',
            secondary_tiers: [{ type: 'fs', root_dir: fileSystemPath }],
          }),
        },
      },
      ...(fileSystemPath !== undefined && { env: { PYTHONHASHSEED: EnvValue.fromValue('0') } }),
      hostBytes: bytesOf(cpuBytes),
      since: fileSystemPath === undefined ? '0.14' : '0.22',
    });
  }

  /** Several at once, each of which is asked in turn: vLLM's `MultiConnector`. */
  static multi(transfers: KvTransfer[]): KvTransfer {
    const where = `${WHERE}.multi`;
    listOf(kvTransfer)(where, 'the transfers', transfers);
    if (transfers.length < 2) {
      refuse(where, {
        code: 'LLMD-KV-TRANSFER-MULTI',
        got: `${transfers.length} transfers`,
        expected: 'two or more',
        remedy: 'pass the one transfer itself as kvTransfer',
      });
    }
    return new KvTransfer({
      config: {
        kv_connector: 'MultiConnector',
        kv_role: KvRole.BOTH,
        kv_connector_extra_config: { connectors: transfers.map(({ spec }) => spec.config) },
      },
      parts: transfers.map(({ spec }) => spec),
    });
  }

  /**
   * Any other connector: the value of `--kv-transfer-config` as an object, for example
   * `{ kv_connector: 'HF3FSKVConnector', kv_role: 'kv_both' }`.
   */
  static custom(config: { [key: string]: any }): KvTransfer {
    if (!isPlain(config) || typeof config.kv_connector !== 'string' || config.kv_connector === '') {
      refuse(`${WHERE}.custom`, {
        code: 'LLMD-KV-TRANSFER',
        got: show(config),
        expected: 'an object with kv_connector, as --kv-transfer-config takes it',
        remedy: "pass for example { kv_connector: 'NixlConnector', kv_role: 'kv_both' }",
      });
    }
    return new KvTransfer({ config, isCustom: true });
  }

  private constructor(private readonly spec: KvTransferSpec) {}

  /** @internal */
  _spec(): KvTransferSpec {
    return this.spec;
  }
}

function bytesOf(bytes: Size): number {
  return bytes.toKibibytes() * 1024;
}
