import { FaultToleranceGuide } from './5-fault-tolerance';

/** Guide 6 adds nothing: the endpoint picker's metrics have been on port 9090 of its Service since guide 2. */
export class ObservabilityGuide extends FaultToleranceGuide {}
