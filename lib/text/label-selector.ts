const KEY = /^(?:[a-z0-9.-]+\/)?[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/;
const VALUE = /^[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?$/;
const TOKEN = /[=!]=|[=!(),]|[^\s=!(),]+/g;

/** Whether a text is a selector of labels as kubectl takes it: `app=vllm,tier in (a, b),!old`. */
export function isLabelSelector(text: string): boolean {
  const tokens: string[] = text.match(TOKEN) ?? [];
  let at = 0;
  const take = (...expected: readonly string[]) => expected.includes(tokens[at]) && ++at > 0;
  const key = () => KEY.test(tokens[at] ?? '') && ++at > 0;
  // A value may be empty.
  const value = () => void (VALUE.test(tokens[at] ?? '') && at++);
  const values = () => {
    do value();
    while (take(','));
    return take(')');
  };
  const term = () => {
    if (take('!')) return key();
    if (!key()) return false;
    if (take('=', '==', '!=')) value();
    else if (take('in', 'notin')) return take('(') && values();
    return true;
  };
  do if (!term()) return false;
  while (take(','));
  return at === tokens.length;
}
