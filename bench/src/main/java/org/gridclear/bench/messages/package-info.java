/** Benches of messages to members. */
@NullMarked
package org.gridclear.bench.messages;

import org.jspecify.annotations.NullMarked;
