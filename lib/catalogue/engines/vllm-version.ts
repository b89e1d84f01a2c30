/** Whether a version of vLLM, such as `0.10.2`, is of a minor version, such as `0.9`, or a later one. */
export function isVllmSince(version: string, minor: string): boolean {
  const [major, second] = numbersOf(version);
  const [otherMajor, otherSecond] = numbersOf(minor);
  return major === otherMajor ? second >= otherSecond : major > otherMajor;
}

/** The minor version of a version: `0.10` of `0.10.2`. */
export function vllmMinor(version: string): string {
  return numbersOf(version).join('.');
}

function numbersOf(version: string): readonly number[] {
  return version.split('.').slice(0, 2).map(Number);
}
