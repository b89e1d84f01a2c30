'use strict';

// Answers every request at once with the least that a completion may be, and prints its port.
const server = require('node:http').createServer((request, response) => {
  request.resume().on('end', () => response.end('{"object":"text_completion"}'));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
