import { expandVariables } from '../../../lib/text/command-line/environment';
import { UNKNOWN } from '../../../lib/text/unknown-value';

const environment = (name: string) => ({ A: 'a' })[name] ?? (name === 'SECRET' ? undefined : null);

test.each([
  ['$(A)', 'a'],
  ['$$(A) $$', '$(A) $'],
  ['-$(A)-$(SECRET)', `-a-${UNKNOWN}`],
  ['$(UNSET) $A $()', '$(UNSET) $A $()'],
])('the kubelet makes %j to %j', (text, expanded) => expect(expandVariables(text, environment)).toBe(expanded));
