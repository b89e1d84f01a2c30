/** Replicas where an exercise needs several: as many as the third guide has. */
export const REPLICAS = 3;

/** Replicas that the endpoint picker must follow. */
export const STEPS = [1, REPLICAS, 1];
