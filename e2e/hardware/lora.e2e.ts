import { Engine, LoraAdapter } from '../../lib';
import { describeAdapters } from './adapters';

describeAdapters({
  title: 'simulated vLLM',
  namespace: 'hardware-lora',
  props: { engine: Engine.simulator({ maxLoras: 2 }) },
  adapters: [
    LoraAdapter.huggingFace('sql', 'org/sql-lora', { rank: 16 }),
    LoraAdapter.huggingFace('law', 'org/law-lora', { rank: 8 }),
  ],
  hasWeights: false,
});
