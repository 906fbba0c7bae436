/** A month of the settlement process over HTTP, with a server that is killed meanwhile. */
package org.gridclear.bench.process;
