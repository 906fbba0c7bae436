/** The ports of {@link org.gridclear.run} on Ignite. */
@NullMarked
package org.gridclear.run.ignite;

import org.jspecify.annotations.NullMarked;
