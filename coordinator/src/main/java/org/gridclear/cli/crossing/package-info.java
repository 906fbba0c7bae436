/** {@code gridclear zone}: files from one zone to another. */
@NullMarked
package org.gridclear.cli.crossing;

import org.jspecify.annotations.NullMarked;
