import type { Examples } from '../example';

export const READ_EXAMPLES: Examples = {
  'LLMD-YAML': {
    failing: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data: {greeting: "hello}
`,
    passing: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data: {greeting: "hello"}
`,
  },
  'LLMD-YAML-DUPLICATE-KEY': {
    failing: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  greeting: hello
  greeting: hi
`,
    passing: `
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  greeting: hi
`,
  },
};
