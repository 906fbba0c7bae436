/** The ports of {@link org.gridclear.run} inside one process: threads and maps, no cluster. */
@NullMarked
package org.gridclear.run.local;

import org.jspecify.annotations.NullMarked;
