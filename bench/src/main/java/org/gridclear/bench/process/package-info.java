/** A month of the settlement process over HTTP, with a server that is killed meanwhile. */
@NullMarked
package org.gridclear.bench.process;

import org.jspecify.annotations.NullMarked;
