/** What a bench says of the machine and the CPU time that processes took. */
@NullMarked
package org.gridclear.bench.machine;

import org.jspecify.annotations.NullMarked;
