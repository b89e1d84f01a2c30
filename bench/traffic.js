'use strict';

// Sends completions as exercises do, and prints how many a second: URL REQUESTS WIDTH.
// The client is no part of the package's API; measure-traffic.ts compiles it.
const { Client, Traffic } = require('../build/bench/client');

async function main([url, requests, width]) {
  const client = new Client(url);
  const traffic = new Traffic(client);
  const wanted = Array.from({ length: Number(requests) }, (_, index) => ({
    model: 'facebook/opt-125m',
    prompt: `${index}: the future of AI is`,
    maxTokens: 5,
  }));
  await traffic.sendAll(wanted, Number(width));
  const failed = traffic.records.filter(({ failure }) => failure !== undefined).length;
  if (failed > 0) throw new Error(`${failed} requests failed`);
  console.log(((wanted.length * 1000) / traffic.now).toFixed(0));
  client.close();
}

main(process.argv.slice(2));
