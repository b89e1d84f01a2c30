import { testCases } from './change';

describe('ConfigMap', () => {
  testCases({ code: 'LLMD-CONFIG-DATA', kind: 'ConfigMap' }, [
    [
      { 'data["a/b"]': 'c' },
      'data["a/b"]: "a/b" is not a valid key for a file name: up to 253 letters, digits, "-", "_" and "."',
    ],
    [
      { 'data["..a"]': 'c' },
      'data["..a"]: "..a" is not a valid key for a file name: up to 253 letters, digits, "-", "_" and "."',
    ],
    [
      { 'data["."]': 'c' },
      'data["."]: "." is not a valid key for a file name: up to 253 letters, digits, "-", "_" and "."',
    ],
    [
      { 'data["..."]': 'c' },
      'data["..."]: "..." is not a valid key for a file name: up to 253 letters, digits, "-", "_" and "."',
    ],
    [{ 'data[".a"]': 'c' }],
    [{ 'binaryData["vllm.yaml"]': 'YQ==' }, 'data["vllm.yaml"]: vllm.yaml is also in binaryData'],
    [
      { 'binaryData["a b"]': 'YQ==' },
      'binaryData["a b"]: "a b" is not a valid key for a file name: up to 253 letters, digits, "-", "_" and "."',
    ],
    [{ 'data.big': 'x'.repeat(1048576) }, ': it holds 1048594 bytes, more than 1 MiB'],
    [{ data: { a: 'é'.repeat(524288) }, binaryData: undefined }],
    [{ data: { a: 'é'.repeat(524288) + 'x' }, binaryData: undefined }, ': it holds 1048577 bytes, more than 1 MiB'],
  ]);
});

describe('Secret', () => {
  testCases({ code: 'LLMD-CONFIG-DATA', kind: 'Secret' }, [
    [
      { 'stringData["a b"]': 'c' },
      'stringData["a b"]: "a b" is not a valid key for a file name: up to 253 letters, digits, "-", "_" and "."',
    ],
    [
      { 'data["a/b"]': 'YQ==' },
      'data["a/b"]: "a/b" is not a valid key for a file name: up to 253 letters, digits, "-", "_" and "."',
    ],
    [{ 'data["tls.crt"]': undefined }, 'data: a Secret of type kubernetes.io/tls has tls.crt'],
    [{ stringData: undefined }, 'data: a Secret of type kubernetes.io/tls has tls.key'],
    [{ type: 'kubernetes.io/ssh-auth' }, 'data: a Secret of type kubernetes.io/ssh-auth has ssh-privatekey'],
    [{ type: 'kubernetes.io/basic-auth' }, 'data: a Secret of type kubernetes.io/basic-auth has username or password'],
    [{ type: 'kubernetes.io/basic-auth', 'stringData.username': 'a' }],
    [
      { type: 'kubernetes.io/service-account-token' },
      'metadata.annotations["kubernetes.io/service-account.name"]: kubernetes.io/service-account.name is missing',
    ],
    [
      {
        type: 'kubernetes.io/service-account-token',
        'metadata.annotations': { 'kubernetes.io/service-account.name': 'a' },
      },
    ],
    [{ type: 'example.com/any' }],
    [{ 'stringData.big': 'x'.repeat(1048576) }, ': it holds 1048583 bytes, more than 1 MiB'],
    [{ 'stringData["tls.crt"]': 'x'.repeat(1048573) }],
  ]);
});

describe('Secret of a registry', () => {
  testCases({ code: 'LLMD-CONFIG-DATA', kind: 'Secret', name: 'registry' }, [
    [{ 'stringData[".dockerconfigjson"]': '{' }, 'stringData[".dockerconfigjson"]: it is not a JSON object'],
    [{ 'stringData[".dockerconfigjson"]': '[]' }, 'stringData[".dockerconfigjson"]: it is not a JSON object'],
    [{ stringData: undefined, data: { '.dockerconfigjson': 'e30=' } }],
    [
      { stringData: undefined, data: { '.dockerconfigjson': 'e30h' } },
      'data[".dockerconfigjson"]: it is not a JSON object',
    ],
    [{ type: 'kubernetes.io/dockercfg' }, 'data: a Secret of type kubernetes.io/dockercfg has .dockercfg'],
  ]);
});
