/** {@code gridclear zone}: files from one zone to another. */
@org.jspecify.annotations.NullMarked
package org.gridclear.cli.crossing;
