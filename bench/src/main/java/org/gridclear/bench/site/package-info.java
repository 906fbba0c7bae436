/** A site that is lost under load, and another that takes over. */
@NullMarked
package org.gridclear.bench.site;

import org.jspecify.annotations.NullMarked;
