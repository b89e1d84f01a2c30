import type { Size } from 'cdk8s';
import { EnvValue, type ISecret } from 'cdk8s-plus-28';
import { refuse } from '../errors';
import { Mount } from '../kubernetes/mount';
import { type Checks, checkedOptions } from '../options/check';
import { resource, size, textLike } from '../options/checks';
import { show } from '../text/wording';
import { httpUrl, servedName } from './model-id';
import type { ModelSpec } from './model-spec';

/** Options of `Model.objectStorage`. */
export interface ObjectStorageOptions {
  /**
   * Id under which the model is served unless other names are given.
   * @default - the last part of the URI: `llama-3-8b` of `s3://models/llama-3-8b`
   */
  readonly id?: string;
  /**
   * Secret with credentials. For `s3://` its keys are `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`; for `gs://` its key
   * `credentials.json` is the JSON file of a service account. Only the reference is written.
   * @default - none: the identity that the cloud gives to the pod's ServiceAccount or node
   */
  readonly credentials?: ISecret;
  /**
   * Address of an S3-compatible storage such as MinIO or Ceph: `AWS_ENDPOINT_URL`. Buckets are part of the path then, not
   * of the host's name.
   * @default - AWS
   */
  readonly endpointUrl?: string;
  /**
   * Region of the bucket: `AWS_DEFAULT_REGION`.
   * @default - what the storage client finds
   */
  readonly region?: string;
  /**
   * Size of the weights. The time that a pod may take to start follows from it.
   * @default - estimated from the id
   */
  readonly size?: Size;
}

const WHERE = 'Model.objectStorage';
const CREDENTIALS = '/var/run/secrets/model-storage';

const CHECKS: Checks<ObjectStorageOptions> = {
  id: servedName,
  credentials: resource('a Secret, for example Secret.fromSecretName(chart, "s3", "s3")'),
  endpointUrl: httpUrl,
  region: textLike(/^[a-z0-9-]+$/, 'a region such as eu-central-1'),
  size,
};

/** A model in object storage. */
export function modelInObjectStorage(uri: string, options: ObjectStorageOptions): ModelSpec {
  const parts = /^(s3|gs):\/\/([a-z0-9][\w.-]*(?:\/(?!\.\.?(?:\/|$))[\w@+=,.-]+)*)\/?$/.exec(uri);
  if (parts === null) {
    refuse(WHERE, {
      code: 'LLMD-MODEL-URI',
      got: show(uri),
      expected: 'the folder of a model in a bucket, such as s3://models/llama-3-8b or gs://models/llama-3-8b',
      remedy: 'write s3:// or gs://, the bucket and the folder; other storage is for Model.custom',
    });
  }
  const { id, credentials, endpointUrl, region, size: weights } = checkedOptions(WHERE, options, CHECKS);
  const isS3 = parts[1] === 's3';
  if (!isS3 && (endpointUrl !== undefined || region !== undefined)) {
    refuse(WHERE, {
      code: 'LLMD-MODEL-STORAGE-OPTION',
      got: `${endpointUrl === undefined ? 'region' : 'endpointUrl'} for ${show(uri)}`,
      expected: 'endpointUrl and region for s3:// only',
      remedy: 'leave it out, or write s3://',
    });
  }
  return {
    id: id ?? parts[2].replace(/^.*\//, ''),
    location: `${parts[1]}://${parts[2]}`,
    isStreamed: true,
    env: isS3 ? s3(credentials, endpointUrl, region) : gcs(credentials),
    ...(!isS3 && credentials && { mounts: [Mount.secret(CREDENTIALS, credentials)] }),
    ...(weights && { size: weights }),
  };
}

/** Variables of the streamer. Source: runai-model-streamer, docs/src/usage.md. */
function s3(secret?: ISecret, endpointUrl?: string, region?: string): { [name: string]: EnvValue } {
  const keys = secret === undefined ? [] : ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'];
  return {
    ...Object.fromEntries(keys.map((key) => [key, EnvValue.fromSecretValue({ secret: secret!, key })])),
    ...(endpointUrl && {
      AWS_ENDPOINT_URL: EnvValue.fromValue(endpointUrl),
      RUNAI_STREAMER_S3_USE_VIRTUAL_ADDRESSING: EnvValue.fromValue('0'),
      // Without it the client waits some seconds for AWS' metadata server, which is not there.
      AWS_EC2_METADATA_DISABLED: EnvValue.fromValue('true'),
    }),
    ...(region && { AWS_DEFAULT_REGION: EnvValue.fromValue(region) }),
  };
}

function gcs(secret?: ISecret): { [name: string]: EnvValue } {
  return secret === undefined
    ? {}
    : { GOOGLE_APPLICATION_CREDENTIALS: EnvValue.fromValue(`${CREDENTIALS}/credentials.json`) };
}
