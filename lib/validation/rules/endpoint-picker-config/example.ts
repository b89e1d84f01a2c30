const apiVersion = (group: string) => `apiVersion: ${group}/v1alpha1
kind: EndpointPickerConfig
`;

/** An EndpointPickerConfig for llm-d-router; YAML for examples. */
export const config = (body: string) => apiVersion('llm-d.ai') + body;

/** The same for the endpoint picker of the Gateway API inference extension. */
export const gaieConfig = (body: string) => apiVersion('inference.networking.x-k8s.io') + body;

/** A ConfigMap with a text of an EndpointPickerConfig. */
export const configMap = (text: string) => `apiVersion: v1
kind: ConfigMap
metadata: { name: epp, namespace: default }
data:
  plugins.yaml: |
${text.replace(/^(?=.)/gm, '    ')}`;
