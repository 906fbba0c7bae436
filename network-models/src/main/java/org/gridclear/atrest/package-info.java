/** Data at rest: the keys they are encrypted with, and files, lines and values under those keys. */
@NullMarked
package org.gridclear.atrest;

import org.jspecify.annotations.NullMarked;
