import { FaultToleranceGuide } from './5-fault-tolerance';

/** Guide 6 adds no object: the endpoint picker's Service has had its metrics since guide 2. */
export class ObservabilityGuide extends FaultToleranceGuide {}
