import {
  all,
  anything,
  type Check,
  each,
  fields,
  format,
  notEmpty,
  oneOfExactly,
  required,
  requiredOneOf,
  uniqueBy,
} from './checks';
import { DNS_LABEL, DNS_SUBDOMAIN, LABEL_KEY, LABEL_VALUE } from './formats';
import { IP_ADDRESS } from './ip';
import { ipVersion } from '../ip-version';
import { PROTOCOLS } from './pod/ports';

const ADDRESSES: { readonly [type: string]: Check } = {
  FQDN: format({
    ...DNS_SUBDOMAIN,
    matches: (text) => DNS_SUBDOMAIN.matches(text.replace(/\.$/, '')) && text.includes('.'),
  }),
  IPv4: format({ ...IP_ADDRESS, matches: (text) => ipVersion(text) === 4, description: 'IPv4 address' }),
  IPv6: format({ ...IP_ADDRESS, matches: (text) => ipVersion(text) === 6, description: 'IPv6 address' }),
};

/** A list of things by their names. */
function named(name: Check): Check {
  return all(each(fields({ name: all(required, name) })), uniqueBy('name'));
}

const sliceFields = fields({
  addressType: requiredOneOf(...Object.keys(ADDRESSES)),
  endpoints: each(
    fields({
      nodeName: all(notEmpty, format(DNS_SUBDOMAIN)),
      hostname: all(notEmpty, format(DNS_LABEL)),
      hints: fields({ forNodes: named(format(DNS_SUBDOMAIN)), forZones: named(format(LABEL_VALUE)) }),
    }),
  ),
  ports: all(
    each(
      fields({
        name: format(DNS_LABEL),
        protocol: oneOfExactly(...PROTOCOLS),
        appProtocol: all(notEmpty, format(LABEL_KEY)),
      }),
    ),
    uniqueBy('name'),
  ),
});

export const endpointSlice: Check = (object) => {
  sliceFields(object);
  const address = all(required, ADDRESSES[object.value.addressType] ?? anything);
  fields({ endpoints: each(fields({ addresses: all(required, each(address)) })) })(object);
};
