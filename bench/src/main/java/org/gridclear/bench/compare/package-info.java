/** Two builds of the program on the same commands, in turns: CPU time of one beside the other. */
package org.gridclear.bench.compare;
