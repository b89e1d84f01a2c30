import type { ConfigLoader } from './config-loader';

/** A scheduling profile, with the plugins that the endpoint picker adds to it. */
export interface Profile {
  readonly name?: string;
  readonly plugins?: readonly { readonly pluginRef?: string; readonly weight?: number }[];
}

const SINGLE = 'single-profile-handler';
const PICKER = 'max-score-picker';

/** Adds the profile, the handler and the picker that are not written down, and checks profiles and handler. */
export function makeProfiles(loader: ConfigLoader): void {
  const written: readonly Profile[] = loader.config.schedulingProfiles ?? [];
  if (written.length === 0) makeDefaultProfile(loader);
  if (written.length < 2 && loader.first('profile handler') === undefined) loader.addDefault(SINGLE);
  if (loader.first('picker') === undefined) addPicker(loader);
}

function addPicker(loader: ConfigLoader): void {
  const namesake = loader.plugins.get(PICKER);
  loader.addDefault(PICKER);
  if (loader.first('profile handler') !== undefined || namesake === undefined) return;
  const message = `${PICKER}, which the endpoint picker adds, takes the place of the profile handler of that name`;
  loader.report('LLMD-EPP-CONFIG-HANDLER', namesake.path ?? ['plugins'], message, 'give the handler another name');
}

/** Where there is no profile, everything that fits into one makes one. */
function makeDefaultProfile(loader: ConfigLoader): void {
  const [first, second] = loader.all('picker');
  if (second === undefined) return;
  const message = `there are no schedulingProfiles, so that all plugins make one, which has two pickers then: ${first.name} and ${second.name}`;
  loader.report('LLMD-EPP-CONFIG-PROFILE', second.path ?? ['plugins'], message, 'keep one picker, or write profiles');
}

export function checkProfiles(loader: ConfigLoader): void {
  const names = new Set<string>();
  (loader.config.schedulingProfiles ?? []).forEach((profile: Profile, index: number) => {
    const path = ['schedulingProfiles', index];
    const { name = '' } = profile;
    if (name === '') {
      loader.report('LLMD-EPP-CONFIG-PROFILE', path, 'the profile has no name', 'add its name');
    } else if (names.has(name)) {
      const message = `there is another profile ${name} before it`;
      loader.report('LLMD-EPP-CONFIG-PROFILE', [...path, 'name'], message, 'give one of them another name');
    }
    names.add(name);
    checkPluginsOf(loader, profile, index);
  });
  checkHandler(loader, names);
}

function checkPluginsOf(loader: ConfigLoader, { plugins = [] }: Profile, index: number): void {
  let picker: string | undefined;
  plugins.forEach(({ pluginRef = '', weight }, at) => {
    const path = ['schedulingProfiles', index, 'plugins', at];
    loader.used.add(pluginRef);
    if (!loader.defined.has(pluginRef)) {
      loader.undefinedReference(pluginRef, pluginRef === '' ? path : [...path, 'pluginRef']);
      return;
    }
    const roles = loader.plugins.get(pluginRef)?.type?.roles ?? [];
    if (roles.includes('picker')) {
      if (picker !== undefined) {
        const message = `the profile has a picker already: ${picker}`;
        loader.report('LLMD-EPP-CONFIG-PROFILE', [...path, 'pluginRef'], message, 'keep one picker in each profile');
      }
      picker = pluginRef;
    }
    checkWeight(loader, roles.includes('scorer'), weight, [...path, 'weight']);
  });
}

function checkWeight(
  { report }: ConfigLoader,
  isScorer: boolean,
  weight: number | undefined,
  path: (string | number)[],
): void {
  if (weight === undefined) return;
  if (!isScorer) {
    report('LLMD-EPP-CONFIG-WEIGHT', path, 'only a scorer has a weight, and this plugin is none', 'take it away');
  } else if (weight <= 0) {
    const effect =
      weight < 0 ? 'prefers the endpoints that the scorer likes least' : 'makes the scorer count for nothing';
    report('LLMD-EPP-CONFIG-WEIGHT', path, `weight ${weight} ${effect}`, 'write a weight above 0');
  }
}

function checkHandler(loader: ConfigLoader, profileNames: ReadonlySet<string>): void {
  const [handler, second] = loader.all('profile handler');
  for (const { name } of loader.all('profile handler')) loader.used.add(name);
  if (handler === undefined) {
    // The handler may be a plugin that was refused, for its name or its type; that was reported.
    if (profileNames.size < 2 || [...loader.plugins.values()].some(({ type }) => type === undefined)) return;
    const message = `there are ${profileNames.size} profiles, and no profile handler that chooses among them`;
    loader.report(
      'LLMD-EPP-CONFIG-HANDLER',
      ['schedulingProfiles'],
      message,
      'add a profile handler, or keep one profile',
    );
  } else if (second !== undefined) {
    const message = `there is another profile handler: ${handler.name}`;
    loader.report('LLMD-EPP-CONFIG-HANDLER', second.path ?? ['plugins'], message, 'keep one profile handler');
  } else if (handler.typeName === SINGLE && profileNames.size > 1) {
    const message = `${SINGLE} handles one profile, and there are ${profileNames.size}`;
    loader.report(
      'LLMD-EPP-CONFIG-HANDLER',
      handler.path ?? ['plugins'],
      message,
      'keep one profile, or use another handler',
    );
  }
}
