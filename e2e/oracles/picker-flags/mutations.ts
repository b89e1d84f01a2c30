import fc from 'fast-check';
import { METRICS_PORT } from '../../../lib/catalogue/endpoint-picker/ports';
import { EVERY_FLAG } from '../../../lib/catalogue/endpoint-picker/flags/every-flag';

/** Command lines that pickers of every release take. */
export const BASES: readonly (readonly string[])[] = [
  [
    ...['--pool-name=opt', '--pool-namespace=default', '--config-file=/config/config.yaml', '--grpc-port=9002'],
    ...[
      '--grpc-health-port=9003',
      `--metrics-port=${METRICS_PORT}`,
      '--secure-serving=false',
      '--metrics-endpoint-auth=true',
    ],
    ...['--tracing=false', '--zap-encoder=json'],
  ],
  ['--pool-name', 'opt', '--v', '4', '--tracing=false', '--refresh-metrics-interval', '1m30s'],
  ['-v=2', '--pool-name=opt', '--config-text=plugins: []', '--ha-enable-leader-election', '--zap-log-level', 'debug'],
];

const NAMES = [...EVERY_FLAG.keys()];
const VALUES = [
  ...['', '0', '1', '-1', '+5', '9002', '0x10', '0b1', '08', '017', '0_1', '1_000', '1__0', '9999999999999999999'],
  ...['true', 'false', 'TRUE', 'T', 'yes', '50', '50ms', '1h2m', '1.5s', '-3s', '1d', '.5s', '5.'],
  ...['json', 'JSON', 'xml', 'debug', 'info', 'nano', 'nanos', 'epoch', 'http', 'ftp', 'a=b', 'abc', '--x', '-x'],
  ...['8000', '8000,8001', '8000, 8001', '1,1', '-1,2'],
];
const STRAY = [['--'], ['-'], ['-v5'], ['-v', '3'], ['-x'], ['---x'], ['--=x'], ['word'], ['--help'], ['-h']];

type Mutate = (args: readonly string[]) => string[];

/** Command lines with one or two changes. */
export function mutatedFlags(): fc.Arbitrary<string[]> {
  return fc
    .tuple(fc.constantFrom(...BASES), fc.array(mutation(), { minLength: 1, maxLength: 2 }))
    .map(([base, mutations]) => mutations.reduce<string[]>((args, mutate) => mutate(args), [...base]));
}

function mutation(): fc.Arbitrary<Mutate> {
  const name = fc.constantFrom(...NAMES);
  const value = fc.oneof(fc.constantFrom(...VALUES), fc.integer().map(String));
  return fc.oneof(
    fc
      .nat()
      .map((position) => (args: readonly string[]) => args.filter((_, index) => index !== position % args.length)),
    fc.tuple(fc.nat(), value).map(([position, text]) => (args: readonly string[]) => {
      return args.map((word, index) => (index === position % args.length ? `${word.split('=')[0]}=${text}` : word));
    }),
    fc.tuple(name, value).chain(([flag, text]) => insert([`--${flag}=${text}`])),
    fc.tuple(name, value).chain(([flag, text]) => insert([`--${flag}`, text])),
    name.chain((flag) => insert([`--${flag}`])),
    name.chain((flag) => insert([`-${flag}=1`])),
    name.chain((flag) => insert([`--${flag.replaceAll('-', '_')}=1`])),
    fc.tuple(name, fc.nat()).chain(([flag, position]) => {
      const at = position % flag.length;
      return insert([`--${flag.slice(0, at)}${flag.slice(at + 1)}=1`]);
    }),
    fc.constantFrom(...STRAY).chain(insert),
  );
}

function insert(words: readonly string[]): fc.Arbitrary<Mutate> {
  return fc.nat().map((position) => (args) => {
    const at = position % (args.length + 1);
    return [...args.slice(0, at), ...words, ...args.slice(at)];
  });
}
