import { testCases } from '../change';

describe('rules, a rule', () => {
  testCases(
    {
      code: 'LLMD-CRD',
      kind: 'CustomResourceDefinition',
      below: 'spec.versions[0].schema.openAPIV3Schema.properties.spec.x-kubernetes-validations[0].',
    },
    [
      [{ rule: '' }, 'rule: the rule is empty'],
      [{ rule: '  ' }, 'rule: the rule is empty'],
      [{ rule: 'self.' }, 'rule: the API server cannot compile it: line 1, column 5: found .'],
      [{ rule: 'self.none == 1' }, "rule: the API server cannot compile it: undefined field 'none'"],
      [{ rule: 'self.replicas' }, 'rule: the API server cannot compile it: it gives a int, expected a bool'],
      [
        { rule: 'self.mode == 1' },
        "rule: the API server cannot compile it: no matching overload for '==' of string and int",
      ],
      [{ rule: 'self.replicas > 0\n&& true' }],
      [{ rule: 'self.replicas > 0\n&& true', message: undefined }, 'message: a rule of several lines has a message'],
      [{ message: ' ' }, 'message: the message is blank'],
      [{ message: 'a\nb' }, 'message: the message has several lines'],
      [{ messageExpression: ' ' }, 'messageExpression: the expression is blank'],
      [{ messageExpression: '"a" + self.mode' }],
      [
        { messageExpression: 'self.replicas' },
        'messageExpression: the API server cannot compile it: it gives a int, expected a string',
      ],
      [
        { messageExpression: 'self.none' },
        "messageExpression: the API server cannot compile it: undefined field 'none'",
      ],
      [
        { reason: 'Any' },
        'reason: "Any" is not FieldValueDuplicate, FieldValueForbidden, FieldValueInvalid or FieldValueRequired',
      ],
      [{ reason: 'FieldValueInvalid' }],
      [{ fieldPath: '.none' }, 'fieldPath: ".none" is no field of this schema'],
      [{ fieldPath: 'replicas' }, 'fieldPath: "replicas" is no field of this schema'],
      [{ fieldPath: '.labels.a' }],
      [{ fieldPath: ".labels['a.b']" }],
      [{ fieldPath: '.ports[0]' }, 'fieldPath: ".ports[0]" is no field of this schema'],
      [{ fieldPath: ' ' }, 'fieldPath: " " is no field of this schema'],
      [{ rule: 'self.mode == oldSelf.mode' }],
      [{ rule: 'oldSelf.orValue(self).mode == self.mode', optionalOldSelf: true }],
      [{ rule: 'self.zones.all(z, z.size() < 10)' }],
      [{ rule: 'self.ports.exists_one(p, p.port == 80)' }],
      [{ rule: 'has(self.none)' }, "rule: the API server cannot compile it: undefined field 'none'"],
      [{ rule: 'quantity("1").isGreaterThan(quantity("2"))' }],
      [{ rule: 'self.size == 5' }],
      [{ rule: 'true' }],
      [{ optionalOldSelf: true }, 'optionalOldSelf: the rule has no oldSelf'],
    ],
  );
});

describe('rules', () => {
  testCases({ code: 'LLMD-CRD', kind: 'CustomResourceDefinition' }, [
    [
      {
        'spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.mode': undefined,
        'spec.versions[0].schema.openAPIV3Schema.properties.spec.required': undefined,
        'spec.versions[0].schema.openAPIV3Schema.properties.spec.oneOf': undefined,
        'spec.versions[0].selectableFields': undefined,
      },
      "spec.versions[0].schema.openAPIV3Schema.properties.spec.x-kubernetes-validations[0].rule: the API server cannot compile it: undefined field 'mode'",
    ],
  ]);
});
