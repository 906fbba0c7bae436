/** The ports of {@link org.gridclear.run} inside one process: threads and maps, no cluster. */
package org.gridclear.run.local;
