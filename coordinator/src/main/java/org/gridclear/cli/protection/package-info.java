/** Keys of data at rest and of signatures, as every command takes them. */
@NullMarked
package org.gridclear.cli.protection;

import org.jspecify.annotations.NullMarked;
