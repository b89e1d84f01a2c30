import type { Load } from './load';

/** A scheduling profile, with the plugins that the endpoint picker adds to it. */
export interface Profile {
  readonly name?: string;
  readonly plugins?: readonly { readonly pluginRef?: string; readonly weight?: number }[];
}

const SINGLE = 'single-profile-handler';
const PICKER = 'max-score-picker';

/** Adds the profile, the handler and the picker that are not written down, and checks profiles and handler. */
export function makeProfiles(load: Load): void {
  const written: readonly Profile[] = load.config.schedulingProfiles ?? [];
  if (written.length === 0) makeDefaultProfile(load);
  if (written.length < 2 && load.first('profile handler') === undefined) load.addDefault(SINGLE);
  if (load.first('picker') === undefined) addPicker(load);
}

function addPicker(load: Load): void {
  const namesake = load.plugins.get(PICKER);
  load.addDefault(PICKER);
  if (load.first('profile handler') !== undefined || namesake === undefined) return;
  const message = `${PICKER}, which the endpoint picker adds, takes the place of the profile handler of that name`;
  load.report('LLMD-EPP-CONFIG-HANDLER', namesake.path ?? ['plugins'], message, 'give the handler another name');
}

/** Where there is no profile, everything that fits into one makes one. */
function makeDefaultProfile(load: Load): void {
  const [first, second] = load.all('picker');
  if (second === undefined) return;
  const message = `there are no schedulingProfiles, so that all plugins make one, which has two pickers then: ${first.name} and ${second.name}`;
  load.report('LLMD-EPP-CONFIG-PROFILE', second.path ?? ['plugins'], message, 'keep one picker, or write profiles');
}

export function checkProfiles(load: Load): void {
  const names = new Set<string>();
  (load.config.schedulingProfiles ?? []).forEach((profile: Profile, index: number) => {
    const path = ['schedulingProfiles', index];
    const { name = '' } = profile;
    if (name === '') {
      load.report('LLMD-EPP-CONFIG-PROFILE', path, 'the profile has no name', 'add its name');
    } else if (names.has(name)) {
      const message = `there is another profile ${name} before it`;
      load.report('LLMD-EPP-CONFIG-PROFILE', [...path, 'name'], message, 'give one of them another name');
    }
    names.add(name);
    checkPluginsOf(load, profile, index);
  });
  checkHandler(load, names);
}

function checkPluginsOf(load: Load, { plugins = [] }: Profile, index: number): void {
  let picker: string | undefined;
  plugins.forEach(({ pluginRef = '', weight }, at) => {
    const path = ['schedulingProfiles', index, 'plugins', at];
    load.used.add(pluginRef);
    if (!load.defined.has(pluginRef)) {
      load.undefinedReference(pluginRef, pluginRef === '' ? path : [...path, 'pluginRef']);
      return;
    }
    const is = load.plugins.get(pluginRef)?.is?.is ?? [];
    if (is.includes('picker')) {
      if (picker !== undefined) {
        const message = `the profile has a picker already: ${picker}`;
        load.report('LLMD-EPP-CONFIG-PROFILE', [...path, 'pluginRef'], message, 'keep one picker in each profile');
      }
      picker = pluginRef;
    }
    checkWeight(load, is.includes('scorer'), weight, [...path, 'weight']);
  });
}

function checkWeight({ report }: Load, isScorer: boolean, weight: number | undefined, path: (string | number)[]): void {
  if (weight === undefined) return;
  if (!isScorer) {
    report('LLMD-EPP-CONFIG-WEIGHT', path, 'only a scorer has a weight, and this plugin is none', 'take it away');
  } else if (weight <= 0) {
    const effect =
      weight < 0 ? 'prefers the endpoints that the scorer likes least' : 'makes the scorer count for nothing';
    report('LLMD-EPP-CONFIG-WEIGHT', path, `weight ${weight} ${effect}`, 'write a weight above 0');
  }
}

function checkHandler(load: Load, profileNames: ReadonlySet<string>): void {
  const [handler, second] = load.all('profile handler');
  for (const { name } of load.all('profile handler')) load.used.add(name);
  if (handler === undefined) {
    // What one name too many, or an unknown type, is to blame for was said before.
    if (profileNames.size < 2 || [...load.plugins.values()].some(({ is }) => is === undefined)) return;
    const message = `there are ${profileNames.size} profiles, and no profile handler that chooses among them`;
    load.report(
      'LLMD-EPP-CONFIG-HANDLER',
      ['schedulingProfiles'],
      message,
      'add a profile handler, or keep one profile',
    );
  } else if (second !== undefined) {
    const message = `there is another profile handler: ${handler.name}`;
    load.report('LLMD-EPP-CONFIG-HANDLER', second.path ?? ['plugins'], message, 'keep one profile handler');
  } else if (handler.type === SINGLE && profileNames.size > 1) {
    const message = `${SINGLE} handles one profile, and there are ${profileNames.size}`;
    load.report(
      'LLMD-EPP-CONFIG-HANDLER',
      handler.path ?? ['plugins'],
      message,
      'keep one profile, or use another handler',
    );
  }
}
