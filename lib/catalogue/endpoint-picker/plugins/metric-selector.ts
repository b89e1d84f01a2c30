import type { Constraint } from '../shape';

const LABEL = /[a-zA-Z_]\w*/.source;
const STRING = /(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)/.source;
const MATCHER = `${LABEL}\\s*(?:=~|!~|!=|=)\\s*${STRING}`;
const SELECTOR = new RegExp(
  `^([a-zA-Z_:][\\w:]*)(?:\\s*\\{\\s*(?:${MATCHER}\\s*(?:,\\s*${MATCHER}\\s*)*(?:,\\s*)?)?\\})?$`,
);

/** Words of PromQL that name no metric. */
const RESERVED = /^(?:inf|nan|bool|on|ignoring|group_left|group_right|atan2)$/i;

/**
 * A metric in PromQL's syntax, with or without labels: `name{label=value}`. The endpoint picker puts quotes around
 * bare values first. Source: pkg/epp/framework/plugins/datalayer/extractor/metrics/spec.go.
 */
export const metricSelector: Constraint<string> = {
  expected: 'a metric such as name or name{label="value"}',
  holds: (text) => {
    if (text === '') return true;
    const match = SELECTOR.exec(text.trim().replace(/(?<!\w)(\w+)\s*=\s*([^",}\s]+)/g, '$1="$2"'));
    return match !== null && !RESERVED.test(match[1]);
  },
};
