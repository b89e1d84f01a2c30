/** Names of variables whose values are secret. */
const SECRET_NAME = /TOKEN|PASSW|SECRET|CREDENTIAL|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY/i;

/** How keys of well-known services begin. */
const SECRET_VALUE = /^(?:hf_|sk-|ghp_|gho_|github_pat_|glpat-|xox[a-z]-|AKIA|eyJ|-----BEGIN )/;

/** A shorter text is replaced as a whole word only: it would be found in many others. */
const SHORT = 4;

/** So much of the beginning of a long text is enough to find where a message cuts it off. */
const BEGINNING = 12;

const KNOWN = new WeakMap<object, readonly string[]>();

/** A text about an object, in which secret values of the object are replaced by their lengths. */
export function redacted(text: string, object: unknown): string {
  if (typeof object !== 'object' || object === null) return text;
  const secrets = KNOWN.get(object) ?? secretsOf(object);
  KNOWN.set(object, secrets);
  return secrets.reduce(without, text);
}

/** The values of a Secret, and those of variables with secret names or values, as they may stand in a message. */
function secretsOf(object: any): readonly string[] {
  const values: unknown[] = [];
  if (object.kind === 'Secret') {
    for (const field of [object.data, object.stringData]) {
      if (typeof field !== 'object' || field === null) values.push(field);
      else for (const value of Object.values(field)) values.push(value);
    }
    const encoded = Object.values<unknown>(object.data ?? {}).filter((value) => typeof value === 'string');
    for (const value of encoded) values.push(Buffer.from(value, 'base64').toString());
  } else {
    findVariables(object, values, 0);
  }
  const texts = values.map((value) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')));
  const forms = texts.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]);
  return [...new Set(forms)].filter((form) => form !== '').sort((one, other) => other.length - one.length);
}

/** Deeper than the variables of any kind that makes pods. */
const DEEPEST = 20;

function findVariables(value: any, found: unknown[], depth: number): void {
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return;
  if (typeof value.name === 'string' && value.value !== undefined) {
    if (SECRET_NAME.test(value.name) || SECRET_VALUE.test(String(value.value))) found.push(value.value);
  }
  for (const part of Object.values(value)) findVariables(part, found, depth + 1);
}

function without(text: string, secret: string): string {
  const shown = `<${secret.length} characters>`;
  if (secret.length < SHORT)
    return text
      .split(/(?<=\W)(?=\w)|(?<=\w)(?=\W)/)
      .map((word) => (word === secret ? shown : word))
      .join('');
  const whole = text.replaceAll(secret, shown);
  if (secret.length <= BEGINNING) return whole;
  const at = whole.indexOf(secret.slice(0, BEGINNING));
  if (at === -1) return whole;
  let end = BEGINNING;
  while (end < secret.length && whole[at + end] === secret[end]) end++;
  return `${whole.slice(0, at)}${shown}${whole.slice(at + end)}`;
}
