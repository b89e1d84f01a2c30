/** Number of replicas for exercises that need several pods. The third guide has as many. */
export const REPLICAS = 3;

/** Numbers of replicas to which the exercise `observability` scales, one after the other. */
export const REPLICA_STEPS = [1, REPLICAS, 1];
