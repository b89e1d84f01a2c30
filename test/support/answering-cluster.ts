import { ApiError } from '../../lib/exercises/cluster/api-error';
import { Cluster } from '../../lib/exercises/cluster/cluster';

/** A simulated cluster that answers GET with what is at a path, with or without its query; the rest is not found. */
export function answeringCluster(paths: { readonly [path: string]: object }): Cluster {
  const get = (path: string) => {
    const found = paths[decodeURIComponent(path)] ?? paths[path.split('?')[0]];
    return found === undefined ? Promise.reject(new ApiError('test', `GET ${path}`, 404, '')) : Promise.resolve(found);
  };
  return Object.assign(Object.create(Cluster.prototype) as Cluster, { context: 'test', get });
}
