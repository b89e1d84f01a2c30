import { showResource } from '../../../api-server/resource';
import { BOTH, ROLE_LABEL, ROLES_BY_FILTER } from '../../../catalogue/endpoint-picker/role-filters';
import { own } from '../../../text/own';
import { listed } from '../../../text/wording';
import { type Labels, selects } from '../../facts/label-selector';
import { type LoadedConfig, loadedConfigs, objectsIn, pluginsOf } from '../../facts/loaded-configs';
import type { PodTemplate } from '../../facts/pod-template';
import type { Rule } from '../../rule';

export const EPP_ROLE: Rule = {
  code: 'LLMD-EPP-ROLE',
  severity: 'warning',
  title: 'The filters of profiles keep pods by labels that pods of the pool have',
  why: 'A filter by role keeps the pods whose label llm-d.ai/role it knows, as prefill-filter does prefill. Other pods get no requests, and a profile that is left without pods answers 503, or leaves its part to the others. From llm-d-router v0.11.0 on the role both is none (llm-d-router PR 2509).',
  *check(set) {
    for (const loaded of set.view(loadedConfigs)) {
      const { pods, pool, resource, path, lineOf } = loaded;
      const profiles = profilesOf(loaded);
      const left = pods.filter(
        ({ labels }) => profiles.length > 0 && !profiles.some((profile) => keeps(profile, labels)),
      );
      for (const pod of left) {
        yield {
          resource: pod.resource,
          path: labelPath(pod),
          message: `no scheduling profile of ${loaded.command.name} keeps these pods, which have ${shown(pod)}: ${listed(profiles.flatMap(({ filters }) => filters.map(({ text }) => text)))}`,
          remedy: 'give the pods a label that one of the filters keeps',
        };
      }
      // Pods that no profile keeps are the ones that an empty profile misses.
      if (left.length > 0) continue;
      for (const [index, profile] of profiles.entries()) {
        if (pods.some(({ labels }) => keeps(profile, labels))) continue;
        const own = pods.map((pod) => `${showResource(pod.resource)} has ${shown(pod)}`);
        yield {
          resource,
          path,
          lineOfText: lineOf(['schedulingProfiles', index]),
          message: `schedulingProfiles[${index}]: profile ${profile.name} keeps no pod of ${pool.kind} ${pool.name}: ${listed(profile.filters.map(({ text }) => text))}, and ${listed(own)}`,
          remedy: 'add pods with such a label, or take the profile away',
        };
      }
    }
  },
};

interface Filter {
  /** What it keeps, for messages. */
  readonly text: string;
  readonly keeps: (labels: Labels) => boolean;
}

interface Profile {
  readonly name: string;
  readonly filters: readonly Filter[];
}

function keeps({ filters }: Profile, labels: Labels): boolean {
  return filters.every((filter) => filter.keeps(labels));
}

function profilesOf(loaded: LoadedConfig): readonly Profile[] {
  const plugins = pluginsOf(loaded);
  const hasBoth = takesBoth(loaded);
  return objectsIn(loaded.config.schedulingProfiles).map(({ name, plugins: references }) => ({
    name: String(name),
    filters: objectsIn(references).flatMap(({ pluginRef }) => {
      const plugin = plugins.get(pluginRef);
      return plugin === undefined ? [] : (filterOf(pluginRef, plugin, hasBoth) ?? []);
    }),
  }));
}

function filterOf(name: string, { type, parameters }: any, hasBoth: boolean): Filter | undefined {
  const settings = typeof parameters === 'object' && parameters !== null ? parameters : {};
  const roles = own(ROLES_BY_FILTER, type);
  if (roles !== undefined) {
    const both = hasBoth && BOTH.filters.includes(type) ? [BOTH.role] : [];
    return byLabel(name, { label: ROLE_LABEL, values: [...roles, ...both], allowsNone: type === 'decode-filter' });
  }
  if (type === 'by-label') {
    const { label, validValues: values, allowsNoLabel = false } = settings;
    if (typeof label !== 'string' || !Array.isArray(values)) return undefined;
    return byLabel(name, { label, values, allowsNone: allowsNoLabel === true });
  }
  if (type !== 'by-label-selector' && type !== 'label-selector-filter') return undefined;
  const { matchLabels = {}, matchExpressions = [] } = settings;
  if (typeof matchLabels !== 'object' || matchLabels === null || !Array.isArray(matchExpressions)) return undefined;
  const selector = { matchLabels, matchExpressions: objectsIn(matchExpressions) };
  return { text: `${name} keeps ${JSON.stringify(settings)}`, keeps: (labels) => selects(selector, labels) };
}

interface ByLabel {
  readonly label: string;
  readonly values: readonly unknown[];
  readonly allowsNone: boolean;
}

function byLabel(name: string, { label, values, allowsNone }: ByLabel): Filter {
  return {
    text: `${name} keeps ${label} ${listed(values.map(String), 'or')}${allowsNone ? ', and pods without it' : ''}`,
    keeps: (labels) => {
      const value = own(labels, label);
      return value === undefined ? allowsNone : values.includes(value);
    },
  };
}

/** Whether the release knows the role `both`; a release that is not known may. */
function takesBoth({ command: { picker } }: LoadedConfig): boolean {
  const version = /llm-d-router[^/]*:v(\d+)\.(\d+)\./.exec(picker.container.container.image ?? '');
  const release = /^llm-d-router-v(\d+)\.(\d+)\./.exec(picker.release.id);
  const [, major, minor] = version ?? release ?? [];
  return major === undefined || (Number(major) <= BOTH.until[0] && Number(minor) < BOTH.until[1]);
}

function labelPath({ path, resource, labels }: PodTemplate): (string | number)[] {
  const place = resource.kind === 'Pod' ? ['metadata', 'labels'] : [...path, 'metadata', 'labels'];
  return labels[ROLE_LABEL] === undefined ? place : [...place, ROLE_LABEL];
}

function shown({ labels }: PodTemplate): string {
  return labels[ROLE_LABEL] === undefined ? `no label ${ROLE_LABEL}` : `${ROLE_LABEL} ${labels[ROLE_LABEL]}`;
}
