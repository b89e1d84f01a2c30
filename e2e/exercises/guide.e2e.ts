import { describeGuideCommand } from './guide-command';

// The exercise of guide 5 takes minutes, and the suites have it.
describeGuideCommand([1, 2, 3, 4, 6]);
