/** Benches of messages to members. */
package org.gridclear.bench.messages;
