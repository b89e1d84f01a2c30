import { type ApiObject, JsonPatch } from 'cdk8s';
import type { Construct } from 'constructs';
import type { ClusterKinds, ModelKinds, NamespacedKinds } from './kinds';
import { type Metadata, objectMetadata } from './metadata';
import { CheckedObject } from './checked-object';

/*
 * Functions that make all objects except ServiceAccounts, which are cdk8s-plus constructs so that users can bind more
 * roles to them.
 */

/** Makes an object with a namespace. `type` is `group/version/Kind`. */
export function kubeObject<Type extends keyof NamespacedKinds>(
  scope: Construct,
  id: string,
  type: Type,
  metadata: Metadata,
  body: NamespacedKinds[Type],
): ApiObject {
  return new CheckedObject(scope, id, {
    ...apiVersionAndKind(type),
    metadata: objectMetadata(scope, metadata),
    ...body,
  });
}

/** Makes a cluster-scoped object. It gets no namespace, even in a chart that has one. */
export function clusterObject<Type extends keyof ClusterKinds>(
  scope: Construct,
  id: string,
  type: Type,
  metadata: Pick<Metadata, 'name'> & Partial<Pick<Metadata, 'labels'>>,
  body: ClusterKinds[Type],
): ApiObject {
  const object = new CheckedObject(scope, id, {
    ...apiVersionAndKind(type),
    metadata: objectMetadata(scope, metadata),
    ...body,
  });
  if (object.chart.namespace !== undefined) {
    object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  }
  return object;
}

/** Makes an object of a kind whose API group depends on the release. */
export function modelObject<Kind extends keyof ModelKinds>(
  scope: Construct,
  id: string,
  kind: Kind,
  apiVersion: string,
  metadata: Metadata,
  body: ModelKinds[Kind],
): ApiObject {
  return new CheckedObject(scope, id, { apiVersion, kind, metadata: objectMetadata(scope, metadata), ...body });
}

function apiVersionAndKind(type: string): { apiVersion: string; kind: string } {
  const slash = type.lastIndexOf('/');
  return { apiVersion: type.slice(0, slash), kind: type.slice(slash + 1) };
}
