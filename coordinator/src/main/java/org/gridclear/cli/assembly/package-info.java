/** Commands of what cases are assembled from, and of assembling them. */
@NullMarked
package org.gridclear.cli.assembly;

import org.jspecify.annotations.NullMarked;
