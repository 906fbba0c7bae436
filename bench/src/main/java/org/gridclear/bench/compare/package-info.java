/** Two builds of the program on the same commands, in turns: CPU time of one beside the other. */
@NullMarked
package org.gridclear.bench.compare;

import org.jspecify.annotations.NullMarked;
