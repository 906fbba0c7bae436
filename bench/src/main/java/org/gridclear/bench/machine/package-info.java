/** What a bench says of the machine and the CPU time that processes took. */
package org.gridclear.bench.machine;
