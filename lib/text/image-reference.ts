/** The parts of an image reference: `registry.example.com:5000/team/vllm`, `v1` and `sha256:…`. */
export interface ImageReference {
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
}

// Source: the grammar of distribution/reference, which container runtimes read references by.
const COMPONENT = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const HOST_PART = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const HOST = `(?:${HOST_PART}(?:\\.${HOST_PART})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const NAME = `(?:${HOST}/)?${COMPONENT}(?:/${COMPONENT})*`;
const DIGEST = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}';
const REFERENCE = new RegExp(`^(${NAME})(?::(\\w[\\w.-]{0,127}))?(?:@(${DIGEST}))?$`);
const REGISTRY = new RegExp(`^(${HOST})(?:/${COMPONENT})*$`);
const LONGEST_NAME = 255;
/** A name, a tag and a digest of SHA-512 are shorter. The limit bounds what the patterns read. */
const LONGEST = 600;

/** Reads an image reference; undefined for a text that container runtimes refuse. */
export function imageReference(text: string): ImageReference | undefined {
  const [, name, tag, digest] = (text.length <= LONGEST && REFERENCE.exec(text)) || [];
  return name === undefined || name.length > LONGEST_NAME ? undefined : { name, tag, digest };
}

/** Whether a tag is one that is made to be moved to other images. */
export function isFloatingTag(tag: string): boolean {
  return /^(?:latest|main|master|nightly|dev|edge)(?:-|$)/.test(tag);
}

/** The host of what can stand before the path of an image, such as `mirror.example.com:5000/hub`; undefined if it cannot. */
export function registryHost(text: string): string | undefined {
  return text.length <= LONGEST_NAME ? REGISTRY.exec(text)?.[1] : undefined;
}
