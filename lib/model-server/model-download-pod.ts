import { EnvValue, type IPersistentVolumeClaim, type ISecret } from 'cdk8s-plus-28';
import { Mount, scratch } from '../kubernetes/mount';
import { envVar, type WorkloadPod } from '../kubernetes/pod';
import { hubEnv } from './model-hugging-face';

/** What is downloaded, and where to. */
export interface Download {
  readonly id: string;
  readonly revision: string;
  readonly token?: ISecret;
  readonly endpoint?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly image: string;
  readonly claim: IPersistentVolumeClaim;
  readonly folder: string;
  readonly labels: { readonly [key: string]: string };
}

const PATH = '/models';

/** The file in the folder of the model that the script writes last. */
export const COMPLETION_FILE = '.download-complete';

/**
 * Downloads once: a mark in the folder says for which request it is complete. `hf download` continues what an earlier try
 * has left. Without `$(…)`, which Kubernetes would read as the reference to a variable.
 */
const SCRIPT = `set -eu
folder=$1
shift
if grep -qsxF -- "$*" "$folder/${COMPLETION_FILE}"; then
  echo "$folder is complete"
  exit 0
fi
hf download "$@" --local-dir "$folder"
printf '%s\\n' "$*" > "$folder/${COMPLETION_FILE}"
`;

// The user of vLLM's image, and of its model servers.
const USER = 1000;

/** The pod of a download. */
export function downloadPod(download: Download): WorkloadPod {
  const { id, revision, image, claim, folder, labels, include = [], exclude = [] } = download;
  const patterns = [...include.map((each) => `--include=${each}`), ...exclude.map((each) => `--exclude=${each}`)];
  const env = {
    HOME: EnvValue.fromValue('/tmp'),
    HF_HOME: EnvValue.fromValue('/tmp/huggingface'),
    DO_NOT_TRACK: EnvValue.fromValue('1'),
    ...hubEnv(download),
  };
  return {
    // A Job selects its pods by a label that its controller adds.
    selector: {},
    labels,
    main: {
      name: 'download',
      image,
      command: ['sh', '-c', SCRIPT, 'download'],
      args: [`${PATH}/${folder}`, id, `--revision=${revision}`, ...patterns],
      env: Object.entries(env).map(([name, value]) => envVar(name, value)),
      mounts: [scratch('/tmp'), Mount.persistentVolumeClaim(PATH, claim)],
      resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '4Gi' } },
    },
    spec: {
      // Pods that failed stay, with their logs.
      restartPolicy: 'Never',
      securityContext: { runAsUser: USER, fsGroup: USER, fsGroupChangePolicy: 'OnRootMismatch' },
    },
  };
}
