import { describeGuideCommand } from '../exercises/guide-command';

describeGuideCommand([1, 2, 3, 4, 5, 6]);
